import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { EnhancedGround } from '../rights/enhanced-rights.ts'
import { victimToldOfNoFurtherAction } from './no-further-action.ts'
import { victimToldOfNoCharge } from './not-charged.ts'

const clocks = [victimToldOfNoCharge, victimToldOfNoFurtherAction]

// Easter and Christmas, a month end and the end of a leap February: [decided, 1 working day, 5 working days].
const cases = [
  ['2026-04-01', '2026-04-02', '2026-04-10'],
  ['2026-04-02', '2026-04-07', '2026-04-13'],
  ['2026-05-22', '2026-05-26', '2026-06-01'],
  ['2026-08-28', '2026-09-01', '2026-09-07'],
  ['2026-12-24', '2026-12-29', '2027-01-05'],
  ['2025-12-24', '2025-12-29', '2026-01-05'],
  ['2026-01-30', '2026-02-02', '2026-02-06'],
  ['2028-02-28', '2028-02-29', '2028-03-06'],
] as const

test('no further action: a victim is told within 5 working days, and with enhanced rights within 1', () => {
  for (const clock of clocks) {
    const dueOn = (decidedOn: string, grounds: readonly EnhancedGround[]) =>
      clock(parseLocalDate(decidedOn), grounds, keptHolidays()).dueOn
    for (const [decidedOn, enhanced, standard] of cases) {
      assert.equal(dueOn(decidedOn, ['intimidated']), enhanced, decidedOn)
      assert.equal(dueOn(decidedOn, []), standard, decidedOn)
    }
  }
})

test('each date says under which rule it stands', () => {
  const rules = clocks.map((clock) => clock(parseLocalDate('2026-04-02'), [], keptHolidays()).authority.rule)
  assert.deepEqual(rules, ['victims.told-of-no-charge', 'victims.told-of-no-further-action'])
})
