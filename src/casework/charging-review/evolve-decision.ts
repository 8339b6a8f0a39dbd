import { formatDateLong } from '../../calendar/local-date.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import { type DecisionRecord, type ReviewedCharge, stands } from './charging-decision.ts'
import { setAside } from './evolve-charge.ts'
import { noticesAfter } from './evolve-notices.ts'
import { chargeOutcomes, suspectOutcomes } from './outcomes.ts'
import type { EventOf, ReviewEvent } from './review-commands.ts'
import type { Review, ThresholdReview } from './review-state.ts'
import { reconsiderationGrounds } from './the-code.ts'

/** The state with one more line on the timeline of the case, for these agencies or for all that are on it. */
export const withHappening = (
  state: Review,
  { at, by }: ReviewEvent,
  event: string,
  detail: CaseHappening['detail'],
  agencies?: readonly string[],
): Review => ({
  ...state,
  happenings: [...state.happenings, { at, by, event, detail, ...(agencies && { agencies }) }],
})

/** The record of the decision is the state as it was decided upon. It is made here once and never again. */
export function decided(state: Review, event: EventOf<'ChargingDecided'>): Review {
  const record = recordOf(state, event)
  const next: Review = {
    ...state,
    standing: 'decided',
    decisions: record ? [...state.decisions, record] : state.decisions,
    reconsidering: null,
    reviewType: null,
    thresholdReviews: thresholdReviewsAfter(state.thresholdReviews, event),
    notices: noticesAfter(state.notices, event),
  }
  return withHappening(
    next,
    event,
    `Suspect ${state.number}: ${suspectOutcomes[event.outcome]}`,
    detailOf(state, event),
  )
}

function recordOf(state: Review, event: EventOf<'ChargingDecided'>): DecisionRecord | null {
  const { caseId, number, person, prosecutors, unit, force, referral, category, charges, notes, disclosure } = state
  const { decision, decidedOn, role, code, reviewType, outcome, at, by } = event
  if (!disclosure) return null
  return {
    caseId,
    suspect: number,
    person,
    decision,
    decidedAt: at,
    decidedOn,
    decidedBy: by,
    role,
    prosecutors,
    unit,
    force,
    referral,
    category,
    reviewType,
    code,
    outcome,
    charges,
    notes,
    disclosure,
    reconsiders: state.reconsidering,
  }
}

/** The reasons stand in the decision, which everybody on the case may open; the timeline says what was decided. */
const detailOf = (
  state: Review,
  { role, code, thresholdReview }: EventOf<'ChargingDecided'>,
): CaseHappening['detail'] => [
  ...state.charges.map(
    ({ charge, outcome, notPursued }) =>
      [
        `${charge.key}, ${charge.offence.title}`,
        notPursued ? 'Not pursued' : outcome ? chargeOutcomes[outcome.outcome].words : '',
      ] as const,
  ),
  ['Decided by', `${role}, independently, under the ${code.instrument}, ${code.edition}`],
  ...(thresholdReview ? [['Full Code Test by', formatDateLong(thresholdReview.dueOn)] as const] : []),
]

/** A decision without the Threshold Test is the review that was owed; another one by it sets another date. */
function thresholdReviewsAfter(
  before: readonly ThresholdReview[],
  { decision, thresholdReview, at, by }: EventOf<'ChargingDecided'>,
): readonly ThresholdReview[] {
  const closed = before.map((one): ThresholdReview => {
    if (one.metAt !== null || one.waived !== null) return one
    if (!thresholdReview) {
      const event = { at, account: by, event: 'Met', detail: `By charging decision ${decision}.` }
      return { ...one, metAt: at, history: [...one.history, event] }
    }
    const reason = `Charging decision ${decision} set another date.`
    const event = { at, account: by, event: 'Replaced', detail: reason }
    return { ...one, waived: { at, reason }, history: [...one.history, event] }
  })
  if (!thresholdReview) return closed
  const detail = thresholdReview.working.steps.join('\n')
  return [
    ...closed,
    {
      decision,
      due: thresholdReview,
      metAt: null,
      waived: null,
      history: [{ at, account: by, event: 'Decided', detail }],
    },
  ]
}

/** Every conclusion is made again; what was written stays in the draft, and the decision stays as it was. */
export function reconsidered(state: Review, event: EventOf<'DecisionReconsidered'>): Review {
  const { decision, ground, reasons, at, by } = event
  const why = 'the decision is being reconsidered'
  const charges = state.charges.map((charge): ReviewedCharge => ({ ...setAside(charge, why), outcome: null }))
  const disclosure = stands(state.disclosure) ? { ...state.disclosure, setAside: why } : state.disclosure
  const next: Review = {
    ...state,
    standing: 'open',
    charges,
    disclosure,
    reconsidering: { decision, ground, reasons, at, by },
  }
  return withHappening(next, event, `Suspect ${state.number}: decision ${decision} is being reconsidered`, [
    ['Ground', reconsiderationGrounds[ground]],
    ['Reasons', reasons],
  ])
}
