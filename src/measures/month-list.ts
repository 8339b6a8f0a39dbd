import { type LocalMonth, formatMonth, monthRange } from '../calendar/local-month.ts'
import { monthRuns } from '../platform/charts/months.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { type Html, html } from '../platform/web/html.ts'

const yearOf = (month: LocalMonth): string => month.slice(0, 4)

/** The months between the first and the last that are not there. */
export function missingMonths(months: readonly LocalMonth[]): readonly LocalMonth[] {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const held = new Set(months)
  return monthRange(first, last).filter((month) => !held.has(month))
}

/** `February 2016 to March 2016; April 2017`, or null when none is missing. */
export function missingInWords(months: readonly LocalMonth[]): string | null {
  const missing = missingMonths(months)
  return missing.length === 0 ? null : monthRuns(missing)
}

/** Every month that there is, by year, latest year first, each a link; and what is missing, said and not skipped. */
export function monthList(months: readonly LocalMonth[], href: (month: LocalMonth) => string): Html {
  const missing = missingMonths(months)
  const years = [...new Set(months.map(yearOf))].toReversed()
  const link = (month: LocalMonth): Html => {
    const [name = '', year = ''] = formatMonth(month).split(' ')
    return html`<a class="govuk-link" href="${href(month)}"
      >${name}<span class="govuk-visually-hidden"> ${year}</span></a
    >`
  }
  const joined = (links: readonly Html[]): readonly Html[] =>
    links.map((one, index) => (index === 0 ? one : html`, ${one}`))
  return summaryList({
    rows: years.map((year) => {
      const gaps = missing.filter((month) => yearOf(month) === year)
      const words = gaps.length > 0 && html`<br /><span class="fp-muted">Not held: ${monthRuns(gaps)}</span>`
      const links = joined(months.filter((month) => yearOf(month) === year).map(link))
      return { key: { text: year }, value: { html: html`${links}${words}` } }
    }),
  })
}
