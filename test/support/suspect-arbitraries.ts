import fc from 'fast-check'
import { type Instant, addHours, parseInstant } from '../../src/calendar/instant.ts'
import { keptHolidays } from '../../src/calendar/kept-lists.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { settingsAsShipped } from '../../src/casework/deadlines/settings.ts'
import { parseAsn } from '../../src/casework/identifiers/asn.ts'
import { parseOffenceCode } from '../../src/casework/identifiers/offence-code.ts'
import { parsePncId } from '../../src/casework/identifiers/pnc-id.ts'
import type { ProposedCharge } from '../../src/casework/suspects/proposed-charge.ts'
import type { SuspectCommand } from '../../src/casework/suspects/suspect-commands.ts'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import type { OffenceFacts } from '../../src/casework/who-may-charge/offence-facts.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const by = 'officer'
/** Late enough that what is recorded lies before it; over the night in which the clocks go back. */
const at: fc.Arbitrary<Instant> = fc
  .constantFrom('2026-10-27T22:30:00.000Z', '2026-10-28T01:30:00.000Z', '2026-12-24T23:59:59.999Z')
  .map(parseInstant)
const begun = parseInstant('2026-10-24T20:00:00.000Z')
const moment: fc.Arbitrary<Instant> = fc.integer({ min: 0, max: 60 }).map((hours) => addHours(begun, hours))
const day = fc.constantFrom('2026-10-24', '2026-10-25', '2026-10-28').map(parseLocalDate)
const ends = fc.constantFrom('2026-11-20', '2027-01-24', '2027-04-24', '2027-07-24', '2028-01-01').map(parseLocalDate)
const words = fc.oneof(
  { weight: 12, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom(' ', 'x'.repeat(2001)) },
)
const type = <Type extends string>(name: Type): fc.Arbitrary<Type> => fc.constant(name)
const settings = fc.constant(settingsAsShipped)

const offence = {
  code: parseOffenceCode('TH68010'),
  title: 'Theft from a shop',
  listed: parseLocalDate('2026-06-17'),
}
const facts = fc.record<OffenceFacts>({
  modeOfTrial: fc.constantFrom('summary-only', 'either-way', 'indictable-only', null),
  retailTheft: fc.boolean(),
  summaryTimeLimit: fc.boolean(),
  longerTimeLimit: fc.constantFrom(null, 'proceedings.domestic-abuse-assault'),
  exclusions: fc.constantFrom([], [], ['harassment'] as const),
})
const assessment = {
  plea: fc.constantFrom('guilty', 'not-guilty', 'unknown'),
  suitable: fc.boolean(),
  longerLikely: fc.boolean(),
  exclusions: fc.constantFrom([], [], ['death'] as const),
}
const charge: fc.Arbitrary<Omit<ProposedCharge, 'key'>> = fc.record({
  offence: fc.constant(offence),
  from: day,
  to: fc.constantFrom('2026-10-25', '2026-10-28', '2026-12-31').map(parseLocalDate),
  where: words,
  particulars: words,
})
const key = fc.constantFrom('C1', 'C2', 'C3')
const keys = fc.subarray(['C1', 'C2'])
const notice = fc.constantFrom('tell-victim-1', 'tell-victim-2')
const how = fc.constantFrom('in-person', 'requisition')

const acted = { at, by: fc.constant(by) }

const custody: readonly fc.Arbitrary<SuspectCommand>[] = [
  fc.record({
    type: type('RecordArrest'),
    arrestedAt: moment,
    where: words,
    offences: fc.subarray([
      { ...offence, indictable: true },
      { ...offence, indictable: false },
    ]),
    asn: fc.constantFrom(null, parseAsn('1101ZD0100000410836V')),
    pncId: fc.constantFrom(null, parsePncId('1979/0163001B')),
    ...acted,
  }),
  fc.record({
    type: type('RecordNumbers'),
    asn: fc.constantFrom(null, parseAsn('1101ZD0100000448754K')),
    pncId: fc.constantFrom(null, parsePncId('2003/0000003Y')),
    ...acted,
  }),
  fc.record({ type: type('AuthoriseDetention'), arrivedAt: moment, authorisedAt: moment, grounds: words, ...acted }),
  fc.record({ type: type('ResumeDetention'), arrivedAt: moment, authorisedAt: moment, grounds: words, ...acted }),
  fc.record({ type: type('RecordReview'), heldAt: moment, whyLate: words, ...acted }),
  fc.record({ type: type('RecordTimeInHospital'), from: moment, to: moment, ...acted }),
  fc.record({ type: type('AuthoriseContinuedDetention'), authorisedAt: moment, reason: words, ...acted }),
  fc.record({
    type: type('RecordWarrant'),
    issuedAt: moment,
    hours: fc.constantFrom(1, 36, 37),
    until: fc.oneof(fc.constant(null), moment),
    reason: words,
    ...acted,
  }),
  fc.record({
    type: type('SetDetentionClock'),
    ground: fc.constantFrom('transfer', 'breach-of-bail'),
    relevantAt: moment,
    notCounted: fc.constantFrom(0, 180, -1),
    decidedBy: words,
    reason: words,
    ...acted,
  }),
  fc.record({
    type: type('RecordInterview'),
    kind: fc.constantFrom('voluntary', 'arrested'),
    startedAt: moment,
    where: words,
    record: fc.constantFrom('audio', 'written'),
    solicitor: fc.constantFrom('present', 'declined'),
    account: words,
    ...acted,
  }),
]

