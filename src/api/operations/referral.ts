import { z } from 'zod'
import type { CaseFile } from '../../casework/cases/read-case.ts'
import { type FileType, fileTypes } from '../../casework/file-check/file-check.ts'
import {
  type ChargingFacts,
  fileContext,
  headingOf,
  policeOf,
  prosecutorsChoices,
  readChargingFacts,
  referredSuspect,
} from '../../casework/referral/charging-facts.ts'
import type { Referral } from '../../casework/referral/case-referrals.ts'
import { referral as referralDecider } from '../../casework/referral/referral.ts'
import { fileOf } from '../../casework/referral/standing.ts'
import { type Category, categoryCodes } from '../../casework/referral/terms.ts'
import { type AnticipatedPlea, anticipatedPleas } from '../../casework/who-may-charge/who-may-charge.ts'
import { refuseRecord } from '../../platform/record/refusals.ts'
import { Invalid } from '../../platform/web/failures.ts'
import { caseIn, caseParameter } from '../cases.ts'
import { type Merge, mergeOn } from '../messages/merge.ts'
import { type Plan, acknowledgement } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import { itemNeeded, needed } from '../needed.ts'
import { type Asked, telling } from '../operation.ts'
import { line, longText, named, reference, sequence, text } from '../schemas.ts'

const pleas = Object.keys(anticipatedPleas) as [AnticipatedPlea, ...AnticipatedPlea[]]
const types = Object.keys(fileTypes) as [FileType, ...FileType[]]
const categories = [...categoryCodes] as [Category, ...Category[]]

const referral = named(
  'Referral',
  'What police send to the prosecutor for a charging decision, as they have it now.',
  z.strictObject({
    reference,
    sequence,
    category: z.enum(categories),
    categoryReason: z.string().trim().max(2000).default('').describe('Needed for green priority.'),
    suspects: z.array(needed).min(1).max(20).describe('Who is referred, each with the charges proposed for them.'),
    material: z.array(needed).max(500).default([]).describe('What must be on the register before the file is checked.'),
    plea: z.enum(pleas),
    fileType: z.enum(types),
    supervisorComments: longText,
    gaps: z
      .array(z.strictObject({ code: line, reason: text }))
      .max(100)
      .default([])
      .describe('Why the file goes without something that it should hold. A refusal names what has no reason.'),
    followed: z
      .array(
        z.strictObject({
          advice: z.int().min(1),
          point: z.int().min(1),
          followed: z.boolean(),
          why: z.string().trim().max(2000).default(''),
        }),
      )
      .max(100)
      .default([])
      .describe('Whether the file follows each point of early advice.'),
    answers: z
      .array(text)
      .max(30)
      .default([])
      .describe('After a rejection: an answer to each of its reasons, in their order.'),
    prosecutors: line
      .nullable()
      .default(null)
      .describe('The CPS Area, or one of its units after a stroke, that decides. Null for the first Area.'),
  }),
)

type ReferralTold = z.infer<typeof referral>

export const recordReferral = telling(
  {
    id: 'recordReferral',
    path: '/cases/{case}/referrals',
    summary: 'Refer suspects for a charging decision',
    about:
      'The first version refers; a later one corrects the referral before triage, or sends it again after a rejection. It waits for the suspects and the material that it names.',
    scope: 'case.refer',
    parameters: [caseParameter],
    creates: true,
  },
  referral,
  async (asked, told, content) => {
    const file = await caseIn(asked)
    const { id } = file.summary
    const numbers: number[] = []
    for (const one of told.suspects) numbers.push(Number(await itemNeeded(asked, id, 'suspect', one)))
    for (const one of told.material) await itemNeeded(asked, id, 'material', one)
    return {
      brought: { caseId: id, kind: 'referral', reference: told.reference, sequence: told.sequence, content },
      plan: (before) => plan(asked, told, { file, numbers, before }),
    }
  },
)

type Around = { readonly file: CaseFile; readonly numbers: readonly number[]; readonly before: SentItem | null }

