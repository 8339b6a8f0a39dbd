import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DutyHappening } from '../../duties/duty.ts'
import { type Decider, byReaction } from '../../platform/record/decider.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import type { OffenceCode } from '../identifiers/offence-code.ts'
import type { Urn } from '../identifiers/urn.ts'
import type { AllegationCommand, AllegationEvent } from './allegation.ts'
import type { AssignmentCommand, AssignmentEvent } from './assignment.ts'
import type { ClockTime } from './clock-time.ts'
import type { CrimeCommand, CrimeEvent } from './crime.ts'
import { decideInvestigation } from './decide.ts'
import { evolveInvestigation } from './evolve.ts'
import type { InquiryCommand, InquiryEvent, Line, Plan } from './lines.ts'
import type { Notice, NoticeCommand, NoticeEvent } from './notices.ts'
import type { PeopleCommand, PeopleEvent } from './people.ts'
import type { ReadersCommand, ReadersEvent, Restriction } from './readers.ts'
import { refuseInvestigation } from './refusals.ts'
import { reactToInvestigation } from './react.ts'
import { rowsOfInvestigation } from './rows.ts'

/** A victim by the id of their own stream, and why they have enhanced rights, if they do. */
export type Victim = { readonly person: string; readonly enhancedBy: readonly EnhancedGround[] }

/** An offence as the list of a day had it. Codes come and go, and what was meant then must stay readable. */
export type SuspectedOffence = { readonly code: OffenceCode; readonly title: string; readonly listed: LocalDate }

/** What was reported to have happened. It may be corrected; what stood before stays on the record. */
export type Facts = {
  readonly reportedAt: Instant
  readonly what: string
  readonly where: string
  /** The first and the last day on which it may have happened. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** The time of day on the first and on the last of them, where it is known. */
  readonly fromTime?: ClockTime | null
  readonly toTime?: ClockTime | null
  /** As it looks at the time; a charge is another matter. */
  readonly suspectedOffence: SuspectedOffence | null
}

/** What is alleged, before any suspect is known. People are named by the id of their own stream. */
export type Allegation = Facts & {
  /** The police force that received the report, and the unit that deals with it. */
  readonly force: string
  readonly unit?: string
  /** Both in words as they were then called: "Investigations, Thames Valley Police". */
  readonly dealtWithBy: string
  /** Who reported it; null for a report without a name. */
  readonly reporter: string | null
  readonly victims: readonly Victim[]
}

/** `at` is when a command is given, `by` the account that gives it. */
export type Acted = { readonly at: Instant; readonly by: string }

export type InvestigationCommand =
  | AllegationCommand
  | CrimeCommand
  | NoticeCommand
  | PeopleCommand
  | AssignmentCommand
  | InquiryCommand
  | ReadersCommand

export type InvestigationEvent =
  | AllegationEvent
  | CrimeEvent
  | NoticeEvent
  | PeopleEvent
  | AssignmentEvent
  | InquiryEvent
  | ReadersEvent

/** A victim in this case. The number is theirs for good, so that "Victim 2" always means the same person. */
export type CaseVictim = Victim & { readonly number: number; readonly takenOut: boolean }

export type Witness = {
  readonly person: string
  readonly number: number
  readonly willing: boolean
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
  /** What would help the witness to give their best evidence; null where nothing is known to be needed. */
  readonly needs: string | null
  readonly takenOut: boolean
}

/** An allegation from its report through the decision whether it is investigated to the end of the inquiry. */
export type Investigation = {
  readonly id: string
  readonly facts: Facts
  readonly correctedAt: Instant | null
  readonly force: string
  readonly unit: string | null
  readonly dealtWithBy: string
  readonly reporter: string | null
  readonly victims: readonly CaseVictim[]
  readonly witnesses: readonly Witness[]
  readonly urn: Urn | null
  /** What police call it among themselves: "Operation Larch". */
  readonly operation: string | null
  /** The accounts of the officer in the case and of who supervises. */
  readonly officer: string | null
  readonly supervisor: string | null
  /** Who is on the case: the force that recorded it, then each agency to which it was referred. */
  readonly agencies: readonly string[]
  readonly restriction: Restriction | null
  readonly recordingDue: Deadline
  readonly crime:
    | {
        readonly recorded: true
        readonly reference: string
        /** False where it was recorded before a reference was held for one case alone. */
        readonly isHeld: boolean
        readonly reason: string
      }
    | { readonly recorded: false; readonly reason: string }
    | null
  /** When it was first decided whether this is a crime. A later change of mind does not make that late. */
  readonly recordingDecidedAt: Instant | null
  readonly decision:
    | { readonly investigate: true; readonly how: string; readonly reason: string; readonly at: Instant }
    | { readonly investigate: false; readonly reason: string; readonly at: Instant }
    | null
  readonly notices: readonly Notice[]
  readonly plans: readonly Plan[]
  readonly lines: readonly Line[]
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
    CorrectAllegation: 'case.record',
    RecordAsCrime: 'case.decide',
    RecordAsNoCrime: 'case.decide',
    DecideToInvestigate: 'case.decide',
    DecideNotToInvestigate: 'case.decide',
    TellVictim: 'case.record',
    GiveUpTellingVictim: 'case.record',
    AddVictim: 'case.record',
    TakeOutVictim: 'case.record',
    ChangeVictimRights: 'case.record',
    AddWitness: 'case.record',
    TakeOutWitness: 'case.record',
    ChangeWitness: 'case.record',
    NoteWitnessWithdrawn: 'case.record',
    GiveUrn: 'case.record',
    NameOperation: 'case.record',
    AssignCase: 'case.decide',
    WritePlan: 'suspect.record',
    AddLine: 'suspect.record',
    ChangeLine: 'suspect.record',
    CloseLine: 'suspect.record',
    ReopenLine: 'suspect.record',
    ShareCase: byReaction,
    RestrictCase: 'case.restrict',
    LiftRestriction: 'case.restrict',
    NameReadersAnew: 'case.restrict',
  },
  initial: null,
  decide: decideInvestigation,
  evolve: evolveInvestigation,
  rows: rowsOfInvestigation,
  react: reactToInvestigation,
  taken: {
    case_summary_urn: () => refuseInvestigation('investigation.urn-taken'),
    case_summary_reference_held: () => refuseInvestigation('investigation.crime-reference-taken'),
  },
}
