import { parseInstant, toLocalDate } from '../../calendar/instant.ts'
import { type LocalMonth, formatMonth, monthOf } from '../../calendar/local-month.ts'
import type { Decider, Reaction, Row } from '../../platform/record/decider.ts'
import type { ClaimSource, Source, WithdrawSource, Withdrawal } from '../sources/source-file.ts'
import type { ClaimFigures, WithdrawFigures } from './outcome-figures.ts'
import type { AreaFigures } from './outcome-table.ts'
import { refuseOutcomes } from './refusals.ts'

/** Twelve groups of principal offences, and what has none, in the order of the published tables and of every count. */
export const categoryKeys = [
  ...(['homicide', 'against-person', 'sexual', 'burglary', 'robbery', 'theft', 'fraud', 'damage', 'drugs'] as const),
  ...(['public-order', 'other-nonmotoring', 'motoring', 'admin'] as const),
]

export type OutcomeCategory = (typeof categoryKeys)[number]

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
  /** Whether figures that were replaced or withdrawn shall be in force again. */
  readonly reinstate: boolean
}
export type WithdrawOutcomes = {
  readonly type: 'WithdrawOutcomes'
  readonly month: LocalMonth
  /** Null for the revision in force. */
  readonly revision: number | null
  readonly reason: string
  readonly at: string
}

export type OutcomesImported = Imported & {
  readonly type: 'OutcomesImported'
  readonly month: LocalMonth
  readonly revision: number
}
export type RevisionReinstated = { readonly type: 'RevisionReinstated'; readonly revision: number; readonly at: string }
export type RevisionWithdrawn = Withdrawal & { readonly type: 'RevisionWithdrawn'; readonly revision: number }

type OutcomeRevision = Imported & {
  readonly revision: number
  readonly reinstatedAt: string | null
  readonly withdrawn: Withdrawal | null
}

export type OutcomeMonth = {
  readonly month: LocalMonth
  /** In the order of their import. Every one is kept. */
  readonly revisions: readonly OutcomeRevision[]
  /** The revision in force; null when every one was withdrawn. */
  readonly current: number | null
}

type State = OutcomeMonth | null
type Event = OutcomesImported | RevisionReinstated | RevisionWithdrawn

/**
 * The case outcomes of one month. Its first file is revision 1; a later file with other figures is the next revision,
 * in force from then on, and the ones before it are kept. Figures that were imported before change nothing, even when
 * they were replaced or withdrawn since: importing a folder again must not bring back what was corrected. Where the
 * publisher did go back, `reinstate` says so. What was filed under the wrong month is withdrawn, and is free for its own.
 */
export const outcomeMonth: Decider<State, ImportOutcomes | WithdrawOutcomes, Event> = {
  kind: 'outcome-month',
  initial: null,
  decide(command, state) {
    switch (command.type) {
      case 'ImportOutcomes':
        return importOutcomes(command, state)
      case 'WithdrawOutcomes':
        return withdrawOutcomes(command, state)
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'OutcomesImported':
        return imported(state, event)
      case 'RevisionReinstated':
        return state && reinstated(state, event)
      case 'RevisionWithdrawn':
        return state && withdrawn(state, event)
    }
  },
  rows: (state) => ({
    outcome_revision: state?.revisions.map((revision) => revisionRow(state, revision)) ?? [],
    outcome_count: state?.revisions.flatMap((revision) => countRows(state.month, revision)) ?? [],
  }),
  react({ type, revision }, state) {
    const one = state?.revisions.find((known) => known.revision === revision)
    if (!state || !one) return []
    return type === 'RevisionWithdrawn' ? withdrawals(state.month, one) : claims(state.month, one)
  },
}

function importOutcomes(command: ImportOutcomes, state: State): readonly Event[] {
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

/** Withdrawing a revision again changes nothing. */
function withdrawOutcomes({ month, revision, reason, at }: WithdrawOutcomes, state: State): readonly Event[] {
  if (reason.trim() === '') throw refuseOutcomes('outcomes.reason-missing')
  const wanted = revision ?? state?.current
  const known = state?.revisions.find((one) => one.revision === wanted)
  if (!known) throw refuseOutcomes('outcomes.nothing-to-withdraw', { month: formatMonth(month) })
  return known.withdrawn ? [] : [{ type: 'RevisionWithdrawn', revision: known.revision, reason: reason.trim(), at }]
}

function imported(state: State, { type: _, month, ...facts }: OutcomesImported): OutcomeMonth {
  const revisions = [...(state?.revisions ?? []), { ...facts, reinstatedAt: null, withdrawn: null }]
  return { month, revisions, current: facts.revision }
}

function reinstated(state: OutcomeMonth, { revision, at }: RevisionReinstated): OutcomeMonth {
  return { ...changed(state, revision, { reinstatedAt: at, withdrawn: null }), current: revision }
}

/** In force after it is the latest revision that was not withdrawn. */
function withdrawn(state: OutcomeMonth, { revision, reason, at }: RevisionWithdrawn): OutcomeMonth {
  const after = changed(state, revision, { withdrawn: { reason, at } })
  if (state.current !== revision) return after
  return { ...after, current: after.revisions.findLast((one) => !one.withdrawn)?.revision ?? null }
}

const changed = (state: OutcomeMonth, revision: number, change: Partial<OutcomeRevision>): OutcomeMonth => ({
  ...state,
  revisions: state.revisions.map((one) => (one.revision === revision ? { ...one, ...change } : one)),
})

/** The figures, and the file, stand for this month and for no other. */
function claims(month: LocalMonth, { figuresSha256, source, at }: OutcomeRevision): readonly Reaction[] {
  const figures: ClaimFigures = { type: 'ClaimFigures', month }
  const file: ClaimSource = { type: 'ClaimSource', ...source, at }
  return [
    { kind: 'outcome-figures', id: figuresSha256, command: figures },
    { kind: 'source-file', id: source.contentSha256, command: file },
  ]
}

function withdrawals(month: LocalMonth, { figuresSha256, source, withdrawn }: OutcomeRevision): readonly Reaction[] {
  if (!withdrawn) return []
  const figures: WithdrawFigures = { type: 'WithdrawFigures', month }
  const file: WithdrawSource = { type: 'WithdrawSource', period: source.period, ...withdrawn }
  return [
    { kind: 'outcome-figures', id: figuresSha256, command: figures },
    { kind: 'source-file', id: source.contentSha256, command: file },
  ]
}

const revisionRow = ({ month, current }: OutcomeMonth, one: OutcomeRevision): Row => ({
  month,
  revision: one.revision,
  current: one.revision === current,
  content_sha256: one.source.contentSha256,
  figures_sha256: one.figuresSha256,
  imported_at: one.at,
  reinstated_at: one.reinstatedAt,
  withdrawn_at: one.withdrawn?.at ?? null,
  withdrawn_reason: one.withdrawn?.reason ?? null,
})

const countRows = (month: LocalMonth, { revision, figures }: OutcomeRevision): readonly Row[] =>
  figures.flatMap(({ area, line, convictions, unsuccessful }) =>
    categoryKeys.map((category, index) => ({
      month,
      revision,
      area,
      category,
      convictions: convictions[index] ?? 0,
      unsuccessful: unsuccessful[index] ?? 0,
      line,
    })),
  )
