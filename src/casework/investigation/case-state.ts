import type { Investigation } from './investigation.ts'

/** What happens next in a case, worked out. Each says whose move it is: here, always the unit that deals with it. */
export const caseStates = {
  'to-record': 'Ready to decide whether it is a crime',
  'to-decide': 'Ready to decide whether to investigate',
  investigating: 'Being investigated',
  'to-tell': 'Waiting for a victim to be told',
  'not-investigated': 'Not investigated',
  'no-crime': 'Recorded as no crime',
} as const

export type CaseState = keyof typeof caseStates

/** A victim who is still to be told comes before everything but the decision that has only 24 hours. */
export function caseStateOf({ crime, decision, notices }: Investigation): CaseState {
  if (crime === null) return 'to-record'
  if (notices.some(({ told, waived }) => !told && !waived)) return 'to-tell'
  if (!crime.recorded) return 'no-crime'
  if (decision === null) return 'to-decide'
  return decision.investigate ? 'investigating' : 'not-investigated'
}
