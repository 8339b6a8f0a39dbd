import path from 'node:path'
import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { readDeadlineSettings } from '../../casework/deadlines/area-settings.ts'
import { readFileContents } from '../../casework/file-check/file-contents.ts'
import type { Progress } from '../../platform/command-line/progress.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { type Installation, projectFolder } from '../../platform/installation.ts'
import { loadColleagues } from './colleagues.ts'
import { type Drawing, caseIdOf, madeUpCase } from './made-case.ts'
import { playedCase } from './play.ts'
import { readShapes } from './shapes.ts'

const areaFolder = path.join(projectFolder, 'area', 'thames-and-chiltern')

/** So many cases go into one transaction: enough for COPY, few enough to stay small in memory. */
const casesAtOnce = 200
/** While the database writes one batch, the next is decided. */
const inFlight = 2

export type Wanted = { readonly cases: number; readonly seed: string; readonly at: Instant }

/** Makes up cases and plays them through the deciders. Those of the seed that are there already stay as they are. */
export async function loadCases(
  installation: Installation,
  { cases, seed, at }: Wanted,
  progress: Progress,
): Promise<{ readonly added: number; readonly commands: number }> {
  await loadColleagues(installation, at)
  const holidays = await installation.reading.as(thePublic, readBankHolidays)
  const shapes = readShapes()
  const { referrals, receipts } = shapes.receipts
  const rates = { sentBackInHundred: (1 - receipts / referrals) * 100 }
  const drawing: Drawing = {
    seed,
    facts: { holidays, settings: readDeadlineSettings(areaFolder) },
    contents: readFileContents(areaFolder),
    shapes,
    today: toLocalDate(at),
  }
  const counts = { added: 0, commands: 0 }
  let next = 0
  const batches = async (): Promise<void> => {
    while (next < cases) {
      const first = next
      next += casesAtOnce
      progress.at(first, cases, 'made-up cases')
      const indexes = Array.from({ length: Math.min(casesAtOnce, cases - first) }, (_, index) => first + index)
      const there = await recorded(installation, seed, indexes)
      const missing = indexes.filter((index) => !there.has(caseIdOf(seed, index)))
      const orders = missing.flatMap((index) => playedCase(madeUpCase(drawing, index), rates, at))
      await installation.record.performAll(orders)
      counts.added += missing.length
      counts.commands += orders.length
    }
  }
  await Promise.all(Array.from({ length: inFlight }, batches))
  return counts
}

async function recorded(
  { pool }: Installation,
  seed: string,
  indexes: readonly number[],
): Promise<ReadonlySet<string>> {
  const ids = indexes.map((index) => caseIdOf(seed, index))
  const { rows } = await pool.query<{ id: string }>(
    `select substr(stream, 15) as id from entry where version = 1 and stream = any($1)`,
    [ids.map((id) => `investigation/${id}`)],
  )
  return new Set(rows.map(({ id }) => id))
}
