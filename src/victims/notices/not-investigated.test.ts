import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { EnhancedGround } from '../rights/enhanced-rights.ts'
import { victimToldBy, victimToldSooner } from './not-investigated.ts'

const dueOn = (decidedOn: string, enhanced: boolean) =>
  victimToldBy(parseLocalDate(decidedOn), enhanced ? ['intimidated'] : [], keptHolidays()).dueOn

test('a victim is told within 5 working days, and with enhanced rights within 1', () => {
  for (const [decidedOn, enhanced, due] of [
    ['2026-04-01', true, '2026-04-02'],
    ['2026-04-01', false, '2026-04-10'],
    ['2026-04-02', true, '2026-04-07'],
    ['2026-04-02', false, '2026-04-13'],
    ['2026-05-22', false, '2026-06-01'],
    ['2026-05-23', true, '2026-05-26'],
    ['2026-08-28', true, '2026-09-01'],
    ['2026-08-28', false, '2026-09-07'],
    ['2025-12-24', true, '2025-12-29'],
    ['2025-12-24', false, '2026-01-05'],
    ['2026-12-24', true, '2026-12-29'],
    ['2026-12-24', false, '2027-01-05'],
  ] as const) {
    assert.equal(dueOn(decidedOn, enhanced), due, `${decidedOn} ${enhanced ? 'enhanced' : 'standard'}`)
  }
})

test('the working says first which rights the victim had', () => {
  const { working, authority } = victimToldBy(parseLocalDate('2026-04-02'), ['under-18', 'vulnerable'], keptHolidays())
  assert.deepEqual(working.steps.slice(0, 3), [
    'enhanced rights: 1 working day after the decision',
    'day 0 = Thursday 2 April 2026',
    'Good Friday, weekend and Easter Monday do not count',
  ])
  assert.equal(authority.confidence, 'unconfirmed')
})

test('rights that become enhanced while the clock runs bring the date forward to the next working day, and never back', () => {
  const day = parseLocalDate
  const standing = victimToldBy(day('2026-04-01'), [], keptHolidays())
  const sooner = (changedOn: string, grounds: readonly EnhancedGround[] = ['vulnerable']) =>
    victimToldSooner(standing, day(changedOn), grounds, keptHolidays())
  assert.equal(standing.dueOn, '2026-04-10')
  assert.deepEqual([sooner('2026-04-02')?.startedOn, sooner('2026-04-02')?.dueOn], ['2026-04-01', '2026-04-07'])
  assert.equal(sooner('2026-04-08')?.dueOn, '2026-04-09')
  assert.equal(sooner('2026-04-09'), null, 'due on the same day')
  assert.equal(sooner('2026-04-14'), null, 'late already')
  assert.equal(sooner('2026-04-02', []), null)
})

test('a year whose bank holidays are not known is refused', () => {
  assert.throws(() => dueOn('2035-12-20', false), { name: 'Refusal', code: 'calendar.beyond-known-holidays' })
})
