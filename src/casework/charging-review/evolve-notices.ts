import { formatDateLong } from '../../calendar/local-date.ts'
import { withHappening } from './evolve-decision.ts'
import { isNoFurtherAction } from './outcomes.ts'
import type { EventOf } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { type VictimNotice, isWaiting, notChargedWords } from './victim-notice.ts'

/** A decision owes its notices, and ends those that are still waited for and that it takes the place of. */
export function noticesAfter(
  before: readonly VictimNotice[],
  event: EventOf<'ChargingDecided'>,
): readonly VictimNotice[] {
  const { decision, outcome, notices, noticesEnded, noticesChanged = [], at, by } = event
  const owed = notices.map((notice): VictimNotice => {
    const detail = notice.due.working.steps.join('\n')
    return {
      ...notice,
      decision,
      told: null,
      waived: null,
      history: [{ at, account: by, event: 'Decided', detail }],
    }
  })
  const reason = `Charging decision ${decision} took the place of the one not to charge.`
  // Decisions before charges named victims ended either no notice or all of them.
  const ends = ({ key }: VictimNotice): boolean => noticesEnded?.includes(key) ?? !isNoFurtherAction(outcome)
  const kept = before.map((one) => {
    if (isWaiting(one) && ends(one)) return waived(one, { at, by }, reason, reason)
    const now = noticesChanged.find(({ key }) => key === one.key)
    return now ? ofOtherCharges(one, now, event) : one
  })
  return [...kept, ...owed]
}

/** The clock runs on from the first decision; what is told, and in which letter, is what the later one says. */
function ofOtherCharges(
  { charges: _, ...notice }: VictimNotice,
  { charges }: Pick<VictimNotice, 'charges'>,
  { decision, at, by }: EventOf<'ChargingDecided'>,
): VictimNotice {
  const detail = `By charging decision ${decision}: ${charges ? `not charged on ${charges.join(', ')}` : 'nothing is charged'}.`
  const history = [...notice.history, { at, account: by, event: 'Decided again', detail }]
  return { ...notice, ...(charges && { charges }), decision, history }
}

const waived = (
  notice: VictimNotice,
  { at, by }: Pick<EventOf<'ChargingDecided'>, 'at' | 'by'>,
  reason: string,
  inDuty: string,
): VictimNotice => ({
  ...notice,
  waived: { at, reason, inDuty },
  history: [...notice.history, { at, account: by, event: 'Waived', detail: inDuty }],
})

const changed = (
  { notices }: Review,
  key: string,
  change: (notice: VictimNotice) => VictimNotice,
): readonly VictimNotice[] => notices.map((one) => (one.key === key ? change(one) : one))

/** "Victim 2 told that suspect 1 is not charged on C2": whom a notice is for, what became of it, and of what. */
function wordsOf({ notices, number }: Review, key: string, became: 'told' | 'not told'): string {
  const notice = notices.find((one) => one.key === key)
  return `${notice?.victim ?? 'Victim'} ${became} that ${notChargedWords(notice ?? {}, number)}`
}

export function victimTold(state: Review, event: EventOf<'VictimTold'>): Review {
  const { notice: key, on, toldAt, how, at, by } = event
  const notices = changed(state, key, (one) => ({
    ...one,
    told: { at: toldAt, how },
    history: [...one.history, { at, account: by, event: 'Told' }],
  }))
  return withHappening({ ...state, notices }, event, wordsOf(state, key, 'told'), [
    ['Told on', formatDateLong(on)],
    ['How', how],
  ])
}

export function tellingGivenUp(state: Review, event: EventOf<'TellingVictimGivenUp'>): Review {
  const { notice: key, reason } = event
  const notices = changed(state, key, (one) => waived(one, event, reason, 'The reason stands on the case.'))
  return withHappening({ ...state, notices }, event, wordsOf(state, key, 'not told'), [['Reason', reason]])
}
