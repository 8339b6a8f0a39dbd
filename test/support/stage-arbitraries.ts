import fc from 'fast-check'
import type { Instant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import type { ProvedElement } from '../../src/casework/charging-review/charging-decision.ts'
import type { HeldMaterial } from '../../src/casework/material/held-material.ts'
import { words } from './arbitrary-values.ts'

export const type = <Type extends string>(name: Type): fc.Arbitrary<Type> => fc.constant(name)

/** Seldom enough that a form with a dozen answers is often complete. */
export const mostly = <Usual, Seldom>(usual: fc.Arbitrary<Usual>, seldom: fc.Arbitrary<Seldom>) =>
  fc.oneof<Array<fc.WeightedArbitrary<Usual | Seldom>>>(
    { weight: 50, arbitrary: usual },
    { weight: 1, arbitrary: seldom },
  )

export const wordsOrNone = mostly(words, fc.constant('  '))

export const position = mostly(fc.constantFrom('in-custody' as const), fc.constant('bailed' as const))

export const statement: HeldMaterial = {
  key: 'M1',
  kind: 'statement',
  title: 'Statement of the shop keeper',
  state: 'received',
  use: 'evidence',
  from: null,
}
const element = (key: string): fc.Arbitrary<ProvedElement> =>
  fc.record({
    key: fc.constant(key),
    words: fc.constant(`That ${key}`),
    own: fc.boolean(),
    material: mostly(fc.constant([statement]), fc.constant([])),
    none: mostly(fc.constant(false), fc.constant(true)),
    note: fc.constantFrom('', 'Seen on the recording'),
  })

const answered = mostly(
  fc.record({ answer: fc.constantFrom('yes' as const, 'in-part' as const, 'no' as const), note: wordsOrNone }),
  fc.constant(null),
)
const weighed = mostly(
  fc.record({
    answer: fc.constantFrom('for' as const, 'against' as const, 'not-relevant' as const),
    reasons: wordsOrNone,
  }),
  fc.constant(null),
)
const condition = fc.record({ met: mostly(fc.constant(true), fc.constant(false)), reasons: wordsOrNone })

/** The stages on one charge, in the order in which a careful prosecutor takes them. */
export const stagesOf = (ofCharge: {
  charge: fc.Arbitrary<string>
  at: fc.Arbitrary<Instant>
  by: fc.Arbitrary<string>
}) => [
  fc.record({
    type: type('ProveElements'),
    points: fc.constant({
      title: 'Theft',
      statute: 'Theft Act 1968',
      section: '1(1)',
      source: 'a test',
      confidence: 'unconfirmed' as const,
    }),
    elements: mostly(fc.tuple(element('appropriated'), element('dishonesty')), fc.constant([])),
    ...ofCharge,
  }),
  fc.record({
    type: type('AnswerQuestions'),
    questions: fc.record({ canBeUsed: answered, reliable: answered, credible: answered, otherMaterial: answered }),
    likelyDefence: wordsOrNone,
    ...ofCharge,
  }),
  fc.record({
    type: type('FindOnEvidence'),
    realisticProspect: mostly(fc.constant(true), fc.constant(false)),
    timing: fc.constantFrom('lines-pursued' as const, 'unlikely-to-change' as const),
    reasons: wordsOrNone,
    ...ofCharge,
  }),
  fc.record({
    type: type('WeighPublicInterest'),
    answers: fc.record({ a: weighed, b: weighed, c: weighed, d: weighed, e: weighed, f: weighed, g: weighed }),
    ...ofCharge,
  }),
  fc.record({
    type: type('ConcludeOnPublicInterest'),
    prosecutionRequired: mostly(fc.constant(true), fc.constant(false)),
    reasons: wordsOrNone,
    ...ofCharge,
  }),
  fc.record({
    type: type('ApplyThresholdTest'),
    position,
    bailRisk: wordsOrNone,
    conditions: fc.record({
      suspicion: condition,
      furtherEvidence: condition,
      seriousness: condition,
      bail: condition,
      publicInterest: condition,
    }),
    expected: mostly(fc.constant(['The phone']), fc.constant([])),
    custodyLimit: fc.constant(parseLocalDate('2026-12-20')),
    reviewOn: mostly(fc.constant(parseLocalDate('2026-11-20')), fc.constant(parseLocalDate('2026-12-20'))),
    ...ofCharge,
  }),
]
