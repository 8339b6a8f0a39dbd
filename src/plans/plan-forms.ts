import { z } from 'zod'
import { accepted, rejected, type Parsed } from '../platform/web/layout/form.ts'

/** Long enough for a paragraph; the record is no place for a document. */
const longest = 2000

const text = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(longest, `Use ${longest} characters or fewer`)

const forms = {
  link: z.object({ measure: text('Choose a measure') }),
  unlink: z.object({ reason: text('Enter the reason for taking the measure away') }),
  explain: z.object({ why: text('Enter why nothing measures this objective yet') }),
  setOut: z.object({
    text: text('Enter what the plan sets out'),
    source: text('Enter where in the plan it stands'),
  }),
  withdraw: z.object({ reason: text('Enter the reason for withdrawing this') }),
} as const

type Forms = typeof forms

/** Parses one of the plan's forms: what was typed, trimmed, or the form to show again with its errors. */
export function parsePlanForm<Name extends keyof Forms>(name: Name, body: unknown): Parsed<z.infer<Forms[Name]>> {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(body)
  const parsed = forms[name].safeParse(sent)
  if (parsed.success) return accepted(parsed.data as z.infer<Forms[Name]>)
  return rejected(
    sent,
    parsed.error.issues.map((issue) => ({ field: String(issue.path[0]), text: issue.message })),
  )
}
