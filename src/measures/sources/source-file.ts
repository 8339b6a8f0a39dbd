import type { Decider } from '../../platform/record/decider.ts'
import { refuseSource } from './refusals.ts'

/** A file that figures come from, as it was given and as it was read. */
export type Source = {
  /** SHA-256 of the CSV itself, and the id of its stream: a file packed another way is the same source. */
  readonly contentSha256: string
  readonly contentBytes: number
  /** The key of a dataset, such as `cps-outcomes`. */
  readonly dataset: string
  /** What the file is of: `2016-09`, or `thames-valley/2025-06`. */
  readonly period: string
  /** The file as it was given, which may have been packed: its name without folders. */
  readonly fileName: string
  readonly fileSha256: string
  readonly fileBytes: number
  /** Rows of data, without the heading row. */
  readonly rows: number
  /** An SPDX identifier, such as `OGL-UK-3.0`. */
  readonly licence: string
}

export type ClaimSource = Source & { readonly type: 'ClaimSource'; readonly at: string }
export type SourceClaimed = Source & { readonly type: 'SourceClaimed'; readonly at: string }

type State = (Source & { readonly at: string }) | null

/**
 * One source of figures: once its content stands for a period of a dataset, it stands for no other. So a file saved
 * under the name of another month is refused instead of being counted twice.
 */
export const sourceFile: Decider<State, ClaimSource, SourceClaimed> = {
  kind: 'source-file',
  initial: null,
  decide(command, held) {
    if (held === null) return [{ ...command, type: 'SourceClaimed' }]
    const { dataset } = held
    if (dataset !== command.dataset) {
      throw refuseSource('source.other-dataset', { held: dataset, given: command.dataset })
    }
    if (held.period !== command.period) {
      throw refuseSource('source.other-period', { dataset, held: held.period, given: command.period })
    }
    return []
  },
  evolve: (_, { type: _type, ...claimed }) => claimed,
  rows: (held) => ({ source_file: held === null ? [] : [row(held)] }),
}

const row = (held: Source & { readonly at: string }) => ({
  content_sha256: held.contentSha256,
  dataset: held.dataset,
  period: held.period,
  file_name: held.fileName,
  file_sha256: held.fileSha256,
  file_bytes: held.fileBytes,
  content_bytes: held.contentBytes,
  rows: held.rows,
  licence: held.licence,
  imported_at: held.at,
})
