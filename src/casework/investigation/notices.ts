import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { type Instant, endOfDay, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import type { DutyHappening } from '../../duties/duty.ts'
import type { Authority } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import { victimToldBy } from '../../victims/notices/not-investigated.ts'
import { onTheCase, withHappening } from './happened.ts'
import type { Acted, Investigation, Victim } from './investigation.ts'
import { refuseInvestigation } from './refusals.ts'
import { victimName } from './victim-name.ts'
import { requireReason, requireShort } from './words.ts'

// Whether to investigate, and telling the victims where it is decided not to.

export type NoticeCommand = Acted &
  (
    | { readonly type: 'DecideToInvestigate'; readonly how: string; readonly reason: string }
    | { readonly type: 'DecideNotToInvestigate'; readonly reason: string; readonly holidays: BankHolidays }
    | { readonly type: 'TellVictim'; readonly notice: string; readonly on: LocalDate; readonly how: string }
    | { readonly type: 'GiveUpTellingVictim'; readonly notice: string; readonly reason: string }
  )

/** A telling that is owed to one victim, with its date worked out when the decision started the clock. */
export type NoticeOwed = {
  /** Tells apart the notices of one case, and their duties. */
  readonly key: string
  readonly person: string
  readonly due: WorkedDate & { readonly authority: Authority }
}

export type NoticeEvent = Acted &
  (
    | { readonly type: 'InvestigationBegun'; readonly how: string; readonly reason: string }
    | {
        readonly type: 'InvestigationDeclined'
        readonly reason: string
        /** The tellings that this decision starts. A victim whose clock runs already is not in it again. */
        readonly notices: readonly NoticeOwed[]
      }
    | {
        readonly type: 'VictimTold'
        readonly notice: string
        readonly on: LocalDate
        readonly toldAt: Instant
        readonly how: string
      }
    | { readonly type: 'TellingVictimGivenUp'; readonly notice: string; readonly reason: string }
  )

export type Notice = NoticeOwed & {
  readonly told: { readonly at: Instant; readonly how: string } | null
  readonly waived: { readonly at: Instant; readonly reason: string } | null
  readonly history: readonly DutyHappening[]
}

type Order<Type> = Extract<NoticeCommand, { readonly type: Type }>
type Of<Type> = Extract<NoticeEvent, { readonly type: Type }>

/** An investigation may begin before the report is recorded as a crime, but not once it was recorded as none. */
export function decideToInvestigate(
  { how, reason, at, by }: Order<'DecideToInvestigate'>,
  { crime, decision }: Investigation,
): NoticeEvent[] {
  if (!how.trim()) throw refuseInvestigation('investigation.how-missing')
  requireShort(how)
  requireReason(reason)
  if (crime?.recorded === false) throw refuseInvestigation('investigation.not-a-crime')
  if (decision?.investigate && decision.how === how && decision.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  return [{ type: 'InvestigationBegun', how, reason, at, by }]
}

/**
 * Not to investigate, or to stop, is a decision that every victim must be told of. It may be decided again; then a
 * clock that runs is not started anew, and who was told before is to be told of the new reason.
 */
export function decideNotToInvestigate(
  { reason, holidays, at, by }: Order<'DecideNotToInvestigate'>,
  state: Investigation,
): NoticeEvent[] {
  const { victims, decision, notices } = state
  requireReason(reason)
  if (decision?.investigate === false && decision.reason === reason) {
    throw refuseInvestigation('investigation.decided-so-already')
  }
  const waiting = new Set(notices.filter(isOpen).map(({ person }) => person))
  const owed = victims
    .filter(({ person, takenOut }) => !takenOut && !waiting.has(person))
    .map((victim, index) => noticeOwed(victim, toLocalDate(at), notices.length + index + 1, holidays))
  return [{ type: 'InvestigationDeclined', reason, notices: owed, at, by }]
}

/** A telling whose clock starts on `startedOn`, under the rights that the victim has then. */
export const noticeOwed = (
  { person, enhancedBy }: Victim,
  startedOn: LocalDate,
  number: number,
  holidays: BankHolidays,
): NoticeOwed => ({ key: `tell-victim-${number}`, person, due: victimToldBy(startedOn, enhancedBy, holidays) })

/** Told today, it is at this moment; on a day before, the end of that day stands for the moment, which is not known. */
export function tellVictim({ notice: key, on, how, at, by }: Order<'TellVictim'>, state: Investigation): NoticeEvent[] {
  const notice = openNotice(key, state)
  if (!how.trim()) throw refuseInvestigation('investigation.how-told-missing')
  requireShort(how)
  const today = toLocalDate(at)
  if (on > today) throw refuseInvestigation('investigation.told-in-future')
  if (on < notice.due.startedOn) throw refuseInvestigation('investigation.told-before-decision')
  return [{ type: 'VictimTold', notice: key, on, toldAt: on === today ? at : endOfDay(on), how, at, by }]
}

/** The victim asked not to be told, or cannot be reached after attempts that the reason names. */
export function giveUpTellingVictim(
  { notice, reason, at, by }: Order<'GiveUpTellingVictim'>,
  state: Investigation,
): NoticeEvent[] {
  openNotice(notice, state)
  requireReason(reason)
  return [{ type: 'TellingVictimGivenUp', notice, reason, at, by }]
}

export const isOpen = ({ told, waived }: Notice): boolean => told === null && waived === null

function openNotice(key: string, { notices }: Investigation): Notice {
  const notice = notices.find((one) => one.key === key)
  if (!notice) throw refuseInvestigation('investigation.no-such-notice')
  if (!isOpen(notice)) throw refuseInvestigation('investigation.notice-done-with')
  return notice
}

/** Nobody need be told any longer of a decision that was turned round. */
export function begun(state: Investigation, event: Of<'InvestigationBegun'>): Investigation {
  const { how, reason, at } = event
  const next = withHappening(state, event, 'Decided to investigate', [
    ['How', how],
    ['Reason', reason],
  ])
  return {
    ...next,
    decision: { investigate: true, how, reason, at },
    notices: waivingOpen(state.notices, event, 'It was decided to investigate after all.'),
  }
}

export function declined(state: Investigation, event: Of<'InvestigationDeclined'>): Investigation {
  const next = withHappening(state, event, 'Decided not to investigate', [['Reason', event.reason]])
  return {
    ...next,
    decision: { investigate: false, reason: event.reason, at: event.at },
    notices: [...state.notices, ...event.notices.map((owed) => owedNotice(owed, event))],
  }
}

export const owedNotice = (owed: NoticeOwed, { at, by }: Acted): Notice => ({
  ...owed,
  told: null,
  waived: null,
  history: [{ at, account: by, event: 'Decided', detail: owed.due.working.steps.join('\n') }],
})

/** A telling whose date was brought forward; its history keeps the one that stood. */
export const broughtForward = (
  notices: readonly Notice[],
  { key, due }: NoticeOwed,
  { at, by }: Acted,
): readonly Notice[] =>
  notices.map((notice) => {
    if (notice.key !== key) return notice
    const detail = [`Until then ${formatDateLong(notice.due.dueOn)}`, ...due.working.steps].join('\n')
    return { ...notice, due, history: [...notice.history, { at, account: by, event: 'Brought forward', detail }] }
  })

export function told(state: Investigation, event: Of<'VictimTold'>): Investigation {
  const { notice: key, on, toldAt, how } = event
  const next = withHappening(state, event, `${nameIn(state, key)} told of the decision`, [
    ['Told on', formatDateLong(on)],
    ['How', how],
  ])
  return {
    ...next,
    notices: changeNotice(state, key, (notice) => ({
      ...notice,
      told: { at: toldAt, how },
      history: [...notice.history, { at: event.at, account: event.by, event: 'Told', detail: onTheCase }],
    })),
  }
}

export function givenUp(state: Investigation, event: Of<'TellingVictimGivenUp'>): Investigation {
  const { notice: key, reason } = event
  const next = withHappening(state, event, `${nameIn(state, key)} not told of the decision`, [['Reason', reason]])
  return { ...next, notices: changeNotice(state, key, (notice) => waivedNotice(notice, event, reason)) }
}

/** The notices with those waived that are still open; of one person only where `person` is given. */
export const waivingOpen = (
  notices: readonly Notice[],
  event: Acted,
  reason: string,
  person: string | null = null,
): readonly Notice[] =>
  notices.map((notice) =>
    isOpen(notice) && (person === null || notice.person === person) ? waivedNotice(notice, event, reason) : notice,
  )

const waivedNotice = (notice: Notice, { at, by }: Acted, reason: string): Notice => ({
  ...notice,
  waived: { at, reason },
  history: [...notice.history, { at, account: by, event: 'Waived', detail: onTheCase }],
})

const changeNotice = (state: Investigation, key: string, change: (notice: Notice) => Notice): readonly Notice[] =>
  state.notices.map((notice) => (notice.key === key ? change(notice) : notice))

function nameIn({ victims, notices }: Investigation, key: string): string {
  return victimName(victims, notices.find((notice) => notice.key === key)?.person ?? '')
}
