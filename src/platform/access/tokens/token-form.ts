import { type LocalDate, localDateOf } from '../../../calendar/local-date.ts'
import { type FieldError, type Form, type Parsed, accepted, formOf, rejected } from '../../web/layout/form.ts'
import { Refusal } from '../../refusal.ts'
import { type Sent, textOf } from '../sent.ts'
import { refuseToken } from './refusals.ts'

type TokenTyped = { readonly name: string; readonly scopes: readonly string[]; readonly lastDay: LocalDate }

/** What was typed to give a system access, with everything that is missing said at once. */
export function parseToken(sent: Sent): Parsed<TokenTyped> {
  const [name, scopes] = [textOf(sent, 'name'), formOf(sent).choices('scopes').values]
  const expires = lastDayIn(sent)
  const errors: FieldError[] = []
  if (name === '') errors.push({ field: 'name', text: refuseToken('api-token.name-missing').message })
  if (scopes.length === 0) errors.push({ field: 'scopes', text: refuseToken('api-token.no-scope').message })
  if (expires.day === null) errors.push(expires.error)
  if (expires.day === null || errors.length > 0) return rejected(sent, errors)
  return accepted({ name, scopes, lastDay: expires.day })
}

function lastDayIn(sent: Sent): { readonly day: LocalDate } | { readonly day: null; readonly error: FieldError } {
  const parts = ['year', 'month', 'day'].map((part) => textOf(sent, `expires-${part}`))
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts.map(Number)
  const date = parts.every((part) => /^\d{1,4}$/.test(part)) ? localDateOf(year, month, day) : null
  if (date) return { day: date }
  const text = parts.every((part) => part === '')
    ? 'Enter the last day on which the token works'
    : 'The last day must be a real date, such as 31 3 2027'
  return { day: null, error: { field: 'expires', text, href: '#expires-day' } }
}

/** The field that each refusal is about; what is too long depends on the form. */
const fieldOf: Readonly<Record<string, string>> = {
  'api-token.scope-not-for-agency': 'scopes',
  'api-token.expired-from-start': 'expires',
  'api-token.expires-too-late': 'expires',
  'api-token.reason-missing': 'reason',
}

/** The form with what was typed and what a rule said no to, or null once the command was performed. */
export async function refusedToken(sent: Sent, perform: () => Promise<unknown>): Promise<Form | null> {
  try {
    await perform()
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const field = fieldOf[error.code] ?? ('reason' in sent ? 'reason' : 'name')
    return formOf(sent, [{ field, text: error.message, href: hrefOf(field, sent) }])
  }
}

/** Every token has a field for the reason of its end, so that the link must say which one is meant. */
function hrefOf(field: string, sent: Sent): string {
  if (field === 'reason') return `#reason-${textOf(sent, 'token')}`
  return field === 'expires' ? '#expires-day' : `#${field}`
}
