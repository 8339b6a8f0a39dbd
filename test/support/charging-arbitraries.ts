import fc from 'fast-check'
import { keptHolidays } from '../../src/calendar/kept-lists.ts'
import { type Instant, parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { chargingReview } from '../../src/casework/charging-review/charging-review.ts'
import { chargeOutcomeKeys } from '../../src/casework/charging-review/outcomes.ts'
import type { ReviewCommand } from '../../src/casework/charging-review/review-commands.ts'
import { settingsAsShipped } from '../../src/casework/deadlines/settings.ts'
import { parseOffenceCode } from '../../src/casework/identifiers/offence-code.ts'
import type { VictimToTell } from '../../src/casework/suspects/suspect-commands.ts'
import { factsOf } from '../../src/casework/who-may-charge/facts-of-offences.ts'
import type { ProposedCharge } from '../../src/casework/suspects/proposed-charge.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'
import { mostly, position, stagesOf, statement, type, wordsOrNone } from './stage-arbitraries.ts'

const listed = parseLocalDate('2026-06-17')
const theft = { code: parseOffenceCode('TH68010'), title: 'Theft from a shop', listed }
const assault = { code: parseOffenceCode('CJ88116'), title: 'Assault by beating', listed }
const day = parseLocalDate('2026-10-20')
const at: fc.Arbitrary<Instant> = fc.constant(parseInstant('2026-10-24T22:30:00.000Z'))
const by = fc.constantFrom('prosecutor', 'another-prosecutor')

const proposed = (key: string, offence: ProposedCharge['offence']): ProposedCharge => ({
  key,
  offence,
  from: day,
  to: day,
  where: 'Example Road',
  particulars: 'Took a bottle',
})

const charges = fc.constantFrom(
  [proposed('C1', theft)],
  [proposed('C1', theft)],
  [proposed('C1', theft), proposed('C2', assault)],
)
const charge = mostly(fc.constantFrom('C1', 'C1', 'C1', 'C2'), fc.constantFrom('P1', 'C9'))
const worded = fc.record({
  offence: fc.constantFrom(theft, assault),
  from: fc.constant(day),
  to: mostly(fc.constant(day), fc.constant(parseLocalDate('2026-10-19'))),
  where: fc.constantFrom('Example Road', 'Another Road'),
  particulars: wordsOrNone,
})

const ofCharge = { charge, at, by }
const ofSuspect = { at, by }

const opening = (id: string): fc.Arbitrary<ReviewCommand> =>
  fc.record({
    type: type('OpenReview'),
    caseId: fc.constant(id),
    number: fc.constant(1),
    suspect: fc.record({
      number: fc.constant(1),
      person: fc.constant('person-1'),
      position,
      detentionEndsAt: fc.constant(null),
      bailEndsOn: fc.constant(null),
      asn: fc.constant(null),
      charges,
    }),
    force: fc.constant('thames-valley-police'),
    prosecutors: fc.constant('cps-thames-and-chiltern'),
    unit: fc.constant('charging'),
    owner: fc.constantFrom(null, 'prosecutor'),
    referral: fc.constantFrom(1, 1, 1, 2),
    category: fc.constant('green'),
    at,
    by: fc.constant('assistant'),
  })

const proposal = (of: typeof ofCharge) =>
  fc.record({
    type: type('ProposeOutcome'),
    outcome: fc.oneof(
      { weight: 4, arbitrary: fc.constant('charge' as const) },
      { weight: 2, arbitrary: fc.constantFrom(...chargeOutcomeKeys) },
    ),
    test: fc.oneof(
      { weight: 3, arbitrary: fc.constant('full-code-test' as const) },
      { weight: 1, arbitrary: fc.constant('threshold-test' as const) },
    ),
    reasons: wordsOrNone,
    ...of,
  })

const notes = fc.record({
  type: type('WriteNotes'),
  notes: fc.record({
    alternatives: wordsOrNone,
    instructions: wordsOrNone,
    witnesses: wordsOrNone,
    monitoring: fc.constantFrom([], ['Domestic abuse']),
  }),
  reviewType: mostly(fc.constant('IR' as const), fc.constant(null)),
  ...ofSuspect,
})

const declaration = fc.record({ type: type('DeclareDisclosure'), effect: wordsOrNone, ...ofSuspect })

const victim = (number: number, enhancedBy: VictimToTell['enhancedBy']): VictimToTell => ({
  person: `person-v${number}`,
  victim: `Victim ${number}`,
  enhancedBy,
})

const decision = fc.record({
  type: type('Decide'),
  role: fc.constant('Prosecutor'),
  position,
  material: mostly(fc.constant([statement]), fc.constantFrom([], [{ ...statement, state: 'missing' as const }])),
  victims: fc.constantFrom([], [victim(1, ['vulnerable'])], [victim(1, []), victim(2, [])]),
  holidays: fc.constant(keptHolidays()),
  settings: fc.constant(settingsAsShipped),
  facts: fc.constant(factsOf([theft.code, assault.code])),
  ...ofSuspect,
})

const telling = fc.record({
  type: type('TellVictim'),
  notice: fc.constantFrom('tell-victim-1', 'tell-victim-2', 'tell-victim-9'),
  on: fc.constantFrom(parseLocalDate('2026-10-24'), parseLocalDate('2026-10-23'), parseLocalDate('2026-10-25')),
  how: wordsOrNone,
  ...ofSuspect,
})

const givingUp = fc.record({
  type: type('GiveUpTellingVictim'),
  notice: fc.constantFrom('tell-victim-1', 'tell-victim-2'),
  reason: wordsOrNone,
  ...ofSuspect,
})

const reconsidering = fc.record({
  type: type('Reconsider'),
  ground: fc.constantFrom('wrong-on-review' as const, 'new-evidence' as const),
  reasons: wordsOrNone,
  ...ofSuspect,
})

const fullReview = fc.record({ type: type('BeginFullReview'), ...ofSuspect })

/** Random commands of one review. The stages come most often, so that some reviews are complete and are decided. */
export const reviewCommand = (id: string): fc.Arbitrary<ReviewCommand> =>
  fc.oneof(
    { weight: 4, arbitrary: opening(id) },
    ...stagesOf(ofCharge).map((arbitrary) => ({ weight: 6, arbitrary })),
    { weight: 6, arbitrary: proposal(ofCharge) },
    { weight: 4, arbitrary: notes },
    { weight: 4, arbitrary: declaration },
    { weight: 10, arbitrary: decision },
    fc.record({ type: type('TakePublicInterestFirst'), reasons: wordsOrNone, ...ofCharge }),
    fc.record({ type: type('AddCharge'), worded, reasons: wordsOrNone, ...ofSuspect }),
    fc.record({ type: type('ChangeCharge'), worded, reasons: wordsOrNone, ...ofCharge }),
    fc.record({ type: type('NotPursueCharge'), reasons: wordsOrNone, ...ofCharge }),
    fc.record({ type: type('PursueChargeAgain'), reasons: wordsOrNone, ...ofCharge }),
    fc.record({
      type: type('NameVictims'),
      victims: fc.constantFrom([], ['person-v1'], ['person-v2', 'person-v1']),
      known: fc.constantFrom(['person-v1', 'person-v2'], ['person-v1']),
      ...ofCharge,
    }),
    reconsidering,
    fullReview,
    telling,
    givingUp,
    fc.record({
      type: type('ReassignReview'),
      owner: fc.constantFrom(null, 'prosecutor', 'another-prosecutor'),
      reason: wordsOrNone,
      ...ofSuspect,
    }),
    fc.record({ type: type('FinaliseAdministratively'), reason: wordsOrNone, ...ofSuspect }),
    fc.record({ type: type('Reopen'), reason: wordsOrNone, ...ofSuspect }),
  )

/**
 * A review from its opening through two decisions, as a careful prosecutor takes it, with steps left out here and
 * there and other commands in between: purely random ones hardly ever come as far as a decision.
 */
export function reviewSession(id: string): fc.Arbitrary<ReviewCommand[]> {
  const first = { ...ofCharge, charge: fc.constant('C1') }
  const review: ReadonlyArray<fc.Arbitrary<ReviewCommand>> = [
    ...stagesOf(first),
    proposal(first),
    notes,
    declaration,
    decision,
  ]
  const steps = [opening(id), ...review, reconsidering, fullReview, ...review]
  const between = fc.oneof(
    { weight: 8, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: reviewCommand(id).map((one) => [one]) },
  )
  const taken = steps.map((step) =>
    fc.tuple(
      mostly(
        step.map((one) => [one]),
        fc.constant([]),
      ),
      between,
    ),
  )
  return fc.tuple(...taken).map((all) => all.flatMap(([step, others]) => [...step, ...others]))
}

/** Commands of charging reviews. */
export const chargingArbitraries: readonly Arbitrary[] = [arbitraryOf(chargingReview, reviewCommand)]
