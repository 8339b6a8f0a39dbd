import { z } from 'zod'
import { chargeOutcomes, suspectOutcomes } from '../../casework/charging-review/outcomes.ts'
import type { DecisionRecord } from '../../casework/charging-review/charging-decision.ts'
import { readReview, readReviews } from '../../casework/charging-review/read-reviews.ts'
import type { ActionItem, Referral } from '../../casework/referral/case-referrals.ts'
import { readReferral } from '../../casework/referral/read-referral.ts'
import { allRejectionReasons } from '../../casework/referral/rejection-reasons.ts'
import { itemState, itemStates, lastSubmission } from '../../casework/referral/standing.ts'
import { caseTypes, categoryCodes, referralStages, reviewTypes } from '../../casework/referral/terms.ts'
import { trackStates } from '../../casework/suspects/track.ts'
import { readSuspects } from '../../casework/suspects/read-suspects.ts'
import type { Json } from '../../platform/record/decider.ts'
import { caseLookedAtBySystem, caseParameter } from '../cases.ts'
import type { Reading } from '../operation.ts'
import { caseId, day, moment, named, offenceCode } from '../schemas.ts'

const text = z.string()
const keysOf = <Key extends string>(list: Readonly<Record<Key, unknown>>) => Object.keys(list) as [Key, ...Key[]]

const triageShown = named(
  'Triage',
  'Every referral of the case: where it stands, whose move it is, why it was sent back, by when it is to be decided.',
  z.strictObject({
    case: caseId,
    referrals: z.array(
      z.strictObject({
        referral: z.int(),
        stage: z.enum(keysOf(referralStages)),
        stageInWords: text,
        category: z.enum([...categoryCodes]),
        suspects: z.array(z.int()),
        sentAt: moment,
        timesSent: z.int(),
        decisionDueAt: moment.nullable(),
        decisionDueOn: day,
        rejection: z
          .strictObject({
            at: moment,
            respondBy: day,
            reasons: z.array(z.strictObject({ code: text, reason: text, about: text, material: text.nullable() })),
          })
          .nullable()
          .describe('Of the last time it was sent; null while it was not rejected.'),
        acceptance: z
          .strictObject({ at: moment, reviewType: z.enum(keysOf(reviewTypes)), caseType: z.enum(keysOf(caseTypes)) })
          .nullable(),
      }),
    ),
  }),
)

const planShown = named(
  'ActionPlan',
  'What the prosecutor asks police for in the case, over all its referrals.',
  z.strictObject({
    case: caseId,
    items: z.array(
      z.strictObject({
        referral: z.int(),
        item: text,
        what: text,
        why: text,
        suspect: z.int().nullable(),
        material: text.nullable(),
        urgent: z.boolean(),
        state: z.enum(keysOf(itemStates)),
        stateInWords: text,
        dueOn: day.nullable(),
        answer: text.nullable(),
        reply: text.nullable().describe('The prosecutor’s reply to a question.'),
      }),
    ),
  }),
)

const decisionsShown = named(
  'Decisions',
  'Where each suspect stands, and every charging decision that police may see. A decision is never edited: another one follows.',
  z.strictObject({
    case: caseId,
    suspects: z.array(z.strictObject({ suspect: z.int(), track: z.enum(keysOf(trackStates)), trackInWords: text })),
    decisions: z.array(
      z.strictObject({
        suspect: z.int(),
        decision: z.int(),
        decidedAt: moment,
        outcome: z.enum(keysOf(suspectOutcomes)),
        charges: z.array(
          z.strictObject({
            charge: text,
            offence: offenceCode,
            title: text,
            outcome: z.enum(keysOf(chargeOutcomes)).nullable(),
            test: z.enum(['full-code-test', 'threshold-test']).nullable(),
            reasons: text.nullable(),
            notPursued: text.nullable(),
          }),
        ),
        instructions: text,
      }),
    ),
  }),
)

const reading = (described: Pick<Reading, 'id' | 'path' | 'summary' | 'about' | 'answer' | 'read'>): Reading => ({
  ...described,
  method: 'GET',
  scope: 'case.read',
  parameters: [caseParameter],
  personal: true,
})

