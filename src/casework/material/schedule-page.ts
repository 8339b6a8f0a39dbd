import { formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { warningText } from '../../platform/web/components/warning-text/warning-text.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { page } from '../../platform/web/layout/page.ts'
import type { Looking } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import { materialKinds } from './held-material.ts'
import type { SeenMaterial } from './read-material.ts'
import { notForTheDefence } from './schedule-document.ts'
import { type Schedule, type ScheduleLine, presumedDisclosable, schedules } from './schedule.ts'

/** A schedule as it is looked at. */
type ScheduleView = Looking & {
  readonly file: CaseFile
  readonly schedule: Schedule
  readonly lines: readonly ScheduleLine[]
  /** Items that were received and whose use is not decided yet. */
  readonly undecided: number
  /** Items left off MG6C because they never go to the defence. */
  readonly keptOff: readonly SeenMaterial[]
}

/** A schedule of unused material as the register gives it now, to be read, printed and saved. */
export function schedulePage({ chrome, at, file, schedule, lines, undecided, keptOff }: ScheduleView): Html {
  const { id } = file.summary
  const { form, title } = schedules[schedule]
  const heading = caseHeading(file.summary)
  return page(chrome, {
    title: `${title} (${form})`,
    caption: heading,
    breadcrumbs: [
      { text: 'Cases', href: paths.deskCases },
      { text: heading, href: paths.deskCase(id) },
      { text: 'Material', href: paths.deskCaseMaterial(id) },
      { text: form },
    ],
    body: [
      schedule === 'mg6d' && warningText({ text: notForTheDefence }),
      undecided > 0 && stillOpen(undecided, id),
      schedule === 'mg6c' && keptOff.map((item) => leftOff(item, id)),
      schedule === 'mg6c' && lines.length > 0 && beforeItIsServed(),
      lines.length === 0 ? nothingHere(schedule) : linesTable(schedule, lines, id),
      html`<p class="govuk-body fp-muted">
        As the register stands at ${formatInstant(at)}. Numbers follow the register, so that a later decision may move them.
      </p>`,
      lines.length > 0 &&
        html`<p class="govuk-body fp-no-print">
          <a class="govuk-link" href="${paths.deskCaseSchedulePdf(id, schedule)}" download>Save as PDF</a> or
          <a class="govuk-link" href="${paths.deskCaseScheduleDownload(id, schedule)}" download>as CSV</a>
        </p>`,
      presumption(),
    ],
  })
}

const stillOpen = (undecided: number, id: string): Content =>
  insetText({
    html: html`${undecided === 1 ? 'For 1 item it is' : `For ${undecided} items it is`} not decided yet what it is used
      for, so this schedule may not be whole.
      <a class="govuk-link" href="${paths.deskCaseMaterial(id)}?use=undecided">Show what is undecided</a>.`,
  })

const leftOff = ({ key, kind }: SeenMaterial, id: string): Content =>
  insetText({
    html: html`<a class="govuk-link" href="${paths.deskCaseMaterialItem(id, key)}">${key}</a> is recorded as unused and is
      left off this schedule: ${materialKinds[kind]} does not go to the defence. Decide again what it is used for.`,
  })

/** What nobody can check but a reader: titles and descriptions are free words. */
const beforeItIsServed = (): Content =>
  html`<p class="govuk-body fp-no-print">
    The defence reads every word of this. Before it is served, see that no line gives the name, address or other details
    of a victim or witness, and correct the item where one does.
  </p>`

const labelled = (label: string, words: Content): Cell => ({ html: words, attributes: { 'data-label': label } })

const linesTable = (schedule: Schedule, lines: readonly ScheduleLine[], id: string): Content =>
  table({
    classes: 'fp-stacked fp-schedule',
    caption: schedules[schedule].title,
    captionClasses: 'govuk-visually-hidden',
    head: ['Number', 'Material', 'Reference', 'If not held', ...(schedule === 'mg6d' ? ['Why it is sensitive'] : [])],
    rows: lines.map(({ number, item, title, description, exhibitReference, held, reason }) => [
      labelled('Number', String(number)),
      labelled('Material', html`<strong>${title}</strong><span class="fp-duty__about">${description}</span>`),
      labelled(
        'Reference',
        html`<a class="govuk-link" href="${paths.deskCaseMaterialItem(id, item)}">${item}</a>
          <span class="fp-duty__about">${exhibitReference}</span>`,
      ),
      labelled('If not held', held || '–'),
      ...(schedule === 'mg6d' ? [labelled('Why it is sensitive', reason ?? '')] : []),
    ]),
  })

const nothingHere = (schedule: Schedule): Content =>
  emptyState({
    heading: 'Nothing stands on this schedule',
    text:
      schedule === 'mg6c'
        ? 'Material comes here when police decide that it is unused: relevant to the case, and not relied on.'
        : 'Material comes here when police decide that it is unused and sensitive, with the reason.',
  })

const presumption = (): Content =>
  details({
    summaryText: 'What is presumed to be disclosed',
    html: html`<p class="govuk-body">
        Unconfirmed: drawn up from general knowledge of the Attorney General’s Guidelines on Disclosure, in force from
        29 May 2024, whose paragraphs were not read for it.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${presumedDisclosable.map((one) => html`<li>${one}</li>`)}
      </ul>`,
  })
