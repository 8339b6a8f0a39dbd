import type { CaseHappening } from '../happenings/happening.ts'
import type { CaseReferrals } from './case-referrals.ts'
import type { EventOf, ReferralEvent } from './commands.ts'
import { evolveReferral } from './evolve-referral.ts'
import { happeningOf, isSilent } from './happenings-of.ts'

export function evolveReferrals(state: CaseReferrals | null, event: ReferralEvent): CaseReferrals | null {
  const known = inCase(state, event)
  if (!known) return null
  const next = changed(known, event)
  if (isSilent(event)) return next
  const happening: CaseHappening = { at: event.at, by: event.by, ...happeningOf(event, next) }
  return { ...next, happenings: [...next.happenings, happening] }
}

/** What a request or a referral says of the case and of who deals with it is how it stands from then on. */
function inCase(state: CaseReferrals | null, event: ReferralEvent): CaseReferrals | null {
  if (event.type !== 'AdviceAsked' && event.type !== 'Referred' && event.type !== 'Resubmitted') return state
  const { caseId, heading, police, prosecutors } = event
  const before = state ?? { advice: [], referrals: [], happenings: [] }
  return { ...before, caseId, heading, police, prosecutors }
}

function changed(state: CaseReferrals, event: ReferralEvent): CaseReferrals {
  if (event.type === 'AdviceAsked') return adviceAsked(state, event)
  if (event.type === 'AdviceGiven') return adviceGiven(state, event)
  if (event.type === 'AdviceRequestWithdrawn') return requestWithdrawn(state, event)
  if (event.type === 'AdviceFollowed') return adviceFollowed(state, event)
  if (event.type === 'PoliceNoted') return { ...state, police: event.police }
  if (event.type === 'HeadingNoted') return { ...state, heading: event.heading }
  return { ...state, referrals: evolveReferral(state, event) }
}

const requestWithdrawn = (
  state: CaseReferrals,
  { advice, reason, at }: EventOf<'AdviceRequestWithdrawn'>,
): CaseReferrals => changeAdvice(state, advice, (one) => ({ ...one, withdrawn: { at, reason } }))

type Advice = CaseReferrals['advice'][number]

const changeAdvice = (state: CaseReferrals, number: number, change: (advice: Advice) => Advice): CaseReferrals => ({
  ...state,
  advice: state.advice.map((one) => (one.number === number ? change(one) : one)),
})

function adviceAsked(state: CaseReferrals, event: EventOf<'AdviceAsked'>): CaseReferrals {
  const { advice: number, stage, question, material, prosecutors, due, at, by } = event
  const asked = { number, stage, question, material, prosecutors, due, at, by, answer: null, withdrawn: null }
  return { ...state, advice: [...state.advice, asked] }
}

const adviceGiven = (
  state: CaseReferrals,
  { advice, points, reasons, at, by }: EventOf<'AdviceGiven'>,
): CaseReferrals =>
  changeAdvice(state, advice, (one) => ({
    ...one,
    answer: { points: points.map((text) => ({ text, followed: null })), reasons, at, by },
  }))

function adviceFollowed(state: CaseReferrals, { points, at }: EventOf<'AdviceFollowed'>): CaseReferrals {
  const said = (advice: number, point: number) => points.find((one) => one.advice === advice && one.point === point)
  return {
    ...state,
    advice: state.advice.map((one) => ({
      ...one,
      answer: one.answer && {
        ...one.answer,
        points: one.answer.points.map((point, index) => {
          const found = said(one.number, index + 1)
          return found ? { ...point, followed: { followed: found.followed, why: found.why, at } } : point
        }),
      },
    })),
  }
}
