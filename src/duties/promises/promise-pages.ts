import type { Instant } from '../../calendar/instant.ts'
import { formatDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { figures } from '../../platform/web/components/figures/figures.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
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
  const { counts } = promises
  return {
    title: `Promises due in ${counts.year.title}`,
    lede: 'What the agencies of this area owe in public, by when, under which law or plan, and whether each was kept.',
    body: [
      html`<p class="govuk-body">
        Counted by the day on which each is due, in the financial year from ${formatDate(counts.year.first)} to
        ${formatDate(counts.year.last)}.
      </p>`,
      promiseFigures(counts),
      promiseTable(promises, at),
      howCounted,
    ],
  }
}

const number = (count: number): string => count.toLocaleString('en-GB')

export const promiseFigures = ({ made, kept, late, open, waived }: PromiseCounts): Content =>
  figures([
    { value: number(made), label: 'promises due this year' },
    { value: number(kept), label: 'kept in time' },
    { value: number(late), label: 'late', ...(late > 0 && { standing: 'breach' as const }) },
    { value: number(open), label: 'open, not due yet' },
    ...(waived > 0 ? [{ value: number(waived), label: 'waived' }] : []),
  ])

function promiseTable({ counts, duties, page, pages }: Promises, at: Instant): Content {
  if (duties.length === 0) {
    return emptyState({
      heading: 'Nothing here yet',
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
          html: html`<a class="govuk-link" href="${paths.promise(duty.id)}"
            >${duty.what}<span class="govuk-visually-hidden">, ${duty.owedBy.name}</span></a
          >`,
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

const definition = (key: string, text: string) => ({ key: { text: key }, value: { text } })

const howCounted: Content = [
  html`<h2 class="govuk-heading-m">How this is counted</h2>`,
  summaryList({
    classes: 'fp-narrow-keys',
    rows: [
      definition(
        'Due this year',
        'A promise belongs to the financial year in which it is due, so each is counted once.',
      ),
      definition('Kept in time', 'Met by the end of the day on which it was due, or by the hour where one was set.'),
      definition('Late', 'Met after that, or past it and not met.'),
      definition('Open, not due yet', 'Neither met nor past its time.'),
      definition(
        'Waived',
        'Let off by the agency that it was owed to; where that is the public, by the agency that owed it. The reason stands on the promise’s own page.',
      ),
      definition(
        'Corrected date',
        'A promise counts by the date that stands now. Its page shows the date before, and why it was corrected.',
      ),
    ],
  }),
]

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
