import { type HeldMaterial, materialStates } from '../material/held-material.ts'
import { type ReviewedCharge, stands } from './charging-decision.ts'
import type { Review } from './review-state.ts'
import {
  evidentialQuestionKeys,
  evidentialQuestions,
  publicInterestKeys,
  publicInterestQuestions,
  thresholdConditionKeys,
  thresholdConditions,
} from './the-code.ts'
import { allGoOn, mustNameVictims } from './whom-to-tell.ts'

/** The parts of a review, each saved by itself. Those of a charge first, then those of the suspect. */
export type ReviewSection =
  | 'elements'
  | 'questions'
  | 'finding'
  | 'public-interest'
  | 'conclusion'
  | 'threshold'
  | 'outcome'
  | 'victims'
  | 'notes'
  | 'disclosure'

/** Something that must be there before a decision, in words that name it, and where it is given. */
export type Missing = {
  /** The key of a charge; null for what belongs to the suspect as a whole. */
  readonly charge: string | null
  readonly section: ReviewSection
  readonly words: string
}

const quoted = (words: string): string => `“${words}”`

/** What the evidential stage still needs before there can be a realistic prospect of conviction. */
export function missingEvidence({ charge: { key }, ...review }: ReviewedCharge): readonly Missing[] {
  const { points, elements, questions, likelyDefence } = review
  const open = elements.filter(({ material, none }) => !none && !material.some(isHereOrExpected))
  const unanswered = evidentialQuestionKeys.filter((question) => !questions[question]?.note.trim())
  return [
    ...(points === null || elements.length === 0 ? [missing(key, 'elements', 'what must be proved')] : []),
    ...open.map(({ words, material }) => missing(key, 'elements', whatProves(words, material))),
    ...unanswered.map((question) =>
      missing(key, 'questions', `the answer to ${quoted(evidentialQuestions[question].question)}, with a note`),
    ),
    ...(likelyDefence.trim() ? [] : [missing(key, 'questions', 'the likely defence')]),
  ]
}

/** Whether an item can prove anything: what is lost, refused or not to be had cannot. */
const isHereOrExpected = ({ state }: HeldMaterial): boolean => state === 'received' || state === 'requested'

const itemWords = ({ key, title }: HeldMaterial): string => `${key} (${title})`
const stateWords = (item: HeldMaterial): string => `${itemWords(item)} is ${materialStates[item.state].toLowerCase()}`

const whatProves = (words: string, material: readonly HeldMaterial[]): string =>
  material.length === 0
    ? `what proves ${quoted(words)}, or none`
    : `what proves ${quoted(words)}, or none, because ${material.map(stateWords).join(' and ')}`

/**
 * What was named to prove a charge and is lost since, so that the finding rests on something else than it says: named
 * again, and found again. `material` is the register as it is now. A finding that there is no prospect stands without.
 */
export function missingSinceFound(charge: ReviewedCharge, material: readonly HeldMaterial[]): readonly Missing[] {
  if (charge.notPursued || !passedEvidentialStage(charge)) return []
  const named = new Map(charge.elements.flatMap((element) => element.material).map((item) => [item.key, item]))
  const register = new Map(material.map((item) => [item.key, item]))
  return [...named.values()].filter(isHereOrExpected).flatMap((item) => {
    const now = register.get(item.key)
    if (now && isHereOrExpected(now)) return []
    const why = now ? stateWords(now) : `${itemWords(item)} was taken out of the register`
    return [missing(charge.charge.key, 'elements', `what must be proved, again, because ${why}`)]
  })
}

/** The elements that nothing proves, in so many words. */
export const unproved = ({ elements }: ReviewedCharge): readonly string[] =>
  elements.filter(({ none }) => none).map(({ words }) => words)

export const passedEvidentialStage = ({ finding }: ReviewedCharge): boolean =>
  stands(finding) && finding.realisticProspect

/** What the public interest stage still needs before it can be concluded on. */
export const missingPublicInterest = ({ charge: { key }, publicInterest }: ReviewedCharge): readonly Missing[] =>
  publicInterestKeys
    .filter((question) => !publicInterest[question]?.reasons.trim())
    .map((question) =>
      missing(
        key,
        'public-interest',
        `4.14 (${question}), ${quoted(publicInterestQuestions[question].question)}, with reasons`,
      ),
    )

const missing = (charge: string | null, section: ReviewSection, words: string): Missing => ({ charge, section, words })

/** What a charge still needs to be authorised by the Full Code Test: both stages, with everything in them. */
export function missingForFullCodeTest(charge: ReviewedCharge): readonly Missing[] {
  const { key } = charge.charge
  const evidence = missingEvidence(charge)
  const none = unproved(charge).map((words) => missing(key, 'elements', `something that proves ${quoted(words)}`))
  return [
    ...evidence,
    ...none,
    ...missingFinding(charge, true),
    ...missingPublicInterest(charge),
    ...missingConclusion(charge, true),
  ]
}

function missingFinding({ charge: { key }, finding }: ReviewedCharge, prospect: boolean): readonly Missing[] {
  if (!stands(finding)) return [missing(key, 'finding', `the finding on the evidence${setAsideWords(finding)}`)]
  if (finding.realisticProspect === prospect) return []
  const wanted = prospect ? 'a realistic prospect of conviction' : 'that there is no realistic prospect of conviction'
  return [missing(key, 'finding', `a finding of ${wanted}; the finding is the opposite`)]
}

