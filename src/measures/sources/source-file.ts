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

/** Why and when figures were taken back that should not have been imported. */
export type Withdrawal = { readonly reason: string; readonly at: string }
/** The figures of a period were withdrawn: the file may be that of another. */
export type WithdrawSource = Withdrawal & { readonly type: 'WithdrawSource'; readonly period: string }
type SourceWithdrawn = Withdrawal & { readonly type: 'SourceWithdrawn' }

type Held = Source & { readonly at: string; readonly withdrawn?: Withdrawal }
type State = Held | null

/**
 * One source of figures: while its content stands for a period of a dataset, it stands for no other. So a file saved
 * under the name of another month is refused instead of being counted twice.
 */
export const sourceFile: Decider<State, ClaimSource | WithdrawSource, SourceClaimed | SourceWithdrawn> = {
  kind: 'source-file',
  initial: null,
  decide(command, held) {
    switch (command.type) {
      case 'ClaimSource':
        return claimSource(command, held)
      case 'WithdrawSource':
        return withdrawSource(command, held)
    }
  },
  evolve(held, event) {
    switch (event.type) {
      case 'SourceClaimed': {
        const { type: _, ...claimed } = event
        return claimed
      }
      case 'SourceWithdrawn':
        return held && { ...held, withdrawn: { reason: event.reason, at: event.at } }
    }
  },
  rows: (held) => ({ source_file: held === null ? [] : [row(held)] }),
}

function claimSource(command: ClaimSource, held: State): readonly SourceClaimed[] {
  if (held === null || held.withdrawn) return [{ ...command, type: 'SourceClaimed' }]
  const { dataset } = held
  if (dataset !== command.dataset) {
    throw refuseSource('source.other-dataset', { held: dataset, given: command.dataset })
  }
  if (held.period !== command.period) {
    throw refuseSource('source.other-period', { dataset, held: held.period, given: command.period })
  }
  return []
}

function withdrawSource({ period, reason, at }: WithdrawSource, held: State): readonly SourceWithdrawn[] {
  return held?.period === period && !held.withdrawn ? [{ type: 'SourceWithdrawn', reason, at }] : []
}

const row = (held: Held) => ({
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
  withdrawn_at: held.withdrawn?.at ?? null,
  withdrawn_reason: held.withdrawn?.reason ?? null,
})
