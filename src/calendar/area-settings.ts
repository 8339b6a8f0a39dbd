import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type DayCounting, startingDays } from './day-counting.ts'
import { isLocalDate, parseLocalDate } from './local-date.ts'
import { projectFolder } from '../platform/installation.ts'

/** The folder of the area that this installation serves. */
export const areaFolder = path.join(projectFolder, 'area', 'thames-and-chiltern')

const words = z.string().trim().min(1)
const day = z.string().refine(isLocalDate, 'must be a day, such as 2027-02-01').transform(parseLocalDate)

const settingsFile = z.strictObject({
  notes: z.array(words),
  workingDays: z.strictObject({
    startingDay: z.enum(startingDays),
    source: words,
    confidence: z.enum(['confirmed', 'unconfirmed']),
    decided: z.strictObject({ by: words, on: day }).nullable(),
  }),
})

/** How the area whose folder this is counts working days: its `settings.json`. Throws when that is not what it should be. */
export async function readDayCounting(areaFolder: string): Promise<DayCounting> {
  const file = path.join(areaFolder, 'settings.json')
  const parsed = settingsFile.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not what an area decides:\n${z.prettifyError(parsed.error)}`)
  return parsed.data.workingDays
}
