import { parseInstant, toLocalDate } from '../../calendar/instant.ts'
import { type LocalMonth, formatMonth, monthOf } from '../../calendar/local-month.ts'
import type { Decider, Row } from '../../platform/record/decider.ts'
import type { ClaimSource, Source } from '../sources/source-file.ts'
import type { Quality } from './quality.ts'
import { refuseStreet } from './refusals.ts'

/** Rows by district, then crime type, then last outcome. */
type StreetCounts = {
  readonly [district: string]: { readonly [crimeType: string]: { readonly [lastOutcome: string]: number } }
}

/** One file of street crime, counted: what a force recorded in one month. */
export type StreetFile = {
  /** `thames-valley` */
  readonly force: string
  /** As the file writes it: `Thames Valley Police`. */
  readonly forceName: string
  readonly month: LocalMonth
  readonly rows: number
  readonly counts: StreetCounts
  readonly quality: Quality
  readonly source: Source
}

export type ImportStreetFile = StreetFile & { readonly type: 'ImportStreetFile'; readonly at: string }
/** Lets a file that a later one replaced stand again. */
export type ReinstateStreetFile = {
  readonly type: 'ReinstateStreetFile'
  readonly contentSha256: string
  readonly at: string
}
type StreetCommand = ImportStreetFile | ReinstateStreetFile

type StreetFileImported = StreetFile & { readonly type: 'StreetFileImported'; readonly at: string }
/** A file that differs from the one that stood for the same force and month. */
type StreetFileRevised = StreetFile & { readonly type: 'StreetFileRevised'; readonly at: string }
type StreetFileReinstated = {
  readonly type: 'StreetFileReinstated'
  readonly contentSha256: string
  readonly at: string
}
type StreetEvent = StreetFileImported | StreetFileRevised | StreetFileReinstated

type Revision = StreetFile & { readonly at: string }

/** Every file that stood for the force and month in the order they came, and the content of the one that stands. */
export type StreetMonth = { readonly revisions: readonly Revision[]; readonly standing: string | null }

export const streetMonthId = (force: string, month: LocalMonth): string => `${force}/${month}`

/** The number of a file among the revisions, from 1; 0 when it is not one of them. */
export const revisionOf = ({ revisions }: StreetMonth, contentSha256: string): number =>
  revisions.findIndex(({ source }) => source.contentSha256 === contentSha256) + 1

/** A force's street crime of one month. A file imported before changes nothing; another file is a revision. */
export const streetMonth: Decider<StreetMonth, StreetCommand, StreetEvent> = {
  kind: 'street-month',
  initial: { revisions: [], standing: null },
  decide(command, state) {
    switch (command.type) {
      case 'ImportStreetFile':
        return importStreetFile(command, state)
      case 'ReinstateStreetFile':
        return reinstateStreetFile(command, state)
    }
  },
  evolve(state, event) {
    if (event.type === 'StreetFileReinstated') return { ...state, standing: event.contentSha256 }
    const { type: _, ...file } = event
    return { revisions: [...state.revisions, file], standing: file.source.contentSha256 }
  },
  rows: ({ revisions, standing }) => ({
    street_revision: revisions.map((file, index) => revisionRow(file, index + 1, standing)),
    street_count: revisions.flatMap((file, index) => countRows(file, index + 1)),
  }),
  react(event) {
    if (event.type === 'StreetFileReinstated') return []
    const { source, at } = event
    const command: ClaimSource = { ...source, type: 'ClaimSource', at }
    return [{ kind: 'source-file', id: source.contentSha256, command }]
  },
}

function importStreetFile({ type: _, ...file }: ImportStreetFile, state: StreetMonth): StreetEvent[] {
  const { month, source, at } = file
  if (month >= monthOf(toLocalDate(parseInstant(at)))) {
    throw refuseStreet('street.month-not-over', { month: formatMonth(month) })
  }
  if (revisionOf(state, source.contentSha256) > 0) return []
  const counted = countsOf(file).reduce((sum, { count }) => sum + count, 0)
  if (counted !== file.rows) throw refuseStreet('street.not-every-row-counted', { counted, rows: file.rows })
  return [{ ...file, type: state.revisions.length === 0 ? 'StreetFileImported' : 'StreetFileRevised' }]
}

function reinstateStreetFile({ contentSha256, at }: ReinstateStreetFile, state: StreetMonth): StreetEvent[] {
  if (revisionOf(state, contentSha256) === 0) throw refuseStreet('street.not-imported')
  return state.standing === contentSha256 ? [] : [{ type: 'StreetFileReinstated', contentSha256, at }]
}

const revisionRow = (file: Revision, revision: number, standing: string | null): Row => ({
  force: file.force,
  month: file.month,
  revision,
  current: file.source.contentSha256 === standing,
  force_name: file.forceName,
  content_sha256: file.source.contentSha256,
  rows: file.rows,
  quality: file.quality,
  imported_at: file.at,
})

const countsOf = ({ counts }: Pick<StreetFile, 'counts'>) =>
  Object.entries(counts).flatMap(([district, types]) =>
    Object.entries(types).flatMap(([crimeType, outcomes]) =>
      Object.entries(outcomes).map(([lastOutcome, count]) => ({ district, crimeType, lastOutcome, count })),
    ),
  )

const countRows = (file: Revision, revision: number): readonly Row[] =>
  countsOf(file).map(({ district, crimeType, lastOutcome, count }) => ({
    force: file.force,
    month: file.month,
    revision,
    crime_type: crimeType,
    last_outcome: lastOutcome,
    district,
    count,
  }))
