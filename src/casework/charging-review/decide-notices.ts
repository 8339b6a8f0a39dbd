import { endOfDay, toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { victimToldOfNoCharge } from '../../victims/notices/not-charged.ts'
import { type SuspectOutcome, isNoFurtherAction } from './outcomes.ts'
import { refuseReview } from './refusals.ts'
import type { OrderOf, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { type NoticeOwed, type VictimNotice, isWaiting } from './victim-notice.ts'
import { requireWords } from './words-required.ts'

/**
 * Who must be told that nobody is charged: every victim of the case, but who is waiting to be told of an earlier
 * decision not to charge, whose clock runs on. Where a suspect is charged with something, nobody is told by this:
 * charges name no victim here, so that the letter's checks remind the prosecutor instead.
 */
export function noticesOwed(
  { notices }: Review,
  outcome: SuspectOutcome,
  { victims, holidays }: Pick<OrderOf<'Decide'>, 'victims' | 'holidays'>,
  decidedOn: LocalDate,
): readonly NoticeOwed[] {
  if (!isNoFurtherAction(outcome)) return []
  const waiting = new Set(notices.filter(isWaiting).map(({ person }) => person))
  return victims
    .filter(({ person }) => !waiting.has(person))
    .map(({ person, victim, enhancedBy }, index) => ({
      key: `tell-victim-${notices.length + index + 1}`,
      person,
      victim,
      due: victimToldOfNoCharge(decidedOn, enhancedBy, holidays),
    }))
}

/** Told today, it is at this moment; on a day before, the end of that day stands for the moment, which is not known. */
export function tellVictim({ notice: key, on, how, at, by }: OrderOf<'TellVictim'>, review: Review): ReviewEvent[] {
  const { due } = waitingNotice(key, review)
  requireWords(how)
  const today = toLocalDate(at)
  if (on > today) throw refuseReview('review.told-in-future')
  if (on < due.startedOn) throw refuseReview('review.told-before-decision')
  return [{ type: 'VictimTold', notice: key, on, toldAt: on === today ? at : endOfDay(on), how, at, by }]
}

/** The victim asked not to be told, or cannot be reached after attempts that the reason names. */
export function giveUpTellingVictim(
  { notice, reason, at, by }: OrderOf<'GiveUpTellingVictim'>,
  review: Review,
): ReviewEvent[] {
  waitingNotice(notice, review)
  requireWords(reason)
  return [{ type: 'TellingVictimGivenUp', notice, reason, at, by }]
}

function waitingNotice(key: string, { notices }: Review): VictimNotice {
  const notice = notices.find((one) => one.key === key)
  if (!notice) throw refuseReview('review.no-such-notice')
  if (!isWaiting(notice)) throw refuseReview('review.notice-done-with')
  return notice
}
