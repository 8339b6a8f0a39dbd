import type { LocalDate } from '../../calendar/local-date.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import { chargeChaser } from '../charging/charging-rules.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { dueAfterMonths } from '../deadlines/periods.ts'
import { type DeadlineSettings, settingsAsShipped } from '../deadlines/settings.ts'
import type { FactsByCode } from '../who-may-charge/offence-facts.ts'
import { proceedingsBy } from './proceedings-by.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { SuspectOrder } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

/** What the referral tells: it follows from what happened there, so that there is nothing to refuse. */
export function noteCharging(
  { step, note, at, by }: SuspectOrder<'NoteCharging'>,
  state: Suspect | null,
): SuspectEvent[] {
  if (!state || (state.step === step && state.stepNote === note)) return []
  return [{ type: 'ChargingNoted', step, note, at, by }]
}

/** What the prosecutor decided. The same decision told twice changes nothing. */
export function noteChargingDecision(
  { step, charges, decision, settings = settingsAsShipped, facts = {}, at, by }: SuspectOrder<'NoteChargingDecision'>,
  state: Suspect | null,
): SuspectEvent[] {
  if (!state || (state.decision?.number === decision && state.decision.step === step)) return []
  const isCharge = step === 'charge-authorised'
  const chasers = isCharge ? chasersFrom(toLocalDate(at), settings) : []
  const limits = isCharge ? limitsOf(charges, facts, state) : []
  return [{ type: 'ChargingDecisionNoted', step, charges, decision, chasers, limits, at, by }]
}

/** The time limits of what was authorised, with the days that the prosecutor gave a charge, be it the police's or not. */
const limitsOf = (charges: readonly ProposedCharge[], facts: FactsByCode, { charges: proposed }: Suspect) =>
  charges.flatMap((charge) => {
    const { key, offence } = charge
    const asProposed = proposed.find((one) => one.key === key && one.offence.code === offence.code)
    const known = facts[offence.code] ?? asProposed?.facts
    const limit = known ? proceedingsBy(charge, known) : null
    return limit ? [{ charge: key, limit }] : []
  })

/**
 * By when a charge that was authorised is chased, and chased again, while it has not been put.
 *
 * Unit: calendar months by the area's settings; the day of the authority does not count. Unconfirmed, as the rule says.
 */
function chasersFrom(authorisedOn: LocalDate, settings: DeadlineSettings): readonly Deadline[] {
  const months = [settings['charging.first-chaser-months'], settings['charging.second-chaser-months']]
  return months.map((count) => under(chargeChaser, dueAfterMonths(authorisedOn, count, 'charge authorised')))
}
