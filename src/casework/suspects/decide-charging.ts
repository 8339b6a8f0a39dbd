import { type Instant, endOfDay, parseInstant, toLocalDate } from '../../calendar/instant.ts'
import { victimToldOfNoFurtherAction } from '../../victims/notices/no-further-action.ts'
import { type ChargeAsked, whoMayCharge } from '../who-may-charge/who-may-charge.ts'
import { detainedIn, requireOpen, requireOrder, requirePast, requireReason, requireWords } from './checks.ts'
import { requireRelease } from './decide-release.ts'
import { prosecutorAskedBy } from './emergency-charge.ts'
import { proceedingsBy } from './proceedings-by.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import { refuseSuspect } from './refusals.ts'
import type { SuspectOrder } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect, SuspectCharge, SuspectNotice } from './suspect-state.ts'
import { outstandingCharges, trackOf, withProsecutor } from './track-of.ts'

export function proposeCharge(
  { charge, facts, at, by }: SuspectOrder<'ProposeCharge'>,
  state: Suspect,
): SuspectEvent[] {
  requireOpen(state)
  requireWords(charge.where, 'suspect.words-missing')
  requireWords(charge.particulars, 'suspect.words-missing')
  if (charge.to < charge.from) throw refuseSuspect('suspect.charge-days')
  if (charge.to > toLocalDate(at)) throw refuseSuspect('suspect.charge-in-future')
  const key = `C${state.charges.length + 1}`
  return [{ type: 'ChargeProposed', charge: { ...charge, key }, facts, limit: proceedingsBy(charge, facts), at, by }]
}

/** A charge that was proposed, and neither withdrawn nor put. */
export const openCharges = ({ charges, put }: Suspect): readonly SuspectCharge[] => {
  const done = new Set(put.flatMap((one) => one.charges.map(({ key }) => key)))
  return charges.filter(({ key, withdrawn }) => withdrawn === null && !done.has(key))
}

export function withdrawCharge(
  { key, reason, at, by }: SuspectOrder<'WithdrawCharge'>,
  state: Suspect,
): SuspectEvent[] {
  requireReason(reason)
  if (!openCharges(state).some((charge) => charge.key === key)) throw refuseSuspect('suspect.no-such-charge')
  return [{ type: 'ChargeWithdrawn', key, reason, at, by }]
}

export function assessWhoMayCharge(command: SuspectOrder<'AssessWhoMayCharge'>, state: Suspect): SuspectEvent[] {
  requireOpen(state)
  return [{ ...command, type: 'WhoMayChargeAssessed' }]
}

/** What is asked of `whoMayCharge` for the charges proposed for one suspect. */
export const chargesAsked = (
  charges: readonly Pick<SuspectCharge, 'offence' | 'facts'>[],
  assessment: Suspect['assessment'],
): readonly ChargeAsked[] => charges.map(({ offence, facts }) => ({ title: offence.title, facts, assessment }))

/** Police charge what police may charge, and nothing while the prosecutor has the case. */
export function chargeByPolice(command: SuspectOrder<'ChargeByPolice'>, state: Suspect): SuspectEvent[] {
  const { chargedAt, how, byWhom, at, by } = command
  const { charges, answer } = chargingByPolice(command, state)
  if (answer.who === 'cps') {
    const first = answer.charges.find(({ who }) => who === 'cps')
    throw refuseSuspect('suspect.prosecutor-must-decide', {
      why: [...(first?.steps ?? []), ...answer.steps].join('; '),
    })
  }
  return [{ type: 'SuspectCharged', put: { at: chargedAt, how, byWhom, decision: 'police', charges }, at, by }]
}

/**
 * Police charge what the prosecutor must decide on, because none can be asked before detention ends. The conditions are
 * for the inspector to check: the edition in force has not been read on this. The prosecutor is asked afterwards.
 */
export function chargeInEmergency(command: SuspectOrder<'ChargeInEmergency'>, state: Suspect): SuspectEvent[] {
  const { chargedAt, byWhom, authorisedBy, why, firstAppearance, at, by } = command
  const { charges, answer } = chargingByPolice(command, state)
  if (!detainedIn(state)) throw refuseSuspect('suspect.emergency-not-detained')
  if (answer.who === 'police') throw refuseSuspect('suspect.emergency-not-needed')
  requireWords(authorisedBy, 'suspect.words-missing')
  requireReason(why)
  const chargedOn = toLocalDate(chargedAt)
  if (firstAppearance < chargedOn) throw refuseSuspect('suspect.first-appearance-past')
  const emergency = { authorisedBy, why, answer: null }
  const put = { at: chargedAt, how: 'in-person', byWhom, decision: 'police', charges, emergency } as const
  return [{ type: 'SuspectCharged', put, ask: prosecutorAskedBy(chargedOn, firstAppearance), at, by }]
}

/** The charges that police mean to put, and who may decide on the case. */
function chargingByPolice(command: SuspectOrder<'ChargeByPolice'> | SuspectOrder<'ChargeInEmergency'>, state: Suspect) {
  const { chargedAt, byWhom, charges, others, at } = command
  requireOpen(state)
  if (withProsecutor.has(trackOf(state))) throw refuseSuspect('suspect.with-prosecutor')
  requireWords(byWhom, 'suspect.words-missing')
  const open = openCharges(state)
  const chosen = chosenOf(open, charges)
  const answer = whoMayCharge([...chargesAsked(open, state.assessment), ...others], toLocalDate(chargedAt))
  requireRelease(state, chargedAt, at, 'The charge')
  return { charges: chosen.map(plainCharge), answer }
}

