import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Decider } from '../../platform/record/decider.ts'
import {
  type About,
  type DutyHappening,
  type EarlierDate,
  type OwedBy,
  type OwedTo,
  dutyHistoryRows,
  dutyRow,
} from '../duty.ts'
import { type Authority, dutyKind } from '../rules.ts'
import type { WorkedDate } from '../worked-date.ts'
import { decideUndertaking } from './decide.ts'
import { assignedDetail, correctedDetail, datesReplaced } from './history.ts'

export const undertakingKinds = {
  /** Promised or decided by someone here. */
  undertaking: dutyKind('undertaking', 'Undertaking'),
  /** A step that a statute sets for a named body. */
  statutory: dutyKind('statutory-step', 'Statutory step'),
} as const

/** Where the duty comes from, as it was written down. */
export type Source = Omit<Authority, 'rule'>

/** What was promised, in words and parties. */
export type Promised = {
  readonly kind: keyof typeof undertakingKinds
  /** Without personal data: calendars carry it, and where it is public everybody reads it. */
  readonly what: string
  readonly about?: About
  readonly owedBy: OwedBy
  readonly owedTo: OwedTo
  readonly public: boolean
  readonly source: Source
  /** The day that starts the clock. */
  readonly startedOn: LocalDate
}

/** How its date is reached: it stands in the source, or so many working days after `startedOn` (day 0). */
export type Basis =
  | { readonly kind: 'fixed-date'; readonly dueOn: LocalDate }
  | { readonly kind: 'working-days'; readonly workingDays: number }

/** A basis with the facts that it takes to work the date out. */
export type BasisWithFacts = Basis & { readonly holidays?: BankHolidays }

type Acted = { readonly at: Instant; readonly by: string }

/**
 * How much of its history the one who acts has seen, so that nobody acts on what somebody else changed meanwhile. Left
 * out where no person reads before acting, as when a file is loaded.
 */
type Seeing = { readonly seen?: number }

/** To whom in its agency a duty is assigned. `name` is the unit or agency in words. */
export type Assignee = {
  readonly name: string
  readonly unit?: string
  readonly colleague?: { readonly account: string; readonly agency: string }
}

type DutyChange =
  | {
      readonly type: 'CorrectDuty'
      readonly promised: Promised
      readonly basis: BasisWithFacts
      readonly reason: string
    }
  | { readonly type: 'AssignDuty'; readonly to: Assignee }
  | { readonly type: 'MeetDuty'; readonly on: LocalDate; readonly how: string }
  | { readonly type: 'WaiveDuty'; readonly reason: string }
  | { readonly type: 'ReopenDuty'; readonly reason: string }

/** `at` is when the command is given. `by` is the account that gives it. */
export type UndertakingCommand = Acted &
  (
    | { readonly type: 'Undertake'; readonly id: string; readonly promised: Promised; readonly basis: BasisWithFacts }
    | (DutyChange & Seeing)
  )

export type Terms = Promised & WorkedDate & { readonly basis: Basis; readonly authority: Authority }

export type UndertakingEvent = Acted &
  (
    | { readonly type: 'DutyUndertaken'; readonly id: string; readonly terms: Terms }
    | { readonly type: 'DutyCorrected'; readonly terms: Terms; readonly reason: string }
    | { readonly type: 'DutyAssigned'; readonly owedBy: OwedBy }
    | { readonly type: 'DutyMet'; readonly metAt: Instant; readonly how: string }
    | { readonly type: 'DutyWaived'; readonly reason: string }
    | { readonly type: 'DutyReopened'; readonly reason: string }
  )

/** A duty written down by hand. */
export type Undertaking = {
  readonly id: string
  readonly terms: Terms
  readonly metAt: Instant | null
  readonly waived: { readonly at: Instant; readonly reason: string } | null
  readonly earlierDates: readonly EarlierDate[]
  readonly history: readonly DutyHappening[]
}

/** A duty that somebody writes down: promised at a meeting, set by a decision, or by a statute for a named body. */
export const undertaking: Decider<Undertaking | null, UndertakingCommand, UndertakingEvent> = {
  kind: 'undertaking',
  initial: null,
  decide: decideUndertaking,
  evolve: evolveUndertaking,
  rows(state) {
    if (!state) return {}
    const { id, terms, metAt, waived, earlierDates, history } = state
    const stream = `undertaking/${id}`
    return {
      duty: [
        dutyRow({ ...terms, stream, key: dutyKey, kind: undertakingKinds[terms.kind], metAt, waived, earlierDates }),
      ],
      duty_history: dutyHistoryRows(stream, dutyKey, history),
    }
  },
}

/** Who writes down the duties that the area's own file names. */
export const areaFile = 'area-file'

/** An undertaking is one duty, so its key within the stream is always the same. */
export const dutyKey = 'duty'

function evolveUndertaking(state: Undertaking | null, event: UndertakingEvent): Undertaking | null {
  const { at, by: account } = event
  const happened = (words: string, detail: string): readonly DutyHappening[] => [
    ...(state?.history ?? []),
    { at, account, event: words, detail },
  ]
  if (event.type === 'DutyUndertaken') {
    const { id, terms } = event
    const history = happened('Written down', terms.working.steps.join('; '))
    return { id, terms, metAt: null, waived: null, earlierDates: [], history }
  }
  if (!state) return null
  switch (event.type) {
    case 'DutyCorrected':
      return {
        ...state,
        terms: event.terms,
        earlierDates: [...state.earlierDates, ...datesReplaced(state.terms, event)],
        history: happened('Corrected', correctedDetail(state.terms, event)),
      }
    case 'DutyAssigned': {
      const { owedBy } = event
      return { ...state, terms: { ...state.terms, owedBy }, history: happened('Assigned', assignedDetail(owedBy)) }
    }
    case 'DutyMet':
      return { ...state, metAt: event.metAt, history: happened('Met', event.how) }
    case 'DutyWaived':
      return { ...state, waived: { at, reason: event.reason }, history: happened('Waived', event.reason) }
    case 'DutyReopened':
      return { ...state, metAt: null, waived: null, history: happened('Opened again', event.reason) }
  }
}
