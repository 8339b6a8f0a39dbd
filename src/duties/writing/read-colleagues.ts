import type { Tx } from '../../platform/database/reading.ts'

/** Somebody of the viewer's agency to whom a duty may be assigned. */
export type Colleague = { readonly account: string; readonly name: string; readonly agency: string }

/** Those of one unit of an agency, or of none, whose accounts are open and whose names the viewer may see; by name. */
export async function readColleagues(tx: Tx, agency: string, unit: string | null): Promise<readonly Colleague[]> {
  return tx
    .selectFrom('account')
    .select(['id as account', 'name', 'agency'])
    .where('agency', '=', agency)
    .where('unit', unit === null ? 'is' : '=', unit)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
