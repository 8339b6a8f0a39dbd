import fc from 'fast-check'
import { type Instant, parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { settingsAsShipped } from '../../src/casework/deadlines/settings.ts'
import { type MaterialCommand, materialRegister } from '../../src/casework/material/register.ts'
import { words } from './arbitrary-values.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'

const by = fc.constantFrom('officer', 'prosecutor')
const at: fc.Arbitrary<Instant> = fc
  .constantFrom('2026-10-24T22:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-12-24T23:59:59.999Z')
  .map(parseInstant)
const type = <Type extends string>(name: Type): fc.Arbitrary<Type> => fc.constant(name)

/** Mostly a word that no other has, so that the same change for the same reason stays rare. */
const reason = fc.oneof(
  { weight: 12, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom(' ', 'x'.repeat(2001)) },
)
const details = fc.record({
  kind: fc.constantFrom('statement', 'recording', 'medical'),
  title: fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom('', 'x'.repeat(201)) }),
  description: words,
  from: fc.constantFrom(null, 'a'),
  exhibitReference: fc.constantFrom(null, 'QE/1'),
})
const use = fc.constantFrom('undecided', 'evidence', 'unused', 'unused-sensitive', 'not-relevant')
const police = { agency: 'thames-valley-police', unit: 'investigations', name: 'Investigations' }
const request = fc.record({
  why: reason,
  dueOn: fc.constantFrom(null, '2026-12-24', '2026-12-31', '2026-10-23').map((day) => day && parseLocalDate(day)),
  asker: fc.constantFrom(
    { agency: 'thames-valley-police', name: 'Thames Valley Police' },
    { agency: 'cps-thames-and-chiltern', name: 'CPS Thames and Chiltern' },
  ),
  police: fc.constant(police),
})
const file = fc.record({
  name: fc.constantFrom('statement.pdf', 'Zoë “1”.png'),
  type: fc.constant('application/pdf'),
  bytes: fc.constant(1024),
  sha256: fc.constantFrom('aa', 'bb', 'cc', 'dd'),
  sealed: fc.constant('ee'),
  key: fc.constant('ff'),
})

const settings = fc.constant(settingsAsShipped)
const planItem = fc.record({
  referral: fc.constantFrom(1, 2),
  key: fc.constantFrom('A1', 'A2', 'A3'),
  dueOn: fc.constantFrom('2026-11-30', '2026-12-31').map(parseLocalDate),
  dueAt: fc.constantFrom('2026-11-30T23:59:59.999Z', '2026-12-31T23:59:59.999Z').map(parseInstant),
  duty: fc.constantFrom('0123456789abcdef0123', 'abcdef0123456789abcd'),
})
const planItemName = fc.record({ referral: fc.constantFrom(1, 2), key: fc.constantFrom('A1', 'A2', 'A3') })
const planAnswer = fc.oneof(
  fc.record({ state: fc.constant('received'), material: fc.constantFrom(null, 'M1', 'M2') }),
  fc.record({ state: fc.constantFrom('missing', 'refused', 'not-reasonable'), reason: fc.uuid() }),
)

const materialCommand = (caseId: string): fc.Arbitrary<MaterialCommand> => {
  const acted = { at, by }
  const on = { item: fc.constantFrom('M1', 'M2', 'M3'), ...acted }
  const id = fc.constant(caseId)
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: type('AddMaterial'),
        caseId: id,
        details,
        state: fc.constantFrom('received', 'received', 'missing', 'not-reasonable'),
        reason,
        use,
        useReason: reason,
        ...acted,
      }),
    },
    { weight: 3, arbitrary: fc.record({ type: type('RequestMaterial'), caseId: id, details, request, ...acted }) },
    fc.record({ type: type('AskAgain'), request, ...on }),
    fc.record({
      type: type('TakeRequestBack'),
      reason,
      agency: fc.constantFrom('thames-valley-police', 'cps-thames-and-chiltern'),
      ...on,
    }),
    fc.record({ type: type('ReceiveMaterial'), settings, ...on }),
    fc.record({
      type: type('ReportNotObtained'),
      state: fc.constantFrom('missing', 'refused', 'not-reasonable'),
      reason,
      ...on,
    }),
    fc.record({ type: type('MarkLost'), reason, ...on }),
    fc.record({ type: type('DecideUse'), use, reason, ...on }),
    fc.record({ type: type('CorrectMaterial'), details, reason, ...on }),
    fc.record({ type: type('WithdrawMaterial'), reason, ...on, item: fc.constantFrom('M1', 'M2', 'M3', 'M4', 'M9') }),
    fc.record({ type: type('AttachFile'), file, settings, ...on }),
    {
      weight: 3,
      arbitrary: fc.record({
        type: type('AskForPlan'),
        caseId: id,
        plan: planItem,
        kind: fc.constantFrom('statement', 'recording'),
        material: fc.constantFrom(null, 'M1', 'M2'),
        what: fc.constantFrom('The whole recording', `${'😀'.repeat(150)}\nof that day`),
        why: fc.uuid(),
        asker: fc.constant({ agency: 'cps-thames-and-chiltern', name: 'CPS Thames and Chiltern' }),
        ...acted,
      }),
    },
    fc.record({ type: type('NotePlanAnswer'), plan: planItemName, answer: planAnswer, ...acted }),
    fc.record({
      type: type('EndPlanRequest'),
      plan: planItemName,
      reason: fc.uuid(),
      stillNeeded: fc.boolean(),
      ...acted,
    }),
    fc.record({
      type: type('NotePolice'),
      police: fc.constantFrom(police, { agency: 'thames-valley-police', unit: 'roads', name: 'Roads policing' }),
      ...acted,
    }),
    fc.record({ type: type('WithdrawFile'), file: fc.constantFrom('F1', 'F2'), reason, ...on }),
  )
}

/** Commands of the register of a case's material. */
export const materialArbitraries: readonly Arbitrary[] = [arbitraryOf(materialRegister, materialCommand)]
