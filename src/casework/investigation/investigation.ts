import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DutyHappening } from '../../duties/duty.ts'
import type { Authority } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import { type Decider, byReaction } from '../../platform/record/decider.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import type { OffenceCode } from '../identifiers/offence-code.ts'
import { decideInvestigation } from './decide.ts'
import { evolveInvestigation } from './evolve.ts'
import { rowsOfInvestigation } from './rows.ts'

/** A victim by the id of their own stream, and why they have enhanced rights, if they do. */
export type Victim = { readonly person: string; readonly enhancedBy: readonly EnhancedGround[] }

/** An offence as the list of a day had it. Codes come and go, and what was meant then must stay readable. */
export type SuspectedOffence = { readonly code: OffenceCode; readonly title: string; readonly listed: LocalDate }

/** What is alleged, before any suspect is known. People are named by the id of their own stream. */
export type Allegation = {
  /** The police force that received the report, and the unit that deals with it. */
  readonly force: string
  readonly unit?: string
  /** Both in words as they were then called: "Investigations, Thames Valley Police". */
  readonly dealtWithBy: string
  readonly reportedAt: Instant
  /** Who reported it; null for a report without a name. */
  readonly reporter: string | null
  readonly victims: readonly Victim[]
  readonly what: string
  readonly where: string
  /** The first and the last day on which it may have happened. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** As it looks at the time; a charge is another matter. */
  readonly suspectedOffence: SuspectedOffence | null
}

type Acted = { readonly at: Instant; readonly by: string }

/** `at` is when the command is given. `by` is the account that gives it. */
export type InvestigationCommand = Acted &
  (
    | { readonly type: 'RecordAllegation'; readonly id: string; readonly allegation: Allegation }
    | { readonly type: 'RecordAsCrime'; readonly crimeReference: string; readonly reason: string }
    | { readonly type: 'RecordAsNoCrime'; readonly reason: string }
    | { readonly type: 'DecideToInvestigate'; readonly how: string; readonly reason: string }
    | { readonly type: 'DecideNotToInvestigate'; readonly reason: string; readonly holidays: BankHolidays }
    | { readonly type: 'TellVictim'; readonly notice: string; readonly on: LocalDate; readonly how: string }
    | { readonly type: 'GiveUpTellingVictim'; readonly notice: string; readonly reason: string }
    | { readonly type: 'ShareCase'; readonly agency: string; readonly why: string }
  )

/** A telling that is owed to one victim, with its date worked out when the decision started the clock. */
export type NoticeOwed = {
  /** Tells apart the notices of one case, and their duties. */
  readonly key: string
  readonly person: string
  readonly due: WorkedDate & { readonly authority: Authority }
}

export type InvestigationEvent = Acted &
  (
    | {
        readonly type: 'AllegationRecorded'
        readonly id: string
        readonly allegation: Allegation
        /** By when the crime-recording decision is due, worked out when the clock started. */
        readonly recordingDue: Deadline
      }
    | { readonly type: 'RecordedAsCrime'; readonly crimeReference: string; readonly reason: string }
    | { readonly type: 'RecordedAsNoCrime'; readonly reason: string }
    | { readonly type: 'InvestigationBegun'; readonly how: string; readonly reason: string }
    | {
        readonly type: 'InvestigationDeclined'
        readonly reason: string
        /** The tellings that this decision starts. A victim whose clock runs already is not in it again. */
        readonly notices: readonly NoticeOwed[]
      }
    | {
        readonly type: 'VictimTold'
        readonly notice: string
        readonly on: LocalDate
        readonly toldAt: Instant
        readonly how: string
      }
    | { readonly type: 'TellingVictimGivenUp'; readonly notice: string; readonly reason: string }
    | { readonly type: 'CaseShared'; readonly agency: string; readonly why: string }
  )

export type Notice = NoticeOwed & {
  readonly told: { readonly at: Instant; readonly how: string } | null
  readonly waived: { readonly at: Instant; readonly reason: string } | null
  readonly history: readonly DutyHappening[]
}

/** An allegation from its report to the decision whether it is investigated. */
export type Investigation = {
  readonly id: string
  readonly allegation: Allegation
  /** Who is on the case: the force that recorded it, then each agency to which it was referred. */
  readonly agencies: readonly string[]
  readonly recordingDue: Deadline
  readonly crime:
    | { readonly recorded: true; readonly reference: string; readonly reason: string }
    | { readonly recorded: false; readonly reason: string }
    | null
  /** When it was first decided whether this is a crime. A later change of mind does not make that late. */
  readonly recordingDecidedAt: Instant | null
  readonly decision:
    | { readonly investigate: true; readonly how: string; readonly reason: string; readonly on: LocalDate }
    | { readonly investigate: false; readonly reason: string; readonly on: LocalDate }
    | null
  readonly notices: readonly Notice[]
  readonly recordingHistory: readonly DutyHappening[]
  readonly happenings: readonly CaseHappening[]
}

/**
 * Police record an allegation, decide whether it is a crime, and whether and how to investigate. Only police act here:
 * a prosecutor may advise and does not investigate. Sealed, because what is alleged is personal data.
 */
export const investigation: Decider<Investigation | null, InvestigationCommand, InvestigationEvent> = {
  kind: 'investigation',
  sealed: true,
  permissions: {
    RecordAllegation: 'case.record',
    RecordAsCrime: 'case.decide',
    RecordAsNoCrime: 'case.decide',
    DecideToInvestigate: 'case.decide',
    DecideNotToInvestigate: 'case.decide',
    TellVictim: 'case.record',
    GiveUpTellingVictim: 'case.record',
    ShareCase: byReaction,
  },
  initial: null,
  decide: decideInvestigation,
  evolve: evolveInvestigation,
  rows: rowsOfInvestigation,
}
