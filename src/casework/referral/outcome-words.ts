import { formatDateLong } from '../../calendar/local-date.ts'
import { type SuspectOutcome, suspectOutcomes } from '../charging-review/outcomes.ts'
import type { SuspectDecision } from './case-referrals.ts'

const isOutcome = (text: string): text is SuspectOutcome => Object.hasOwn(suspectOutcomes, text)

/** "Charge, on Monday 20 April 2026". */
export const outcomeWords = ({ outcome, decidedOn }: SuspectDecision): string =>
  `${isOutcome(outcome) ? suspectOutcomes[outcome] : outcome}, on ${formatDateLong(decidedOn)}`
