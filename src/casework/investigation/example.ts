import { parseInstant } from '../../calendar/instant.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
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

export const asCrime = (moment = '2026-10-24T15:00:00.000Z'): InvestigationCommand => ({
  type: 'RecordAsCrime',
  crimeReference: '43260123456',
  reason: 'What is described is theft',
  ...on(moment),
})
export const begin = {
  type: 'DecideToInvestigate',
  how: 'CCTV of the forecourt',
  reason: 'A camera faces the rack',
  ...soon,
} satisfies InvestigationCommand
export const holidays = keptHolidays()
export const decline: InvestigationCommand = {
  type: 'DecideNotToInvestigate',
  reason: 'No line of inquiry is left',
  holidays,
  ...soon,
}
export const tell = (
  notice: string,
  day = '2026-10-26',
  moment = '2026-10-26T10:00:00.000Z',
): InvestigationCommand => ({
  type: 'TellVictim',
  notice,
  on: parseLocalDate(day),
  how: 'By telephone',
  ...on(moment),
})
export const giveUp = (notice: string): InvestigationCommand => ({
  type: 'GiveUpTellingVictim',
  notice,
  reason: 'Asked not to be told',
  at: parseInstant('2026-10-26T10:00:00.000Z'),
  by: 'officer',
})

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
