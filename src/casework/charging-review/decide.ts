import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { dueOnFixedDate } from '../../duties/worked-date.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { stands } from './charging-decision.ts'
import { decideOnCharges } from './decide-charges.ts'
import { giveUpTellingVictim, noticesOf, tellVictim } from './decide-notices.ts'
import { decideStages } from './decide-stages.ts'
import { suspectOutcomeOf } from './outcomes.ts'
import { refuseReview } from './refusals.ts'
import type { OrderOf, ReviewCommand, ReviewEvent } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { type ReviewType, codeEdition } from './the-code.ts'
import { thresholdReview } from './threshold-review-rule.ts'
import { missingForDecision, missingWords } from './what-is-missing.ts'
import { requireOpen, requireShort, requireWords, same } from './words-required.ts'

export function decideReview(command: ReviewCommand, state: Review | null): readonly ReviewEvent[] {
  if (command.type === 'OpenReview') return openReview(command, state)
  if (command.type === 'FinaliseAdministratively') return finalise(command, state)
  if (command.type === 'Reopen') return reopen(command, state)
  if (!state) throw refuseReview('review.not-open')
  switch (command.type) {
    case 'ProveElements':
    case 'AnswerQuestions':
    case 'FindOnEvidence':
    case 'TakePublicInterestFirst':
    case 'WeighPublicInterest':
    case 'ConcludeOnPublicInterest':
    case 'ApplyThresholdTest':
      return decideStages(command, state)
    case 'AddCharge':
    case 'ChangeCharge':
    case 'NotPursueCharge':
    case 'PursueChargeAgain':
    case 'NameVictims':
    case 'ProposeOutcome':
      return decideOnCharges(command, state)
    case 'WriteNotes':
      return writeNotes(command, state)
    case 'DeclareDisclosure':
      return declareDisclosure(command, state)
    case 'Decide':
      return decide(command, state)
    case 'Reconsider':
      return reconsider(command, state)
    case 'BeginFullReview':
      return beginFullReview(command, state)
    case 'ReassignReview':
      return reassign(command, state)
    case 'TellVictim':
      return tellVictim(command, state)
    case 'GiveUpTellingVictim':
      return giveUpTellingVictim(command, state)
  }
}

/** Follows from triage, so that there is nothing to refuse. What was drafted before stays. */
function openReview(command: OrderOf<'OpenReview'>, state: Review | null): ReviewEvent[] {
  const { caseId, number, suspect, force, prosecutors, unit, owner, referral, category, at, by } = command
  const opened = { caseId, number, suspect, force, prosecutors, unit, owner, referral, category }
  if (state && state.referral === referral && !bringsSomethingNew(opened, state)) return []
  return [{ type: 'ReviewOpened', ...opened, at, by }]
}

function bringsSomethingNew({ suspect, owner }: Pick<OrderOf<'OpenReview'>, 'suspect' | 'owner'>, state: Review) {
  const known = new Set(state.charges.map(({ charge }) => charge.key))
  return (
    suspect.charges.some(({ key }) => !known.has(key)) ||
    suspect.position !== state.position ||
    suspect.detentionEndsAt !== state.detentionEndsAt ||
    suspect.bailEndsOn !== state.bailEndsOn ||
    (owner !== null && state.owner === null) ||
    state.standing === 'finalised'
  )
}

const finalise = (
  { reason, at, by }: OrderOf<'FinaliseAdministratively'>,
  state: Review | null,
): readonly ReviewEvent[] => (state?.standing === 'open' ? [{ type: 'AdministrativelyFinalised', reason, at, by }] : [])

const reopen = ({ reason, at, by }: OrderOf<'Reopen'>, state: Review | null): readonly ReviewEvent[] =>
  state?.standing === 'finalised' ? [{ type: 'ReviewReopened', reason, at, by }] : []

function writeNotes(command: OrderOf<'WriteNotes'>, review: Review): ReviewEvent[] {
  const { notes, reviewType, at, by } = command
  requireOpen(command, review)
  for (const words of [notes.alternatives, notes.instructions, notes.witnesses, ...notes.monitoring]) {
    requireShort(words)
  }
  if (same(notes, review.notes) && reviewType === review.reviewType) return []
  return [{ type: 'NotesWritten', notes, reviewType, at, by }]
}

