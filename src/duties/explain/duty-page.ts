import { type Instant, formatInstant, toLocalDate } from '../../calendar/instant.ts'
import { formatDate, formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { nextStep } from '../../platform/web/components/next-step/next-step.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { timeline } from '../../platform/web/components/timeline/timeline.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { type DutyHappening, dutyStanding } from '../duty.ts'
import {
  type DutyAct,
  dueWords,
  dutyActs,
  fitsStanding,
  mayDo,
  relativeDue,
  standingTag,
  undertakingIdOf,
} from '../duty-words.ts'
import type { SeenDuty } from '../read-duty.ts'
import { dutyKindTitle } from '../rules.ts'
import { areaFile } from '../undertaking/undertaking.ts'
import { capitalised, explained } from './explained.ts'

/** What was just done, confirmed at the top of the page that shows it. */
export const doneWords = [
  { done: 'written', text: 'The duty is written down' },
  { done: 'met', text: 'The duty is marked as met' },
  { done: 'corrected', text: 'The duty is corrected' },
  { done: 'assigned', text: 'The duty is assigned' },
  { done: 'waived', text: 'The duty is waived' },
  { done: 'reopened', text: 'The duty is open again' },
] as const
type DoneWords = (typeof doneWords)[number]
export type Done = DoneWords['done']

type DutyPage = {
  readonly duty: SeenDuty
  readonly history: readonly DutyHappening[]
  readonly viewer: Viewer
  readonly at: Instant
  readonly done: DoneWords | null
}

/** One duty in the work space: its date large, how it was worked out, what may be done, and what happened to it. */
export function dutyPage({ duty, history, viewer, at, done }: DutyPage): Page {
  return {
    title: duty.what,
    caption: dutyKindTitle(duty.kind),
    breadcrumbs: [{ text: 'Work list', href: paths.desk }, { text: 'How a date was worked out' }],
    ...(done && { notice: { type: 'success', text: done.text } }),
    body: [
      dateHeading(duty, at),
      whoseMove(duty, at),
      undertakingIdOf(duty) !== null && actions(duty, viewer),
      explained(duty),
      html`<h2 class="govuk-heading-m">Who and what</h2>`,
      parties(duty, assignedTo(duty, viewer)),
      historyOf(history, viewer),
    ],
  }
}

/** The date large, and how the duty stands beside it in words. */
export function dateHeading(duty: SeenDuty, at: Instant): Content {
  const standing = dutyStanding(duty, at)
  const isRunning = standing === 'open' || standing === 'overdue'
  return html`<p class="fp-date"><span class="govuk-visually-hidden">Due </span>${dueWords(duty)}</p>
    <p class="govuk-body">${tag(standingTag(duty, at))} ${isRunning && relativeDue(duty, at)}</p>
    ${duty.earlierDates.map(
      ({ dueOn, correctedAt, reason }) =>
        html`<p class="govuk-body">
          Until ${formatDate(toLocalDate(correctedAt))} the date was ${formatDateLong(dueOn)}. It was corrected: ${reason}
        </p>`,
    )}`
}

/** Whose move it is, or how it ended. */
export function whoseMove(duty: SeenDuty, at: Instant): Content {
  const { owedBy, owedTo, metAt, waived } = duty
  if (metAt) return nextStep({ text: `Met on ${formatDateLong(toLocalDate(metAt))}`, whose: `By ${owedBy.name}` })
  if (waived) {
    return nextStep({ text: `Waived on ${formatDateLong(toLocalDate(waived.at))}`, whose: waived.reason })
  }
  return nextStep({
    text: `Waiting for: ${owedBy.name}`,
    whose: `Owed to: ${owedTo.name}`,
    ...(dutyStanding(duty, at) === 'overdue' && { standing: 'breach' as const }),
  })
}

const actWords: Readonly<Record<DutyAct, string>> = {
  met: 'Mark as met',
  reopen: 'Open again',
  assign: 'Assign it',
  correct: 'Correct it',
  waive: 'Waive it',
}

/** What this viewer may do to the duty as it stands; not on paper. */
function actions(duty: SeenDuty, viewer: Viewer): Content {
  const possible = dutyActs.filter((act) => fitsStanding(act, duty) && mayDo(act, duty, viewer))
  if (possible.length === 0) return null
  return html`<div class="fp-actions govuk-!-display-none-print">
    ${possible.map((act) => {
      const [text, href] = [actWords[act], paths.dutyAct(duty.id, act)]
      if (act === 'met') return button({ text, href })
      if (act === 'reopen') return button({ text, href, classes: 'govuk-button--secondary' })
      return html`<a class="govuk-link" href="${href}">${text}</a>`
    })}
  </div>`
}

/** Who the colleague is, only those learn who may assign it, on the page where they do. */
function assignedTo({ owedBy }: SeenDuty, { account }: Viewer): string {
  if (owedBy.account === undefined) return 'Nobody in particular'
  return owedBy.account === account ? 'You' : 'A colleague'
}

/** Who owes it to whom, what it is about and since when. */
export function parties(duty: SeenDuty, assigned: string | null = null): Content {
  const { id, owedBy, owedTo, about, startedOn, public: isPublic } = duty
  const row = (key: string, words: Content) => ({ key: { text: key }, value: { text: words } })
  const aboutWords = about?.path ? html`<a class="govuk-link" href="${about.path}">${about.text}</a>` : about?.text
  return summaryList({
    rows: [
      row('Owed by', owedBy.name),
      assigned && row('Assigned to', assigned),
      row('Owed to', owedTo.name),
      about && row('About', aboutWords),
      row('Clock started', formatDateLong(startedOn)),
      isPublic &&
        row('Published', html`Yes: <a class="govuk-link" href="${paths.promise(id)}">as everybody sees it</a>`),
    ],
  })
}

function historyOf(history: readonly DutyHappening[], viewer: Viewer): Content {
  if (history.length === 0) return null
  return [
    html`<h2 class="govuk-heading-m">What happened</h2>`,
    timeline({
      headingLevel: 3,
      items: history.map(({ at, account, event, detail = '' }) => ({
        label: { text: event },
        byline: { text: byWhom(account, viewer) },
        datetime: { timestamp: at, text: formatInstant(at) },
        html: detail.split('\n').map((line) => html`<p class="govuk-body">${capitalised(line)}</p>`),
      })),
    }),
  ]
}

/** What was loaded from a file was done by nobody. */
const fileWords: Readonly<Record<string, string>> = {
  [areaFile]: 'the area’s list of statutory dates',
  demonstration: 'the demonstration',
}

/** Names stay with accounts: a duty's history says only which side acted. */
function byWhom(account: string, viewer: Viewer): string {
  if (account === viewer.account) return 'you'
  return fileWords[account] ?? 'a colleague or another agency'
}
