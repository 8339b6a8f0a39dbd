import type { Tx } from '../platform/database/reading.ts'
import { type AgencyKind } from './agency.ts'

declare module '../platform/database/tables.ts' {
  interface DatabaseTables {
    agency: { readonly code: string; readonly name: string; readonly kind: AgencyKind }
    unit: { readonly agency: string; readonly code: string; readonly name: string; readonly demonstration: boolean }
  }
}

export type AgencyRow = {
  readonly code: string
  readonly name: string
  readonly kind: AgencyKind
  readonly units: ReadonlyArray<{ readonly code: string; readonly name: string }>
}

/** The area's agencies with their units, by name. */
export async function readAgencyList(tx: Tx): Promise<readonly AgencyRow[]> {
  const agencies = await tx.selectFrom('agency').select(['code', 'name', 'kind']).orderBy('name').execute()
  const units = await tx.selectFrom('unit').select(['agency', 'code', 'name']).orderBy('name').execute()
  return agencies.map((one) => ({ ...one, units: units.filter((unit) => unit.agency === one.code) }))
}