function missingConclusion({ charge: { key }, conclusion }: ReviewedCharge, required: boolean): readonly Missing[] {
  if (!stands(conclusion)) {
    return [missing(key, 'conclusion', `the conclusion on the public interest${setAsideWords(conclusion)}`)]
  }
  if (conclusion.prosecutionRequired === required) return []
  const wanted = required ? 'requires a prosecution' : 'does not require a prosecution'
  return [missing(key, 'conclusion', `a conclusion that the public interest ${wanted}; it is the opposite`)]
}

const setAsideWords = (made: { readonly setAside: string | null } | null): string =>
  made?.setAside ? `, again, because ${made.setAside}` : ''

/**
 * What a charge still needs to be authorised by the Threshold Test, which is for where the Full Code Test cannot be
 * passed yet and never a way round it. That the suspect is in custody is asked last.
 */
function missingForThresholdTest(charge: ReviewedCharge): readonly Missing[] {
  const { threshold, conclusion } = charge
  const { key } = charge.charge
  if (passedEvidentialStage(charge)) {
    return [missing(key, 'outcome', 'the Full Code Test instead, because a realistic prospect of conviction was found')]
  }
  if (stands(conclusion) && !conclusion.prosecutionRequired) {
    return [
      missing(
        key,
        'conclusion',
        'another conclusion than that the public interest does not require a prosecution, which stands',
      ),
    ]
  }
  if (!stands(threshold)) return [missing(key, 'threshold', `the Threshold Test${setAsideWords(threshold)}`)]
  return thresholdConditionKeys
    .filter((condition) => !threshold.conditions[condition].met)
    .map((condition) =>
      missing(key, 'threshold', `the condition ${quoted(thresholdConditions[condition])}, which is not met`),
    )
}

/** What one charge still needs for the outcome that is proposed on it. */
export function missingOnCharge(charge: ReviewedCharge): readonly Missing[] {
  const { key } = charge.charge
  if (charge.notPursued) return []
  const { outcome: proposed } = charge
  if (!proposed) return [missing(key, 'outcome', 'the outcome')]
  const { outcome, test, reasons } = proposed
  const why = reasons.trim() ? [] : [missing(key, 'outcome', 'why this outcome')]
  switch (outcome) {
    case 'charge':
      return test === 'threshold-test' ? missingForThresholdTest(charge) : missingForFullCodeTest(charge)
    case 'no-further-action-evidential':
      return missingFinding(charge, false)
    case 'no-further-action-public-interest':
      return [...stageOneOrFirst(charge), ...missingPublicInterest(charge), ...missingConclusion(charge, false)]
    case 'other':
      return why
    case 'simple-caution':
    case 'conditional-caution':
    case 'youth-caution':
    case 'youth-conditional-caution':
    case 'taken-into-consideration':
      return [...stageOne(charge), ...missingPublicInterest(charge), ...missingConclusion(charge, false), ...why]
  }
}

/** A disposal out of court takes the place of a prosecution, so it needs the evidence for one. */
const stageOne = (charge: ReviewedCharge): readonly Missing[] => [
  ...missingEvidence(charge),
  ...missingFinding(charge, true),
]

const stageOneOrFirst = (charge: ReviewedCharge): readonly Missing[] =>
  charge.publicInterestFirst ? [] : stageOne(charge)

type Victim = { readonly person: string }

/**
 * Everything that is missing before the suspect can be decided on: charge by charge, then for the whole. `material` is
 * the register and `victims` the victims of the case as they are now.
 */
export function missingForDecision(
  review: Pick<Review, 'charges' | 'disclosure' | 'reviewType' | 'standing' | 'reconsidering'>,
  { material, victims }: { readonly material: readonly HeldMaterial[]; readonly victims: readonly Victim[] },
): readonly Missing[] {
  const { charges, disclosure, reviewType, standing, reconsidering } = review
  const typed = reviewType !== null || standing === 'again' || reconsidering !== null
  return [
    ...charges.flatMap((charge) => [...missingOnCharge(charge), ...missingSinceFound(charge, material)]),
    ...missingVictims(charges, victims),
    ...(stands(disclosure)
      ? []
      : [missing(null, 'disclosure', 'the declaration that the effect of disclosable material was considered')]),
    ...(typed ? [] : [missing(null, 'notes', 'which review this is')]),
  ]
}

/**
 * Where only some charges go on, whoever is told depends on which victims each of them concerns. Whoever became a victim
 * after that was said is asked about where any charge does not go on: nobody said whether it concerns them.
 */
const missingVictims = (charges: readonly ReviewedCharge[], victims: readonly Victim[]): readonly Missing[] =>
  charges
    .filter((charge) =>
      charge.victims === null
        ? victims.length > 0 && mustNameVictims(charges)
        : !allGoOn(charges) && victims.some(({ person }) => charge.knownVictims?.includes(person) === false),
    )
    .map(({ charge }) => missing(charge.key, 'victims', 'which victims it concerns, or that it has none'))

/** "C1: what must be proved; C1: the likely defence", for one sentence that lists all. */
export const missingWords = (all: readonly Missing[]): string =>
  all.map(({ charge, words }) => (charge === null ? words : `${charge}: ${words}`)).join('; ')
