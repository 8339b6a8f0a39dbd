import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { deadlineRuleOf } from '../deadlines/catalogue.ts'
import { workOut } from '../deadlines/example.ts'
import { readGiven } from '../deadlines/given.ts'
import { settingsAsShipped } from '../deadlines/settings.ts'

const dueAt = (code: string, from: string, keys: Record<string, string> = {}) => workOut(code, from, keys).dueAt
const dueOn = (code: string, from: string, keys: Record<string, string> = {}) => workOut(code, from, keys).dueOn

test('a report is recorded as a crime within 24 hours, counted over a clock change', () => {
  assert.equal(dueAt('investigation.crime-recording', '2026-11-20T09:00'), '2026-11-21T09:00:00.000Z')
  assert.equal(dueAt('investigation.crime-recording', '2026-10-24T12:00'), '2026-10-25T11:00:00.000Z')
})

test('a red referral is reviewed within 3 hours of receipt', () => {
  assert.equal(dueAt('charging.red-review', '2026-11-20T20:00'), '2026-11-20T23:00:00.000Z')
  assert.equal(dueAt('charging.red-review', '2026-10-25T00:00'), '2026-10-25T02:00:00.000Z')
})

test('the detention clock decides where it ends before the 3 hours, and not where it ends with them', () => {
  const due = (limit: string) => workOut('charging.red-review', '2026-11-20T20:00', { 'custody-limit': limit })
  assert.equal(due('2026-11-20T21:30').dueAt, '2026-11-20T21:30:00.000Z')
  assert.match(due('2026-11-20T21:30').working.steps.join('; '), /ends before that, and decides/)
  assert.equal(due('2026-11-20T23:00').dueAt, '2026-11-20T23:00:00.000Z')
  assert.equal(due('2026-11-21T05:00').dueAt, '2026-11-20T23:00:00.000Z')
})

test('green priority is 5 and green 28 calendar days from receipt; holidays count', () => {
  assert.equal(dueOn('charging.green-priority-review', '2026-04-02'), '2026-04-07')
  assert.equal(dueOn('charging.green-review', '2026-01-30'), '2026-02-27')
  assert.equal(dueOn('charging.green-review', '2024-02-01'), '2024-02-29')
})

test('a day with a time is taken as the day it is in London', () => {
  assert.equal(dueOn('charging.green-review', '2026-06-30T23:30Z'), '2026-07-29')
})

test('an action plan is answered within 28 days, or 7 when it is urgent', () => {
  assert.equal(dueOn('charging.action-plan-response', '2026-11-02'), '2026-11-30')
  assert.equal(dueOn('charging.action-plan-response', '2026-11-02', { urgency: 'urgent' }), '2026-11-09')
})

test('chasers go out after one month and after two, and administrative finalisation three after the first', () => {
  assert.equal(dueOn('charging.action-plan-chaser', '2026-01-31'), '2026-02-28')
  assert.equal(dueOn('charging.action-plan-chaser', '2026-01-31', { chaser: 'second' }), '2026-03-31')
  assert.equal(dueOn('charging.charge-chaser', '2026-11-15', { chaser: 'second' }), '2027-01-15')
  assert.equal(dueOn('charging.administrative-finalisation', '2026-11-30'), '2027-02-28')
})

test('a rejected referral is sent again within 7 days', () => {
  assert.equal(dueOn('charging.resubmission', '2026-12-24'), '2026-12-31')
})

test('an area’s own setting takes the place of the shipped one, and every such rule says that it is unconfirmed', () => {
  const rule = deadlineRuleOf('charging.green-review')!
  const read = readGiven(rule, { from: '2026-11-02' })
  assert.ok(read.ok)
  const settings = { ...settingsAsShipped, 'charging.green-review-days': 21 }
  assert.equal(rule.workOut(read.given, { holidays: keptHolidays(), settings }).dueOn, '2026-11-23')
  for (const name of Object.keys(settingsAsShipped)) {
    const named = [...deadlineCodes].filter((code) => deadlineRuleOf(code)?.rule.changedBy.includes(name))
    assert.ok(named.length > 0, name)
    for (const code of named) assert.equal(deadlineRuleOf(code)?.rule.confidence, 'unconfirmed', code)
  }
})

const deadlineCodes = [
  'charging.red-review',
  'charging.green-priority-review',
  'charging.green-review',
  'charging.resubmission',
  'charging.action-plan-response',
  'charging.action-plan-chaser',
  'charging.charge-chaser',
  'charging.administrative-finalisation',
  'investigation.review-under-investigation',
]
