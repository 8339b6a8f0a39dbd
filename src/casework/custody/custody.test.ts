import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addHours, parseInstant } from '../../calendar/instant.ts'
import { workOut } from '../deadlines/example.ts'
import { endOfDetention, nextReviewDue, relevantTime, timeLeft } from './detention-clock.ts'

const at = parseInstant
const dueAt = (code: string, from: string, keys: Record<string, string> = {}) => workOut(code, from, keys).dueAt
const refused = (code: string) => ({ name: 'Refusal', code })

test('the first review is due 6 hours after detention was authorised (PACE s.40(3)(a))', () => {
  assert.equal(dueAt('custody.first-review', '2026-11-20T14:10'), '2026-11-20T20:10:00.000Z')
})

test('a later review is due 9 hours after the one before, early or not (PACE s.40(3)(b))', () => {
  assert.equal(dueAt('custody.later-review', '2026-11-20T18:00'), '2026-11-21T03:00:00.000Z')
})

test('a review held late does not move the next, and that is marked as unconfirmed', () => {
  const late = workOut('custody.later-review', '2026-11-20T21:00', { due: '2026-11-20T20:10' })
  assert.equal(late.dueAt, '2026-11-21T05:10:00.000Z')
  assert.equal(late.authority.confidence, 'unconfirmed')
  const early = workOut('custody.later-review', '2026-11-20T18:00', { due: '2026-11-20T20:10' })
  assert.deepEqual([early.dueAt, early.authority.confidence], ['2026-11-21T03:00:00.000Z', 'confirmed'])
})

test('reviews follow from the authorisation and from those that were held', () => {
  const authorised = at('2026-11-20T14:10:00.000Z')
  assert.equal(nextReviewDue(authorised, []), '2026-11-20T20:10:00.000Z')
  assert.equal(nextReviewDue(authorised, [at('2026-11-20T18:00:00.000Z')]), '2026-11-21T03:00:00.000Z')
  const late = [at('2026-11-20T21:00:00.000Z'), at('2026-11-21T05:10:00.000Z')]
  assert.equal(nextReviewDue(authorised, late), '2026-11-21T14:10:00.000Z')
})

test('the relevant time is the arrival, or 24 hours after the arrest when that is earlier (PACE s.41(2))', () => {
  const arrivedAt = at('2026-11-24T11:00:00.000Z')
  const relevant = (arrestedAt: string) => relevantTime({ arrivedAt, arrestedAt: at(arrestedAt), pausedMinutes: 0 })
  assert.equal(relevant('2026-11-24T10:00:00.000Z'), arrivedAt)
  assert.equal(relevant('2026-11-23T11:00:00.000Z'), arrivedAt)
  assert.equal(relevant('2026-11-23T10:59:00.000Z'), '2026-11-24T10:59:00.000Z')
})

const limits = [
  ['custody.detention-without-charge', '2026-11-24T09:00', '2026-11-25T09:00:00.000Z'],
  ['custody.continued-detention', '2026-11-24T09:00', '2026-11-25T21:00:00.000Z'],
  ['custody.warrant-of-further-detention', '2026-11-24T09:00', '2026-11-27T09:00:00.000Z'],
  ['custody.longest-detention', '2026-11-24T09:00', '2026-11-28T09:00:00.000Z'],
] as const
for (const [code, from, due] of limits) {
  test(`${code} from ${from} ends at ${due}`, () => assert.equal(dueAt(code, from), due))
}

test('24 hours over the night the clocks go back end an hour earlier on the wall, and forward an hour later', () => {
  const back = workOut('custody.detention-without-charge', '2026-10-24T12:00')
  assert.match(back.working.steps.join('; '), /clocks go back .*; in time until Sunday 25 October 2026 at 11am GMT/)
  const forward = workOut('custody.detention-without-charge', '2026-03-28T12:00')
  assert.match(forward.working.steps.join('; '), /clocks go forward .*; in time until Sunday 29 March 2026 at 1pm BST/)
})

test('minutes in hospital are added, and the answer then says that it is unconfirmed', () => {
  const { dueAt, authority } = workOut('custody.detention-without-charge', '2026-11-24T12:00', { paused: '90' })
  assert.deepEqual([dueAt, authority.confidence], ['2026-11-25T13:30:00.000Z', 'unconfirmed'])
})

test('a superintendent may authorise 36 hours for an indictable offence and not for a summary one (PACE s.42(1)(b))', () => {
  const keys = (offence: string) => ({ offence })
  assert.equal(dueAt('custody.continued-detention', '2026-11-24T09:00', keys('TH68010')), '2026-11-25T21:00:00.000Z')
  assert.throws(
    () => dueAt('custody.continued-detention', '2026-11-24T09:00', keys('CJ88116')),
    refused('custody.offence-not-indictable'),
  )
  assert.throws(
    () => dueAt('custody.continued-detention', '2026-11-24T09:00', keys('ZZ99999')),
    refused('custody.unknown-offence'),
  )
})

test('the authority is given after the second review and within the 24 hours (PACE s.42(4))', () => {
  const { working } = workOut('custody.continued-detention', '2026-11-24T09:00', {
    'second-review': '2026-11-24T23:30',
  })
  assert.match(
    working.steps.join('; '),
    /not before Tuesday 24 November 2026 at 11:30pm GMT and by Wednesday 25 November 2026 at 9am GMT/,
  )
  assert.throws(
    () => dueAt('custody.continued-detention', '2026-11-24T09:00', { 'second-review': '2026-11-25T09:01' }),
    refused('custody.out-of-order'),
  )
})

test('a warrant runs for 36 hours from its issue, so what was left of the 36 hours before is lost', () => {
  const from = '2026-11-24T09:00'
  const issued = { issued: '2026-11-25T17:00' }
  assert.equal(dueAt('custody.warrant-of-further-detention', from, issued), '2026-11-27T05:00:00.000Z')
})

test('a warrant ends with the 96 hours, one minute short of them it may begin, and at their end no more', () => {
  const from = '2026-11-24T09:00'
  const issued = (time: string) => dueAt('custody.warrant-of-further-detention', from, { issued: time })
  assert.equal(issued('2026-11-26T21:00'), '2026-11-28T09:00:00.000Z')
  assert.equal(issued('2026-11-28T08:59'), '2026-11-28T09:00:00.000Z')
  assert.throws(() => issued('2026-11-28T09:00'), refused('custody.warrant-too-late'))
  assert.throws(() => issued('2026-11-24T08:59'), refused('custody.out-of-order'))
})

test('nobody arrives before the arrest', () => {
  assert.throws(
    () => dueAt('custody.detention-without-charge', '2026-11-24T09:00', { arrested: '2026-11-24T09:01' }),
    refused('custody.out-of-order'),
  )
})

test('the time left is told in the steps of a list; at its very end a clock has not expired', () => {
  const end = endOfDetention({ arrivedAt: at('2026-11-24T09:00:00.000Z'), arrestedAt: null, pausedMinutes: 0 }, 24)
  const left = (hours: number) => timeLeft(end, addHours(end, -hours))
  const steps = [0, 0.99, 1, 1.99, 2, 2.99, 3].map(left)
  assert.deepEqual(steps.slice(0, 4), ['under 1 hour', 'under 1 hour', 'under 2 hours', 'under 2 hours'])
  assert.deepEqual(steps.slice(4), ['under 3 hours', 'under 3 hours', '3 hours or more'])
  assert.equal(timeLeft(end, addHours(end, 0.001)), 'expired')
})
