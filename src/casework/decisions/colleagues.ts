import { readAgencyList } from '../../agencies/tables.ts'
import type { Tx } from '../../platform/database/reading.ts'

/** Somebody of an agency whose account is open, with the unit in words. */
export type Colleague = { readonly account: string; readonly name: string; readonly unitName: string | null }

/** Everybody of an agency whose names the viewer may see, by name. */
export async function readColleaguesOf(tx: Tx, agency: string): Promise<readonly Colleague[]> {
  const units = (await readAgencyList(tx)).find(({ code }) => code === agency)?.units ?? []
  const found = await tx
    .selectFrom('account')
    .select(['id as account', 'name', 'unit'])
    .where('agency', '=', agency)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return found.map(({ account, name, unit }) => ({
    account,
    name,
    unitName: units.find(({ code }) => code === unit)?.name ?? null,
  }))
}

const shown = ({ name, unitName }: Colleague): string => (unitName === null ? name : `${name}, ${unitName}`)

/** The choices of a list in which one colleague may be chosen; `nobody` is what the first, empty one says. */
export const colleagueItems = (colleagues: readonly Colleague[], nobody: string) => [
  { value: '', text: nobody },
  ...colleagues.map((one) => ({ value: one.account, text: shown(one) })),
]

/** Who was chosen; null for nobody, undefined for somebody who is not among them. */
export const colleagueIn = (colleagues: readonly Colleague[], chosen: string): string | null | undefined =>
  chosen === '' ? null : colleagues.find(({ account }) => account === chosen)?.account
