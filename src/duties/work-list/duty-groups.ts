import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { dueWords, mayDo, partyWithin, relativeDue, standingTag, undertakingIdOf } from '../duty-words.ts'
import type { SeenDuty } from '../read-duty.ts'
import { dutyKindTitle } from '../rules.ts'
import type { WorkList } from './read-work-list.ts'
import { type When, whens } from './work-list-query.ts'

const titles: Readonly<Record<When, string>> = {
  overdue: 'Overdue',
  today: 'Due today',
  week: 'This week',
  later: 'Later',
}

/** The duties of a page, each group under its heading with how many it holds in all. */
export function dutyGroups(list: WorkList, viewer: Viewer, at: Instant): Content {
  return whens.map((when) => {
    const duties = list.duties.filter((duty) => whenOf(duty, list, at) === when)
    if (duties.length === 0) return null
    return table({
      classes: 'fp-stacked fp-duties',
      caption: `${titles[when]} (${list.counts[when].toLocaleString('en-GB')})`,
      captionClasses: 'govuk-table__caption--m',
      head: ['What', 'Due', 'Whose move', { text: html`<span class="govuk-visually-hidden">Action</span>` }],
      rows: duties.map((duty) => dutyCells(duty, viewer, at)),
    })
  })
}

function whenOf({ dueOn, dueAt }: SeenDuty, { sunday }: WorkList, at: Instant): When {
  if (dueAt < at) return 'overdue'
  if (dueOn <= toLocalDate(at)) return 'today'
  return dueOn <= sunday ? 'week' : 'later'
}

const labelled = (label: string, words: Content, classes = ''): Cell => ({
  html: words,
  classes,
  attributes: { 'data-label': label },
})

function whatCell({ what, about, kind }: SeenDuty): Cell {
  const aboutWords = about?.path ? html`<a class="govuk-link" href="${about.path}">${about.text}</a>` : about?.text
  return labelled(
    'What',
    html`<span class="fp-duty__what">${what}</span>
      <span class="fp-duty__about">${aboutWords && [aboutWords, ' · ']}${dutyKindTitle(kind)}</span>`,
    'fp-duty__first',
  )
}

/** What was met or waived, the latest first, and how each ended. */
export const closedDuties = ({ duties, total }: WorkList, at: Instant): Content =>
  table({
    classes: 'fp-stacked',
    caption: `Met or waived (${total.toLocaleString('en-GB')})`,
    captionClasses: 'govuk-table__caption--m',
    head: ['What', 'Was due', 'By whom', 'How it ended'],
    rows: duties.map((duty) => [
      whatCell(duty),
      labelled(
        'Was due',
        html`<a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a>`,
        'fp-duty__due',
      ),
      labelled('By whom', duty.owedBy.name),
      labelled('How it ended', tag(standingTag(duty, at))),
    ]),
  })

function dutyCells(duty: SeenDuty, viewer: Viewer, at: Instant): readonly Cell[] {
  const late = at > duty.dueAt
  return [
    whatCell(duty),
    labelled(
      'Due',
      html`<a class="govuk-link" href="${paths.duty(duty.id)}"
          >${dueWords(duty)}<span class="govuk-visually-hidden">: how this date was worked out</span></a
        >
        <span class="${late ? 'fp-duty__about fp-breach' : 'fp-duty__about'}">${relativeDue(duty, at)}</span>`,
      'fp-duty__due',
    ),
    labelled(
      'Whose move',
      html`${duty.owedBy.account && duty.owedBy.account === viewer.account ? `You, ${duty.owedBy.name}` : duty.owedBy.name}
        <span class="fp-duty__about">to ${partyWithin(duty.owedTo.name)}</span>`,
    ),
    labelled('Action', actionOf(duty, viewer), 'fp-duty__action'),
  ]
}

/** The one thing to do next: to record that it was met, or to go where the work is done. */
function actionOf(duty: SeenDuty, viewer: Viewer): Content {
  const { id, about, what } = duty
  const hidden = html`<span class="govuk-visually-hidden">: ${what}</span>`
  if (undertakingIdOf(duty) !== null && mayDo('met', duty, viewer)) {
    return html`<a class="govuk-link" href="${paths.dutyAct(id, 'met')}">Mark as met${hidden}</a>`
  }
  if (about?.path) return html`<a class="govuk-link" href="${about.path}">Go to it${hidden}</a>`
  return html`<a class="govuk-link" href="${paths.duty(id)}">See the duty${hidden}</a>`
}
