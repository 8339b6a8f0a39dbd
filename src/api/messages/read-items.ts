import type { Tx } from '../../platform/database/reading.ts'
import type { ItemKind } from './sent-item.ts'

/** Everything of a case that the viewer's agency told of, in its own words and in ours. */
export const readItems = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('api_item')
    .select(['kind', 'reference', 'item', 'sequence'])
    .where('case_id', '=', caseId)
    .orderBy('kind')
    .orderBy('reference')
    .execute()

/** The case that a reference of the viewer's agency stands for; null before it came. */
export async function readCaseIdOf(tx: Tx, agency: string, reference: string): Promise<string | null> {
  const found = await tx
    .selectFrom('api_item')
    .select('case_id')
    .where('agency', '=', agency)
    .where('kind', '=', 'case')
    .where('reference', '=', reference)
    .executeTakeFirst()
  return found?.case_id ?? null
}

/** The newest version of a thing of a case that came, by what the agency calls it; null before the first. */
export async function readItemOf(tx: Tx, caseId: string, kind: ItemKind, reference: string) {
  const found = await tx
    .selectFrom('api_item')
    .select(['item', 'sequence'])
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return found ?? null
}

/** What the agency calls things of some kind, by the case that they are in. */
export async function readReferences(
  tx: Tx,
  kind: ItemKind,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('api_item')
    .select(['case_id', 'reference'])
    .where('kind', '=', kind)
    .where('case_id', 'in', [...new Set(caseIds)])
    .execute()
  return new Map(rows.map(({ case_id, reference }) => [case_id, reference]))
}
