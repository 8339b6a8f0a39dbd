import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { now } from '../../calendar/instant.ts'
import type { LocalMonth } from '../../calendar/local-month.ts'
import type { Installation } from '../../platform/installation.ts'
import { FileFault } from '../sources/csv.ts'
import { keepFile, keepWhile, sha256Of } from '../sources/kept-files.ts'
import type { Source } from '../sources/source-file.ts'
import { cpsOutcomes } from './dataset.ts'
import { type OutcomeMonth, outcomeMonth } from './outcome-month.ts'
import { monthOfFile } from './outcome-month-name.ts'
import { type OutcomeTable, readOutcomeTable } from './outcome-table.ts'
import { refuseOutcomes } from './refusals.ts'

/** What became of one file that was not refused. */
export type ImportedFile = {
  readonly result: 'imported' | 'revised' | 'reinstated' | 'unchanged'
  readonly month: LocalMonth
  /** The revision that the file's figures are, and the one in force, if any is. */
  readonly revision: number
  readonly current: number | null
  /** Whether the file's figures were withdrawn, and stay so. */
  readonly withdrawn: boolean
}

export type ImportOptions = {
  readonly month: LocalMonth | null
  readonly reinstate: boolean
  readonly actor: string
}

/**
 * Imports one monthly table in one transaction. Throws a `Refusal` that names file, line, column and reason; nothing
 * of a refused file is kept.
 */
export async function importOutcomeFile(
  installation: Pick<Installation, 'record' | 'configuration'>,
  file: string,
  { month: given, reinstate, actor }: ImportOptions,
): Promise<ImportedFile> {
  const { home } = installation.configuration
  const bytes = await readGiven(file)
  const found = monthOfFile(path.resolve(file), given)
  if (!found.ok) throw refuseOutcomes('outcomes.month-unknown', { file, reason: found.reason })
  const { month } = found
  const table = readTableOf(file, bytes)
  const source = sourceOf(file, bytes, month, table)
  const held = revisionOf((await installation.record.read(outcomeMonth, month)).state, table)
  const at = now()
  const perform = async (): Promise<OutcomeMonth | null> => {
    const command = { type: 'ImportOutcomes', month, ...table, source, reinstate, at } as const
    return (await installation.record.perform(outcomeMonth, month, command, { actor, at })).state
  }
  const state = held ? await perform() : await keepWhile(home, source.contentSha256, { content: bytes }, perform)
  // A file lost from the disk, as after restoring a backup, is put back by importing it again.
  if (held?.source.contentSha256 === source.contentSha256) {
    await keepFile(home, source.contentSha256, { content: bytes })
  }
  const standing = revisionOf(state, table)
  if (!state || !standing) throw new Error(`The outcomes of ${month} were not recorded`)
  const { revision, withdrawn } = standing
  const result = resultOf(held !== null, standing, at)
  return { result, month, revision, current: state.current, withdrawn: withdrawn !== null }
}

const revisionOf = (state: OutcomeMonth | null, { figuresSha256 }: OutcomeTable) =>
  state?.revisions.find((revision) => revision.figuresSha256 === figuresSha256) ?? null

function resultOf(
  wasHeld: boolean,
  { revision, at, reinstatedAt }: { revision: number; at: string; reinstatedAt: string | null },
  performedAt: string,
): ImportedFile['result'] {
  if (!wasHeld && at === performedAt) return revision === 1 ? 'imported' : 'revised'
  return reinstatedAt === performedAt ? 'reinstated' : 'unchanged'
}

/** Far above the 20 kB of a monthly table: what is larger is something else, and is not read into memory. */
const mostBytes = 5_000_000

async function readGiven(file: string): Promise<Buffer> {
  const refuse = (reason: string) => refuseOutcomes('outcomes.unusable-file', { file, reason })
  const found = await stat(file).catch(() => null)
  if (!found) throw refuse('there is no such file')
  if (!found.isFile()) throw refuse('it is not a file')
  if (found.size > mostBytes) throw refuse(`it has ${found.size} bytes, far more than a monthly table`)
  return readFile(file).catch((error: unknown) => {
    throw refuse(error instanceof Error ? error.message : 'it cannot be read')
  })
}

function readTableOf(file: string, bytes: Uint8Array): OutcomeTable {
  try {
    return readOutcomeTable(bytes)
  } catch (error) {
    if (error instanceof FileFault) throw refuseOutcomes('outcomes.unusable-file', { file, reason: error.message })
    throw error
  }
}

function sourceOf(file: string, bytes: Uint8Array, month: LocalMonth, { figures }: OutcomeTable): Source {
  const sha256 = sha256Of(bytes)
  return {
    contentSha256: sha256,
    contentBytes: bytes.byteLength,
    dataset: cpsOutcomes.key,
    period: month,
    fileName: path.basename(file),
    fileSha256: sha256,
    fileBytes: bytes.byteLength,
    rows: figures.length,
    licence: cpsOutcomes.licence.name,
  }
}
