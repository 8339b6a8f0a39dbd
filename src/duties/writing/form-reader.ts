import { type LocalDate, localDateOf } from '../../calendar/local-date.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import type { FieldError } from '../../platform/web/layout/form.ts'
import { longestAnswer } from '../undertaking/decide.ts'

/** Reads fields one after another and gathers what is wrong with them, in the order in which they stand on the page. */
export type FormReader = {
  readonly errors: readonly FieldError[]
  /** Text that may be left out, unless `missing` says what to tell who left it out. At most `most` characters. */
  text(name: string, missing?: string, most?: number): string
  /** A day from the three parts of a date input; null, with an error gathered, when they are not one. */
  date(name: string, what: string): LocalDate | null
  /** A whole number of at least 1. */
  count(name: string, missing: string): number | null
  choice<Choice extends string>(name: string, choices: readonly Choice[], missing: string): Choice | null
  /** Something that no single field shows to be wrong. `href` leads to where it is mended. */
  wrong(field: string, text: string, href?: string): null
}

export function formReader(sent: Sent): FormReader {
  const errors: FieldError[] = []
  const wrong = (field: string, text: string, href = `#${field}`): null => {
    errors.push({ field, text, href })
    return null
  }
  return {
    errors,
    wrong,
    text(name, missing, most = longestAnswer) {
      const text = textOf(sent, name)
      if (missing !== undefined && text === '') wrong(name, missing)
      if (text.length > most) wrong(name, `Use ${most.toLocaleString('en-GB')} characters or fewer`)
      return text
    },
    date(name, what) {
      const [day, month, year] = ['day', 'month', 'year'].map((part) => textOf(sent, `${name}-${part}`))
      const first = `#${name}-day`
      if (!day && !month && !year) return wrong(name, `Enter ${what}`, first)
      if (year && /^\d{1,3}$/.test(year)) {
        return wrong(name, `Give the year of ${what} in full, such as 2027`, `#${name}-year`)
      }
      const parts = [year, month, day].map((part) => (part && /^\d{1,4}$/.test(part) ? Number(part) : Number.NaN))
      const [y = Number.NaN, m = Number.NaN, d = Number.NaN] = parts
      const date = parts.some(Number.isNaN) ? null : localDateOf(y, m, d)
      return date ?? wrong(name, `${capitalised(what)} must be a real date, such as 31 3 2027`, first)
    },
    count(name, missing) {
      const text = textOf(sent, name)
      if (text === '') return wrong(name, missing)
      return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : wrong(name, 'Enter a whole number, 1 or more')
    },
    choice(name, choices, missing) {
      const text = textOf(sent, name)
      return choices.find((choice) => choice === text) ?? wrong(name, missing)
    },
  }
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The three parts of a date input as a form sends them, for a field that begins filled in. */
export function dateParts(name: string, date: LocalDate): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}
