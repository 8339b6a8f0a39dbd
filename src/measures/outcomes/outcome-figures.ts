import type { Decider } from '../../platform/record/decider.ts'
import { refuseOutcomes } from './refusals.ts'

export type ClaimFigures = { readonly type: 'ClaimFigures'; readonly month: string }
/** The month's revision with these figures was withdrawn: they may be those of another month. */
export type WithdrawFigures = { readonly type: 'WithdrawFigures'; readonly month: string }
export type FiguresClaimed = { readonly type: 'FiguresClaimed'; readonly month: string }
type FiguresWithdrawn = { readonly type: 'FiguresWithdrawn'; readonly month: string }

/**
 * One set of figures, whatever the bytes of its file: a month's 43 rows are those of one month only. Without it a copy
 * with other line ends could be counted again under another month's name.
 */
export const outcomeFigures: Decider<string | null, ClaimFigures | WithdrawFigures, FiguresClaimed | FiguresWithdrawn> =
  {
    kind: 'outcome-figures',
    initial: null,
    decide({ type, month }, held) {
      switch (type) {
        case 'ClaimFigures':
          if (held === null) return [{ type: 'FiguresClaimed', month }]
          if (held !== month) throw refuseOutcomes('outcomes.other-month', { held, given: month })
          return []
        case 'WithdrawFigures':
          return held === month ? [{ type: 'FiguresWithdrawn', month }] : []
      }
    },
    evolve: (_, { type, month }) => (type === 'FiguresClaimed' ? month : null),
    rows: () => ({}),
  }