/** What the prosecutor said afterwards of a charge that police put in an emergency, entered by police. */
export function recordEmergencyAnswer(
  { authorised, on, words, at, by }: SuspectOrder<'RecordEmergencyAnswer'>,
  { put }: Suspect,
): SuspectEvent[] {
  const asked = put.find(({ emergency }) => emergency?.answer === null)
  if (!asked) throw refuseSuspect('suspect.no-emergency-charge')
  requireWords(words, 'suspect.words-missing')
  requirePast(on, toLocalDate(at), 'The answer')
  requireOrder(toLocalDate(asked.at), on, { later: 'The answer', earlier: 'the charge' })
  return [{ type: 'EmergencyChargeAnswered', authorised, on, words, at, by }]
}

const plainCharge = ({ key, offence, from, to, where, particulars }: ProposedCharge): ProposedCharge => ({
  key,
  offence,
  from,
  to,
  where,
  particulars,
})

function chosenOf<Charge extends ProposedCharge>(open: readonly Charge[], keys: readonly string[]): readonly Charge[] {
  if (keys.length === 0) throw refuseSuspect('suspect.charge-missing')
  const chosen = open.filter(({ key }) => keys.includes(key))
  if (chosen.length < new Set(keys).size) throw refuseSuspect('suspect.no-such-charge')
  return chosen
}

/** The prosecutor authorises; police put the charge. */
export function recordCharged(
  { chargedAt, how, byWhom, charges: keys, at, by }: SuspectOrder<'RecordCharged'>,
  state: Suspect,
): SuspectEvent[] {
  const { decision } = state
  if (trackOf(state) !== 'charge-authorised' || !decision) throw refuseSuspect('suspect.no-charge-authorised')
  requireWords(byWhom, 'suspect.words-missing')
  const charges = chosenOf(outstandingCharges(state), keys).map(plainCharge)
  requireOrder(startOfMinute(decision.at), chargedAt, { later: 'The charge', earlier: 'the prosecutor’s authority' })
  requireRelease(state, chargedAt, at, 'The charge')
  return [{ type: 'SuspectCharged', put: { at: chargedAt, how, byWhom, decision: decision.number, charges }, at, by }]
}

/** A charge is told to the minute, the authority to the millisecond: within one minute the charge is not the earlier. */
const startOfMinute = (at: Instant): Instant => parseInstant(`${at.slice(0, 'YYYY-MM-DDThh:mm'.length)}:00.000Z`)

/** Police end the case against one suspect without the prosecutor. Every victim must be told, with the reason. */
export function policeNoFurtherAction(
  { ground, reason, releasedAt, victims, holidays, at, by }: SuspectOrder<'PoliceNoFurtherAction'>,
  state: Suspect,
): SuspectEvent[] {
  requireOpen(state)
  if (withProsecutor.has(trackOf(state))) throw refuseSuspect('suspect.with-prosecutor')
  requireReason(reason)
  if (detainedIn(state) && releasedAt === null) throw refuseSuspect('suspect.in-custody')
  if (releasedAt !== null) requireRelease(state, releasedAt, at)
  const waiting = new Set(state.notices.filter(isOpenNotice).map(({ person }) => person))
  const notices = victims
    .filter(({ person }) => !waiting.has(person))
    .map(({ person, victim, enhancedBy }, index) => ({
      key: `tell-victim-${state.notices.length + index + 1}`,
      person,
      victim,
      due: victimToldOfNoFurtherAction(toLocalDate(at), enhancedBy, holidays),
    }))
  return [{ type: 'PoliceTookNoFurtherAction', ground, reason, releasedAt: releasedAt ?? at, notices, at, by }]
}

const isOpenNotice = ({ told, waived }: SuspectNotice): boolean => told === null && waived === null

/** Told today, it is at this moment; on a day before, the end of that day stands for the moment, which is not known. */
export function tellVictim(
  { notice: key, on, how, at, by }: SuspectOrder<'TellVictim'>,
  state: Suspect,
): SuspectEvent[] {
  requireNotice(key, state)
  requireWords(how, 'suspect.words-missing')
  const today = toLocalDate(at)
  requirePast(on, today, 'The day on which the victim was told')
  const startedOn = state.duties.find((duty) => duty.key === key)?.due.startedOn
  if (startedOn && on < startedOn) throw refuseSuspect('suspect.told-before-decision')
  return [{ type: 'VictimTold', notice: key, on, toldAt: on === today ? at : endOfDay(on), how, at, by }]
}

/** The victim asked not to be told, or cannot be reached after attempts that the reason names. */
export function giveUpTellingVictim(
  { notice, reason, at, by }: SuspectOrder<'GiveUpTellingVictim'>,
  state: Suspect,
): SuspectEvent[] {
  requireNotice(notice, state)
  requireReason(reason)
  return [{ type: 'TellingVictimGivenUp', notice, reason, at, by }]
}

function requireNotice(key: string, { notices }: Suspect): void {
  const notice = notices.find((one) => one.key === key)
  if (!notice) throw refuseSuspect('suspect.no-such-notice')
  if (!isOpenNotice(notice)) throw refuseSuspect('suspect.notice-done-with')
}
