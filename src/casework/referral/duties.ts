import { type Duty, type DutyHappening, type OwedBy, dutyHistoryRows, dutyRow } from '../../duties/duty.ts'
import { dutyKind } from '../../duties/rules.ts'
import { paths } from '../../paths.ts'
import type { Row } from '../../platform/record/decider.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { ActionItem, ActionPlan, CaseReferrals, Referral, Submission } from './case-referrals.ts'
import { itemDutyKey, itemState, itemsOf, lastSubmission, undecided } from './standing.ts'

export const adviceKind = dutyKind('early-advice', 'Early advice')
const decisionKind = dutyKind('referral-decision', 'Charging decision')
const resubmissionKind = dutyKind('referral-resubmission', 'Referral to send again')
const itemKind = dutyKind('action-plan-item', 'Action plan')
export const chaserKind = dutyKind('action-plan-chaser', 'Chaser')

type Acted = { readonly at: DutyHappening['at']; readonly by: string }
/** One duty of a referral with who started its clock and, where it was met, who met it. */
type Owed = Pick<Duty, 'key' | 'kind' | 'what' | 'owedBy' | 'owedTo' | 'metAt' | 'waived'> & {
  readonly due: Deadline
  readonly started: Acted & { readonly event: string }
}

export const referralStream = (caseId: string): string => `referral/${caseId}`

/** What police and the prosecutor owe each other in a case, as rows of `duty` and of its history. */
export function dutyRowsOf(state: CaseReferrals): {
  readonly duty: readonly Row[]
  readonly duty_history: readonly Row[]
} {
  const stream = referralStream(state.caseId)
  const about = { text: state.heading, path: paths.deskCaseCharging(state.caseId) }
  const all = [...adviceOwed(state), ...state.referrals.flatMap((referral) => owedIn(state, referral))]
  return {
    duty: all.map(({ due, started: _, ...duty }) => dutyRow({ ...due, ...duty, stream, about })),
    duty_history: all.flatMap(({ key, due, started }) =>
      dutyHistoryRows(stream, key, [
        { at: started.at, account: started.by, event: started.event, detail: due.working.steps.join('\n') },
      ]),
    ),
  }
}

const toAgency = ({ agency, name }: OwedBy) => ({ agency, name })
const waivedFor = (at: DutyHappening['at'], reason: string) => ({ at, reason })
const onTheCase = 'The reason stands on the case.'

const adviceOwed = ({ advice, police }: CaseReferrals): readonly Owed[] =>
  advice.flatMap(({ number, due, prosecutors, answer, withdrawn, at, by }) =>
    due === null
      ? []
      : [
          {
            key: `advice-${number}`,
            kind: adviceKind,
            what: 'Answer the question of police: early advice',
            owedBy: prosecutors,
            owedTo: toAgency(police),
            due,
            metAt: answer?.at ?? null,
            waived: withdrawn && waivedFor(withdrawn.at, `Withdrawn by police. ${onTheCase}`),
            started: { at, by, event: 'Asked' },
          },
        ],
  )

const owedIn = (state: CaseReferrals, referral: Referral): readonly Owed[] => [
  ...referral.submissions.flatMap((submission, index) => submissionOwed(state, referral, submission, index + 1)),
  ...referral.items.flatMap((item) => itemOwed(state, referral, item)),
  ...referral.plans.flatMap((plan) => planOwed(state, referral, plan)),
]

/** The prosecutor whose review every suspect still to be decided is; the unit, where there is none or more than one. */
function reviewer(referral: Referral): OwedBy {
  const { prosecutors, reviewers } = referral
  const waiting = undecided(referral)
  const concerned = reviewers.filter(({ suspect }) => waiting.length === 0 || waiting.includes(suspect))
  const [owner, another] = [...new Set(concerned.map((one) => one.owner))]
  return owner && another === undefined ? { ...prosecutors, account: owner } : prosecutors
}

const stillOwed = { metAt: null, waived: null }

/** How the clock of the decision ended: the first, or that of a reopening. Closed for want of an answer is no decision. */
function endOfClock({ stage, closed, decidedAt, reopenings }: Referral, clock: number): Pick<Owed, 'metAt' | 'waived'> {
  const closing = reopenings[clock]?.closing
  if (!closing && stage !== 'finalised') return { metAt: decidedAt, waived: null }
  const metAt = closing ? closing.decidedAt : decidedAt
  const end = closing ?? closed
  return { metAt, waived: end && waivedFor(end.at, `Closed until more evidence comes. ${onTheCase}`) }
}

/** Each time that a closed referral was opened again the decision is owed anew. */
const reopeningsOwed = (decision: Owed, referral: Referral): readonly Owed[] =>
  referral.reopenings.map(({ at, by, due }, index) => ({
    ...decision,
    key: `${decision.key}-again-${index + 1}`,
    due,
    ...endOfClock(referral, index + 1),
    started: { at, by, event: 'Opened again' },
  }))