/** That disclosable material was considered is declared with what it does to the case; a bare tick says nothing. */
function declareDisclosure(command: OrderOf<'DeclareDisclosure'>, review: Review): ReviewEvent[] {
  const { effect, at, by } = command
  requireOpen(command, review)
  requireWords(effect)
  if (stands(review.disclosure) && review.disclosure.effect === effect) return []
  return [{ type: 'DisclosureDeclared', effect, at, by }]
}

/**
 * Decides on all the charges of the suspect together, on what was recorded charge by charge. Nothing is decided by
 * itself: what the prosecutor proposed and concluded is checked, and what is missing is named, all of it at once.
 */
function decide(command: OrderOf<'Decide'>, review: Review): ReviewEvent[] {
  const { role, position, material, victims, settings, facts, at, by } = command
  requireOpen(command, review)
  const pursued = review.charges.filter(({ notPursued }) => notPursued === null)
  if (pursued.length === 0) throw refuseReview('review.no-charge-pursued')
  const missing = missingForDecision(review, { material, victims })
  if (missing.length > 0) throw refuseReview('review.incomplete', { missing: missingWords(missing) })
  requireWords(role)
  const byThreshold = pursued.filter(
    ({ outcome }) => outcome?.outcome === 'charge' && outcome.test === 'threshold-test',
  )
  if (byThreshold.length > 0 && review.standing === 'again') throw refuseReview('review.full-review-needs-full-test')
  if (byThreshold.length > 0 && position !== 'in-custody') throw refuseReview('review.not-in-custody')
  const decidedOn = toLocalDate(at)
  const outcome = suspectOutcomeOf(pursued.flatMap((one) => one.outcome?.outcome ?? []))
  return [
    {
      type: 'ChargingDecided',
      decision: review.decisions.length + 1,
      decidedOn,
      role,
      code: codeEdition,
      reviewType: reviewTypeOf(review),
      outcome,
      thresholdReview: thresholdReviewDue(review, byThreshold, decidedOn),
      ...noticesOf(review, command, decidedOn),
      ...(settings && { settings }),
      ...(facts && { facts }),
      at,
      by,
    },
  ]
}

function reviewTypeOf({ standing, reconsidering, reviewType }: Review): ReviewType {
  if (standing === 'again') return 'FCTR'
  return reconsidering ? 'REC' : (reviewType ?? 'IR')
}

/**
 * The day by which the Full Code Test follows a charge by the Threshold Test: the earliest that was set on a charge.
 *
 * Unit: a date that the prosecutor names; in time until the end of that day. It comes before the last day of the
 * custody time limit, and on the day of the decision at the earliest.
 *
 * Source: Code for Crown Prosecutors, 8th edition, chapter 5. The Code names no number of days.
 */
function thresholdReviewDue(
  review: Review,
  charges: Review['charges'],
  decidedOn: ReturnType<typeof toLocalDate>,
): Deadline | null {
  const [first] = charges
    .flatMap(({ threshold }) => (threshold ? [threshold] : []))
    .toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
  if (!first) return null
  if (first.reviewOn < decidedOn) throw refuseReview('review.threshold-review-past')
  const worked = dueOnFixedDate(decidedOn, first.reviewOn, `charging decision ${review.decisions.length + 1}`)
  const steps = [...worked.working.steps, `before the custody time limit, ${formatDateLong(first.custodyLimit)}`]
  return under(thresholdReview, { ...worked, working: { ...worked.working, steps } })
}

/** Normally a decision is final. Where the Code's reasons allow it is looked at again, and the first stays readable. */
function reconsider({ ground, reasons, at, by }: OrderOf<'Reconsider'>, review: Review): ReviewEvent[] {
  if (review.standing !== 'decided') throw refuseReview('review.not-decided')
  requireWords(reasons)
  return [{ type: 'DecisionReconsidered', decision: review.decisions.length, ground, reasons, at, by }]
}

function beginFullReview({ at, by }: OrderOf<'BeginFullReview'>, review: Review): ReviewEvent[] {
  const owed = review.thresholdReviews.some(({ metAt, waived }) => metAt === null && waived === null)
  if (review.standing !== 'decided' || !owed) throw refuseReview('review.full-review-not-owed')
  return [{ type: 'FullReviewBegun', at, by }]
}

function reassign({ owner, reason, at, by }: OrderOf<'ReassignReview'>, review: Review): ReviewEvent[] {
  requireShort(reason)
  if (owner === review.owner) throw refuseReview('review.same-owner')
  return [{ type: 'ReviewReassigned', owner, reason, at, by }]
}
