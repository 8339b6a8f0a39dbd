import path from 'node:path'
import { monthName } from '../../calendar/local-date.ts'
import { type LocalMonth, isLocalMonth } from '../../calendar/local-month.ts'

/** What a file's name and folder say about its month, or why no month can be had from them. */
type MonthFound = { readonly ok: true; readonly month: LocalMonth } | { readonly ok: false; readonly reason: string }

const monthNumbers = new Map<string, number>(
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const name = monthName(month).toLowerCase()
    return [
      [name, month],
      [name.slice(0, 3), month],
    ] satisfies Array<[string, number]>
  }),
).set('sept', 9)

const yearShape = /^(?:19|20)\d\d$/
const numericMonth = /(?<!\d)((?:19|20)\d\d)[-_](0[1-9]|1[0-2])(?!\d)/g

type Stated = { readonly years: ReadonlySet<number>; readonly months: ReadonlySet<number> }

/** Years and months in a name such as `principal_offence_category_september_2016` or `outcomes-2016-09`. */
function statedBy(name: string): Stated {
  const words = name.toLowerCase().split(/[^a-z0-9]+/)
  const numeric = [...name.matchAll(numericMonth)]
  return {
    years: new Set(words.filter((word) => yearShape.test(word)).map(Number)),
    months: new Set([
      ...words.flatMap((word) => monthNumbers.get(word) ?? []),
      ...numeric.map(([, , month]) => Number(month)),
    ]),
  }
}

const only = <T>(values: ReadonlySet<T>): T | null => (values.size === 1 ? ([...values][0] ?? null) : null)

/**
 * The month a file is of: from its name (`…_september_2016.csv`), else its folder's year and its name
 * (`2017/…_Jul.csv`), else `given`. Never guessed: what contradicts is refused, and so is a month nobody states.
 */
export function monthOfFile(file: string, given: LocalMonth | null): MonthFound {
  const { dir, name } = path.parse(file)
  const stated = statedBy(name)
  if (stated.years.size > 1) return no(`its name has two years: ${[...stated.years].join(' and ')}`)
  if (stated.months.size > 1) {
    return no(`its name has two months: ${[...stated.months].map(monthName).join(' and ')}`)
  }
  const month = only(stated.months)
  const folder = path.basename(dir)
  const year = only(stated.years) ?? (month !== null && yearShape.test(folder) ? Number(folder) : null)
  return agreed({ year, month }, given)
}

function agreed({ year, month }: { year: number | null; month: number | null }, given: LocalMonth | null): MonthFound {
  if (given) {
    const [givenYear, givenMonth] = given.split('-').map(Number)
    if (year !== null && year !== givenYear) return no(`its name or folder says ${year}, and --month says ${given}`)
    if (month !== null && month !== givenMonth) {
      return no(`its name says ${monthName(month)}, and --month says ${given}`)
    }
    return { ok: true, month: given }
  }
  if (month === null) return no('its name gives no month; say it with --month YYYY-MM')
  if (year === null) return no('neither its name nor its folder gives a year; say the month with --month YYYY-MM')
  const text = `${year}-${String(month).padStart(2, '0')}`
  return isLocalMonth(text) ? { ok: true, month: text } : no(`${text} is not a month`)
}

const no = (reason: string): MonthFound => ({ ok: false, reason })
