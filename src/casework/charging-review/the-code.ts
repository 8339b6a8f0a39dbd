/** An edition of the Code for Crown Prosecutors. Every decision keeps the one that it was made under. */
export type CodeEdition = {
  readonly instrument: string
  readonly edition: string
  /** The day it was issued, in words, because it is only ever shown. */
  readonly issuedOn: string
}

/** The edition that decisions are made under today. No later one was found in any source we hold. */
export const codeEdition: CodeEdition = {
  instrument: 'Code for Crown Prosecutors',
  edition: '8th edition',
  issuedOn: '26 October 2018',
}

/** Evidential stage: the four questions about the evidence (Code 4.6 to 4.8). The prompts are in our own words. */
export const evidentialQuestions = {
  canBeUsed: {
    question: 'Can the evidence be used in court?',
    prompt: 'Whether it is admissible, how likely it is to be excluded, and how much then is left.',
  },
  reliable: {
    question: 'Is the evidence reliable?',
    prompt: 'Whether it is accurate and has integrity, and whether what the suspect says explains it.',
  },
  credible: {
    question: 'Is the evidence credible?',
    prompt: 'Whether there is any reason to doubt it.',
  },
  otherMaterial: {
    question: 'Is there other material that could affect whether the evidence is sufficient?',
    prompt: 'Unused and third-party material, and material that nobody has seen yet.',
  },
} as const

export type EvidentialQuestion = keyof typeof evidentialQuestions
export const evidentialQuestionKeys = ['canBeUsed', 'reliable', 'credible', 'otherMaterial'] as const

export const questionAnswers = { yes: 'Yes', 'in-part': 'In part', no: 'No' } as const
export type QuestionAnswer = keyof typeof questionAnswers

/**
 * Public interest stage: the questions of Code 4.14 (a) to (g). They are weighed, never counted: nothing in this
 * software adds them up. The prompts are in our own words, from general knowledge of the paragraph.
 */
export const publicInterestQuestions = {
  a: {
    question: 'How serious is the offence?',
    prompt: 'The more serious, the more likely a prosecution. Read with culpability (b) and harm (c).',
  },
  b: {
    question: 'What is the suspect’s level of culpability?',
    prompt:
      'Involvement, planning, gain; earlier convictions and offending on bail or under an order; whether it may go on; age, maturity and health; coercion or exploitation.',
  },
  c: {
    question: 'What are the circumstances of the victim, and the harm caused to them?',
    prompt:
      'Vulnerability, a position of trust, service to the public, hostility; the effect on the victim’s health, and their views. The prosecutor does not act for the victim alone.',
  },
  d: {
    question: 'What was the suspect’s age and maturity at the time?',
    prompt: 'For a suspect under 18: their best interests and welfare, and the aims of youth justice.',
  },
  e: {
    question: 'What is the impact on the community?',
    prompt: 'The greater it is, the more likely a prosecution. A community is not only a place.',
  },
  f: {
    question: 'Is prosecution a proportionate response?',
    prompt: 'The cost against the likely penalty, never on cost alone; whether the case can be managed effectively.',
  },
  g: {
    question: 'Do sources of information require protecting?',
    prompt:
      'Details whose disclosure could harm sources, investigations, international relations or national security.',
  },
} as const

export type PublicInterestQuestion = keyof typeof publicInterestQuestions
export const publicInterestKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const

export const publicInterestAnswers = {
  for: 'For a prosecution',
  against: 'Against a prosecution',
  'not-relevant': 'Not relevant here',
} as const
export type PublicInterestAnswer = keyof typeof publicInterestAnswers

/** Threshold Test: the five conditions of chapter 5, 8th edition. The 7th edition had four. */
export const thresholdConditions = {
  suspicion: 'There are reasonable grounds to suspect that the person committed the offence.',
  furtherEvidence:
    'Further evidence can be obtained, within a reasonable time, to give a realistic prospect of conviction.',
  seriousness: 'The seriousness or the circumstances justify an immediate charging decision.',
  bail: 'There are continuing substantial grounds to object to bail under the Bail Act 1976.',
  publicInterest: 'It is in the public interest to charge.',
} as const

export type ThresholdCondition = keyof typeof thresholdConditions
export const thresholdConditionKeys = ['suspicion', 'furtherEvidence', 'seriousness', 'bail', 'publicInterest'] as const

/** When the Full Code Test is applied: with every reasonable line pursued, or where no more would change the answer. */
export const testTimings = {
  'lines-pursued': 'All outstanding reasonable lines of inquiry have been pursued',
  'unlikely-to-change': 'Further evidence is unlikely to change the decision',
} as const
export type TestTiming = keyof typeof testTimings

/** Why a decision is looked at again (chapter 10). The four classes are known; this wording of them is not. */
export const reconsiderationGrounds = {
  'wrong-on-review': 'A review shows that the original decision was wrong',
  'stopped-for-evidence':
    'The case was stopped so that more evidence could be prepared, and the defendant was told that it may resume',
  'new-evidence': 'The case was stopped for lack of evidence, and significant new evidence has been found since',
  'inquest-unlawful-killing': 'A case that involves a death, in which an inquest finds unlawful killing',
} as const
export type ReconsiderationGround = keyof typeof reconsiderationGrounds

/** Which review this was. */
export const reviewTypes = {
  IR: 'Initial review before charge',
  PDA: 'Review after further material or an action plan',
  FCTR: 'Full Code Test review after a Threshold Test charge',
  REC: 'Reconsideration of an earlier decision',
} as const
export type ReviewType = keyof typeof reviewTypes
