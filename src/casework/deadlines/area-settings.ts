import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type DeadlineSettings, isDeadlineSetting, settingsAsShipped } from './settings.ts'

const file = z.strictObject({
  notes: z.array(z.string()),
  settings: z.record(z.string().refine(isDeadlineSetting), z.int().min(1).max(1000)),
})

/**
 * What an area has decided for the deadlines that no source confirms: `deadlines.json` in the area's folder. Without
 * the file, and for what it does not name, the values as shipped. Throws when the file is not what it should be.
 */
export function readDeadlineSettings(areaFolder: string): DeadlineSettings {
  const place = path.join(areaFolder, 'deadlines.json')
  if (!existsSync(place)) return settingsAsShipped
  const parsed = file.safeParse(JSON.parse(readFileSync(place, 'utf8')))
  if (!parsed.success) throw new Error(`${place} is not a list of settings:\n${z.prettifyError(parsed.error)}`)
  return { ...settingsAsShipped, ...parsed.data.settings }
}
