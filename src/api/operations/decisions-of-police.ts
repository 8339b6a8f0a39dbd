import { z } from 'zod'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { type Investigation, investigation } from '../../casework/investigation/investigation.ts'
import type { Json, Named } from '../../platform/record/decider.ts'
import { found } from '../../platform/web/failures.ts'
import { caseParameter, caseToldOf } from '../cases.ts'
import { digestOf } from '../messages/digest.ts'
import { mergeOn } from '../messages/merge.ts'
import { type Plan, acknowledgement } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import { type Asked, telling } from '../operation.ts'
import { line, named, sequence, text } from '../schemas.ts'

const crimeDecision = named(
  'CrimeDecision',
  'Whether the report is recorded as a crime, and why.',
  z.strictObject({
    sequence,
    crimeReference: line.nullable().describe('The crime reference; null where it is recorded as no crime.'),
    reason: text,
  }),
)

export const decideCrime = telling(
  {
    id: 'decideCrime',
    path: '/cases/{case}/crime-decision',
    summary: 'Tell whether the report is recorded as a crime',
    about: 'Due within 24 hours of the report. A later version is another decision, with its own reason.',
    scope: 'case.decide',
    parameters: [caseParameter],
    creates: false,
  },
  crimeDecision,
  async (asked, { crimeReference, reason, sequence: version }, content) => {
    const id = await caseToldOf(asked)
    const decision: ToldDecision = {
      pointer: '/crimeReference',
      says: [crimeReference, reason],
      stands: ({ crime }) => crime && [crime.recorded ? crime.reference : null, crime.reason],
      order: async () =>
        crimeReference === null
          ? { type: 'RecordAsNoCrime', reason }
          : { type: 'RecordAsCrime', crimeReference, reason },
    }
    return {
      brought: { caseId: id, kind: 'crime-decision', reference: id, sequence: version, content },
      plan: (before) => planDecision(asked, { id, version, before }, decision),
    }
  },
)

const investigationDecision = named(
  'InvestigationDecision',
  'Whether the allegation is investigated, how, and why.',
  z.strictObject({
    sequence,
    how: text.nullable().describe('How it is investigated; null where it is not.'),
    reason: text,
  }),
)

export const decideInvestigation = telling(
  {
    id: 'decideInvestigation',
    path: '/cases/{case}/investigation-decision',
    summary: 'Tell whether the allegation is investigated',
    about: 'A decision not to investigate starts the clock by which every victim must be told.',
    scope: 'case.decide',
    parameters: [caseParameter],
    creates: false,
  },
  investigationDecision,
  async (asked, { how, reason, sequence: version }, content) => {
    const id = await caseToldOf(asked)
    const decision: ToldDecision = {
      pointer: '/how',
      says: [how, reason],
      stands: ({ decision: made }) => made && [made.investigate ? made.how : null, made.reason],
      order: () => orderOf(asked, how, reason),
    }
    return {
      brought: { caseId: id, kind: 'investigation-decision', reference: id, sequence: version, content },
      plan: (before) => planDecision(asked, { id, version, before }, decision),
    }
  },
)

/** What is ordered; not to investigate starts a clock that counts working days. */
async function orderOf({ request }: Asked, how: string | null, reason: string): Promise<Named> {
  const toInvestigate = { type: 'DecideToInvestigate', how, reason }
  if (how !== null) return toInvestigate
  const notTo = { type: 'DecideNotToInvestigate', reason, holidays: await request.read(readBankHolidays) }
  return notTo
}

/** A decision as a version tells of it and as it stands here, each with its reason: one without the other is neither. */
type ToldDecision = {
  readonly pointer: string
  readonly says: Json
  readonly stands: (state: Investigation) => Json
  readonly order: () => Promise<Named>
}

type Told = { readonly id: string; readonly version: number; readonly before: SentItem | null }

async function planDecision(
  { request, house }: Asked,
  { id, version, before }: Told,
  { pointer, says, stands, order }: ToldDecision,
): Promise<Plan> {
  const { at, viewer } = request
  const { state, version: lookedAt } = await house.installation.record.read(investigation, id)
  const standing = stands(found(state))
  const merge = mergeOn(before?.said ?? {})
  const isNew = digestOf(merge.take(pointer, says, standing)) !== digestOf(standing)
  const { said, kept } = merge.merged()
  const orders = isNew
    ? [{ decider: investigation, id, lookedAt, command: { ...(await order()), at, by: viewer.account } }]
    : []
  return {
    status: 200,
    body: acknowledgement({ caseId: id, sequence: version, kept }),
    orders,
    caseId: id,
    item: '',
    said,
  }
}
