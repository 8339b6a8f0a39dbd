import { type LocalMonth, formatMonth } from '../calendar/local-month.ts'
import { paths } from '../paths.ts'
import { figures } from '../platform/web/components/figures/figures.ts'
import { type Cell, wideTable } from '../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import type { Page } from '../platform/web/layout/page.ts'
import { lineAddress, withQuery } from './addresses.ts'
import { thousands, numeric, strong } from './cells.ts'
import type { Place } from './area.ts'
import { type Measure, type MeasurePoint, type MeasureRow, fewest, figureOf, isSmall } from './measure.ts'
import { monthList } from './month-list.ts'

/** One month's figure and the rows of source files that it is worked out from. */
export function measureMonthPage(
  measure: Measure,
  place: Place,
  point: MeasurePoint,
  rows: readonly MeasureRow[],
): Page {
  const back = withQuery(paths.measure(measure.code), { area: place.key })
  return {
    title: `${measure.title}, ${formatMonth(point.month)}`,
    caption: place.name,
    lede: measure.definition,
    breadcrumbs: [
      { text: 'Performance', href: paths.performance },
      { text: 'Measure', href: back },
      { text: formatMonth(point.month) },
    ],
    body: html`
      ${figures([
        {
          value: figureOf(measure, point),
          label: `${place.name}, ${formatMonth(point.month)}`,
          note: workedOut(point),
        },
      ])}
      ${
        isSmall(point) &&
        html`<p class="govuk-body">The share is of fewer than ${fewest}. One case moves it by several points.</p>`
      }
      <h2 class="govuk-heading-m">The rows it is the sum of</h2>
      <p class="govuk-body">Each row leads to its line in the source file, as it was published.</p>
      ${rowTable(measure, point, rows)} ${sourceList(rows)}
      <p class="govuk-body"><a class="govuk-link" href="${back}">What is counted, and every other month</a></p>
    `,
  }
}

const workedOut = ({ numerator, denominator }: MeasurePoint): string | undefined =>
  denominator === null ? undefined : `${thousands(numerator)} of ${thousands(denominator)}`

function rowTable(measure: Measure, point: MeasurePoint, rows: readonly MeasureRow[]): Html {
  const isShare = measure.denominator !== null
  const counts = (numerator: number, denominator: number | null, as: (text: string) => Content): readonly Cell[] =>
    isShare
      ? [numeric(as(thousands(numerator))), numeric(as(thousands(denominator ?? 0)))]
      : [numeric(as(thousands(numerator)))]
  const heads = isShare ? ['Numerator', 'Denominator'] : ['Counted']
  return wideTable({
    label: `Rows behind ${figureOf(measure, point)}`,
    head: ['Row', ...heads.map(numeric)],
    rows: [
      ...rows.map((row): readonly Cell[] => [
        { html: rowLink(row), classes: 'govuk-!-font-weight-regular' },
        ...counts(row.numerator, row.denominator, (text) => text),
      ]),
      ['Sum', ...counts(point.numerator, point.denominator, strong)],
    ],
    firstCellIsHeader: true,
  })
}

function rowLink({ place, what, contentSha256, line }: MeasureRow): Html {
  const words = `${place}, ${what.charAt(0).toLowerCase()}${what.slice(1)}`
  if (line === null) return html`<a class="govuk-link" href="${paths.sourceFile(contentSha256)}">${words}</a>`
  return html`<a class="govuk-link" href="${lineAddress(contentSha256, line)}">${words}</a>
    <span class="fp-muted">line ${line}</span>`
}

function sourceList(rows: readonly MeasureRow[]): Html {
  const files = new Map(rows.map(({ contentSha256, fileName }) => [contentSha256, fileName]))
  return html`<h2 class="govuk-heading-m">${files.size === 1 ? 'The source file' : 'The source files'}</h2>
    <ul class="govuk-list">
      ${[...files].map(
        ([sha256, name]) =>
          html`<li>
            <a class="govuk-link" href="${paths.sourceFile(sha256)}">${name}</a><br />
            <span class="fp-muted">SHA-256 <span class="fp-code">${sha256}</span></span>
          </li>`,
      )}
    </ul>`
}

/** 404: there is no figure of the month. It says of which months there are. */
export function noSuchFigurePage(measure: Measure, place: Place, asked: string, points: readonly MeasurePoint[]): Page {
  return {
    title: 'There is no figure of that month',
    caption: measure.title,
    lede: `No figure is held for ${place.name} in ${asked}.${points.length > 0 ? ' These months are held.' : ''}`,
    body: html`${monthList(
      points.map(({ month }) => month),
      (month: LocalMonth) => withQuery(paths.measureMonth(measure.code, month), { area: place.key }),
    )}
      <p class="govuk-body">
        <a class="govuk-link" href="${withQuery(paths.measure(measure.code), { area: place.key })}">What is counted</a>
      </p>`,
  }
}