async function plan({ request, house }: Asked, told: ReferralTold, { file, numbers, before }: Around): Promise<Plan> {
  const facts = await request.read((tx) => readChargingFacts(tx, file))
  const caseId = before?.caseId ?? file.summary.id
  const number = Number(before?.item ?? facts.referrals.referrals.length + 1)
  const acted = { at: request.at, by: request.viewer.account }
  const { state, version: lookedAt } = await house.installation.record.read(referralDecider, caseId)
  const standing = (before && state?.referrals.find((one) => one.number === number)) ?? null
  if (before && !standing) throw refuseRecord('record.stream-erased')
  const merge = mergeOn(before?.said ?? {})
  const sends = sendingAfter(merge, saidBy(told, numbers), standing && standingOf(standing))
  const { said, kept } = merge.merged()
  const command = { ...orderOf(told, number, standing), ...sendingOf(told, sends, facts, file), ...acted }
  const item = String(number)
  return {
    status: before ? 200 : 201,
    body: acknowledgement({ caseId, item, sequence: told.sequence, kept }),
    orders: [{ decider: referralDecider, id: caseId, lookedAt, command }],
    caseId,
    item,
    said,
  }
}

/** What is sent with the file itself. What a category is chosen for belongs to it. */
type Sends = Pick<ReferralTold, 'plea' | 'fileType' | 'supervisorComments'> & {
  readonly category: readonly [Category, string]
  readonly suspects: readonly number[]
}

const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)

const saidBy = (
  { category, categoryReason, plea, fileType, supervisorComments }: ReferralTold,
  numbers: readonly number[],
): Sends => ({ category: [category, categoryReason], suspects: inOrder(numbers), plea, fileType, supervisorComments })

function standingOf(referral: Referral): Sends {
  const { category, categoryReason, suspects, plea, fileType, supervisorComments } = fileOf(referral)
  const numbers = inOrder(suspects.map(({ number }) => number))
  return { category: [category, categoryReason], suspects: numbers, plea, fileType, supervisorComments }
}

/** What the version says, laid upon the file as it was last sent or corrected; the first as it stands. */
function sendingAfter(merge: Merge, told: Sends, standing: Sends | null): Sends {
  const take = <Name extends keyof Sends>(name: Name): Sends[Name] =>
    merge.take<Sends[Name]>(`/${name}`, told[name], (standing ?? told)[name])
  return {
    category: take('category'),
    suspects: take('suspects'),
    plea: take('plea'),
    fileType: take('fileType'),
    supervisorComments: take('supervisorComments'),
  }
}

/** A first version is a referral; a later one sends again what was rejected, and corrects anything else. */
function orderOf(told: ReferralTold, number: number, standing: Referral | null) {
  if (!standing) return { type: 'Refer', number }
  return standing.stage === 'rejected'
    ? { type: 'Resubmit', referral: number, answers: told.answers.map((answer, ground) => ({ ground, answer })) }
    : { type: 'CorrectReferral', referral: number, reason: `Version ${told.sequence} of ${told.reference}` }
}

function sendingOf(told: ReferralTold, sends: Sends, facts: ChargingFacts, file: CaseFile) {
  const { gaps: reasons, followed } = told
  const [category, categoryReason] = sends.category
  const choices = prosecutorsChoices(facts.areas)
  const chosen = told.prosecutors === null ? choices[0] : choices.find(({ value }) => value === told.prosecutors)
  if (!chosen) throw new Invalid(`${told.prosecutors ?? ''} is no CPS Area here, nor a unit of one.`)
  const suspects = facts.suspects.filter((seen) => sends.suspects.includes(seen.number)).map(referredSuspect)
  return {
    caseId: file.summary.id,
    heading: headingOf(file),
    police: policeOf(file),
    prosecutors: chosen.owedBy,
    facts: facts.clocks,
    file: { ...sends, category, categoryReason, suspects },
    check: { material: facts.material, context: fileContext(facts, file), reasons },
    followed,
  }
}
