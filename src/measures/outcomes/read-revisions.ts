import type { LocalMonth } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { OutcomeCategory } from './outcome-month.ts'
import './tables.ts'

export type RevisionShown = {
  readonly revision: number
  readonly current: boolean
  readonly importedAt: string
  readonly reinstatedAt: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string | null
  readonly contentSha256: string
  readonly fileName: string
}

/** Every revision of a month, earliest first. */
export async function readRevisions(tx: Tx, month: LocalMonth): Promise<readonly RevisionShown[]> {
  return tx
    .selectFrom('outcome_revision as r')
    .innerJoin('source_file as f', 'f.content_sha256', 'r.content_sha256')
    .select([
      'r.revision',
      'r.current',
      'r.imported_at as importedAt',
      'r.reinstated_at as reinstatedAt',
      'r.withdrawn_at as withdrawnAt',
      'r.withdrawn_reason as withdrawnReason',
      'r.content_sha256 as contentSha256',
      'f.file_name as fileName',
    ])
    .where('r.month', '=', month)
    .orderBy('r.revision')
    .execute()
}

/** A published number that a revision changed. */
export type NumberChanged = {
  readonly revision: number
  readonly area: string
  readonly category: OutcomeCategory
  readonly outcome: 'convictions' | 'unsuccessful'
  readonly before: number
  readonly after: number
}

/** What each revision of a month changed against the one imported before it, in all areas. */
export async function readChanges(tx: Tx, month: LocalMonth): Promise<readonly NumberChanged[]> {
  const rows = await tx
    .selectFrom('outcome_count as now')
    .innerJoin('outcome_count as was', (join) =>
      join
        .onRef('was.month', '=', 'now.month')
        .onRef('was.area', '=', 'now.area')
        .onRef('was.category', '=', 'now.category')
        .on((on) => on('was.revision', '=', on('now.revision', '-', 1))),
    )
    .select(['now.revision', 'now.area', 'now.category', 'now.line'])
    .select(['was.convictions as convictionsBefore', 'now.convictions as convictionsAfter'])
    .select(['was.unsuccessful as unsuccessfulBefore', 'now.unsuccessful as unsuccessfulAfter'])
    .where('now.month', '=', month)
    .where((where) =>
      where.or([
        where('was.convictions', '!=', where.ref('now.convictions')),
        where('was.unsuccessful', '!=', where.ref('now.unsuccessful')),
      ]),
    )
    .orderBy('now.revision')
    .orderBy('now.line')
    .execute()
  return rows
    .flatMap(({ revision, area, category, ...row }): readonly NumberChanged[] => [
      { revision, area, category, outcome: 'convictions', before: row.convictionsBefore, after: row.convictionsAfter },
      {
        revision,
        area,
        category,
        outcome: 'unsuccessful',
        before: row.unsuccessfulBefore,
        after: row.unsuccessfulAfter,
      },
    ])
    .filter(({ before, after }) => before !== after)
}
