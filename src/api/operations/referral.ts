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
import { referral as referralDecider } from '../../casework/referral/referral.ts'
import { type Category, categoryCodes } from '../../casework/referral/terms.ts'
import { type AnticipatedPlea, anticipatedPleas } from '../../casework/who-may-charge/who-may-charge.ts'
import { Invalid } from '../../platform/web/failures.ts'
import { caseIn, caseParameter } from '../cases.ts'
import { refuseMessage } from '../messages/refusals.ts'
import type { Plan } from '../messages/receive.ts'
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

async function plan({ request }: Asked, told: ReferralTold, { file, numbers, before }: Around): Promise<Plan> {
  const facts = await request.read((tx) => readChargingFacts(tx, file))
  const caseId = before?.caseId ?? file.summary.id
  const number = Number(before?.item ?? facts.referrals.referrals.length + 1)
  const acted = { at: request.at, by: request.viewer.account }
  const command = { ...orderOf(told, facts, number, before), ...sendingOf(told, facts, file, numbers), ...acted }
  const item = String(number)
  return {
    status: before ? 200 : 201,
    body: { case: caseId, item, sequence: told.sequence, applied: true },
    orders: [{ decider: referralDecider, id: caseId, command }],
    caseId,
    item,
  }
}

/** A first version is a referral; a later one sends again what was rejected, and corrects anything else. */
function orderOf(told: ReferralTold, { referrals }: ChargingFacts, number: number, before: SentItem | null) {
  if (!before) return { type: 'Refer', number }
  const standing = referrals.referrals.find((one) => one.number === number)
  if (!standing) throw refuseMessage('message.overtaken')
  return standing.stage === 'rejected'
    ? { type: 'Resubmit', referral: number, answers: told.answers.map((answer, ground) => ({ ground, answer })) }
    : { type: 'CorrectReferral', referral: number, reason: `Version ${told.sequence} of ${told.reference}` }
}

function sendingOf(told: ReferralTold, facts: ChargingFacts, file: CaseFile, numbers: readonly number[]) {
  const { category, categoryReason, plea, fileType, supervisorComments, gaps: reasons, followed } = told
  const choices = prosecutorsChoices(facts.areas)
  const chosen = told.prosecutors === null ? choices[0] : choices.find(({ value }) => value === told.prosecutors)
  if (!chosen) throw new Invalid(`${told.prosecutors ?? ''} is no CPS Area here, nor a unit of one.`)
  const suspects = facts.suspects.filter((seen) => numbers.includes(seen.number)).map(referredSuspect)
  return {
    caseId: file.summary.id,
    heading: headingOf(file),
    police: policeOf(file),
    prosecutors: chosen.owedBy,
    facts: facts.clocks,
    file: { category, categoryReason, suspects, plea, fileType, supervisorComments },
    check: { material: facts.material, context: fileContext(facts, file), reasons },
    followed,
  }
}
