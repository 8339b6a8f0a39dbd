import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Progress } from '../../platform/command-line/progress.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { type Installation, projectFolder } from '../../platform/installation.ts'
import { isKept } from '../sources/kept-files.ts'
import { readSources } from '../sources/read-sources.ts'
import { streetCrime } from './dataset.ts'
import { givenFiles } from './given-files.ts'
import { importStreet } from './import-street.ts'

/** The street crime files that come with the project. */
export const streetFilesFolder = path.join(projectFolder, 'data/police-uk/street')

/** Name and hash of each file's content, as `SHA256SUMS` beside them lists both. */
async function filesThere(): Promise<ReadonlyArray<{ readonly name: string; readonly contentSha256: string }>> {
  const list = await readFile(path.join(streetFilesFolder, 'SHA256SUMS'), 'utf8')
  return list
    .trim()
    .split('\n')
    .map((line) => ({ contentSha256: line.slice(0, 64), name: line.slice(66) }))
}

/** Imports the files that come with the project. What is there already is not even opened, so that it takes no time. */
export async function loadStreetCrime(installation: Installation, progress: Progress): Promise<void> {
  const sources = await installation.reading.as(thePublic, readSources)
  const held = new Set(sources.filter(({ dataset }) => dataset === streetCrime.key).map((one) => one.content_sha256))
  const missing: string[] = []
  for (const { name, contentSha256 } of await filesThere()) {
    if (held.has(contentSha256) && (await isKept(installation.configuration.home, contentSha256))) continue
    missing.push(path.join(streetFilesFolder, `${name}.gz`))
  }
  if (missing.length === 0) return
  const given = await givenFiles(missing)
  let done = 0
  const options = { accepted: [], reinstate: false, actor: 'demonstration' }
  for await (const one of importStreet(installation, given.files, options)) {
    if (one.result === 'refused') throw one.refusal
    done += 1
    progress.at(done, missing.length, 'Street crime')
  }
}
