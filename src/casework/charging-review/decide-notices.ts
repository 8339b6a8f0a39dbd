import { endOfDay, toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { victimToldOfNoCharge } from '../../victims/notices/not-charged.ts'
import { refuseReview } from './refusals.ts'
import type { EventOf, OrderOf, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { type VictimNotice, isWaiting } from './victim-notice.ts'
import { isEndOfAll, whomToTell } from './whom-to-tell.ts'
import { requireWords } from './words-required.ts'

type Notices = Required<Pick<EventOf<'ChargingDecided'>, 'notices' | 'noticesEnded' | 'noticesChanged'>>

/**
 * What a decision owes the victims: a notice to each who must be told of it, but who is waiting to be told of an earlier
 * decision not to charge, whose clock runs on and who is then told what this one says. Whoever waits and is owed nothing
 * by this decision waits no longer.
 */
export function noticesOf(
  { notices, charges }: Review,
  { victims, holidays }: Pick<OrderOf<'Decide'>, 'victims' | 'holidays'>,
  decidedOn: LocalDate,
): Notices {
  const told = whomToTell(charges, victims)
  const waiting = notices.filter(isWaiting)
  const waits = new Set(waiting.map(({ person }) => person))
  const inPart = !isEndOfAll(charges)
  const ofWhat = (keys: readonly string[]) => (inPart ? { charges: keys } : {})
  const owed = new Map(told.map(({ victim, charges: keys }) => [victim.person, ofWhat(keys)]))
  return {
    notices: told
      .filter(({ victim }) => !waits.has(victim.person))
      .map(({ victim: { person, victim, enhancedBy }, charges: keys }, index) => ({
        key: `tell-victim-${notices.length + index + 1}`,
        person,
        victim,
        ...ofWhat(keys),
        due: victimToldOfNoCharge(decidedOn, enhancedBy, holidays),
      })),
    noticesEnded: waiting.filter(({ person }) => !owed.has(person)).map(({ key }) => key),
    noticesChanged: waiting.flatMap(({ key, person, charges: before }) => {
      const now = owed.get(person)
      return now && now.charges?.join() !== before?.join() ? [{ key, ...now }] : []
    }),
  }
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
