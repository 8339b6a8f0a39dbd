import type { ProposedCharge } from '../suspects/proposed-charge.ts'
import type { ReviewedCharge } from './charging-decision.ts'
import type { EventOf } from './review-commands.ts'

type ChargeEvent = EventOf<
  | 'ElementsProved'
  | 'QuestionsAnswered'
  | 'EvidentialStageConcluded'
  | 'PublicInterestTakenFirst'
  | 'PublicInterestWeighed'
  | 'PublicInterestStageConcluded'
  | 'ThresholdTestApplied'
  | 'OutcomeProposed'
  | 'ChargeChanged'
  | 'ChargeNotPursued'
  | 'ChargePursuedAgain'
  | 'VictimsNamed'
>

/** A charge on which nothing was said yet. */
export const newCharge = (
  charge: ProposedCharge,
  proposed: ProposedCharge | null,
  changedBecause: string | null,
): ReviewedCharge => ({
  charge,
  proposed,
  changedBecause,
  notPursued: null,
  victims: null,
  knownVictims: null,
  points: null,
  elements: [],
  questions: { canBeUsed: null, reliable: null, credible: null, otherMaterial: null },
  likelyDefence: '',
  finding: null,
  publicInterestFirst: null,
  publicInterest: { a: null, b: null, c: null, d: null, e: null, f: null, g: null },
  conclusion: null,
  threshold: null,
  outcome: null,
})

type Made = { readonly setAside: string | null } | null

const aside = <Conclusion extends Made>(made: Conclusion, why: string): Conclusion =>
  made !== null && made.setAside === null ? { ...made, setAside: why } : made

/** The charge with every conclusion on it to be made again. What was written stays, to be confirmed or changed. */
export const setAside = (charge: ReviewedCharge, why: string): ReviewedCharge => ({
  ...charge,
  finding: aside(charge.finding, why),
  conclusion: aside(charge.conclusion, why),
  threshold: aside(charge.threshold, why),
})

/** What the evidential finding rests on was changed, so it falls, and with it what was weighed after it. */
const evidenceChanged = (charge: ReviewedCharge, why: string): ReviewedCharge => ({
  ...charge,
  finding: aside(charge.finding, why),
  conclusion: standsWithoutEvidence(charge) ? charge.conclusion : aside(charge.conclusion, why),
})

/** Only where the public interest was taken first, and only against a prosecution. */
const standsWithoutEvidence = ({ publicInterestFirst, conclusion }: ReviewedCharge): boolean =>
  publicInterestFirst !== null && conclusion?.prosecutionRequired === false

export function evolveCharge(charge: ReviewedCharge, event: ChargeEvent): ReviewedCharge {
  const { at, by } = event
  switch (event.type) {
    case 'ElementsProved': {
      const { points, elements } = event
      return { ...evidenceChanged(charge, 'what proves the charge was changed'), points, elements }
    }
    case 'QuestionsAnswered': {
      const { questions, likelyDefence } = event
      return { ...evidenceChanged(charge, 'the four questions were answered anew'), questions, likelyDefence }
    }
    case 'EvidentialStageConcluded':
      return concludedOnEvidence(charge, event)
    case 'PublicInterestTakenFirst':
      return { ...charge, publicInterestFirst: { reasons: event.reasons, at, by } }
    case 'PublicInterestWeighed': {
      const conclusion = aside(charge.conclusion, 'the questions of 4.14 were answered anew')
      return { ...charge, publicInterest: event.answers, conclusion }
    }
    case 'PublicInterestStageConcluded': {
      const { prosecutionRequired, reasons } = event
      return { ...charge, conclusion: { prosecutionRequired, reasons, at, by, setAside: null } }
    }
    case 'ThresholdTestApplied': {
      const { bailRisk, conditions, expected, custodyLimit, reviewOn } = event
      const threshold = { bailRisk, conditions, expected, custodyLimit, reviewOn, at, by, setAside: null }
      return { ...charge, threshold }
    }
    case 'VictimsNamed':
      return { ...charge, victims: event.victims, knownVictims: event.known ?? null }
    case 'OutcomeProposed': {
      const { outcome, test, reasons } = event
      return { ...charge, outcome: { outcome, test, reasons } }
    }
    case 'ChargeChanged':
      return changed(charge, event)
    case 'ChargeNotPursued':
      return { ...charge, notPursued: { reasons: event.reasons, at, by }, outcome: null }
    case 'ChargePursuedAgain':
      return { ...charge, notPursued: null }
  }
}

function concludedOnEvidence(charge: ReviewedCharge, event: EventOf<'EvidentialStageConcluded'>): ReviewedCharge {
  const { realisticProspect, timing, reasons, at, by } = event
  const finding = { realisticProspect, timing, reasons, at, by, setAside: null }
  if (realisticProspect || standsWithoutEvidence(charge)) return { ...charge, finding }
  return { ...charge, finding, conclusion: aside(charge.conclusion, 'the evidential stage is no longer passed') }
}

/** Another offence has other elements, so what proved the first says nothing of it. */
function changed(charge: ReviewedCharge, { worded, reasons }: EventOf<'ChargeChanged'>): ReviewedCharge {
  const next = setAside(charge, 'the charge was changed')
  const isSameOffence = worded.offence.code === charge.charge.offence.code
  return {
    ...next,
    charge: { key: charge.charge.key, ...worded },
    changedBecause: reasons,
    outcome: null,
    ...(!isSameOffence && { points: null, elements: [] }),
  }
}

/** What a colleague is told was changed on the charge. */
export function wordsOfChange(event: ChargeEvent): string {
  switch (event.type) {
    case 'ElementsProved':
      return 'what proves it'
    case 'QuestionsAnswered':
      return 'the four questions and the likely defence'
    case 'EvidentialStageConcluded':
      return 'the finding on the evidence'
    case 'PublicInterestTakenFirst':
      return 'the public interest taken first'
    case 'PublicInterestWeighed':
      return 'the questions of the public interest'
    case 'PublicInterestStageConcluded':
      return 'the conclusion on the public interest'
    case 'ThresholdTestApplied':
      return 'the Threshold Test'
    case 'OutcomeProposed':
      return 'the outcome'
    case 'ChargeChanged':
      return 'the charge itself'
    case 'ChargeNotPursued':
      return 'that it is not pursued'
    case 'ChargePursuedAgain':
      return 'that it is pursued again'
    case 'VictimsNamed':
      return 'which victims it concerns'
  }
}