const releasing: readonly fc.Arbitrary<SuspectCommand>[] = [
  fc.record({
    type: type('ReleaseOnBail'),
    releasedAt: moment,
    caseKind: fc.constantFrom('standard', 'standard', 'sfo'),
    endsOn: ends,
    conditions: words,
    ...acted,
  }),
  fc.record({ type: type('ReleaseOnStreetBail'), releasedAt: moment, endsOn: ends, conditions: words, ...acted }),
  fc.record({
    type: type('SetBailEnd'),
    ground: fc.constantFrom('with-prosecutor', 'court-to-decide', 'wrong-date'),
    decidedBy: words,
    on: day,
    endsOn: ends,
    reason: words,
    ...acted,
  }),
  fc.record({
    type: type('ExtendBail'),
    authoriser: fc.constantFrom('inspector', 'superintendent', 'court', 'designated-officer'),
    on: day,
    endsOn: ends,
    reason: words,
    ...acted,
  }),
  fc.record({ type: type('ChangeBailConditions'), conditions: words, reason: words, ...acted }),
  fc.record({ type: type('ReleaseUnderInvestigation'), releasedAt: moment, reason: words, settings, ...acted }),
  fc.record({ type: type('ReviewUnderInvestigation'), on: day, outcome: words, settings, ...acted }),
  fc.record({ type: type('RecordRelease'), releasedAt: moment, ...acted }),
  fc.record({ type: type('TakeBackEntry'), entry: fc.integer({ min: 0, max: 6 }), reason: words, ...acted }),
]

const charging: readonly fc.Arbitrary<SuspectCommand>[] = [
  fc.record({ type: type('ProposeCharge'), charge, facts, ...acted }),
  fc.record({ type: type('WithdrawCharge'), key, reason: words, ...acted }),
  fc.record({ type: type('AssessWhoMayCharge'), ...assessment, ...acted }),
  fc.record({
    type: type('ChargeByPolice'),
    chargedAt: moment,
    how,
    byWhom: words,
    charges: keys,
    others: fc.constant([]),
    ...acted,
  }),
  fc.record({
    type: type('ChargeInEmergency'),
    chargedAt: moment,
    byWhom: words,
    charges: keys,
    others: fc.constant([]),
    authorisedBy: words,
    why: words,
    firstAppearance: day,
    ...acted,
  }),
  fc.record({ type: type('RecordEmergencyAnswer'), authorised: fc.boolean(), on: day, words, ...acted }),
  fc.record({ type: type('RecordCharged'), chargedAt: moment, how, byWhom: words, charges: keys, ...acted }),
  fc.record({
    type: type('PoliceNoFurtherAction'),
    ground: fc.constantFrom('evidential', 'public-interest', 'died', 'prevented'),
    reason: words,
    releasedAt: fc.oneof(fc.constant(null), moment),
    victims: fc.subarray([
      { person: 'a', victim: 'Victim 1', enhancedBy: [] },
      { person: 'b', victim: 'Victim 2', enhancedBy: ['under-18'] as const },
    ]),
    holidays: fc.constant(keptHolidays()),
    ...acted,
  }),
  fc.record({
    type: type('TellVictim'),
    notice,
    on: fc.constantFrom('2026-10-28', '2026-12-24').map(parseLocalDate),
    how: words,
    ...acted,
  }),
  fc.record({ type: type('GiveUpTellingVictim'), notice, reason: words, ...acted }),
  fc.record({
    type: type('NoteCharging'),
    step: fc.constantFrom('referred', 'referral-rejected', 'under-review', 'action-plan', 'administratively-finalised'),
    note: fc.constantFrom(null, 'Statements are missing'),
    ...acted,
  }),
  fc.record({
    type: type('NoteChargingDecision'),
    step: fc.constantFrom('charge-authorised', 'no-further-action-evidential', 'out-of-court', 'other-outcome'),
    facts: facts.map((one) => ({ [offence.code]: one })),
    charges: fc.constantFrom('C1', 'P1').map((charge) => [
      {
        key: charge,
        offence,
        from: parseLocalDate('2026-10-24'),
        to: parseLocalDate('2026-10-24'),
        where: 'A shop',
        particulars: 'Stole',
      },
    ]),
    decision: fc.constantFrom(1, 2),
    ...acted,
  }),
]

const suspectCommand = (id: string): fc.Arbitrary<SuspectCommand> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: type('NameSuspect'),
        caseId: fc.constant(id),
        number: fc.constant(1),
        person: fc.constant('p'),
        reason: words,
        force: fc.constant('thames-valley-police'),
        unit: fc.constantFrom(null, 'investigations'),
        dealtWithBy: fc.constant('Thames Valley Police'),
        crimeReference: fc.constantFrom(null, '43260900101'),
        ...acted,
      }),
    },
    fc.record({ type: type('CorrectSuspicion'), reason: words, why: words, ...acted }),
    fc.record({
      type: type('NoteResponsible'),
      unit: fc.constantFrom(null, 'investigations'),
      dealtWithBy: fc.constant('Thames Valley Police'),
      officer: fc.constantFrom(null, 'constable'),
      ...acted,
    }),
    fc.record({ type: fc.constantFrom('EliminateSuspect', 'BringBackSuspect'), reason: words, ...acted }),
    ...custody,
    ...releasing,
    ...charging,
  )

/** Commands of suspects, mostly in an order that comes to something. */
export const suspectArbitraries: readonly Arbitrary[] = [arbitraryOf(suspect, suspectCommand)]
