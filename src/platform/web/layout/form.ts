import { html, type Content, type Html } from '../html.ts'
import { errorSummaryBlock } from '../components/error-summary/error-summary.ts'

export type FieldError = {
  /** The name of the field, or of the set of fields such as a date's. */
  readonly field: string
  /** What to do about it, as the reader should see it: "Enter the date of the offence". */
  readonly text: string
  /** Where the link in the summary goes; to the field by its name unless told. A date's is `#name-day`. */
  readonly href?: string
}

/** What was sent, so that it can be shown again, and what was wrong with it. */
export type Form = {
  readonly errors: readonly FieldError[]
  /** For a component with one value: `input({ name: 'urn', ...form.field('urn') })`. */
  field(name: string): { readonly value: string | undefined; readonly errorMessage: Message }
  /** For checkboxes, which may send several values under one name. */
  choices(name: string): { readonly values: readonly string[]; readonly errorMessage: Message }
  /** For a date input, whose parts are sent as `name-day`, `name-month` and `name-year`. */
  date(name: string): {
    readonly id: string
    readonly namePrefix: string
    readonly values: Readonly<Record<string, string>>
    readonly errorMessage: Message
  }
}

type Message = { readonly text: string } | undefined

/** What a route gets from parsing a form: a command to perform, or the form to show again. */
export type Parsed<Command> = { readonly ok: true; readonly command: Command } | ({ readonly ok: false } & Form)

type Sent = Readonly<Record<string, unknown>>

function sentValues(sent: Sent, name: string): readonly string[] {
  const value = sent[name]
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string' || typeof one === 'number').map(String)
}

/** A form holding `sent`, as from `request.body` or from what stands recorded, with the errors found in it. */
export function formOf(sent: Sent, errors: readonly FieldError[] = []): Form {
  const messageFor = (name: string): Message => {
    const error = errors.find(({ field }) => field === name)
    return error && { text: error.text }
  }
  return {
    errors,
    field: (name) => ({ value: sentValues(sent, name)[0], errorMessage: messageFor(name) }),
    choices: (name) => ({ values: sentValues(sent, name), errorMessage: messageFor(name) }),
    date: (name) => {
      const parts = ['day', 'month', 'year'].map((part) => `${name}-${part}`)
      const values = Object.fromEntries(parts.map((part) => [part, sentValues(sent, part)[0] ?? '']))
      return { id: name, namePrefix: name, values, errorMessage: messageFor(name) }
    },
  }
}

export const emptyForm = formOf({})

export const accepted = <Command>(command: Command): Parsed<Command> => ({ ok: true, command })

export const rejected = (sent: Sent, errors: readonly FieldError[]): { readonly ok: false } & Form => ({
  ok: false,
  ...formOf(sent, errors),
})

/** The list of errors at the top of a page, which the layout prints from a page's `errors`. Nothing when there are none. */
export function errorSummary(errors: readonly FieldError[]): Content {
  if (errors.length === 0) return null
  return errorSummaryBlock({
    titleText: 'There is a problem',
    errorList: errors.map(({ field, text, href }) => ({ text, href: href ?? `#${field}` })),
  })
}

/** The field in which a form carries its token against forged requests. */
export const csrfFieldName = 'csrf'

export const csrfField = (token: string): Html => html`<input type="hidden" name="${csrfFieldName}" value="${token}" />`
