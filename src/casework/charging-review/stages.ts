import { type ReviewedCharge, stands } from './charging-decision.ts'
import { evidentialQuestionKeys, publicInterestKeys } from './the-code.ts'
import { passedEvidentialStage, unproved } from './what-is-missing.ts'

/** The pages of one charge, in the order in which the tests take it. */
export const chargeSections = {
  charge: 'The charge',
  elements: 'What must be proved',
  questions: 'The evidence',
  finding: 'Realistic prospect',
  'public-interest': 'Public interest',
  conclusion: 'Conclusion',
  threshold: 'Threshold Test',
} as const
export type ChargeSection = keyof typeof chargeSections

export const isChargeSection = (text: string): text is ChargeSection => Object.hasOwn(chargeSections, text)

/** Where one section of a charge stands, in words. `done` is only whether something is left to do there. */
export type SectionStanding = { readonly section: ChargeSection; readonly words: string; readonly done: boolean }

const counted = (done: number, of: number): string => (done === 0 ? 'Nothing yet' : `${done} of ${of} answered`)

/** The Threshold Test stands among the sections only where it may be used or was. */
export function sectionsOf(charge: ReviewedCharge, inCustody: boolean): readonly SectionStanding[] {
  const standing = (section: ChargeSection, words: string, done: boolean): SectionStanding => ({ section, words, done })
  return [
    standing('charge', chargeWords(charge), true),
    elementsStanding(charge),
    questionsStanding(charge),
    findingStanding(charge),
    publicInterestStanding(charge),
    conclusionStanding(charge),
    ...(inCustody || charge.threshold ? [thresholdStanding(charge)] : []),
  ]
}

function chargeWords({ proposed, changedBecause, notPursued }: ReviewedCharge): string {
  if (notPursued) return 'Not pursued'
  if (proposed === null) return 'Added'
  return changedBecause === null ? 'As proposed' : 'Changed'
}

function elementsStanding(charge: ReviewedCharge): SectionStanding {
  const { points, elements } = charge
  const section = 'elements'
  if (points === null) return { section, words: 'Nothing yet', done: false }
  const none = unproved(charge).length
  const proved = elements.filter(({ material }) => material.length > 0).length
  const done = elements.length > 0 && proved + none === elements.length
  if (none > 0) return { section, words: `${none} with no material`, done }
  return { section, words: `${proved} of ${elements.length} with material`, done }
}

function questionsStanding({ questions, likelyDefence }: ReviewedCharge): SectionStanding {
  const answered = evidentialQuestionKeys.filter((question) => questions[question]?.note.trim()).length
  const all = evidentialQuestionKeys.length + 1
  const done = answered + (likelyDefence.trim() ? 1 : 0)
  return { section: 'questions', words: counted(done, all), done: done === all }
}

function findingStanding({ finding }: ReviewedCharge): SectionStanding {
  const section = 'finding'
  if (!finding) return { section, words: 'Not found yet', done: false }
  if (!stands(finding)) return { section, words: 'To be found again', done: false }
  return { section, words: finding.realisticProspect ? 'Yes' : 'No', done: true }
}

/** Where the evidence fails, the case goes no further, and stage two has nothing to ask. */
export const endsAtStageOne = ({ finding, publicInterestFirst }: ReviewedCharge): boolean =>
  stands(finding) && !finding.realisticProspect && publicInterestFirst === null

function publicInterestStanding(charge: ReviewedCharge): SectionStanding {
  const section = 'public-interest'
  if (endsAtStageOne(charge)) return { section, words: 'Not reached', done: true }
  if (!passedEvidentialStage(charge) && !charge.publicInterestFirst) {
    return { section, words: 'Opens after stage one', done: false }
  }
  const answered = publicInterestKeys.filter((question) => charge.publicInterest[question]?.reasons.trim()).length
  return { section, words: counted(answered, publicInterestKeys.length), done: answered === publicInterestKeys.length }
}

function conclusionStanding(charge: ReviewedCharge): SectionStanding {
  const { conclusion } = charge
  const section = 'conclusion'
  if (endsAtStageOne(charge)) return { section, words: 'Not reached', done: true }
  if (!conclusion) return { section, words: 'Not concluded yet', done: false }
  if (!stands(conclusion)) return { section, words: 'To be made again', done: false }
  return { section, words: conclusion.prosecutionRequired ? 'Prosecution required' : 'Not required', done: true }
}

function thresholdStanding({ threshold }: ReviewedCharge): SectionStanding {
  const section = 'threshold'
  if (!threshold) return { section, words: 'Not used', done: false }
  if (!stands(threshold)) return { section, words: 'To be made again', done: false }
  const met = Object.values(threshold.conditions).every((condition) => condition.met)
  return { section, words: met ? 'All conditions met' : 'Not met', done: true }
}
