import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { now } from '../../calendar/instant.ts'
import type { LocalMonth } from '../../calendar/local-month.ts'
import { thePublic } from '../../platform/database/reading.ts'
import type { Installation } from '../../platform/installation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { FileFault } from '../sources/csv.ts'
import { keepFile, keepWhile } from '../sources/kept-files.ts'
import type { Source } from '../sources/source-file.ts'
import { ahead } from './ahead.ts'
import { streetCrime } from './dataset.ts'
import type { GivenFile, Unpacked } from './given-files.ts'
import { type HeldContent, readRevisionWith } from './read-street.ts'
import { refuseStreet } from './refusals.ts'
import {
  type Categories,
  categoriesWith,
  checkHeading,
  checkStreetCsv,
  columnNumber,
  streetFileName,
} from './street-csv.ts'
import { revisionOf, streetMonth, streetMonthId } from './street-month.ts'
import { type StreetReader, type StreetSummary, openStreetReader } from './street-reader.ts'

/** What became of one file. */
export type ImportedStreetFile =
  | {
      readonly result: 'imported' | 'revised' | 'reinstated' | 'unchanged'
      readonly shown: string
      readonly force: string
      readonly month: LocalMonth
      /** Which revision of its force and month the file is. */
      readonly revision: number
      readonly rows: number
      /** Whether it is the one that stands. */
      readonly current: boolean
    }
  | { readonly result: 'refused'; readonly shown: string; readonly refusal: Refusal }

type StreetImportOptions = {
  /** Names of crime types and outcomes that are new on data.police.uk. */
  readonly accepted: readonly string[]
  /** Whether a file that a later one replaced shall stand again. */
  readonly reinstate: boolean
  readonly actor: string
}

type Place = Pick<Installation, 'record' | 'reading' | 'configuration'>
/** `held` is where the content was imported before. */
type Counted = { readonly given: GivenFile; readonly unpacked: Unpacked } & (
  | { readonly held: HeldContent }
  | { readonly summary: StreetSummary }
)

/**
 * Imports street crime files one after another, each in a transaction of its own, and yields what became of each.
 * Nothing is kept of a file that is refused. While one file is recorded the next two are counted.
 */
export async function* importStreet(
  place: Place,
  files: readonly GivenFile[],
  options: StreetImportOptions,
): AsyncGenerator<ImportedStreetFile> {
  const categories = categoriesWith(options.accepted)
  const reader = await openStreetReader(categories)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-street-'))
  const count = (given: GivenFile): Promise<Counted | Refusal> =>
    orRefusal(() => countFile(place, reader, categories, folder, given))
  try {
    for await (const [given, counted] of ahead(files, 2, count)) {
      const done = counted instanceof Refusal ? counted : await orRefusal(() => recordFile(place, counted, options))
      yield done instanceof Refusal ? { result: 'refused', shown: given.shown, refusal: done } : done
    }
  } finally {
    reader.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Counts a file's rows. A file that was imported before is not counted again. */
async function countFile(
  { reading }: Place,
  reader: StreetReader,
  categories: Categories,
  folder: string,
  given: GivenFile,
): Promise<Counted> {
  const unpacked = await given.unpack()
  const held = await reading.as(thePublic, (tx) => readRevisionWith(tx, unpacked.contentSha256))
  if (held) {
    checkName(given, held)
    return { given, unpacked, held }
  }
  const { content } = unpacked
  try {
    checkHeading(content)
    // A quotation mark is rare, and DuckDB takes some that CSV does not allow, and NUL; so are lines that it passes over.
    if (content.includes(0x22) || content.includes(0)) checkStreetCsv(content, categories)
    const summary = await summarise(reader, folder, unpacked)
    if (summary?.rows !== linesIn(content) - 1) checkStreetCsv(content, categories)
    if (summary) {
      checkName(given, summary)
      return { given, unpacked, summary }
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    throw refuseStreet('street.unusable-file', { file: given.shown, reason: error.message })
  }
  throw refuseStreet('street.unusable-file', { file: given.shown, reason: 'it is not CSV, and no line shows why' })
}

async function summarise(reader: StreetReader, folder: string, unpacked: Unpacked): Promise<StreetSummary | null> {
  // The same content may be given twice and be in two hands at once.
  const plain = path.join(folder, randomUUID())
  await writeFile(plain, unpacked.content)
  try {
    return await reader.summarise(plain)
  } finally {
    await rm(plain, { force: true })
  }
}

/** Lines of text, whether or not the last one is ended. */
function linesIn(content: Buffer): number {
  let lines = content.at(-1) === 0x0a ? 0 : 1
  for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1)) lines += 1
  return lines
}

/** What a file's rows say is checked against its name, where that is one of the site's names. */
function checkName(given: GivenFile, found: { readonly force: string; readonly month: LocalMonth }): void {
  const named = streetFileName(given.name)
  if (!named || (named.month === found.month && named.force === found.force)) return
  const column = named.month === found.month ? 'Reported by' : 'Month'
  const [says, rows] = column === 'Month' ? [named.month, found.month] : [named.force, found.force]
  const reason = `line 2, column ${columnNumber(column)}: ${column} is ${rows} in its rows and ${says} in its name`
  throw refuseStreet('street.unusable-file', { file: given.shown, reason })
}

async function recordFile(place: Place, counted: Counted, options: StreetImportOptions): Promise<ImportedStreetFile> {
  return 'held' in counted ? recordHeld(place, counted, options) : recordNew(place, counted, options)
}

async function recordHeld(
  { record, configuration }: Place,
  { given, unpacked, held }: Extract<Counted, { held: HeldContent }>,
  { reinstate, actor }: StreetImportOptions,
): Promise<ImportedStreetFile> {
  const { contentSha256 } = unpacked
  // A file lost from the disk, as after restoring a backup, is put back by importing it again.
  await keepFile(configuration.home, contentSha256, unpacked)
  const again = reinstate && !held.current
  if (again) {
    const at = now()
    const command = { type: 'ReinstateStreetFile', contentSha256, at } as const
    await record.perform(streetMonth, streetMonthId(held.force, held.month), command, { actor, at })
  }
  return { ...held, result: again ? 'reinstated' : 'unchanged', shown: given.shown }
}

async function recordNew(
  { record, configuration }: Place,
  { given, unpacked, summary }: Extract<Counted, { summary: StreetSummary }>,
  { actor }: StreetImportOptions,
): Promise<ImportedStreetFile> {
  const { contentSha256 } = unpacked
  const { force, month, rows } = summary
  const [id, at] = [streetMonthId(force, month), now()]
  const source = sourceOf(given, unpacked, summary)
  const command = { ...summary, type: 'ImportStreetFile', source, at } as const
  const { state } = await keepWhile(configuration.home, contentSha256, unpacked, () =>
    record.perform(streetMonth, id, command, { actor, at }),
  )
  const revision = revisionOf(state, contentSha256)
  const isNew = state.revisions[revision - 1]?.at === at
  const result = !isNew ? 'unchanged' : revision === 1 ? 'imported' : 'revised'
  return { result, shown: given.shown, force, month, revision, rows, current: state.standing === contentSha256 }
}

const sourceOf = (given: GivenFile, unpacked: Unpacked, { force, month, rows }: StreetSummary): Source => ({
  contentSha256: unpacked.contentSha256,
  contentBytes: unpacked.content.byteLength,
  dataset: streetCrime.key,
  period: streetMonthId(force, month),
  fileName: given.name,
  fileSha256: unpacked.fileSha256,
  fileBytes: unpacked.fileBytes,
  rows,
  licence: streetCrime.licence.name,
})