export const readTriage = reading({
  id: 'readTriage',
  path: '/cases/{case}/triage',
  summary: 'Read what became of the referrals',
  about: 'Rejected with reasons, or accepted for review, and by when it is to be decided.',
  answer: triageShown,
  async read(asked) {
    const { summary } = await caseLookedAtBySystem(asked, 'Triage, by the API')
    const { referrals } = await asked.request.read((tx) => readReferral(tx, summary.id))
    return { case: summary.id, referrals: referrals.map(referralOf) }
  },
})

function referralOf(referral: Referral): Json {
  const { number, stage, submissions, acceptance } = referral
  const { at, sent, due, rejection } = lastSubmission(referral)
  const decision = acceptance?.due ?? due
  return {
    referral: number,
    stage,
    stageInWords: referralStages[stage],
    category: sent.category,
    suspects: sent.suspects.map((one) => one.number),
    sentAt: at,
    timesSent: submissions.length,
    decisionDueAt: decision.dueAt,
    decisionDueOn: decision.dueOn,
    rejection: rejection && {
      at: rejection.at,
      respondBy: rejection.due.dueOn,
      reasons: rejection.grounds.map(({ reason, about, material }) => ({
        code: reason,
        reason: allRejectionReasons[reason],
        about,
        material: material?.key ?? null,
      })),
    },
    acceptance: acceptance && {
      at: acceptance.at,
      reviewType: acceptance.reviewType,
      caseType: acceptance.caseType,
    },
  }
}

export const readActionPlan = reading({
  id: 'readActionPlan',
  path: '/cases/{case}/action-plan',
  summary: 'Read what the prosecutor asks for',
  about: 'Each item with the day it is due, and where it stands.',
  answer: planShown,
  async read(asked) {
    const { summary } = await caseLookedAtBySystem(asked, 'Action plan, by the API')
    const { referrals } = await asked.request.read((tx) => readReferral(tx, summary.id))
    return {
      case: summary.id,
      items: referrals.flatMap(({ number, items }) => items.map((item) => itemOf(number, item))),
    }
  },
})

function itemOf(referral: number, item: ActionItem): Json {
  const last = item.rounds.at(-1)
  return {
    referral,
    item: item.key,
    what: item.what,
    why: item.why,
    suspect: item.suspect,
    material: item.material?.key ?? null,
    urgent: item.urgent,
    state: itemState(item),
    stateInWords: itemStates[itemState(item)],
    dueOn: last?.due.dueOn ?? null,
    answer: (last?.meanwhile ?? last?.answer)?.words ?? null,
    reply: item.rounds.findLast(({ reply }) => reply !== null)?.reply ?? null,
  }
}

export const readDecisions = reading({
  id: 'readDecisions',
  path: '/cases/{case}/decisions',
  summary: 'Read the charging decisions',
  about: 'What the prosecutor decided on each charge and why. What is drafted before a decision is told to nobody.',
  answer: decisionsShown,
  async read(asked) {
    const { summary } = await caseLookedAtBySystem(asked, 'Charging decisions, by the API')
    const { suspects, decisions } = await asked.request.read(async (tx) => {
      const decided: DecisionRecord[] = []
      for (const { number } of await readReviews(tx, summary.id)) {
        decided.push(...((await readReview(tx, summary.id, number))?.decisions ?? []))
      }
      return { suspects: await readSuspects(tx, summary.id), decisions: decided }
    })
    return {
      case: summary.id,
      suspects: suspects.map(({ number, track }) => ({ suspect: number, track, trackInWords: trackStates[track] })),
      decisions: decisions.map(decisionOf),
    }
  },
})

const decisionOf = ({ suspect, decision, decidedAt, outcome, charges, notes }: DecisionRecord): Json => ({
  suspect,
  decision,
  decidedAt,
  outcome,
  charges: charges.map(({ charge, outcome: ended, notPursued }) => ({
    charge: charge.key,
    offence: charge.offence.code,
    title: charge.offence.title,
    outcome: ended?.outcome ?? null,
    test: ended?.test ?? null,
    reasons: ended?.reasons ?? null,
    notPursued: notPursued?.reasons ?? null,
  })),
  instructions: notes.instructions,
})
