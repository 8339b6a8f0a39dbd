import type { Decider } from '../../platform/record/decider.ts'
import { refuseOutcomes } from './refusals.ts'

export type ClaimFigures = { readonly type: 'ClaimFigures'; readonly month: string }
export type FiguresClaimed = { readonly type: 'FiguresClaimed'; readonly month: string }

/**
 * One set of figures, whatever the bytes of its file: a month's 43 rows are those of one month only. Without it a copy
 * with other line ends could be counted again under another month's name.
 */
export const outcomeFigures: Decider<string | null, ClaimFigures, FiguresClaimed> = {
  kind: 'outcome-figures',
  initial: null,
  decide({ month }, held) {
    if (held === null) return [{ type: 'FiguresClaimed', month }]
    if (held !== month) throw refuseOutcomes('outcomes.other-month', { held, given: month })
    return []
  },
  evolve: (_, { month }) => month,
  rows: () => ({}),
}
