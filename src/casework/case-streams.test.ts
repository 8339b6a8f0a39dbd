import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CaseStreams, openIn } from '../../test/support/case-streams.ts'
import { type Move, beginCase, makeMove } from '../../test/support/case-moves.ts'
import { addHours, parseInstant } from '../calendar/instant.ts'
import { dutyRowsOf } from './referral/duties.ts'
import { trackOf } from './suspects/track-of.ts'
import { investigation } from './investigation/investigation.ts'

const began = parseInstant('2026-04-07T09:30:00.000Z')
const first = { suspect: 1, referral: 1, plan: 1, item: 'A1', material: 'M9' } as const

test('a review that is given to another prosecutor takes the date of the decision with it', () => {
  const streams = new CaseStreams('7KQ2M9XD')
  beginCase(streams, began)
  const one = { suspect: 1, referral: 1, plan: 1, material: 'M1' } as const
  for (const name of ['refer', 'accept', 'reassign'] as const) makeMove({ ...one, name, item: 'A1' }, streams, began)
  assert.ok(streams.referrals)
  assert.equal(dutyRowsOf(streams.referrals).duty[0]?.['owed_by_account'], 'another')
})

test('what is owed in a referral calls the case by its crime reference and its URN once it has them', () => {
  const streams = new CaseStreams('7KQ2M9XD')
  beginCase(streams, began)
  makeMove({ name: 'refer', suspect: 1, referral: 1, plan: 1, item: 'A1', material: 'M1' }, streams, began)
  const called = () => streams.referrals && dutyRowsOf(streams.referrals).duty[0]?.['about_text']
  const acted = { reason: 'What is described is theft.', at: began, by: 'officer' }
  streams.perform(investigation, streams.caseId, { type: 'RecordAsCrime', crimeReference: '43260000001', ...acted })
  assert.equal(called(), 'Crime 43260000001')
  streams.perform(investigation, streams.caseId, { type: 'GiveUrn', urn: '43TY0000126', ...acted })
  assert.equal(called(), 'Case 43TY0000126')
})

test('whom police take back from the prosecutor stands where they stood before', () => {
  const streams = new CaseStreams('7KQ2M9XD')
  beginCase(streams, began)
  const one = { suspect: 1, referral: 1, plan: 1, item: 'A1', material: 'M1' } as const
  const track = () => {
    const state = streams.suspect(1)
    return state && trackOf(state)
  }
  makeMove({ ...one, name: 'refer' }, streams, began)
  makeMove({ ...one, name: 'withdraw' }, streams, began)
  assert.equal(track(), 'suspected')
  for (const name of ['refer', 'accept', 'decideNotTo'] as const) {
    makeMove({ ...one, name, referral: 2 }, streams, began)
  }
  assert.equal(track(), 'no-further-action-evidential')
  makeMove({ ...one, name: 'refer' }, streams, began)
  makeMove({ ...one, name: 'withdraw', referral: 3 }, streams, began)
  assert.equal(track(), 'no-further-action-evidential')
})

test('nobody owes an answer to a rejection once police have done with everybody in the referral', () => {
  const streams = new CaseStreams('7KQ2M9XD')
  beginCase(streams, began)
  const one = { referral: 1, plan: 1, item: 'A1', material: 'M1' } as const
  const answerOwed = () => {
    assert.ok(streams.referrals)
    return openIn(streams.referrals).includes('resubmit-1-1')
  }
  for (const name of ['referBoth', 'reject'] as const) makeMove({ ...one, name, suspect: 1 }, streams, began)
  makeMove({ ...one, name: 'endByPolice', suspect: 1 }, streams, began)
  assert.ok(answerOwed())
  makeMove({ ...one, name: 'chargeByPolice', suspect: 2 }, streams, began)
  assert.ok(!answerOwed())
  assert.equal(streams.referrals?.referrals[0]?.stage, 'withdrawn')
})

/** The case once a plan asked for material, and after each of `asked`. */
const planned = (asked: readonly Move['name'][]): CaseStreams => {
  const streams = new CaseStreams('7KQ2M9XD')
  beginCase(streams, began)
  // What the plan names is not on the register, so that both of its items ask for something new.
  for (const name of ['refer', 'accept', 'planForMaterial'] as const) makeMove({ ...first, name }, streams, began)
  let at = began
  for (const name of asked) {
    makeMove({ ...first, name, material: 'M1' }, streams, at)
    at = addHours(at, name === 'chase' ? 24 * 100 : 1)
  }
  return streams
}
const standing = ({ register }: CaseStreams) =>
  register?.items.map(({ key, state, withdrawn }) => `${key} ${withdrawn ? 'withdrawn' : state}`)
const firstItem = ({ referrals }: CaseStreams) => referrals?.referrals[0]?.items[0]

test('what a plan asks for is on the register at once, and what comes there answers the plan', () => {
  assert.deepEqual(standing(planned([])), ['M1 requested', 'M2 requested'])
  const came = planned(['receive'])
  assert.deepEqual(firstItem(came)?.rounds.at(-1)?.answer?.type, 'done')
  assert.ok(came.referrals && !openIn(came.referrals).includes('item-1-A1-1'))
  assert.equal(chaserOf(came), 'Chase police for A2')
  const gone = planned(['notObtained'])
  assert.deepEqual(firstItem(gone)?.rounds.at(-1)?.answer?.words, 'Nobody found it.')
})

const chaserOf = ({ referrals }: CaseStreams) =>
  referrals && dutyRowsOf(referrals).duty.find(({ key }) => key === 'chaser-1-1-1')?.['what']

test('what police answer in the plan stands on the register, and what nobody asks for any longer counts for nothing', () => {
  assert.deepEqual(standing(planned(['answerInWords'])), ['M1 received', 'M2 requested'])
  assert.deepEqual(standing(planned(['cannot'])), ['M1 refused', 'M2 requested'])
  assert.deepEqual(standing(planned(['answer'])), ['M1 withdrawn', 'M2 requested'])
  assert.deepEqual(standing(planned(['withdrawItem'])), ['M1 withdrawn', 'M2 requested'])
  assert.deepEqual(standing(planned(['question'])), ['M1 requested', 'M2 requested'])
})

test('what comes while a question of police waits answers the item, and the question stays', () => {
  const [round] = firstItem(planned(['question', 'receive']))?.rounds ?? []
  assert.deepEqual([round?.answer?.type, round?.meanwhile?.type], ['question', 'done'])
})

test('what comes after a referral was closed for it opens the referral again', () => {
  const closed = planned(['chase', 'finalise'])
  assert.deepEqual(standing(closed), ['M1 missing', 'M2 missing'])
  const came = planned(['chase', 'finalise', 'receive'])
  const [one] = came.referrals?.referrals ?? []
  assert.deepEqual([one?.stage, one?.reopenings.length], ['under-review', 1])
  assert.deepEqual(standing(came), ['M1 received', 'M2 missing'])
})

test('the prosecutor takes back what a plan asks for in the plan alone', () => {
  assert.deepEqual(standing(planned(['takeBack'])), ['M1 requested', 'M2 requested'])
})

test('what police owe goes to the officer who takes the case over', () => {
  const { referrals } = planned(['assign'])
  const owed = (referrals ? dutyRowsOf(referrals).duty : []).filter(({ key }) => key === 'item-1-A2-1')
  assert.deepEqual(
    owed.map((row) => [row['owed_by_account'], row['owed_by_unit']]),
    [['another', 'roads']],
  )
})
