import { readNames } from '../../platform/access/read-accounts.ts'
import type { Tx } from '../../platform/database/reading.ts'

/** The plan of an investigation, the latest version first, its lines of inquiry, and the names of colleagues in both. */
export async function readInquiries(tx: Tx, caseId: string) {
  const plans = await tx
    .selectFrom('case_plan')
    .select(['number', 'objectives', 'strategy', 'at', 'account'])
    .where('case_id', '=', caseId)
    .orderBy('number', 'desc')
    .execute()
  const lines = await tx
    .selectFrom('case_line')
    .select(['number', 'what', 'direction', 'who', 'due_on as dueOn', 'outcome', 'words', 'closed_at as closedAt'])
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute()
  const accounts = [...plans.map(({ account }) => account), ...lines.map(({ who }) => who)]
  return {
    plans,
    lines,
    names: await readNames(
      tx,
      accounts.filter((account) => account !== null),
    ),
  }
}

export type Inquiries = Awaited<ReturnType<typeof readInquiries>>
export type SeenLine = Inquiries['lines'][number]
