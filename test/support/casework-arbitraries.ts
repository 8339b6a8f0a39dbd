import fc from 'fast-check'
import { keptHolidays } from '../../src/calendar/kept-lists.ts'
import { type Instant, parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { type InvestigationCommand, investigation } from '../../src/casework/investigation/investigation.ts'
import { parseClockTime } from '../../src/casework/investigation/clock-time.ts'
import { parseOffenceCode } from '../../src/casework/identifiers/offence-code.ts'
import { type PersonCommand, person } from '../../src/casework/people/person.ts'
import { words } from './arbitrary-values.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const by = 'officer'
const at: fc.Arbitrary<Instant> = fc
  .constantFrom('2026-10-24T22:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-12-24T23:59:59.999Z')
  .map(parseInstant)
const day = fc.constantFrom('2026-10-22', '2026-10-23', '2026-10-24').map(parseLocalDate)
/** Mostly a word that no other has, so that the same decision for the same reason stays rare. */
const reason = fc.oneof(
  { weight: 12, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom(' ', 'x'.repeat(2001)) },
)
const told = fc
  .oneof(
    { weight: 6, arbitrary: fc.constant('2026-12-24') },
    { weight: 1, arbitrary: fc.constantFrom('2026-10-23', '2026-12-31') },
  )
  .map(parseLocalDate)

const allegation = fc.record({
  force: fc.oneof(
    { weight: 12, arbitrary: fc.constant('thames-valley-police') },
    { weight: 1, arbitrary: fc.constant('') },
  ),
  dealtWithBy: fc.constant('Thames Valley Police'),
  reportedAt: fc.constant(parseInstant('2026-10-24T20:00:00.000Z')),
  reporter: fc.constantFrom(null, 'a', 'd'),
  victims: fc.subarray([
    { person: 'a', enhancedBy: [] },
    { person: 'b', enhancedBy: ['under-18', 'vulnerable'] as const },
    { person: 'c', enhancedBy: [] },
  ]),
  what: reason,
  where: words,
  from: day,
  to: fc.oneof(
    { weight: 6, arbitrary: fc.constant(parseLocalDate('2026-10-24')) },
    { weight: 1, arbitrary: fc.constant(parseLocalDate('2026-10-21')) },
  ),
  suspectedOffence: fc.constantFrom(null, {
    code: parseOffenceCode('TH68006'),
    title: 'Theft of pedal cycle',
    listed: parseLocalDate('2026-06-17'),
  }),
})

const notice = fc.constantFrom('tell-victim-1', 'tell-victim-2', 'tell-victim-3')
const holidays = fc.constant(keptHolidays())
const type = <Type extends string>(name: Type): fc.Arbitrary<Type> => fc.constant(name)

const reportCommand = (id: string): fc.Arbitrary<InvestigationCommand> => {
  const acted = { at, by: fc.constant(by) }
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: type('RecordAllegation'), id: fc.constant(id), allegation, ...acted }) },
    fc.record({
      type: type('RecordAsCrime'),
      crimeReference: fc.constantFrom('43260900101', '43260900102', ''),
      reason,
      ...acted,
    }),
    fc.record({ type: type('RecordAsNoCrime'), reason, ...acted }),
    fc.record({ type: type('DecideToInvestigate'), how: reason, reason, ...acted }),
    fc.record({ type: type('DecideNotToInvestigate'), reason, holidays, ...acted }),
    fc.record({ type: type('TellVictim'), notice, on: told, how: reason, ...acted }),
    fc.record({ type: type('GiveUpTellingVictim'), notice, reason, ...acted }),
  )
}

const enhancedBy = fc.subarray(['under-18', 'vulnerable'] as const)
const someone = fc.constantFrom('a', 'b', 'c', 'd')
const colleague = fc.constantFrom(null, 'officer', 'ash', 'birch')
const needs = fc.constantFrom(null, 'Interpreter', 'x'.repeat(2001))

const peopleCommand = (): fc.Arbitrary<InvestigationCommand> => {
  const acted = { person: someone, reason, at, by: fc.constant(by) }
  return fc.oneof(
    fc.record({ type: type('AddVictim'), enhancedBy, holidays, ...acted }),
    fc.record({ type: type('TakeOutVictim'), ...acted }),
    fc.record({ type: type('ChangeVictimRights'), enhancedBy, holidays, ...acted }),
    fc.record({ type: type('AddWitness'), willing: fc.boolean(), needs, ...acted }),
    fc.record({ type: type('TakeOutWitness'), ...acted }),
    fc.record({ type: type('ChangeWitness'), willing: fc.boolean(), needs, ...acted }),
    fc.record({ type: type('NoteWitnessWithdrawn'), ...acted }),
  )
}

