import type { Instant } from '../../calendar/instant.ts'
import type { ActionItem, ItemRound, Referral } from './case-referrals.ts'
import type { EventOf } from './commands.ts'
import { isAsking, isPending, undecided } from './standing.ts'

const changeItem = (referral: Referral, key: string, change: (item: ActionItem) => ActionItem): Referral => ({
  ...referral,
  items: referral.items.map((one) => (one.key === key ? change(one) : one)),
})

export function actionPlanSent(referral: Referral, event: EventOf<'ActionPlanSent'>): Referral {
  const { plan, items, chasers, at, by } = event
  return {
    ...referral,
    stage: 'action-plan',
    plans: [
      ...referral.plans,
      {
        number: plan,
        chasers: chasers.map((due) => ({ due, sent: null })),
        finaliseFrom: null,
        endedAt: null,
        at,
        by,
      },
    ],
    items: [
      ...referral.items,
      ...items.map(({ due, ...item }) => ({
        ...item,
        plan,
        rounds: [newRound(due)],
        ended: null,
      })),
    ],
  }
}

/** An answer that comes after nobody waited for it any longer is an answer all the same. */
export const itemAnswered = (referral: Referral, { item: key, answer, at, by }: EventOf<'ItemAnswered'>): Referral =>
  changeItem(referral, key, (item) => ({
    ...item,
    ended: null,
    rounds: changeLast(item.rounds, (round) => {
      const given = { ...answer, at, by }
      return isAsking(round) ? { ...round, meanwhile: given } : { ...round, answer: given }
    }),
  }))

const newRound = (due: ItemRound['due']): ItemRound => ({ due, answer: null, reply: null, meanwhile: null })

export const questionReplied = (referral: Referral, { item: key, reply, due }: EventOf<'QuestionReplied'>): Referral =>
  changeItem(referral, key, (item) => ({
    ...item,
    rounds: [...changeLast(item.rounds, (round) => ({ ...round, reply })), newRound(due)],
  }))

const changeLast = <One>(all: readonly One[], change: (last: One) => One): readonly One[] =>
  all.map((one, index) => (index === all.length - 1 ? change(one) : one))

export const itemWithdrawn = (referral: Referral, { item: key, reason, at }: EventOf<'ItemWithdrawn'>): Referral =>
  changeItem(referral, key, (item) => ({ ...item, ended: { at, reason } }))

/** The review goes on once nothing of any plan is waited for. */
export function planAnswered(referral: Referral, { plan, at }: EventOf<'ActionPlanAnswered'>): Referral {
  const plans = referral.plans.map((one) => (one.number === plan ? { ...one, endedAt: at } : one))
  const goesOn = referral.stage === 'action-plan' && plans.every(({ endedAt }) => endedAt !== null)
  return { ...referral, plans, stage: goesOn ? 'under-review' : referral.stage }
}

export function chased(referral: Referral, { plan, words, finaliseFrom, at }: EventOf<'Chased'>): Referral {
  const plans = referral.plans.map((one) => {
    if (one.number !== plan) return one
    const next = one.chasers.findIndex(({ sent }) => !sent)
    return {
      ...one,
      chasers: one.chasers.map((chaser, index) => (index === next ? { ...chaser, sent: { at, words } } : chaser)),
      finaliseFrom: finaliseFrom ?? one.finaliseFrom,
    }
  })
  return { ...referral, plans }
}

/** Nothing is waited for any longer, for a reason that stands with each thing. */
const endWaiting = (referral: Referral, at: Instant, reason: string): Referral => ({
  ...referral,
  plans: referral.plans.map((plan) => ({ ...plan, endedAt: plan.endedAt ?? at })),
  items: referral.items.map((item) => (isPending(item) ? { ...item, ended: { at, reason } } : item)),
})

export const finalised = (referral: Referral, { reason, at }: EventOf<'AdministrativelyFinalised'>): Referral => ({
  ...endWaiting(referral, at, 'Not answered before the referral was closed.'),
  stage: 'finalised',
  closed: { at, reason },
})

/** Its clock begins anew; how the last one ended stays. */
export function reopened(referral: Referral, { due, at, by }: EventOf<'Reopened'>): Referral {
  const { closed, decidedAt, reopenings } = referral
  if (!closed) return referral
  const closing = { ...closed, decidedAt }
  return {
    ...referral,
    stage: 'under-review',
    closed: null,
    decidedAt: null,
    reopenings: [...reopenings, { at, by, due, closing }],
  }
}

/** With the last suspect the referral is decided, and what was still asked for is no longer waited for. */
export function suspectDecided(referral: Referral, event: EventOf<'SuspectDecided'>): Referral {
  const { suspect, outcome, decidedOn, at } = event
  const decisions = [...referral.decisions.filter((one) => one.suspect !== suspect), { suspect, outcome, decidedOn }]
  const next = { ...referral, decisions: decisions.toSorted((a, b) => a.suspect - b.suspect) }
  if (undecided(next).length > 0) return next
  return {
    ...endWaiting(next, at, 'The prosecutor decided without it.'),
    stage: 'decided',
    decidedAt: next.decidedAt ?? at,
  }
}

export const suspectReopened = (referral: Referral, { suspect }: EventOf<'SuspectReopened'>): Referral => ({
  ...referral,
  stage: referral.stage === 'decided' ? 'under-review' : referral.stage,
  decisions: referral.decisions.filter((one) => one.suspect !== suspect),
})
