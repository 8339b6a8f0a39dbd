import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { authorityOf, fixedDate } from '../../duties/rules.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import type { TrackState } from '../suspects/track.ts'
import { awaitedDuty, lateBesides } from './awaited-duty.ts'

const summary = { id: 'CASE2222', force: 'thames-valley-police', state: 'investigating' }
const cps = 'cps-thames-and-chiltern'

function duty(kind: string, stream: string, dueOn: string, agency = summary.force): SeenDuty {
  return {
    id: `${kind}/${stream}`,
    stream,
    key: kind,
    kind,
    what: kind,
    owedBy: { agency, name: agency },
    owedTo: { name: 'Somebody' },
    startedOn: parseLocalDate('2026-04-01'),
    dueOn: parseLocalDate(dueOn),
    dueAt: parseInstant(`${dueOn}T22:59:59.999Z`),
    metAt: null,
    waived: null,
    authority: authorityOf(fixedDate),
    working: { steps: [], counted: 'nothing', notCounted: [] },
    public: false,
    earlierDates: [],
  }
}

const line = duty('line-of-inquiry', 'investigation/CASE2222', '2026-04-02')
const chaser = duty('action-plan-chaser', 'referral/CASE2222', '2026-04-03', cps)
const item = duty('action-plan-item', 'referral/CASE2222', '2026-04-04')
const decision = duty('referral-decision', 'referral/CASE2222', '2026-04-05', cps)
const sendAgain = duty('referral-resubmission', 'referral/CASE2222', '2026-04-06')
const charge = (number: number) => duty('charge-to-put', `suspect/CASE2222-S${number}`, '2026-04-07')
const limit = duty('time-limit', 'suspect/CASE2222-S1', '2026-04-08')
const tell = duty('victim-notice', 'investigation/CASE2222', '2026-04-09')
const all = [line, chaser, item, decision, sendAgain, charge(1), limit, tell]

const awaited = (...tracks: readonly TrackState[]) =>
  awaitedDuty({ summary, suspects: tracks.map((track, index) => ({ number: index + 1, track })), duties: all })

test('the date at the head of a case is of what is waited for, be something else due earlier', () => {
  assert.equal(awaited('action-plan')?.kind, 'action-plan-item')
  assert.equal(awaited('under-review')?.kind, 'referral-decision')
  assert.equal(awaited('referred')?.kind, 'referral-decision')
  assert.equal(awaited('referral-rejected')?.kind, 'referral-resubmission')
  assert.equal(awaited('charge-authorised')?.kind, 'charge-to-put')
})

test('while police investigate, their lines of inquiry are what is waited for', () => {
  for (const track of ['suspected', 'bailed', 'under-investigation', 'in-custody'] as const) {
    assert.equal(awaited(track)?.kind, 'line-of-inquiry', track)
  }
})

test('the clock of somebody who is detained comes before a line of inquiry that is long overdue', () => {
  const review = duty('police-detention', 'suspect/CASE2222-S2', '2026-04-20')
  const suspects = [
    { number: 1, track: 'bailed' },
    { number: 2, track: 'in-custody' },
  ] as const
  assert.equal(awaitedDuty({ summary, suspects, duties: [line, review] }), review)
})

test('the charge that is waited for is the one of the suspect who is to be charged', () => {
  const suspects = [
    { number: 1, track: 'eliminated' },
    { number: 2, track: 'charge-authorised' },
  ] as const
  const duties = [charge(1), charge(2)]
  assert.equal(awaitedDuty({ summary, suspects, duties }), duties[1])
})

test('of two suspects the earlier of what either waits for is due', () => {
  assert.equal(awaited('charge-authorised', 'under-review')?.kind, 'referral-decision')
})

test('a victim who is still to be told comes first; what was met or waived never does', () => {
  const suspects = [{ number: 1, track: 'suspected' }] as const
  assert.equal(awaitedDuty({ summary: { ...summary, state: 'to-tell' }, suspects, duties: all }), tell)
  const met = { ...line, metAt: parseInstant('2026-04-01T12:00:00.000Z') }
  assert.equal(awaitedDuty({ summary, suspects, duties: [met, limit] }), limit)
})

test('without a suspect, and where no track waits for anybody, whatever is owed first comes next', () => {
  assert.equal(awaited(), line)
  assert.equal(awaited('charged'), line)
  assert.equal(awaitedDuty({ summary, suspects: [], duties: [] }), undefined)
})

test('nothing is shown as due where only others owe something', () => {
  const suspects = [{ number: 1, track: 'action-plan' }] as const
  assert.equal(awaitedDuty({ summary, suspects, duties: [line, chaser, decision] }), undefined)
})

test('what is late is said besides, from the moment after it was due', () => {
  assert.deepEqual(lateBesides(all, item, parseInstant('2026-04-02T22:59:59.999Z')), [])
  assert.deepEqual(lateBesides(all, item, parseInstant('2026-04-02T23:00:00.000Z')), [line])
  assert.deepEqual(lateBesides(all, item, parseInstant('2026-04-05T12:00:00.000Z')), [line, chaser])
})
