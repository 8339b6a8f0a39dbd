import { z } from 'zod'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { investigation } from '../../casework/investigation/investigation.ts'
import { caseParameter, caseToldOf } from '../cases.ts'
import type { Plan } from '../messages/receive.ts'
import { type Asked, telling } from '../operation.ts'
import type { Named } from '../../platform/record/decider.ts'
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
    const command =
      crimeReference === null ? { type: 'RecordAsNoCrime', reason } : { type: 'RecordAsCrime', crimeReference, reason }
    return {
      brought: { caseId: id, kind: 'crime-decision', reference: id, sequence: version, content },
      plan: async () => decided(asked, id, version, command),
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
    return {
      brought: { caseId: id, kind: 'investigation-decision', reference: id, sequence: version, content },
      plan: async () => decided(asked, id, version, await orderOf(asked, how, reason)),
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

function decided({ request }: Asked, id: string, version: number, command: Named): Plan {
  const { at, viewer } = request
  const order = { decider: investigation, id, command: { ...command, at, by: viewer.account } }
  return { status: 200, body: { case: id, sequence: version, applied: true }, orders: [order], caseId: id, item: '' }
}
