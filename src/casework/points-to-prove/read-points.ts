import './tables.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { PointsToProve } from './points-to-prove.ts'
import { seededPointsToProve } from './points-to-prove.ts'

/** What must be proved for an offence here: as the area's lawyers have it, or else the draft that came with this. */
export type PointsHere = Omit<PointsToProve, 'codes'> & { readonly own: boolean }

const areaSource = 'the area’s own points to prove'

/** The points to prove of an offence as they stand; null where nobody has written any. */
export async function readPoints(tx: Tx, code: string): Promise<PointsHere | null> {
  const own = await tx
    .selectFrom('points_to_prove')
    .select(['title', 'statute', 'section', 'elements', 'confidence'])
    .where('code', '=', code)
    .where('current', '=', true)
    .executeTakeFirst()
  const seeded = seededPointsToProve(code)
  if (own) return { ...own, defences: seeded?.defences ?? [], source: areaSource, own: true }
  if (!seeded) return null
  const { codes: _, ...points } = seeded
  return { ...points, own: false }
}

/** Every version that the area wrote of one offence, the newest first. */
export const readPointsVersions = (tx: Tx, code: string) =>
  tx
    .selectFrom('points_to_prove')
    .select(['version', 'title', 'statute', 'section', 'elements', 'confidence', 'reason'])
    .select(['changed_at as changedAt', 'changed_by as changedBy'])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .execute()

export type PointsVersion = Awaited<ReturnType<typeof readPointsVersions>>[number]

/** The offences for which the area has its own points, by code. */
export const readOwnPoints = (tx: Tx) =>
  tx
    .selectFrom('points_to_prove')
    .select(['code', 'title', 'confidence'])
    .where('current', '=', true)
    .orderBy('code')
    .execute()
