import type { LocalMonth } from '../../calendar/local-month.ts'
import type { Decider, Row } from '../../platform/record/decider.ts'
import type { ClaimSource } from '../sources/source-file.ts'
import { streetCrime } from './dataset.ts'
import type { Quality } from './quality.ts'
import { refuseStreet } from './refusals.ts'

/** Rows by district, then crime type, then last outcome. */
export type StreetCounts = {
  readonly [district: string]: { readonly [crimeType: string]: { readonly [lastOutcome: string]: number } }
}

/** One file of street crime, counted: a force's recorded crime and anti-social behaviour of one month. */
export type StreetFile = {
  /** `thames-valley` */
  readonly force: string
  /** As the file writes it: `Thames Valley Police`. */
  readonly forceName: string
  readonly month: LocalMonth
  readonly rows: number
  readonly counts: StreetCounts
  readonly quality: Quality
  readonly source: Omit<ClaimSource, 'type' | 'dataset' | 'period' | 'rows' | 'licence' | 'at'>
}

export type ImportStreetFile = StreetFile & { readonly type: 'ImportStreetFile'; readonly at: string }
export type StreetFileImported = StreetFile & { readonly type: 'StreetFileImported'; readonly at: string }
export type StreetFileRevised = StreetFile & { readonly type: 'StreetFileRevised'; readonly at: string }

type Revision = StreetFile & { readonly at: string }

/** Every file that stood for the force and month, in the order they came. The last one stands. */
export type StreetMonth = { readonly revisions: readonly Revision[] }

export const streetMonthId = (force: string, month: LocalMonth): string => `${force}/${month}`

/** A force's street crime of one month. A file imported before changes nothing; another file is a revision. */
export const streetMonth: Decider<StreetMonth, ImportStreetFile, StreetFileImported | StreetFileRevised> = {
  kind: 'street-month',
  initial: { revisions: [] },
  decide(command, { revisions }) {
    const { type: _, ...file } = command
    if (revisions.some(({ source }) => source.contentSha256 === file.source.contentSha256)) return []
    const counted = countedRows(file)
    if (counted !== file.rows) throw refuseStreet('street.not-every-row-counted', { counted, rows: file.rows })
    return [{ ...file, type: revisions.length === 0 ? 'StreetFileImported' : 'StreetFileRevised' }]
  },
  evolve: ({ revisions }, { type: _, ...file }) => ({ revisions: [...revisions, file] }),
  rows: ({ revisions }) => ({
    street_revision: revisions.map((file, index) => revisionRow(file, index + 1, revisions.length)),
    street_count: revisions.flatMap((file, index) => countRows(file, index + 1)),
  }),
  react: ({ source, force, month, rows, at }) => [
    {
      kind: 'source-file',
      id: source.contentSha256,
      command: {
        ...source,
        type: 'ClaimSource',
        dataset: streetCrime.key,
        period: streetMonthId(force, month),
        rows,
        licence: streetCrime.licence.name,
        at,
      } satisfies ClaimSource,
    },
  ],
}

const revisionRow = (file: Revision, revision: number, latest: number): Row => ({
  force: file.force,
  month: file.month,
  revision,
  current: revision === latest,
  force_name: file.forceName,
  content_sha256: file.source.contentSha256,
  rows: file.rows,
  quality: file.quality,
  imported_at: file.at,
})

type Count = {
  readonly district: string
  readonly crimeType: string
  readonly lastOutcome: string
  readonly count: number
}

const countsOf = ({ counts }: Pick<StreetFile, 'counts'>): readonly Count[] =>
  Object.entries(counts).flatMap(([district, types]) =>
    Object.entries(types).flatMap(([crimeType, outcomes]) =>
      Object.entries(outcomes).map(([lastOutcome, count]) => ({ district, crimeType, lastOutcome, count })),
    ),
  )

const countedRows = (file: Pick<StreetFile, 'counts'>): number =>
  countsOf(file).reduce((sum, { count }) => sum + count, 0)

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
