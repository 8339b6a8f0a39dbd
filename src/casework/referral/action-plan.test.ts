import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { after, commandsOf, facts, fileWith, item, suspectOf } from '../../../test/support/referrals.ts'
import type { ReferralCommand } from './commands.ts'
import { referral } from './referral.ts'

const { refer, accept, plan, answer, chase, finalise, decided } = commandsOf('CASE2222')
const refused = (code: string, ...commands: readonly ReferralCommand[]) =>
  assert.throws(() => after(...commands), { name: 'Refusal', code })
const at = (moment: string): Instant => parseInstant(moment)
const by = 'prosecutor'
const reviewed = [refer(), accept()]
const planned = [...reviewed, plan()]
const stageAfter = (...commands: readonly ReferralCommand[]) => after(...commands)?.referrals[0]?.stage
const dutyOf = (key: string, ...commands: readonly ReferralCommand[]) =>
  referral.rows(after(...commands))['duty']?.find((duty) => duty['key'] === key)
const question = { type: 'question', words: 'Which of the two cameras?' } as const
const reply = (change = {}) =>
  ({
    type: 'ReplyToQuestion',
    referral: 1,
    item: 'A1',
    reply: 'The one at the gate.',
    dueOn: null,
    facts,
    at: at('2026-04-10T09:00:00.000Z'),
    by,
    ...change,
  }) as const
const withdrawItem = (key: string) =>
  ({
    type: 'WithdrawItem',
    referral: 1,
    item: key,
    reason: 'Not needed.',
    at: at('2026-04-10T09:00:00.000Z'),
    by,
  }) as const

test('an item is due 28 days after it was sent, 7 where it is urgent, or on the day that is set', () => {
  const sent = plan({
    at: at('2026-04-02T22:59:59.999Z'),
    items: [item(), item({ urgent: true }), item({ dueOn: parseLocalDate('2026-04-03') })],
  })
  const due = ['A1', 'A2', 'A3'].map((key) => dutyOf(`item-1-${key}-1`, ...reviewed, sent)?.['due_on'])
  assert.deepEqual(due, ['2026-04-30', '2026-04-09', '2026-04-03'])
  refused('referral.item-due-in-past', ...reviewed, plan({ items: [item({ dueOn: parseLocalDate('2026-04-06') })] }))
})

test('an item says what is asked for and why, of a suspect who was referred', () => {
  refused('referral.items-missing', ...reviewed, plan({ items: [] }))
  refused('referral.words-missing', ...reviewed, plan({ items: [item({ what: '' })] }))
  refused('referral.reason-missing', ...reviewed, plan({ items: [item({ why: '' })] }))
  refused('referral.no-such-suspect', ...reviewed, plan({ items: [item({ suspect: 2 })] }))
  refused('referral.not-under-review', refer(), plan())
})

test('police answer each item by itself, and with the last one the review goes on', () => {
  assert.equal(stageAfter(...planned), 'action-plan')
  assert.equal(stageAfter(...planned, answer('A1')), 'action-plan')
  const cannot = answer('A2', { answer: { type: 'cannot', words: 'It was overwritten after 31 days.' } })
  assert.equal(stageAfter(...planned, answer('A1'), cannot), 'under-review')
  refused('referral.item-not-open', ...planned, answer('A1'), answer('A1'))
  refused('referral.no-such-item', ...planned, answer('A9'))
})

test('an answer names the material, or says what was done or why it cannot be', () => {
  for (const type of ['done', 'cannot', 'question'] as const) {
    const empty = { type, material: null, words: ' ' }
    assert.throws(() => after(...planned, answer('A1', { answer: empty })), {
      code: type === 'done' ? 'referral.answer-missing' : 'referral.reason-missing',
    })
  }
})

test('a question goes back to the prosecutor, and with the reply the item has a new date', () => {
  const asked = [...planned, answer('A2'), answer('A1', { answer: question })]
  assert.equal(stageAfter(...asked), 'action-plan')
  assert.ok(dutyOf('item-1-A1-1', ...asked)?.['met_at'])
  refused('referral.item-not-open', ...asked, answer('A1'))
  refused('referral.no-question', ...planned, reply())
  assert.equal(dutyOf('item-1-A1-2', ...asked, reply())?.['due_on'], '2026-05-08')
  assert.equal(stageAfter(...asked, reply(), answer('A1')), 'under-review')
})

