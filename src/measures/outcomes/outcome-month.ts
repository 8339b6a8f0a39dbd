import { parseInstant, toLocalDate } from '../../calendar/instant.ts'
import { type LocalMonth, formatMonth, monthOf } from '../../calendar/local-month.ts'
import type { Decider, Row } from '../../platform/record/decider.ts'
import { sourceFile, type Source } from '../sources/source-file.ts'
import { outcomeCategories } from './categories.ts'
import { outcomeFigures } from './outcome-figures.ts'
import type { AreaFigures } from './outcome-table.ts'
import { refuseOutcomes } from './refusals.ts'

/** A month's figures as a file gave them. */
type Imported = {
  readonly figures: readonly AreaFigures[]
  readonly figuresSha256: string
  readonly source: Source
  readonly at: string
}

export type ImportOutcomes = Imported & {
  readonly type: 'ImportOutcomes'
  readonly month: LocalMonth
  /** Whether figures that a later revision replaced shall be in force again. */
  readonly reinstate: boolean
}

export type OutcomesImported = Imported & {
  readonly type: 'OutcomesImported'
  readonly month: LocalMonth
  readonly revision: number
}
export type RevisionReinstated = { readonly type: 'RevisionReinstated'; readonly revision: number; readonly at: string }

export type OutcomeRevision = Imported & { readonly revision: number; readonly reinstatedAt: string | null }

export type OutcomeMonth = {
  readonly month: LocalMonth
  /** In the order of their import. Every one is kept. */
  readonly revisions: readonly OutcomeRevision[]
  /** The revision in force. */
  readonly current: number
}

type State = OutcomeMonth | null
type Event = OutcomesImported | RevisionReinstated

/**
 * The case outcomes of one month. Its first file is revision 1; a later file with other figures is the next revision,
 * in force from then on, and the ones before it are kept. Figures that were imported before change nothing, even when
 * a later revision replaced them: importing a folder again must not bring back what was corrected. Where the publisher
 * did go back, `reinstate` says so.
 */
export const outcomeMonth: Decider<State, ImportOutcomes, Event> = {
  kind: 'outcome-month',
  initial: null,
  decide,
  evolve(state, event) {
    switch (event.type) {
      case 'OutcomesImported': {
        const { type: _, month, ...imported } = event
        const revisions = [...(state?.revisions ?? []), { ...imported, reinstatedAt: null }]
        return { month, revisions, current: imported.revision }
      }
      case 'RevisionReinstated':
        return state && reinstated(state, event)
    }
  },
  rows: (state) => ({
    outcome_revision: state?.revisions.map((revision) => revisionRow(state, revision)) ?? [],
    outcome_count: state?.revisions.flatMap((revision) => countRows(state.month, revision)) ?? [],
  }),
  react(event) {
    if (event.type !== 'OutcomesImported') return []
    const { month, figuresSha256, source, at } = event
    return [
      { kind: outcomeFigures.kind, id: figuresSha256, command: { type: 'ClaimFigures', month } },
      { kind: sourceFile.kind, id: source.contentSha256, command: { type: 'ClaimSource', ...source, at } },
    ]
  },
}

function decide(command: ImportOutcomes, state: State): readonly Event[] {
  const { month, figures, figuresSha256, source, at } = command
  if (month >= monthOf(toLocalDate(parseInstant(at)))) {
    throw refuseOutcomes('outcomes.month-not-over', { month: formatMonth(month) })
  }
  const known = state?.revisions.find((revision) => revision.figuresSha256 === figuresSha256)
  if (!known) {
    const revision = (state?.revisions.length ?? 0) + 1
    return [{ type: 'OutcomesImported', month, revision, figures, figuresSha256, source, at }]
  }
  if (!command.reinstate || known.revision === state?.current) return []
  return [{ type: 'RevisionReinstated', revision: known.revision, at }]
}

function reinstated(state: OutcomeMonth, { revision, at }: RevisionReinstated): OutcomeMonth {
  const revisions = state.revisions.map((one) => (one.revision === revision ? { ...one, reinstatedAt: at } : one))
  return { ...state, revisions, current: revision }
}

const revisionRow = ({ month, current }: OutcomeMonth, one: OutcomeRevision): Row => ({
  month,
  revision: one.revision,
  current: one.revision === current,
  content_sha256: one.source.contentSha256,
  figures_sha256: one.figuresSha256,
  imported_at: one.at,
  reinstated_at: one.reinstatedAt,
})

const countRows = (month: LocalMonth, { revision, figures }: OutcomeRevision): readonly Row[] =>
  figures.flatMap(({ area, line, convictions, unsuccessful }) =>
    outcomeCategories.map(({ key }, index) => ({
      month,
      revision,
      area,
      category: key,
      convictions: convictions[index] ?? 0,
      unsuccessful: unsuccessful[index] ?? 0,
      line,
    })),
  )
