import { type Decider, byReaction } from '../../platform/record/decider.ts'
import { decideSuspect } from './decide.ts'
import { evolveSuspect } from './evolve.ts'
import { reactToSuspect } from './react.ts'
import { rowsOfSuspect } from './rows.ts'
import type { SuspectCommand } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

/**
 * One suspect of a case, from naming to charge: arrests, detention, interviews, bail, and the charges that police
 * propose. Police act here. What the prosecutor decides comes from the prosecutor's own stream, and the charge is
 * always put by police. Sealed, because every line of it is about one person.
 */
export const suspect: Decider<Suspect | null, SuspectCommand, SuspectEvent> = {
  kind: 'suspect',
  sealed: true,
  permissions: {
    NameSuspect: 'suspect.record',
    CorrectSuspicion: 'suspect.record',
    NoteResponsible: 'case.decide',
    EliminateSuspect: 'suspect.record',
    BringBackSuspect: 'suspect.record',
    RecordArrest: 'suspect.record',
    RecordNumbers: 'suspect.record',
    AuthoriseDetention: 'suspect.record',
    ResumeDetention: 'suspect.record',
    RecordReview: 'suspect.record',
    RecordTimeInHospital: 'suspect.record',
    AuthoriseContinuedDetention: 'suspect.record',
    RecordWarrant: 'suspect.record',
    SetDetentionClock: 'suspect.record',
    RecordInterview: 'suspect.record',
    ReleaseOnBail: 'suspect.record',
    ReleaseOnStreetBail: 'suspect.record',
    ExtendBail: 'suspect.record',
    SetBailEnd: 'suspect.record',
    ChangeBailConditions: 'suspect.record',
    ReleaseUnderInvestigation: 'suspect.record',
    ReviewUnderInvestigation: 'suspect.record',
    RecordRelease: 'suspect.record',
    TakeBackEntry: 'suspect.record',
    ProposeCharge: 'suspect.record',
    WithdrawCharge: 'suspect.record',
    AssessWhoMayCharge: 'suspect.record',
    ChargeByPolice: 'charge.police',
    ChargeInEmergency: 'charge.police',
    RecordEmergencyAnswer: 'charge.police',
    PoliceNoFurtherAction: 'charge.police',
    TellVictim: 'case.record',
    GiveUpTellingVictim: 'case.record',
    RecordCharged: 'charge.police',
    NoteCharging: byReaction,
    NoteChargingDecision: byReaction,
  },
  initial: null,
  decide: decideSuspect,
  evolve: evolveSuspect,
  rows: rowsOfSuspect,
  react: reactToSuspect,
}
