import { formatDateLong } from '../../calendar/local-date.ts'
import { withHappening } from './evolve-decision.ts'
import { isNoFurtherAction } from './outcomes.ts'
import type { EventOf } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { type VictimNotice, isWaiting } from './victim-notice.ts'

/** A decision not to charge owes its notices; any other ends those that are still waited for. */
export function noticesAfter(
  before: readonly VictimNotice[],
  { decision, outcome, notices, at, by }: EventOf<'ChargingDecided'>,
): readonly VictimNotice[] {
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
  if (isNoFurtherAction(outcome)) return [...before, ...owed]
  const reason = `Charging decision ${decision} took the place of the one not to charge.`
  return before.map((one) => (isWaiting(one) ? waived(one, { at, by }, reason, reason) : one))
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

const victimOf = ({ notices }: Review, key: string): string =>
  notices.find((notice) => notice.key === key)?.victim ?? 'Victim'

export function victimTold(state: Review, event: EventOf<'VictimTold'>): Review {
  const { notice: key, on, toldAt, how, at, by } = event
  const notices = changed(state, key, (one) => ({
    ...one,
    told: { at: toldAt, how },
    history: [...one.history, { at, account: by, event: 'Told' }],
  }))
  return withHappening(
    { ...state, notices },
    event,
    `${victimOf(state, key)} told of the decision not to charge suspect ${state.number}`,
    [
      ['Told on', formatDateLong(on)],
      ['How', how],
    ],
  )
}

export function tellingGivenUp(state: Review, event: EventOf<'TellingVictimGivenUp'>): Review {
  const { notice: key, reason } = event
  const notices = changed(state, key, (one) => waived(one, event, reason, 'The reason stands on the case.'))
  return withHappening(
    { ...state, notices },
    event,
    `${victimOf(state, key)} not told of the decision not to charge suspect ${state.number}`,
    [['Reason', reason]],
  )
}
