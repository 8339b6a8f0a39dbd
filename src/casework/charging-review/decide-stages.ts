import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { type ReviewedCharge, stands } from './charging-decision.ts'
import { refuseReview } from './refusals.ts'
import type { OrderOf, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { publicInterestKeys, thresholdConditionKeys, thresholdConditions, evidentialQuestionKeys } from './the-code.ts'
import {
  missingEvidence,
  missingPublicInterest,
  missingWords,
  passedEvidentialStage,
  unproved,
} from './what-is-missing.ts'
import { pursuedCharge, requireShort, requireWords, same } from './words-required.ts'

type StageOrder = OrderOf<
  | 'ProveElements'
  | 'AnswerQuestions'
  | 'FindOnEvidence'
  | 'TakePublicInterestFirst'
  | 'WeighPublicInterest'
  | 'ConcludeOnPublicInterest'
  | 'ApplyThresholdTest'
>

/** The stages of the Full Code Test and the Threshold Test, on one charge. */
export function decideStages(command: StageOrder, review: Review): ReviewEvent[] {
  const charge = pursuedCharge(command, review)
  switch (command.type) {
    case 'ProveElements':
      return proveElements(command, charge)
    case 'AnswerQuestions':
      return answerQuestions(command, charge)
    case 'FindOnEvidence':
      return findOnEvidence(command, charge)
    case 'TakePublicInterestFirst':
      return takePublicInterestFirst(command, charge)
    case 'WeighPublicInterest':
      return weighPublicInterest(command, charge)
    case 'ConcludeOnPublicInterest':
      return concludeOnPublicInterest(command, charge)
    case 'ApplyThresholdTest':
      return applyThresholdTest(command, charge, review)
  }
}

/** May be saved half done: what is still open is asked for at the finding, not here. */
function proveElements(command: OrderOf<'ProveElements'>, before: ReviewedCharge): ReviewEvent[] {
  const { charge, points, elements, at, by } = command
  if (new Set(elements.map(({ key }) => key)).size < elements.length) throw refuseReview('review.element-twice')
  for (const { words, material, none, note } of elements) {
    requireWords(words)
    requireShort(note)
    if (none && material.length > 0) throw refuseReview('review.none-beside-material', { element: words })
  }
  if (same([points, elements], [before.points, before.elements])) return []
  return [{ type: 'ElementsProved', charge, points, elements, at, by }]
}

function answerQuestions(command: OrderOf<'AnswerQuestions'>, before: ReviewedCharge): ReviewEvent[] {
  const { charge, questions, likelyDefence, at, by } = command
  requireShort(likelyDefence)
  for (const question of evidentialQuestionKeys) requireShort(questions[question]?.note ?? '')
  if (same([questions, likelyDefence], [before.questions, before.likelyDefence])) return []
  return [{ type: 'QuestionsAnswered', charge, questions, likelyDefence, at, by }]
}

/**
 * Whether an impartial court, properly directed, is more likely than not to convict on this charge (Code 8th ed.,
 * chapter 4). It is the prosecutor's judgement; only what it must rest on is checked, and that nothing which must be
 * proved is left with no evidence at all.
 */
function findOnEvidence(command: OrderOf<'FindOnEvidence'>, before: ReviewedCharge): ReviewEvent[] {
  const { charge, realisticProspect, timing, reasons, at, by } = command
  requireWords(reasons)
  if (realisticProspect) {
    const missing = missingEvidence(before)
    if (missing.length > 0) throw refuseReview('review.evidence-incomplete', { missing: missingWords(missing) })
    const elements = unproved(before)
    if (elements.length > 0) {
      throw refuseReview('review.element-without-material', { elements: elements.map((one) => `“${one}”`).join(', ') })
    }
  }
  const { finding } = before
  if (
    stands(finding) &&
    same([finding.realisticProspect, finding.timing, finding.reasons], [realisticProspect, timing, reasons])
  ) {
    return []
  }
  return [{ type: 'EvidentialStageConcluded', charge, realisticProspect, timing, reasons, at, by }]
}

/**
 * Exceptionally, and where the broad extent of the criminality is known, the public interest may come first. Then
 * only a decision not to prosecute can rest on it (Code 8th ed., chapter 4).
 */
function takePublicInterestFirst(command: OrderOf<'TakePublicInterestFirst'>, before: ReviewedCharge): ReviewEvent[] {
  const { charge, reasons, at, by } = command
  requireWords(reasons)
  if (passedEvidentialStage(before)) throw refuseReview('review.evidential-stage-passed')
  if (before.publicInterestFirst?.reasons === reasons) return []
  return [{ type: 'PublicInterestTakenFirst', charge, reasons, at, by }]
}

const requireStageTwo = (charge: ReviewedCharge): void => {
  if (!passedEvidentialStage(charge) && !charge.publicInterestFirst) throw refuseReview('review.evidential-stage-open')
}

function weighPublicInterest(command: OrderOf<'WeighPublicInterest'>, before: ReviewedCharge): ReviewEvent[] {
  const { charge, answers, at, by } = command
  requireStageTwo(before)
  for (const question of publicInterestKeys) requireShort(answers[question]?.reasons ?? '')
  if (same(answers, before.publicInterest)) return []
  return [{ type: 'PublicInterestWeighed', charge, answers, at, by }]
}

/** By judgement on all seven questions. Nothing is counted: one answer may outweigh six. */
function concludeOnPublicInterest(command: OrderOf<'ConcludeOnPublicInterest'>, before: ReviewedCharge): ReviewEvent[] {
  const { charge, prosecutionRequired, reasons, at, by } = command
  requireStageTwo(before)
  requireWords(reasons)
  if (prosecutionRequired && !passedEvidentialStage(before)) throw refuseReview('review.first-only-against')
  const missing = missingPublicInterest(before)
  if (missing.length > 0) {
    throw refuseReview('review.public-interest-incomplete', { missing: missingWords(missing) })
  }
  const { conclusion } = before
  if (
    stands(conclusion) &&
    same([conclusion.prosecutionRequired, conclusion.reasons], [prosecutionRequired, reasons])
  ) {
    return []
  }
  return [{ type: 'PublicInterestStageConcluded', charge, prosecutionRequired, reasons, at, by }]
}

/** Only for a suspect in custody whose bail would be a substantial risk, before all the evidence is there. */
function applyThresholdTest(
  command: OrderOf<'ApplyThresholdTest'>,
  before: ReviewedCharge,
  review: Review,
): ReviewEvent[] {
  const { charge, position, bailRisk, conditions, expected, custodyLimit, reviewOn, at, by } = command
  if (position !== 'in-custody') throw refuseReview('review.not-in-custody')
  if (review.standing === 'again') throw refuseReview('review.full-review-needs-full-test')
  const missing = [
    ...(bailRisk.trim() ? [] : ['why bail would be a substantial risk']),
    ...thresholdConditionKeys
      .filter((condition) => !conditions[condition].reasons.trim())
      .map((condition) => `the reasons for “${thresholdConditions[condition]}”`),
    ...(expected.some((one) => one.trim()) ? [] : ['what evidence is expected']),
  ]
  if (missing.length > 0) throw refuseReview('review.threshold-incomplete', { missing: missing.join('; ') })
  for (const words of [bailRisk, ...expected, ...thresholdConditionKeys.map((key) => conditions[key].reasons)]) {
    requireShort(words)
  }
  if (reviewOn < toLocalDate(at)) throw refuseReview('review.threshold-review-past')
  if (reviewOn >= custodyLimit) {
    throw refuseReview('review.threshold-review-too-late', { limit: formatDateLong(custodyLimit) })
  }
  const test = { bailRisk, conditions, expected, custodyLimit, reviewOn }
  const { threshold } = before
  if (stands(threshold)) {
    const { bailRisk: risk, conditions: met, expected: awaited, custodyLimit: limit, reviewOn: on } = threshold
    if (same(test, { bailRisk: risk, conditions: met, expected: awaited, custodyLimit: limit, reviewOn: on })) return []
  }
  return [{ type: 'ThresholdTestApplied', charge, ...test, at, by }]
}
