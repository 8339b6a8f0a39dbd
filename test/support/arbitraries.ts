import fc from 'fast-check'
import { account } from '../../src/agencies/account.ts'
import { agency, agencyKinds } from '../../src/agencies/agency.ts'
import { apiArbitraries } from './api-arbitraries.ts'
import { holidaysFor, words, wordsOrNone } from './arbitrary-values.ts'
import { calendar } from '../../src/calendar/calendar.ts'
import { parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { installationPurpose } from '../../src/demonstration/purpose.ts'
import { undertaking } from '../../src/duties/undertaking/undertaking.ts'
import { erasure } from '../../src/platform/record/erasure.ts'
import { planDecider } from '../../src/plans/plan.ts'
import { chargingArbitraries } from './charging-arbitraries.ts'
import { caseworkArbitraries } from './casework-arbitraries.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'
import { pointsArbitraries } from './points-arbitraries.ts'
import { materialArbitraries } from './material-arbitraries.ts'
import { measureArbitraries } from './measure-arbitraries.ts'
import { referralArbitraries } from './referral-arbitraries.ts'
import { suspectArbitraries } from './suspect-arbitraries.ts'

const at = parseInstant('2026-04-07T09:30:00.000Z')
const by = 'test'

const erasures = arbitraryOf(
  erasure,
  (stream) =>
    fc.record({
      type: fc.constant('EraseStream'),
      stream: fc.constant(stream),
      reason: wordsOrNone,
      by: fc.constant(by),
      at: fc.constant(at),
    }),
  fc.constantFrom('person/a', 'person/b'),
)

const purposes = arbitraryOf(installationPurpose, () =>
  fc.record({ type: fc.constant('DeclarePurpose'), purpose: fc.constantFrom('demonstration', 'work') }),
)

const agencies = arbitraryOf(agency, (code) =>
  fc.oneof(
    fc.record({
      type: fc.constant('DeclareAgency'),
      code: fc.constant(code),
      name: words,
      kind: fc.constantFrom(...agencyKinds.slice(0, 2)),
    }),
    fc.record({
      type: fc.constant('DeclareUnit'),
      code: fc.constantFrom('one', 'two'),
      name: words,
      demonstration: fc.boolean(),
    }),
  ),
)

const roles = fc.constantFrom('prosecutor', 'administrator', 'area-administrator', 'no-such-role')
const reasoned = { reason: wordsOrNone, by: fc.constantFrom('a', by), at: fc.constant(at) }
const reaching = { ...reasoned, byAreaAdministrator: fc.boolean() }
const accounts = arbitraryOf(account, (id) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('AddAccount'),
        account: fc.constant(id),
        name: words,
        email: fc.constant(`${id}@area.example`),
        agency: fc.constantFrom('force', 'cps'),
        agencyKind: fc.constantFrom('police-force', 'cps-area'),
        unit: fc.constantFrom('one', null),
        by: fc.constant(by),
        at: fc.constant(at),
      }),
    },
    fc.record({ type: fc.constantFrom('GiveRole', 'TakeRole'), role: roles, ...reaching }),
    fc.record({
      type: fc.constant('MoveToUnit'),
      unit: fc.constantFrom('one', 'two', null),
      byAreaAdministrator: fc.boolean(),
      by: fc.constant(by),
      at: fc.constant(at),
    }),
    fc.record({
      type: fc.constant('CorrectPerson'),
      name: words,
      email: fc.constantFrom(`${id}@area.example`, `${id}@another.example`),
      ...reaching,
    }),
    fc.record({ type: fc.constantFrom('CloseAccount', 'ReopenAccount'), ...reaching }),
    fc.record({
      type: fc.constant('HandOverPassword'),
      byAreaAdministrator: fc.boolean(),
      by: fc.constant(by),
      at: fc.constant(at),
    }),
  ),
)