test('what the prosecutor no longer asks for is not waited for', () => {
  assert.equal(stageAfter(...planned, answer('A1'), withdrawItem('A2')), 'under-review')
  assert.ok(dutyOf('item-1-A2-1', ...planned, withdrawItem('A2'))?.['waived_at'])
  refused('referral.item-not-open', ...planned, answer('A1'), withdrawItem('A1'))
})

test('chasers fall due after 1 and 2 months, at the end of a month that is too short', () => {
  const sent = plan({ at: at('2026-12-31T12:00:00.000Z') })
  const due = [1, 2].map((number) => dutyOf(`chaser-1-1-${number}`, ...reviewed, sent)?.['due_on'])
  assert.deepEqual(due, ['2027-01-31', '2027-02-28'])
})

test('nothing that was received is chased', () => {
  assert.equal(dutyOf('chaser-1-1-1', ...planned)?.['what'], 'Chase police for A1, A2')
  assert.equal(dutyOf('chaser-1-1-1', ...planned, answer('A1'))?.['what'], 'Chase police for A2')
  const all = [...planned, answer('A1'), answer('A2')]
  assert.ok(dutyOf('chaser-1-1-1', ...all)?.['waived_at'])
  refused('referral.plan-ended', ...all, chase())
  refused('referral.police-wait', ...planned, answer('A1'), answer('A2', { answer: question }), chase())
})

test('police are chased twice at most', () => {
  const twice = [...planned, chase(), chase()]
  assert.ok(dutyOf('chaser-1-1-2', ...twice)?.['met_at'])
  refused('referral.chased-twice', ...twice, chase())
  refused('referral.no-such-plan', ...planned, chase({ plan: 2 }))
})

test('a referral is closed administratively after the last day, 3 months after the first chaser', () => {
  const first = chase({ at: at('2026-11-30T12:00:00.000Z') })
  const last = dutyOf('last-answer-1-1', ...planned, first)
  assert.deepEqual([last?.['due_on'], last?.['owed_by_agency']], ['2027-02-28', 'thames-valley-police'])
  refused('referral.not-chased', ...planned, finalise())
  refused('referral.too-early-to-finalise', ...planned, first, finalise({ at: at('2027-02-28T23:59:59.999Z') }))
  const closed = [...planned, first, finalise({ at: at('2027-03-01T00:00:00.000Z') })]
  assert.equal(stageAfter(...closed), 'finalised')
  refused('referral.not-under-review', ...closed, finalise())
})

test('evidence that comes after closing opens the case again, and so may the prosecutor', () => {
  const closed = [...planned, chase(), finalise({ at: at('2026-09-01T09:00:00.000Z') })]
  assert.equal(stageAfter(...closed, answer('A1')), 'under-review')
  refused('referral.item-not-open', ...closed, answer('A1', { answer: question }))
  const reopen = {
    type: 'Reopen',
    referral: 1,
    reason: 'A witness came.',
    facts,
    at: at('2026-10-01T09:00:00.000Z'),
    by,
  } as const
  assert.equal(stageAfter(...closed, reopen), 'under-review')
  refused('referral.not-finalised', ...planned, reopen)
  refused('referral.suspect-with-prosecutor', ...closed, refer(), reopen)
})

test('a referral is not closed while police have days left in a later plan, or wait for an answer themselves', () => {
  const late = at('2026-09-01T09:00:00.000Z')
  const second = plan({ at: at('2026-08-20T09:00:00.000Z'), items: [item()] })
  refused('referral.not-chased', ...planned, chase(), second, finalise({ at: late }))
  const chased = chase({ plan: 2, at: at('2026-08-31T09:00:00.000Z') })
  refused('referral.too-early-to-finalise', ...planned, chase(), second, chased, finalise({ at: late }))
  const both = [...planned, chase(), second, chased]
  assert.equal(stageAfter(...both, finalise({ at: at('2026-12-01T09:00:00.000Z') })), 'finalised')
  const asked = [...planned, chase(), answer('A1', { answer: question })]
  refused('referral.question-open', ...asked, finalise({ at: late }))
})

