import { readNames } from '../../platform/access/read-accounts.ts'
import type { Tx } from '../../platform/database/reading.ts'

/** A restricted case that nobody of the viewer's agency can open any longer, and who could. */
export type WithoutReaders = {
  readonly caseId: string
  readonly left: readonly string[]
  /** Their names, as far as their accounts were not erased. */
  readonly names: readonly string[]
}

/** Those of the viewer's agency, for who may restrict cases; nobody else finds any. */
export async function readWithoutReaders(tx: Tx): Promise<readonly WithoutReaders[]> {
  const rows = await tx.selectFrom('case_named').select(['case_id', 'named']).orderBy('case_id').execute()
  const names = await readNames(
    tx,
    rows.flatMap(({ named }) => named),
  )
  return rows.map(({ case_id: caseId, named }) => ({
    caseId,
    left: named,
    names: named.flatMap((account) => names.get(account) ?? []),
  }))
}
