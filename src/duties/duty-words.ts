import { type Instant, endOfDay, formatTime, toLocalDate } from '../calendar/instant.ts'
import { daysBetween, formatDateLong } from '../calendar/local-date.ts'
import type { Viewer } from '../platform/database/reading.ts'
import { type Duty, type DutyStanding, dutyStanding } from './duty.ts'

type Due = Pick<Duty, 'dueOn' | 'dueAt'>

/** A duty without an hour of its own is due until the end of its day. */
export const hasHour = ({ dueOn, dueAt }: Due): boolean => dueAt !== endOfDay(dueOn)

/** `Friday 27 November 2026`, or `Friday 27 November 2026 at 4:30pm` where the rule counts in hours. */
export const dueWords = (due: Due): string =>
  hasHour(due) ? `${formatDateLong(due.dueOn)} at ${formatTime(due.dueAt)}` : formatDateLong(due.dueOn)

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** How far off an open duty is, in calendar days: "3 days late", "today", "tomorrow", "in 5 days". */
export function relativeDue(due: Due, at: Instant): string {
  const ahead = daysBetween(toLocalDate(at), due.dueOn)
  if (at > due.dueAt) return ahead === 0 ? 'late since today' : `${days(-ahead)} late`
  if (ahead === 0) return 'today'
  return ahead === 1 ? 'tomorrow' : `in ${days(ahead)}`
}

/** "The victim" within a sentence. A name, such as Investigations, Thames Valley Police, keeps its capitals. */
export const partyWithin = (name: string): string =>
  /^\p{Lu}\P{Lu}*$/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** A tag's words and colour for how a duty stands. */
export const standingTags: Readonly<Record<DutyStanding, { readonly text: string; readonly classes: string }>> = {
  open: { text: 'Open', classes: 'govuk-tag--blue' },
  overdue: { text: 'Overdue', classes: 'govuk-tag--red' },
  met: { text: 'Met in time', classes: 'govuk-tag--green' },
  'met late': { text: 'Met late', classes: 'govuk-tag--orange' },
  waived: { text: 'Waived', classes: 'govuk-tag--grey' },
}

export const standingTag = (duty: Duty, at: Instant) => standingTags[dutyStanding(duty, at)]

/** What may be done to a duty, the likeliest first. */
export const dutyActs = ['met', 'reopen', 'assign', 'correct', 'waive'] as const
export type DutyAct = (typeof dutyActs)[number]

/** Whether this can be done to a duty as it stands: what was met or waived is opened again before anything else. */
export function fitsStanding(act: DutyAct, { metAt, waived }: Pick<Duty, 'metAt' | 'waived'>): boolean {
  const isOpen = metAt === null && waived === null
  if (act === 'reopen') return !isOpen
  return act === 'correct' ? waived === null : isOpen
}

/**
 * Whether the viewer may do this to a duty. The agency that owes it corrects and assigns it. Either side records that
 * it was met or opens it again, and so does whom it is assigned to. Whoever it is owed to waives it, so that nobody lets themselves off; where that is
 * nobody with an account here, the agency that owes it may, and its reason stands beside the promise. Of what is
 * published, see `isPublishedAct`.
 */
export function mayDo(act: DutyAct, duty: Pick<Duty, 'owedBy' | 'owedTo' | 'public'>, viewer: Viewer): boolean {
  const { owedBy, owedTo } = duty
  const { agency, permissions } = viewer
  if (agency === '' || !permissions.includes('duties.write')) return false
  if (isPublishedAct(act, duty) && !permissions.includes('duties.publish')) return false
  if (act === 'correct' || act === 'assign') return owedBy.agency === agency
  if (act === 'waive') return (owedTo.agency ?? owedBy.agency) === agency
  return [owedBy.agency, owedTo.agency].includes(agency) || owedBy.account === viewer.account
}

/** To correct or waive what everybody can read is to publish. */
export const isPublishedAct = (act: DutyAct, duty: Pick<Duty, 'public'>): boolean =>
  duty.public === true && (act === 'correct' || act === 'waive')

const handKind = 'undertaking/'

/** The id of the undertaking that a duty is; null when another feature stands behind it, whose pages then change it. */
export const undertakingIdOf = ({ stream }: Pick<Duty, 'stream'>): string | null =>
  stream.startsWith(handKind) ? stream.slice(handKind.length) : null
