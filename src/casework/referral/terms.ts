/**
 * How fast a referral must be decided. Which suspect fits which is working practice, not a rule that we hold: the
 * Director's Guidance (6th edition, Desktop Guide) names the three, and its footnotes that define them were not read.
 */
export const categories = {
  red: {
    title: 'Red',
    when: 'A suspect is in police detention, and the decision is needed before they must be charged or released.',
  },
  'green-priority': {
    title: 'Green priority',
    when: 'Nobody is in custody, but it cannot wait: a high risk to somebody, or domestic abuse, for example.',
  },
  green: { title: 'Green', when: 'Nobody is in custody, and nothing makes it urgent.' },
} as const

export type Category = keyof typeof categories
export const categoryCodes = ['red', 'green-priority', 'green'] as const satisfies readonly Category[]

/** At what point of the investigation police ask for advice. */
export const adviceStages = {
  'before-arrest': 'Before an arrest',
  'after-arrest': 'After an arrest',
  'bail-for-charging': 'On bail for a charging decision',
} as const
export type AdviceStage = keyof typeof adviceStages

/** As what a referral is accepted. */
export const reviewTypes = {
  priority: 'Priority, while a suspect is in custody',
  'early-advice': 'Early advice',
  'five-days': 'Within 5 calendar days',
  'twenty-eight-days': 'Within 28 calendar days',
} as const
export type ReviewType = keyof typeof reviewTypes

export const caseTypes = {
  magistrates: 'Magistrates’ court',
  crown: 'Crown Court',
  rasso: 'Rape and serious sexual offences',
  complex: 'Complex Casework Unit',
} as const
export type CaseType = keyof typeof caseTypes

/** Where a referral stands. Each says whose move it is. */
export const referralStages = {
  waiting: 'Waiting for the prosecutor to accept the referral',
  rejected: 'Waiting for police to send the referral again',
  withdrawn: 'Withdrawn by police',
  'under-review': 'Waiting for the prosecutor to decide',
  'action-plan': 'Waiting for police to answer the action plan',
  decided: 'Decided for every suspect',
  finalised: 'Closed until more evidence comes',
} as const
export type ReferralStage = keyof typeof referralStages
