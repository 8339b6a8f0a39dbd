import { type LocalMonth, parseLocalMonth } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { StreetArea } from './street-areas.ts'
import './tables.ts'

/** Where a content that was imported before belongs. */
export type HeldContent = {
  readonly force: string
  readonly month: LocalMonth
  readonly revision: number
  readonly rows: number
  readonly current: boolean
}

export async function readRevisionWith(tx: Tx, contentSha256: string): Promise<HeldContent | null> {
  const found = await tx
    .selectFrom('street_revision')
    .select(['force', 'month', 'revision', 'rows', 'current'])
    .where('content_sha256', '=', contentSha256)
    .executeTakeFirst()
  return found ? { ...found, month: parseLocalMonth(found.month) } : null
}

/** The forces that have street crime, A–Z by key, with the months that each has, earliest first. */
export async function readStreetMonths(tx: Tx): Promise<ReadonlyMap<string, readonly LocalMonth[]>> {
  const rows = await tx
    .selectFrom('street_revision')
    .select(['force', 'month'])
    .where('current', '=', true)
    .orderBy('force')
    .orderBy('month')
    .execute()
  const months = new Map<string, LocalMonth[]>()
  for (const { force, month } of rows) months.set(force, [...(months.get(force) ?? []), parseLocalMonth(month)])
  return months
}

/** One crime type's rows in a month. */
export type TypeCount = { readonly crimeType: string; readonly count: number }

/** A month's rows of an area's forces by crime type, A–Z, from the files that stand. */
export async function readStreetTypes(tx: Tx, area: StreetArea, month: LocalMonth): Promise<readonly TypeCount[]> {
  return tx
    .selectFrom('current_street_count')
    .select((select) => ['crime_type as crimeType', select.fn.sum<number>('count').as('count')])
    .where('month', '=', month)
    .where('force', 'in', [...area.forces])
    .groupBy('crime_type')
    .orderBy('crime_type')
    .execute()
}