test('closing is no decision: its clock ends unmet, and opening again starts another', () => {
  const closed = [...planned, chase(), finalise({ at: at('2026-09-01T09:00:00.000Z') })]
  const before = dutyOf('decision-1-1', ...closed)
  assert.deepEqual([before?.['met_at'], before?.['waived_at']], [null, '2026-09-01T09:00:00.000Z'])
  const opened = [...closed, answer('A1', { at: at('2026-10-01T09:00:00.000Z') })]
  const again = dutyOf('decision-1-1-again-1', ...opened)
  assert.deepEqual([again?.['due_on'], again?.['met_at'], again?.['waived_at']], ['2026-10-29', null, null])
  assert.equal(referral.rows(after(...opened))['case_referral']?.[0]?.['due_at'], again?.['due_at'])
  const end = { at: at('2026-10-20T09:00:00.000Z') }
  assert.equal(dutyOf('decision-1-1-again-1', ...opened, decided(1, end))?.['met_at'], end.at)
  assert.equal(dutyOf('decision-1-1', ...opened, decided(1, end))?.['met_at'], null)
})

test('a decision answers every referral that still asks for it, one that was closed included', () => {
  const closed = [...planned, chase(), finalise({ at: at('2026-09-01T09:00:00.000Z') })]
  const both = after(...closed, refer(), accept({ referral: 2 }), decided(1))
  assert.deepEqual(
    both?.referrals.map(({ stage }) => stage),
    ['decided', 'decided'],
  )
})

test('whoever reviews the suspects owes the decision; where they differ, the unit does', () => {
  const two = [refer({ file: fileWith({ suspects: [suspectOf(1), suspectOf(2)] }) }), accept({ owner: 'first' })]
  const owner = (...more: readonly ReferralCommand[]) => dutyOf('decision-1-1', ...two, ...more)?.['owed_by_account']
  const note = (suspect: number, account: string | null) =>
    ({ type: 'NoteReviewer', suspect, owner: account, at: at('2026-04-09T09:00:00.000Z'), by }) as const
  assert.equal(owner(), 'first')
  assert.equal(owner(note(1, 'second')), null)
  assert.equal(owner(note(1, 'second'), note(2, 'second')), 'second')
  assert.equal(owner(note(1, 'second'), decided(2)), 'second')
  assert.equal(owner(note(1, null), note(2, null)), null)
  assert.deepEqual(after(...two, note(1, 'first')), after(...two))
  assert.equal(after(note(1, 'first')), null)
})

test('with the last suspect the referral is decided, and nothing is waited for any longer', () => {
  const two = [refer({ file: fileWith({ suspects: [suspectOf(1), suspectOf(2)] }) }), accept(), plan()]
  assert.equal(stageAfter(...two, decided(1)), 'action-plan')
  const all = [...two, decided(1), decided(2)]
  assert.equal(stageAfter(...all), 'decided')
  assert.ok(dutyOf('decision-1-1', ...all)?.['met_at'])
  assert.ok(dutyOf('item-1-A1-1', ...all)?.['waived_at'])
  const again = { type: 'NoteSuspectReopened', suspect: 1, at: at('2026-05-01T09:00:00.000Z'), by } as const
  assert.equal(stageAfter(...all, again), 'under-review')
  assert.ok(dutyOf('decision-1-1', ...all, again)?.['met_at'], 'reconsidering makes no decision late')
})

test('what reviews tell changes nothing where there is no such referral, and nothing twice', () => {
  assert.equal(after(decided(1)), null)
  const once = after(...reviewed, decided(1))
  assert.deepEqual(after(...reviewed, decided(1), decided(1)), once)
  assert.deepEqual(after(...reviewed, decided(9)), after(...reviewed))
})

test('duties say nothing that anybody wrote', () => {
  const rows = JSON.stringify(referral.rows(after(...planned, chase()))['duty'])
  assert.doesNotMatch(rows, /station manager|recording|By telephone/)
})
