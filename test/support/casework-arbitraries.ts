import fc from 'fast-check'
import { keptHolidays } from '../../src/calendar/kept-lists.ts'
import { type Instant, parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { type InvestigationCommand, investigation } from '../../src/casework/investigation/investigation.ts'
import { parseOffenceCode } from '../../src/casework/identifiers/offence-code.ts'
import { type PersonCommand, person } from '../../src/casework/people/person.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const by = 'officer'
const at: fc.Arbitrary<Instant> = fc
  .constantFrom('2026-10-24T22:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-12-24T23:59:59.999Z')
  .map(parseInstant)
const words = fc.constantFrom(' ', 'A camera faces the rack', 'x'.repeat(2001))
const day = fc.constantFrom('2026-10-23', '2026-10-24', '2026-10-25', '2026-12-24').map(parseLocalDate)

const allegation = fc.record({
  force: fc.constantFrom('', 'thames-valley-police'),
  dealtWithBy: fc.constant('Thames Valley Police'),
  reportedAt: at,
  reporter: fc.constantFrom(null, 'a', 'd'),
  victims: fc.array(
    fc.record({
      person: fc.constantFrom('a', 'b', 'c'),
      enhancedBy: fc.constantFrom([], ['under-18', 'vulnerable'] as const),
    }),
    { maxLength: 3 },
  ),
  what: words,
  where: fc.constant('Bletchley'),
  from: day,
  to: day,
  suspectedOffence: fc.constantFrom(null, {
    code: parseOffenceCode('TH68006'),
    title: 'Theft of pedal cycle',
    listed: parseLocalDate('2026-06-17'),
  }),
})

const notice = fc.constantFrom('tell-victim-1', 'tell-victim-2', 'tell-victim-3')
const holidays = fc.constant(keptHolidays())
const type = <Type extends string>(name: Type): fc.Arbitrary<Type> => fc.constant(name)

const investigationCommand = (id: string): fc.Arbitrary<InvestigationCommand> => {
  const acted = { at, by: fc.constant(by) }
  const reason = words
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: type('RecordAllegation'), id: fc.constant(id), allegation, ...acted }) },
    fc.record({
      type: type('RecordAsCrime'),
      crimeReference: fc.constantFrom('', '43260900101', '43260900102'),
      reason,
      ...acted,
    }),
    fc.record({ type: type('RecordAsNoCrime'), reason, ...acted }),
    fc.record({ type: type('DecideToInvestigate'), how: words, reason, ...acted }),
    fc.record({ type: type('DecideNotToInvestigate'), reason, holidays, ...acted }),
    fc.record({ type: type('TellVictim'), notice, on: day, how: words, ...acted }),
    fc.record({ type: type('GiveUpTellingVictim'), notice, reason, ...acted }),
  )
}

const detail = fc.constantFrom(null, ' ', 'Quince Example', 'x'.repeat(201))
const details = fc.record({
  name: detail,
  organisation: fc.constantFrom(null, 'Example Stores'),
  dateOfBirth: fc.constantFrom(null, '1990-02-28', '2030-01-01').map((text) => text && parseLocalDate(text)),
  phone: detail,
  email: fc.constant(null),
  address: detail,
  contactNote: detail,
})

const personCommand = (id: string): fc.Arbitrary<PersonCommand> =>
  fc.oneof(
    fc.record({ type: type('RecordPerson'), id: fc.constant(id), details, at, by: fc.constant(by) }),
    fc.record({ type: type('CorrectPerson'), details, reason: words, at, by: fc.constant(by) }),
  )

/** Commands of cases and of the people in them. */
export const caseworkArbitraries: readonly Arbitrary[] = [
  arbitraryOf(investigation, investigationCommand),
  arbitraryOf(person, personCommand),
]
