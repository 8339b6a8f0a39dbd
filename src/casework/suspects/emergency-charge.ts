import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import { dutyRule } from '../../duties/rules.ts'
import { dueOnFixedDate } from '../../duties/worked-date.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'

/** Who authorised police to charge what a prosecutor must decide on, because none could be asked in time, and why. */
export type EmergencyCharge = {
  /** As a role: "Inspector". */
  readonly authorisedBy: string
  readonly why: string
  /** What the prosecutor answered afterwards; null while nobody answered. */
  readonly answer: EmergencyAnswer | null
}

export type EmergencyAnswer = { readonly authorised: boolean; readonly on: LocalDate; readonly words: string }

const emergencyRule = dutyRule({
  code: 'charging.emergency-charge',
  title: 'Asking the prosecutor about a charge that police put in an emergency',
  instrument: 'Director’s Guidance on Charging',
  section: null,
  edition:
    '5th edition, as others report it: as soon as possible, and not later than the first appearance before a court',
  checkedOn: '2026-11-22',
  confidence: 'unconfirmed',
  unit: 'A date that was entered by hand; nothing is counted.',
  boundary: 'In time until the end of that day.',
  movedBy: 'Nothing known to us. The 6th edition has not been read on this.',
  changedBy: 'Whoever fixes the first appearance.',
})

/** By when the prosecutor must be asked: the day of the first appearance, as it was entered. */
export function prosecutorAskedBy(chargedOn: LocalDate, firstAppearance: LocalDate): Deadline {
  const worked = dueOnFixedDate(chargedOn, firstAppearance, 'the first appearance, entered by hand')
  const steps = [`charged in an emergency = ${formatDateLong(chargedOn)}`, ...worked.working.steps]
  return under(emergencyRule, { ...worked, working: { ...worked.working, steps } })
}