/** The decision that the prosecutor owes for one submission, and what a rejection of it starts. */
function submissionOwed(
  { police }: CaseReferrals,
  referral: Referral,
  submission: Submission,
  number: number,
): readonly Owed[] {
  const { rejection, at, by } = submission
  const isLast = submission === lastSubmission(referral)
  const withdrawn = isLast && referral.stage === 'withdrawn' ? referral.closed : null
  const key = `${referral.number}-${number}`
  const decision: Owed = {
    key: `decision-${key}`,
    kind: decisionKind,
    what: 'Decide on charges for the suspects referred',
    owedBy: reviewer(referral),
    owedTo: toAgency(police),
    due: (isLast && referral.acceptance?.due) || submission.due,
    ...(isLast ? endOfClock(referral, 0) : stillOwed),
    ...(rejection && { waived: waivedFor(rejection.at, 'Rejected at triage. The reasons stand on the case.') }),
    ...(withdrawn && { waived: waivedFor(withdrawn.at, `Withdrawn by police. ${onTheCase}`) }),
    started: { at, by, event: number === 1 ? 'Referred' : 'Referred again' },
  }
  if (!rejection) return isLast ? [decision, ...reopeningsOwed(decision, referral)] : [decision]
  const next = referral.submissions[number]
  const sentAgain = next?.at ?? null
  const over = withdrawn && waivedFor(withdrawn.at, `Withdrawn instead. ${onTheCase}`)
  const started = { at: rejection.at, by: rejection.by, event: 'Rejected' }
  const resubmission: Owed = {
    key: `resubmit-${key}`,
    kind: resubmissionKind,
    what: 'Answer the rejection, and send the referral again',
    owedBy: police,
    owedTo: toAgency(referral.prosecutors),
    due: rejection.due,
    metAt: sentAgain,
    waived: over,
    started,
  }
  if (!rejection.reminder) return [decision, resubmission]
  const reminder: Owed = {
    key: `reminder-${key}`,
    kind: resubmissionKind,
    what: 'Remind police of the rejected referral',
    owedBy: referral.prosecutors,
    owedTo: toAgency(referral.prosecutors),
    due: rejection.reminder,
    metAt: rejection.reminded?.at ?? null,
    waived: sentAgain ? waivedFor(sentAgain, 'Police sent the referral again.') : over,
    started,
  }
  return [decision, resubmission, reminder]
}

/** A duty for each time that the item is with police. What is asked for may name people, so its number stands for it. */
const itemOwed = ({ police }: CaseReferrals, referral: Referral, item: ActionItem): readonly Owed[] =>
  item.rounds.map(({ due, answer }, index) => ({
    key: itemDutyKey(referral, item, index + 1),
    kind: itemKind,
    what: `Answer ${item.key} of the action plan`,
    owedBy: police,
    owedTo: toAgency(referral.prosecutors),
    due,
    metAt: answer?.at ?? null,
    waived: answer || !item.ended ? null : waivedFor(item.ended.at, onTheCase),
    started: startOf(referral, item, index),
  }))

function startOf({ plans }: Referral, { plan, rounds }: ActionItem, index: number): Owed['started'] {
  const started = rounds[index - 1]?.answer ?? plans.find(({ number }) => number === plan)
  if (!started) throw new Error(`The action plan ${plan} is not there`)
  return { at: started.at, by: started.by, event: index === 0 ? 'Asked for' : 'Question answered' }
}

/** The chasers of a plan, which name only what is still open, and the last day that police have once they were chased. */
function planOwed({ police }: CaseReferrals, referral: Referral, plan: ActionPlan): readonly Owed[] {
  const { number, chasers, finaliseFrom, endedAt, at, by } = plan
  const open = itemsOf(referral, plan).filter((item) => itemState(item) === 'open')
  const over = endedAt === null ? null : waivedFor(endedAt, 'Nothing in the action plan is waited for any longer.')
  const started = { at, by, event: 'Action plan sent' }
  const chasing = chasers.map(({ due, sent }, index): Owed => ({
    key: `chaser-${referral.number}-${number}-${index + 1}`,
    kind: chaserKind,
    what:
      open.length > 0
        ? `Chase police for ${open.map(({ key }) => key).join(', ')}`
        : 'Chase police for the action plan',
    owedBy: reviewer(referral),
    // Police read it too: everybody on the case knows when they will be chased.
    owedTo: toAgency(police),
    due,
    metAt: sent?.at ?? null,
    waived: sent ? null : over,
    started,
  }))
  if (!finaliseFrom) return chasing
  const last: Owed = {
    key: `last-answer-${referral.number}-${number}`,
    kind: itemKind,
    what: 'Answer the action plan before the referral may be closed',
    owedBy: police,
    owedTo: toAgency(referral.prosecutors),
    due: finaliseFrom,
    metAt: null,
    waived: over,
    started: { ...started, event: 'Chased for the first time' },
  }
  return [...chasing, last]
}