/** Each case has URNs of its own: that two cases have one is refused by the table, not by the decider. */
const urnsOf = (id: string) =>
  fc.constantFrom(`43A${id.charAt(0).toUpperCase()}1234526`, `43B${id.charAt(0).toUpperCase()}1234526`, '43')

const responsibleCommand = (id: string): fc.Arbitrary<InvestigationCommand> => {
  const acted = { reason, at, by: fc.constant(by) }
  const agency = fc.constantFrom('thames-valley-police', 'cps-thames-and-chiltern')
  const unit = fc.constantFrom(null, 'investigations')
  return fc.oneof(
    fc.record({ type: type('GiveUrn'), urn: urnsOf(id), ...acted }),
    fc.record({ type: type('NameOperation'), operation: fc.constantFrom(null, 'Larch'), at, by: fc.constant(by) }),
    fc.record({
      type: type('AssignCase'),
      unit,
      dealtWithBy: words,
      officer: colleague,
      supervisor: colleague,
      ...acted,
    }),
    fc.record({ type: type('ShareCase'), agency, why: words, at, by: fc.constant(by) }),
    fc.record({ type: type('RestrictCase'), agency, accounts: fc.subarray(['officer', 'ash', 'birch']), ...acted }),
    fc.record({ type: type('LiftRestriction'), agency, ...acted }),
    fc.record({
      type: type('NameReadersAnew'),
      agency,
      left: fc.subarray(['officer', 'ash', 'birch']),
      accounts: fc.subarray(['officer', 'elm']),
      ...acted,
    }),
  )
}

const line = {
  what: reason,
  direction: fc.constantFrom('towards', 'away', 'both'),
  who: colleague,
  dueOn: fc.constantFrom(null, '2026-10-24', '2026-12-28').map((text) => text && parseLocalDate(text)),
} as const

const inquiryCommand = (): fc.Arbitrary<InvestigationCommand> => {
  const acted = { at, by: fc.constant(by) }
  const number = fc.constantFrom(1, 2, 3)
  const outcome = fc.constantFrom('pursued', 'not-pursued')
  return fc.oneof(
    fc.record({ type: type('WritePlan'), objectives: fc.array(words, { maxLength: 3 }), strategy: reason, ...acted }),
    { weight: 2, arbitrary: fc.record({ type: type('AddLine'), ...line, ...acted }) },
    fc.record({ type: type('ChangeLine'), number, ...line, reason, ...acted }),
    fc.record({ type: type('CloseLine'), number, outcome, words: reason, ...acted }),
    fc.record({ type: type('ReopenLine'), number, reason, ...acted }),
  )
}

const correction = allegation.map(({ reportedAt, what, where, from, to, suspectedOffence }) => ({
  reportedAt,
  what,
  where,
  from,
  to,
  fromTime: parseClockTime('14:30'),
  suspectedOffence,
}))

const investigationCommand = (id: string): fc.Arbitrary<InvestigationCommand> =>
  fc.oneof(
    { weight: 4, arbitrary: reportCommand(id) },
    fc.record({ type: type('CorrectAllegation'), facts: correction, reason, at, by: fc.constant(by) }),
    { weight: 3, arbitrary: peopleCommand() },
    { weight: 2, arbitrary: responsibleCommand(id) },
    { weight: 2, arbitrary: inquiryCommand() },
  )

const detail = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(null, 'Quince Example', 'Tansy Example') },
  { weight: 1, arbitrary: fc.constantFrom(' ', 'x'.repeat(201)) },
)
const details = fc.record({
  name: detail,
  organisation: fc.constantFrom(null, 'Example Stores'),
  dateOfBirth: fc.constantFrom(null, '1990-02-28', '1990-02-27').map((text) => text && parseLocalDate(text)),
  phone: detail,
  email: fc.constant(null),
  address: detail,
  contactNote: detail,
})

const personCommand = (id: string): fc.Arbitrary<PersonCommand> =>
  fc.oneof(
    fc.record({ type: type('RecordPerson'), id: fc.constant(id), details, at, by: fc.constant(by) }),
    fc.record({
      type: type('CorrectPerson'),
      details,
      reason,
      caseId: fc.constantFrom('one', 'two'),
      at,
      by: fc.constant(by),
    }),
    fc.record({ type: type('NoteTold'), told: details, at, by: fc.constant(by) }),
  )

/** Commands of cases and of the people in them. */
export const caseworkArbitraries: readonly Arbitrary[] = [
  arbitraryOf(investigation, investigationCommand),
  arbitraryOf(person, personCommand),
]
