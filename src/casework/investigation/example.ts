import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import { parseOffenceCode } from '../identifiers/offence-code.ts'
import { type Allegation, type Investigation, type InvestigationCommand, investigation } from './investigation.ts'

// An allegation for tests: a bicycle that was taken, with two victims.

export const allegation: Allegation = {
  force: 'thames-valley-police',
  unit: 'investigations',
  dealtWithBy: 'Investigations, Thames Valley Police',
  reportedAt: parseInstant('2026-10-24T11:00:00.000Z'),
  reporter: 'person-1',
  victims: [
    { person: 'person-1', enhancedBy: [] },
    { person: 'person-2', enhancedBy: ['intimidated'] },
  ],
  what: 'A bicycle was taken from the rack outside the station.',
  where: 'Station forecourt, Bletchley',
  from: parseLocalDate('2026-10-23'),
  to: parseLocalDate('2026-10-24'),
  suspectedOffence: {
    code: parseOffenceCode('TH68006'),
    title: 'Theft of pedal cycle',
    listed: parseLocalDate('2026-06-17'),
  },
}

export const on = (moment: string) => ({ at: parseInstant(moment), by: 'officer' })
export const soon = on('2026-10-24T12:00:00.000Z')
export const record: InvestigationCommand = { type: 'RecordAllegation', id: 'one', allegation, ...soon }

/** What is folded has been on the record. */
export const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))

export const after = (...commands: readonly InvestigationCommand[]): Investigation | null =>
  commands.reduce<Investigation | null>(
    (state, command) => fold(investigation, state, throughJson(investigation.decide(command, state))),
    null,
  )

export const refused = (code: string) => ({ name: 'Refusal', code: `investigation.${code}` })

/** The rows of one table that the state stands behind. */
export const rowsIn = (state: Investigation | null, table: string) => investigation.rows(state)[table] ?? []
