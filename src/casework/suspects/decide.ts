import {
  authoriseContinuedDetention,
  authoriseDetention,
  recordArrest,
  recordInterview,
  recordNumbers,
  recordReview,
  recordTimeInHospital,
  recordWarrant,
  resumeDetention,
  setDetentionClock,
} from './decide-custody.ts'
import {
  assessWhoMayCharge,
  chargeByPolice,
  chargeInEmergency,
  giveUpTellingVictim,
  policeNoFurtherAction,
  proposeCharge,
  recordCharged,
  recordEmergencyAnswer,
  tellVictim,
  withdrawCharge,
} from './decide-charging.ts'
import { bringBackSuspect, correctSuspicion, eliminateSuspect, nameSuspect, noteResponsible } from './decide-naming.ts'
import { noteCharging, noteChargingDecision } from './decide-notes.ts'
import {
  changeBailConditions,
  extendBail,
  recordRelease,
  releaseOnBail,
  releaseOnStreetBail,
  releaseUnderInvestigation,
  reviewUnderInvestigation,
  setBailEnd,
} from './decide-release.ts'
import { takeBackEntry } from './entries.ts'
import { refuseSuspect } from './refusals.ts'
import type { SuspectCommand } from './suspect-commands.ts'
import type { SuspectEvent } from './suspect-events.ts'
import type { Suspect } from './suspect-state.ts'

export function decideSuspect(command: SuspectCommand, state: Suspect | null): SuspectEvent[] {
  if (command.type === 'NameSuspect') return nameSuspect(command, state)
  if (command.type === 'NoteCharging') return noteCharging(command, state)
  if (command.type === 'NoteChargingDecision') return noteChargingDecision(command, state)
  if (!state) throw refuseSuspect('suspect.not-named')
  switch (command.type) {
    case 'CorrectSuspicion':
      return correctSuspicion(command, state)
    case 'NoteResponsible':
      return noteResponsible(command, state)
    case 'EliminateSuspect':
      return eliminateSuspect(command, state)
    case 'BringBackSuspect':
      return bringBackSuspect(command, state)
    case 'RecordArrest':
      return recordArrest(command, state)
    case 'RecordNumbers':
      return recordNumbers(command, state)
    case 'AuthoriseDetention':
      return authoriseDetention(command, state)
    case 'ResumeDetention':
      return resumeDetention(command, state)
    case 'RecordReview':
      return recordReview(command, state)
    case 'RecordTimeInHospital':
      return recordTimeInHospital(command, state)
    case 'AuthoriseContinuedDetention':
      return authoriseContinuedDetention(command, state)
    case 'RecordWarrant':
      return recordWarrant(command, state)
    case 'SetDetentionClock':
      return setDetentionClock(command, state)
    case 'RecordInterview':
      return recordInterview(command, state)
    case 'ReleaseOnBail':
      return releaseOnBail(command, state)
    case 'ReleaseOnStreetBail':
      return releaseOnStreetBail(command, state)
    case 'ExtendBail':
      return extendBail(command, state)
    case 'SetBailEnd':
      return setBailEnd(command, state)
    case 'ChangeBailConditions':
      return changeBailConditions(command, state)
    case 'ReleaseUnderInvestigation':
      return releaseUnderInvestigation(command, state)
    case 'ReviewUnderInvestigation':
      return reviewUnderInvestigation(command, state)
    case 'RecordRelease':
      return recordRelease(command, state)
    case 'TakeBackEntry':
      return takeBackEntry(command, state)
    case 'ProposeCharge':
      return proposeCharge(command, state)
    case 'WithdrawCharge':
      return withdrawCharge(command, state)
    case 'AssessWhoMayCharge':
      return assessWhoMayCharge(command, state)
    case 'ChargeByPolice':
      return chargeByPolice(command, state)
    case 'ChargeInEmergency':
      return chargeInEmergency(command, state)
    case 'RecordEmergencyAnswer':
      return recordEmergencyAnswer(command, state)
    case 'PoliceNoFurtherAction':
      return policeNoFurtherAction(command, state)
    case 'TellVictim':
      return tellVictim(command, state)
    case 'GiveUpTellingVictim':
      return giveUpTellingVictim(command, state)
    case 'RecordCharged':
      return recordCharged(command, state)
  }
}
