import { z } from 'zod'
import { type Instant } from '../calendar/instant.ts'
import { type LocalDate, isLocalDate, parseLocalDate } from '../calendar/local-date.ts'
import type { PersonDetails } from '../casework/people/person.ts'
import { readWritten } from '../casework/deadlines/london-time.ts'
import { enhancedGrounds } from '../victims/rights/enhanced-rights.ts'

// Each shape stands here once: it gives the type, checks the messages, and is printed in the OpenAPI document.

/** The shapes that have a name in the OpenAPI document. */
export const schemas = z.registry<{ readonly id: string; readonly description: string }>()

export function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  schemas.add(schema, { id, description })
  return schema
}

/** Longest account of anything, and longest single line, in characters. The rules of each field may allow fewer. */
export const longText = z.string().trim().min(1).max(10_000)
export const text = z.string().trim().min(1).max(2000)
export const line = z.string().trim().min(1).max(200)

/** What is outside these years is a slip of the keys. Within them every rule can count a lifetime back and ahead. */
const isWithinYears = (given: string): boolean => given >= '1800' && given < '2200'

export const day = named(
  'Day',
  'A day in England and Wales, such as 2026-04-07. From 1800 to 2199.',
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((given) => isWithinYears(given) && isLocalDate(given), 'This day does not exist, or is too far away')
    .transform((given): LocalDate => parseLocalDate(given)),
)

const momentShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** To the second: what follows the point is left out, so that nothing is moved into the future. */
export const moment = named(
  'Moment',
  'A moment with its offset from UTC, such as 2026-04-07T09:30:00+01:00. Read to the second. From 1800 to 2199.',
  z
    .string()
    .regex(momentShape)
    .transform((given, context): Instant => {
      const written = isWithinYears(given) && readWritten(given.replace(/\.\d+/, ''))
      if (written && written.ok && written.moment !== null) return written.moment
      context.addIssue({ code: 'custom', message: 'This moment does not exist, or is too far away' })
      return z.NEVER
    }),
)

export const reference = named(
  'Reference',
  'What your system calls a thing: unique in your agency among things of its kind, and never used for another.',
  z.string().regex(/^[\w.:/-]{1,100}$/),
)

export const sequence = named(
  'Sequence',
  'The version of this thing in your system: 1 for the first, and a greater number each time that anything of it changes. A version that comes after a greater one is acknowledged and changes nothing.',
  z.int().min(1).max(2_000_000_000),
)

const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

/**
 * What is judged and recorded at the desk as well: a version that says nothing of it takes nothing away. A sender that
 * gave it in some versions only would end with another state when they overtake each other.
 */
export const leftAsItStands = 'Left out, it stays as it stands here: give it in every version or in none.'

export const person = named(
  'Person',
  'Who somebody is and how to reach them. A name or an organisation is needed.',
  z
    .strictObject({
      name: orNull(line),
      organisation: orNull(line),
      dateOfBirth: orNull(day),
      phone: orNull(line),
      email: orNull(line.regex(/^\S+@\S+\.\S+$/)),
      address: orNull(z.string().trim().min(1).max(1000)),
      contactNote: z
        .string()
        .trim()
        .min(1)
        .max(1000)
        .nullable()
        .optional()
        .describe(`How and when it is safe to make contact. ${leftAsItStands}`),
    })
    .refine(({ name, organisation }) => name !== null || organisation !== null, 'Give a name or an organisation'),
)

const grounds = Object.keys(enhancedGrounds) as [keyof typeof enhancedGrounds, ...Array<keyof typeof enhancedGrounds>]

export const enhancedBy = z.array(z.enum(grounds))

export const victim = named(
  'Victim',
  'A victim, with why they have enhanced rights. That somebody was under 18 is worked out from the date of birth.',
  z.strictObject({ person, enhancedBy: enhancedBy.optional().describe(leftAsItStands) }),
)

export const offenceCode = named(
  'OffenceCode',
  'A CJS offence code of the current list, such as TH68006.',
  z.string().regex(/^(COML|[A-Z]{2}\d{2})\d{3}[ABCI]?$/),
)

export const caseId = named(
  'CaseId',
  'What we call a case: eight letters and figures.',
  z.string().regex(/^[2-9B-DF-HJ-NP-TV-Z]{8}$/),
)

export const acknowledged = named(
  'Acknowledged',
  'The message was received. “applied” is false when a version at least as new had come before, so that nothing changed.',
  z.strictObject({
    case: caseId,
    item: z.string().optional(),
    sequence,
    applied: z.boolean(),
    kept: z
      .array(z.string())
      .optional()
      .describe(
        'JSON pointers to what was sent again unchanged and was corrected here meanwhile: the correction stays. Show it to whoever keeps your system right.',
      ),
  }),
)

export const problem = named(
  'Problem',
  'Why a request was not done (RFC 9457). Match on “code”; show “detail” to a person.',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string(),
          detail: z.string(),
          here: z
            .unknown()
            .optional()
            .describe('What stands here, where both systems changed it. Left out for a token that may not read cases.'),
          sent: z.unknown().optional().describe('What was sent.'),
        }),
      )
      .optional(),
    instance: z.string(),
  }),
)

/** The details that a version gives of somebody, on top of those that stand. */
export const detailsIn = (told: z.infer<typeof person>, standing: PersonDetails | null): PersonDetails => ({
  ...told,
  contactNote: told.contactNote === undefined ? (standing?.contactNote ?? null) : told.contactNote,
})
