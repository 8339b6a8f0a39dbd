/**
 * Where one suspect stands, from naming to charge. Each says whose move it is. Nobody types it: it follows from what
 * happened to this suspect, and every suspect of a case has a track of their own.
 */
export const trackStates = {
  suspected: 'Being investigated',
  'in-custody': 'In police detention',
  bailed: 'On bail before charge',
  'under-investigation': 'Released under investigation',
  referred: 'Waiting for the prosecutor to accept the referral',
  'referral-rejected': 'Waiting for police to send the referral again',
  'under-review': 'Waiting for the prosecutor to decide',
  'action-plan': 'Waiting for police to answer the action plan',
  'charge-authorised': 'Waiting for police to charge',
  charged: 'Charged',
  'no-further-action-evidential': 'No further action: evidence',
  'no-further-action-public-interest': 'No further action: public interest',
  'no-further-action-police': 'No further action, decided by police',
  'out-of-court': 'Dealt with out of court',
  'other-outcome': 'Decided by the prosecutor: another outcome',
  'administratively-finalised': 'Closed until more evidence comes',
  eliminated: 'No longer a suspect',
} as const

export type TrackState = keyof typeof trackStates

/** What other streams tell a suspect's track. The suspect's own stream works out the rest. */
export type ChargingStep = Extract<
  TrackState,
  | 'referred'
  | 'referral-rejected'
  | 'under-review'
  | 'action-plan'
  | 'charge-authorised'
  | 'no-further-action-evidential'
  | 'no-further-action-public-interest'
  | 'out-of-court'
  | 'other-outcome'
  | 'administratively-finalised'
>