const calendars = arbitraryOf(
  calendar,
  () =>
    fc
      .record({
        first: fc.integer({ min: 2019, max: 2021 }),
        years: fc.integer({ min: 1, max: 3 }),
        day: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ first, years, day }) => ({
        type: 'LoadBankHolidays' as const,
        vintage: parseLocalDate(`2026-01-0${day}`),
        source: 'list.json',
        sha256: `${first}-${years}-${day}`,
        holidays: Array.from({ length: years }, (_, index) => holidaysFor(first + index)).flat(),
      })),
  fc.constant('england-and-wales'),
)

const objectives = fc.constantFrom('one', 'two', 'three')
const measures = fc.constantFrom('burglary', 'hate-crime')
const contents = fc.constantFrom('a', 'b', 'f')
const body = fc.constantFrom('pcc', 'pcc', 'pcc', 'another')
const plans = arbitraryOf(planDecider, (code) =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        type: fc.constant('DeclarePlan'),
        code: fc.constant(code),
        title: words,
        body: fc.constant('pcc'),
        startsOn: fc.constant(parseLocalDate('2024-04-01')),
        endsOn: fc.constantFrom(parseLocalDate('2029-03-31'), parseLocalDate('2023-03-31')),
        place: fc.constant('thames-valley'),
        source: words,
        note: words,
      }),
    },
    fc.record({
      type: fc.constant('StateObjective'),
      code: objectives,
      title: words,
      limb: fc.constantFrom('policing', null),
      by: body,
    }),
    fc.record({ type: fc.constant('LinkMeasure'), objective: objectives, measure: measures, by: body }),
    fc.record({
      type: fc.constant('UnlinkMeasure'),
      objective: objectives,
      measure: measures,
      reason: wordsOrNone,
      by: body,
    }),
    fc.record({ type: fc.constant('ExplainNoMeasure'), objective: objectives, reason: wordsOrNone, by: body }),
    fc.record({ type: fc.constant('SetOutContent'), content: contents, text: words, source: words, by: body }),
    fc.record({ type: fc.constant('WithdrawContent'), content: contents, reason: wordsOrNone, by: body }),
  ),
)

const days = fc.constantFrom('2026-03-30', '2026-04-02', '2026-04-07', '2026-05-04').map(parseLocalDate)
const promised = fc.record({
  kind: fc.constantFrom('undertaking', 'statutory'),
  what: wordsOrNone,
  owedBy: fc.record({ agency: fc.constant('force'), name: words }),
  owedTo: fc.record({ name: words }),
  public: fc.boolean(),
  source: fc.constant({
    instrument: 'Minutes',
    section: null,
    edition: null,
    checkedOn: null,
    confidence: 'unconfirmed' as const,
  }),
  startedOn: days,
})
const basis = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('2026-04-02', '2026-05-05', '2026-06-01')
      .map((dueOn) => ({ kind: 'fixed-date' as const, dueOn: parseLocalDate(dueOn) })),
  },
  // No holidays are known, so a count of working days is refused: a command may be wrong.
  fc.constant({ kind: 'working-days' as const, workingDays: 5 }),
)
const acted = { at: fc.constant(at), by: fc.constant(by) }
const undertakings = arbitraryOf(undertaking, (id) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('Undertake'), id: fc.constant(id), promised, basis, ...acted }),
    },
    fc.record({ type: fc.constant('CorrectDuty'), promised, basis, reason: wordsOrNone, ...acted }),
    fc.record({ type: fc.constant('MeetDuty'), on: days, how: words, ...acted }),
    fc.record({ type: fc.constantFrom('WaiveDuty', 'ReopenDuty'), reason: wordsOrNone, ...acted }),
  ),
)

/**
 * Random commands for each kind of stream, made with `arbitraryOf`. Add one when you add a decider: the test of all
 * deciders fails for a kind that has none.
 */
export const arbitraries: readonly Arbitrary[] = [
  erasures,
  purposes,
  agencies,
  accounts,
  calendars,
  plans,
  undertakings,
  ...apiArbitraries,
  ...caseworkArbitraries,
  ...chargingArbitraries,
  ...pointsArbitraries,
  ...materialArbitraries,
  ...measureArbitraries,
  ...referralArbitraries,
  ...suspectArbitraries,
]
