import { correctAllegation, recordAllegation } from './allegation.ts'
import { type AssignmentCommand, assignCase, giveUrn, nameOperation } from './assignment.ts'
import { type CrimeCommand, recordAsCrime, recordAsNoCrime } from './crime.ts'
import type { Investigation, InvestigationCommand, InvestigationEvent } from './investigation.ts'
import { type InquiryCommand, addLine, changeLine, closeLine, reopenLine, writePlan } from './lines.ts'
import {
  type NoticeCommand,
  decideNotToInvestigate,
  decideToInvestigate,
  giveUpTellingVictim,
  tellVictim,
} from './notices.ts'
import {
  type PeopleCommand,
  addVictim,
  addWitness,
  changeVictimRights,
  changeWitness,
  noteWitnessWithdrawn,
  takeOutVictim,
  takeOutWitness,
} from './people.ts'
import { type ReadersCommand, liftRestriction, nameReadersAnew, restrictCase, shareCase } from './readers.ts'
import { refuseInvestigation } from './refusals.ts'

export function decideInvestigation(command: InvestigationCommand, state: Investigation | null): InvestigationEvent[] {
  if (command.type === 'RecordAllegation') return recordAllegation(command, state)
  // What follows from another stream finds nothing to do where there is no case.
  if (!state && command.type === 'ShareCase') return []
  if (!state) throw refuseInvestigation('investigation.not-recorded')
  switch (command.type) {
    case 'CorrectAllegation':
      return correctAllegation(command, state)
    case 'RecordAsCrime':
    case 'RecordAsNoCrime':
    case 'DecideToInvestigate':
    case 'DecideNotToInvestigate':
    case 'TellVictim':
    case 'GiveUpTellingVictim':
      return decideOnReport(command, state)
    case 'GiveUrn':
    case 'NameOperation':
    case 'AssignCase':
      return decideAssignment(command, state)
    case 'WritePlan':
    case 'AddLine':
    case 'ChangeLine':
    case 'CloseLine':
    case 'ReopenLine':
      return decideInquiry(command, state)
    case 'AddVictim':
    case 'TakeOutVictim':
    case 'ChangeVictimRights':
    case 'AddWitness':
    case 'TakeOutWitness':
    case 'ChangeWitness':
    case 'NoteWitnessWithdrawn':
      return decidePeople(command, state)
    case 'ShareCase':
    case 'RestrictCase':
    case 'LiftRestriction':
    case 'NameReadersAnew':
      return decideReaders(command, state)
  }
}

function decideOnReport(command: CrimeCommand | NoticeCommand, state: Investigation): InvestigationEvent[] {
  switch (command.type) {
    case 'RecordAsCrime':
      return recordAsCrime(command, state)
    case 'RecordAsNoCrime':
      return recordAsNoCrime(command, state)
    case 'DecideToInvestigate':
      return decideToInvestigate(command, state)
    case 'DecideNotToInvestigate':
      return decideNotToInvestigate(command, state)
    case 'TellVictim':
      return tellVictim(command, state)
    case 'GiveUpTellingVictim':
      return giveUpTellingVictim(command, state)
  }
}

function decidePeople(command: PeopleCommand, state: Investigation): InvestigationEvent[] {
  switch (command.type) {
    case 'AddVictim':
      return addVictim(command, state)
    case 'TakeOutVictim':
      return takeOutVictim(command, state)
    case 'ChangeVictimRights':
      return changeVictimRights(command, state)
    case 'AddWitness':
      return addWitness(command, state)
    case 'TakeOutWitness':
      return takeOutWitness(command, state)
    case 'ChangeWitness':
      return changeWitness(command, state)
    case 'NoteWitnessWithdrawn':
      return noteWitnessWithdrawn(command, state)
  }
}

function decideAssignment(command: AssignmentCommand, state: Investigation): InvestigationEvent[] {
  switch (command.type) {
    case 'GiveUrn':
      return giveUrn(command, state)
    case 'NameOperation':
      return nameOperation(command, state)
    case 'AssignCase':
      return assignCase(command, state)
  }
}

function decideInquiry(command: InquiryCommand, state: Investigation): InvestigationEvent[] {
  switch (command.type) {
    case 'WritePlan':
      return writePlan(command, state)
    case 'AddLine':
      return addLine(command, state)
    case 'ChangeLine':
      return changeLine(command, state)
    case 'CloseLine':
      return closeLine(command, state)
    case 'ReopenLine':
      return reopenLine(command, state)
  }
}

function decideReaders(command: ReadersCommand, state: Investigation): InvestigationEvent[] {
  switch (command.type) {
    case 'ShareCase':
      return shareCase(command, state)
    case 'RestrictCase':
      return restrictCase(command, state)
    case 'LiftRestriction':
      return liftRestriction(command, state)
    case 'NameReadersAnew':
      return nameReadersAnew(command, state)
  }
}
