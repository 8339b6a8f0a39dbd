import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { workOut } from '../deadlines/example.ts'
import { bailEndsOn } from './bail-period.ts'

const dueOn = (code: string, from: string, keys: Record<string, string> = {}) => workOut(code, from, keys).dueOn
const refused = (code: string) => ({ name: 'Refusal', code })

const vectors = [
  ['2026-01-10', '2026-04-10', '2026-07-10', '2026-10-10', '2027-01-10'],
  ['2026-05-31', '2026-08-31', '2026-11-30', '2027-02-28', '2027-05-31'],
  ['2025-11-29', '2026-02-28', '2026-05-29', '2026-08-29', '2026-11-29'],
  ['2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31', '2027-04-30'],
  ['2026-02-28', '2026-05-31', '2026-08-31', '2026-11-30', '2027-02-28'],
  ['2023-11-30', '2024-02-29', '2024-05-31', '2024-08-31', '2024-11-30'],
  ['2024-02-29', '2024-05-31', '2024-08-31', '2024-11-30', '2025-02-28'],
  ['2025-12-25', '2026-03-25', '2026-06-25', '2026-09-25', '2026-12-25'],
] as const
for (const [arrested, ...ends] of vectors) {
  test(`bail after an arrest on ${arrested} may last until ${ends.join(', ')}`, () => {
    const worked = [3, 6, 9, 12].map((months) => bailEndsOn(parseLocalDate(arrested), months))
    assert.deepEqual(worked, ends)
    assert.deepEqual(
      [
        dueOn('bail.initial-period', arrested),
        dueOn('bail.inspector-extension', arrested),
        dueOn('bail.superintendent-extension', arrested),
        dueOn('bail.court-extension', arrested),
      ],
      ends,
    )
  })
}

test('bail ends at the end of its last day, in summer an hour before midnight UTC', () => {
  assert.equal(workOut('bail.initial-period', '2026-01-10').dueAt, '2026-04-10T22:59:59.999Z')
})

test('the date of arrest chooses the limits: 28 days until 27 October 2022, 3 months from the day after', () => {
  const before = workOut('bail.initial-period', '2022-10-27')
  assert.deepEqual([before.dueOn, before.authority.rule], ['2022-11-24', 'bail.initial-period-2017'])
  assert.match(before.authority.edition ?? '', /2017/)
  const after = workOut('bail.initial-period', '2022-10-28')
  assert.deepEqual([after.dueOn, after.authority.rule], ['2023-01-28', 'bail.initial-period'])
})

test('under the limits of 2017 a superintendent may extend to 3 months, and there is no inspector’s extension', () => {
  assert.equal(dueOn('bail.superintendent-extension', '2021-03-10'), '2021-06-10')
  assert.throws(() => dueOn('bail.inspector-extension', '2021-03-10'), refused('bail.not-in-this-regime'))
  assert.throws(() => dueOn('bail.court-extension', '2021-03-10'), refused('bail.not-in-this-regime'))
})

test('an arrest on 2 April 2017 has no limit in statute; one on 3 April has', () => {
  assert.throws(() => dueOn('bail.initial-period', '2017-04-02'), refused('bail.no-limit-then'))
  assert.equal(dueOn('bail.initial-period', '2017-04-03'), '2017-05-01')
})

test('an FCA, HMRC, NCA or SFO case begins with 6 months and is extended once to 12', () => {
  for (const kind of ['fca', 'hmrc', 'nca', 'sfo']) {
    assert.equal(dueOn('bail.initial-period', '2026-01-10', { case: kind }), '2026-07-10')
    assert.equal(dueOn('bail.agency-extension', '2026-01-10', { case: kind }), '2027-01-10')
    assert.throws(
      () => dueOn('bail.inspector-extension', '2026-01-10', { case: kind }),
      refused('bail.standard-case-only'),
    )
  }
  assert.throws(
    () => dueOn('bail.agency-extension', '2026-01-10', { case: 'standard' }),
    refused('bail.agency-case-only'),
  )
})

test('a court may extend to 12, 18 or 24 months, by what came before and the nature of the work (s.47ZF)', () => {
  const court = (after: string, nature: string) => workOut('bail.court-extension', '2026-01-10', { after, nature })
  assert.equal(court('superintendent', 'ordinary').dueOn, '2027-01-10')
  assert.equal(court('superintendent', 'longer').dueOn, '2027-07-10')
  assert.equal(court('designated', 'ordinary').dueOn, '2027-07-10')
  assert.deepEqual(
    [court('agency', 'longer').dueOn, court('agency', 'longer').authority.confidence],
    ['2028-01-10', 'unconfirmed'],
  )
})

test('an exceptionally complex case may be extended to 12 months, and a court goes on from where bail ends', () => {
  assert.equal(dueOn('bail.designated-extension', '2026-01-10'), '2027-01-10')
  assert.equal(dueOn('bail.further-court-extension', '2027-01-10'), '2027-04-10')
  assert.equal(dueOn('bail.further-court-extension', '2026-11-30', { for: 'three' }), '2027-02-28')
  assert.equal(dueOn('bail.further-court-extension', '2027-01-10', { for: 'six' }), '2027-07-10')
})

test('a period that ends with a month because that is too short says that this is unconfirmed', () => {
  const confidence = (from: string) => workOut('bail.initial-period', from).authority.confidence
  assert.deepEqual(['2025-11-28', '2025-11-29', '2025-11-30'].map(confidence), [
    'unconfirmed',
    'unconfirmed',
    'confirmed',
  ])
  assert.match(
    workOut('bail.initial-period', '2025-11-29').working.steps.join('; '),
    /they end on Saturday 28 February 2026, the last day of a shorter month \(unconfirmed\)/,
  )
})

test('street bail was for 28 days until 27 October 2022 and is for three months from the day after', () => {
  assert.equal(dueOn('bail.street-bail', '2022-10-27'), '2022-11-24')
  assert.equal(dueOn('bail.street-bail', '2022-10-28'), '2023-01-28')
  assert.equal(dueOn('bail.street-bail', '2026-04-30'), '2026-07-31')
  assert.throws(() => dueOn('bail.street-bail', '2017-04-02'), refused('bail.no-limit-then'))
})

test('what came before a court’s extension is named as it is written', () => {
  const { working } = workOut('bail.court-extension', '2026-01-10', { after: 'agency' })
  assert.match(working.steps.join('; '), /after an extension in an FCA, HMRC, NCA or SFO case/)
})

test('the review of a suspect released under investigation is the area’s to set, and is marked unconfirmed', () => {
  const review = workOut('investigation.review-under-investigation', '2026-11-22')
  assert.deepEqual([review.dueOn, review.authority.confidence], ['2026-12-20', 'unconfirmed'])
})
