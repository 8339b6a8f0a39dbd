import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Progress } from '../../platform/command-line/progress.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { type Installation, projectFolder } from '../../platform/installation.ts'
import { isKept, sha256Of } from '../sources/kept-files.ts'
import { readSources } from '../sources/read-sources.ts'
import { cpsOutcomes } from './dataset.ts'
import { importOutcomeFile } from './import-outcomes.ts'

/** The published tables that come with the project. */
export const outcomeTablesFolder = path.join(projectFolder, 'data/cps/monthly')

/** The paths of the published tables, by year and name. */
export async function outcomeTables(): Promise<readonly string[]> {
  const entries = await readdir(outcomeTablesFolder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}

/** Imports the tables that come with the project. What is there already is left alone, so that it takes no time. */
export async function loadCpsOutcomes(installation: Installation, progress: Progress): Promise<void> {
  const sources = await installation.reading.as(thePublic, readSources)
  const held = new Set(sources.filter(({ dataset }) => dataset === cpsOutcomes.key).map((one) => one.content_sha256))
  const files = await outcomeTables()
  for (const [index, file] of files.entries()) {
    const sha256 = sha256Of(await readFile(file))
    if (held.has(sha256) && (await isKept(installation.configuration.home, sha256))) continue
    progress.at(index, files.length, 'CPS case outcomes')
    await importOutcomeFile(installation, file, { month: null, reinstate: false, actor: 'demonstration' })
  }
}
