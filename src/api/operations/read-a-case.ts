import { z } from 'zod'
import type { CaseFile, CasePerson } from '../../casework/cases/read-case.ts'
import { caseStates } from '../../casework/investigation/case-state.ts'
import { caseLookedAtBySystem, caseParameter } from '../cases.ts'
import { readItems } from '../messages/read-items.ts'
import { itemKinds } from '../messages/sent-item.ts'
import { paths } from '../../paths.ts'
import type { Json } from '../../platform/record/decider.ts'
import type { Reading } from '../operation.ts'
import { caseId, day, enhancedBy, moment, named, offenceCode, sequence } from '../schemas.ts'

const text = z.string()

/** The shape of what is answered: as it is sent, with nothing to be read. */
const personShown = named(
  'PersonShown',
  'Somebody in a case. “details” is null once they were erased.',
  z.strictObject({
    id: text,
    part: z.enum(['victim', 'witness', 'reporter', 'other']),
    number: z.int().nullable().describe('1 for the first victim or witness.'),
    enhancedBy,
    details: z
      .strictObject({
        name: text.nullable(),
        organisation: text.nullable(),
        dateOfBirth: day.nullable(),
        phone: text.nullable(),
        email: text.nullable(),
        address: text.nullable(),
        contactNote: text.nullable(),
      })
      .nullable(),
  }),
)

const dutyShown = named(
  'Duty',
  'Something owed in the case, with its date and the rule it stands under. How the date was worked out stands at “explained”.',
  z.strictObject({
    id: text,
    what: text,
    owedBy: text,
    owedTo: text,
    dueAt: moment.nullable(),
    dueOn: day,
    metAt: moment.nullable(),
    waived: z.boolean(),
    explained: text,
  }),
)

const caseShown = named(
  'Case',
  'A case as your agency may see it.',
  z.strictObject({
    case: caseId,
    references: z.array(z.strictObject({ kind: z.enum(itemKinds), reference: text, item: text.optional(), sequence })),
    urn: text.nullable(),
    crimeReference: text.nullable(),
    state: z.enum(Object.keys(caseStates) as [string, ...string[]]),
    stateInWords: text,
    force: text,
    unit: text.nullable(),
    reportedAt: moment,
    what: text,
    where: text,
    from: day,
    to: day,
    suspectedOffence: z.strictObject({ code: offenceCode, title: text }).nullable(),
    recordedAsCrime: z.boolean().nullable().describe('Null until it is decided.'),
    investigated: z.boolean().nullable().describe('Null until it is decided.'),
    people: z.array(personShown),
    duties: z.array(dutyShown).nullable().describe('Null for a token without the scope duties.read.'),
  }),
)

export const readACase: Reading = {
  id: 'readCase',
  method: 'GET',
  path: '/cases/{case}',
  summary: 'Read a case',
  about: 'What is alleged, where it stands, the people in it and what is owed. It is logged that your system looked.',
  scope: 'case.read',
  parameters: [caseParameter],
  personal: true,
  answer: caseShown,
  async read(asked) {
    const file = await caseLookedAtBySystem(asked, 'Case, by the API')
    const { summary } = file
    const items = await asked.request.read((tx) => readItems(tx, summary.id))
    const { publicUrl } = asked.house.installation.configuration
    const maySeeDuties = asked.request.viewer.permissions.includes('duties.read')
    return {
      case: summary.id,
      references: items.map(({ kind, reference, item, sequence: version }) => ({
        kind,
        reference,
        ...(item && { item }),
        sequence: version,
      })),
      ...summaryShown(file),
      people: file.people.map(personOf),
      duties: maySeeDuties ? dutiesOf(file, publicUrl) : null,
    }
  },
}

function summaryShown({ summary }: CaseFile): { readonly [name: string]: Json } {
  const { urn, crimeReference, state, force, unit, reportedAt, what, place, from, to, offence, offenceTitle } = summary
  return {
    urn,
    crimeReference,
    state,
    stateInWords: caseStates[state],
    force,
    unit,
    reportedAt,
    what,
    where: place,
    from,
    to,
    suspectedOffence: offence === null ? null : { code: offence, title: offenceTitle ?? '' },
    recordedAsCrime: summary.crime,
    investigated: summary.investigate,
  }
}

function personOf({ id, victimNumber, witness, isReporter, enhancedBy, details }: CasePerson): Json {
  const part = victimNumber !== null ? 'victim' : witness ? 'witness' : isReporter ? 'reporter' : 'other'
  return { id, part, number: victimNumber ?? witness?.number ?? null, enhancedBy, details }
}

const dutiesOf = ({ duties }: CaseFile, publicUrl: string): Json =>
  duties.map(({ id, what, owedBy, owedTo, dueAt, dueOn, metAt, waived }) => ({
    id,
    what,
    owedBy: owedBy.name,
    owedTo: owedTo.name,
    dueAt,
    dueOn,
    metAt,
    waived: waived !== null,
    explained: `${publicUrl}${paths.duty(id)}`,
  }))
