import type { Instant } from '../../calendar/instant.ts'
import { formatDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { figures } from '../../platform/web/components/figures/figures.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { table } from '../../platform/web/components/table/table.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { dueWords, standingTag } from '../duty-words.ts'
import { dateHeading, parties, whoseMove } from '../explain/duty-page.ts'
import { explained } from '../explain/explained.ts'
import type { SeenDuty } from '../read-duty.ts'
import { dutyKindTitle } from '../rules.ts'
import type { PromiseCounts, Promises } from './read-promises.ts'

/** `/promises`: what the area's agencies owe in public this financial year, and whether they kept it. */
export function promisesPage(promises: Promises, at: Instant): Page {
  const { year } = promises.counts
  return {
    title: `Promises due in ${year.title}`,
    lede: 'What the agencies of this area owe in public, by when, under which law or plan, and whether each was kept.',
    body: [promiseFigures(promises.counts), promiseTable(promises, at), howCounted(promises)],
  }
}

/** The year's public promises in four numbers. */
export function promiseFigures({ made, kept, late, open }: PromiseCounts): Content {
  return figures([
    { value: made, label: 'promises made' },
    { value: kept, label: 'kept in time' },
    { value: late, label: 'late', ...(late > 0 && { standing: 'breach' as const }) },
    { value: open, label: 'not due yet' },
  ])
}

function promiseTable({ counts, duties, page, pages }: Promises, at: Instant): Content {
  if (duties.length === 0) {
    return emptyState({
      heading: 'No promise is due this year yet',
      text: 'A promise comes here when an agency writes down what it owes in public, such as a report that a statute requires.',
    })
  }
  return [
    table({
      classes: 'fp-stacked',
      caption: `The promises of ${counts.year.title} by date`,
      captionClasses: 'govuk-table__caption--m',
      head: ['What', 'Due', 'Who', 'How it stands'],
      rows: duties.map((duty) => [
        {
          html: html`<a class="govuk-link" href="${paths.promise(duty.id)}">${duty.what}</a>`,
          classes: 'fp-duty__first',
          attributes: { 'data-label': 'What' },
        },
        { text: dueWords(duty), attributes: { 'data-label': 'Due' } },
        { text: duty.owedBy.name, attributes: { 'data-label': 'Who' } },
        { html: tag(standingTag(duty, at)), attributes: { 'data-label': 'How it stands' } },
      ]),
    }),
    pagesOf({ current: page, last: pages, href: (wanted) => `${paths.promises}?page=${wanted}` }),
  ]
}

const howCounted = ({ counts: { year, waived } }: Promises): Content =>
  html`<p class="govuk-body fp-muted">
    Counted by the day each is due, from ${formatDate(year.first)} to ${formatDate(year.last)}. “Late” is what was met
    after its time, and what is past it and not met.
    ${waived > 0 && (waived === 1 ? 'One was waived and is in the first number only.' : `${waived} were waived and are in the first number only.`)}
  </p>`

/** `/promises/:id`: one promise and how its date was worked out. */
export const promisePage = (duty: SeenDuty, at: Instant): Page => ({
  title: duty.what,
  caption: dutyKindTitle(duty.kind),
  back: { text: 'All promises', href: paths.promises },
  body: [
    dateHeading(duty, at),
    whoseMove(duty, at),
    explained(duty),
    html`<h2 class="govuk-heading-m">Who and what</h2>`,
    parties({ ...duty, public: false }),
  ],
})
