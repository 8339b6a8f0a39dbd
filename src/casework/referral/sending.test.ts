import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { after, check, commandsOf, detained, fileWith, referredAt, suspectOf } from '../../../test/support/referrals.ts'
import type { ReferralCommand } from './commands.ts'
import { lastSubmission } from './standing.ts'

const { ask, advise, refer, resubmit, correct, withdraw, accept, reject, decided } = commandsOf('CASE2222')
const refused = (code: string, ...commands: readonly ReferralCommand[]) =>
  assert.throws(() => after(...commands), { name: 'Refusal', code })
const dueOf = (...commands: readonly ReferralCommand[]) => {
  const [referral] = after(...commands)?.referrals ?? []
  assert.ok(referral)
  return lastSubmission(referral).due
}

test('green is decided within 28 calendar days, green priority within 5, over Easter as on any days', () => {
  const at = parseInstant('2026-04-02T15:00:00.000Z')
  assert.equal(dueOf(refer({ at })).dueOn, '2026-04-30')
  const file = fileWith({ category: 'green-priority', categoryReason: 'Domestic abuse' })
  const due = dueOf(refer({ at, file }))
  assert.deepEqual([due.dueOn, due.dueAt], ['2026-04-07', '2026-04-07T22:59:59.999Z'])
  assert.equal(due.authority.confidence, 'unconfirmed')
  assert.match(due.working.steps.join(), /every day counts, weekends and bank holidays too/)
})

test('red is decided within 3 hours that pass, through the night on which the clocks change', () => {
  const red = (at: string, ends: string | null) =>
    dueOf(
      refer({
        at: parseInstant(at),
        file: fileWith({ category: 'red', suspects: [detained(1, ends === null ? null : parseInstant(ends))] }),
      }),
    )
  // Midnight by the clock in summer, then 2am by the clock in winter.
  assert.equal(red('2026-10-24T23:00:00.000Z', null).dueAt, '2026-10-25T02:00:00.000Z')
  assert.match(red('2026-10-24T23:00:00.000Z', null).working.steps.join(), /clocks go back/)
  // Midnight in winter, then 4am by the clock in summer.
  assert.equal(red('2026-03-29T00:00:00.000Z', null).dueAt, '2026-03-29T03:00:00.000Z')
  assert.match(red('2026-03-29T00:00:00.000Z', null).working.steps.join(), /clocks go forward/)
})

test('red never runs past the end of detention, and of two in detention the first to end decides', () => {
  const ends = (...moments: readonly string[]) =>
    dueOf(
      refer({
        file: fileWith({
          category: 'red',
          suspects: moments.map((moment, index) => detained(index + 1, parseInstant(moment))),
        }),
      }),
    ).dueAt
  assert.equal(ends('2026-04-07T11:00:00.000Z'), '2026-04-07T11:00:00.000Z')
  assert.equal(ends('2026-04-07T12:30:00.000Z'), '2026-04-07T12:30:00.000Z')
  assert.equal(ends('2026-04-07T12:30:00.001Z'), '2026-04-07T12:30:00.000Z')
  assert.equal(ends('2026-04-07T12:00:00.000Z', '2026-04-07T10:00:00.000Z'), '2026-04-07T10:00:00.000Z')
})

test('red needs a suspect in detention whose clock still runs', () => {
  const red = (...suspects: ReadonlyArray<ReturnType<typeof suspectOf>>) =>
    refer({ file: fileWith({ category: 'red', suspects }) })
  refused('referral.red-without-detention', red(suspectOf(1)))
  refused('referral.detention-over', red(detained(1, referredAt)))
  assert.ok(after(red(detained(1, parseInstant('2026-04-07T09:30:00.001Z')))))
})

test('green priority, and anything slower than red for who is in detention, says why', () => {
  refused('referral.category-reason-missing', refer({ file: fileWith({ category: 'green-priority' }) }))
  refused('referral.category-reason-missing', refer({ file: fileWith({ suspects: [detained(1, null)] }) }))
  assert.ok(after(refer({ file: fileWith({ suspects: [detained(1, null)], categoryReason: 'Bailed at noon' }) })))
})

test('a referral names its suspects once, each with a charge, and has the supervisor’s comments', () => {
  refused('referral.suspects-missing', refer({ file: fileWith({ suspects: [] }) }))
  refused('referral.suspect-twice', refer({ file: fileWith({ suspects: [suspectOf(1), suspectOf(1)] }) }))
  refused('referral.no-charge', refer({ file: fileWith({ suspects: [suspectOf(1, { charges: [] })] }) }))
  refused('referral.comments-missing', refer({ file: fileWith({ supervisorComments: ' ' }) }))
})

test('what the file lacks is named, and it goes only with a reason for each', () => {
  const first = check.reasons[0]?.code
  const but = { ...check, reasons: check.reasons.filter(({ code }) => code !== first) }
  assert.throws(() => after(refer({ check: but })), {
    code: 'referral.gap-without-reason',
    message: /^The file lacks: /,
  })
  const sent = lastSubmission(after(refer())?.referrals[0] ?? assert.fail())
  assert.ok(sent.sent.gaps.length > 0)
  assert.ok(sent.sent.gaps.every(({ reason }) => reason === 'It follows next week.'))
})

test('what is held is no gap, and what is expected of the plea decides what the file needs', () => {
  const gaps = (change: Parameters<typeof fileWith>[0], material = check.material) =>
    lastSubmission(
      after(refer({ file: fileWith(change), check: { ...check, material } }))?.referrals[0] ?? assert.fail(),
    ).sent.gaps.map(({ code }) => code)
  const held = {
    key: 'M1',
    kind: 'case-summary',
    title: 'Case summary',
    state: 'received',
    use: 'evidence',
    from: null,
  } as const
  assert.ok(gaps({}).includes('case-summary'))
  assert.ok(!gaps({}, [held]).includes('case-summary'))
  assert.ok(gaps({ plea: 'not-guilty' }).includes('unused-schedules'))
  assert.ok(!gaps({ plea: 'guilty' }).includes('unused-schedules'))
})

test('a suspect stands in one open referral; another suspect may be referred meanwhile', () => {
  const second = refer({ file: fileWith({ suspects: [suspectOf(2)] }) })
  assert.deepEqual(
    after(refer(), second)?.referrals.map(({ number }) => number),
    [1, 2],
  )
  refused('referral.suspect-with-prosecutor', refer(), refer())
  refused('referral.suspect-with-prosecutor', refer(), accept(), refer())
  assert.equal(after(refer(), withdraw(), refer())?.referrals.length, 2)
  assert.equal(after(refer(), accept(), decided(1), refer())?.referrals.length, 2)
})

test('the file says of each point of the advice whether it was followed, and why where it was not', () => {
  const point = (number: number, followed: boolean, why = '') => ({ advice: 1, point: number, followed, why })
  refused('referral.advice-not-accounted', ask(), advise(), refer())
  refused('referral.advice-not-accounted', ask(), advise(), refer({ followed: [point(1, true)] }))
  refused('referral.advice-not-accounted', ask(), advise(), refer({ followed: [point(1, true), point(2, false)] }))
  const said = [point(1, true), point(2, false, 'It was overwritten.')]
  const state = after(ask(), advise(), refer({ followed: said }))
  assert.deepEqual(
    state?.advice[0]?.answer?.points.map(({ followed }) => followed),
    [
      { followed: true, why: '', at: referredAt },
      { followed: false, why: 'It was overwritten.', at: referredAt },
    ],
  )
  assert.ok(after(ask(), advise(), refer({ followed: said }), reject(), resubmit()), 'it is said once')
})

test('a question that was not answered stops no referral, and one that was withdrawn is not answered', () => {
  assert.ok(after(ask(), refer()))
  const end = { type: 'WithdrawAdviceRequest', advice: 1, reason: 'Solved', at: referredAt, by: 'officer' } as const
  refused('referral.advice-withdrawn', ask(), end, advise())
  refused('referral.advice-given', ask(), advise(), advise())
  refused('referral.no-such-advice', ask(), advise({ advice: 2 }))
  refused('referral.points-missing', ask(), advise({ points: [] }))
})

test('advice is due on the day that police name, which may be today, and on none where they name none', () => {
  assert.equal(after(ask())?.advice[0]?.due, null)
  const due = (on: string) => after(ask({ neededBy: parseLocalDate(on) }))?.advice[0]?.due
  assert.equal(due('2026-04-07')?.dueAt, '2026-04-07T22:59:59.999Z')
  assert.throws(() => due('2026-04-06'), { code: 'referral.needed-in-past' })
})

test('before triage a referral may be corrected with a reason, and its clock runs from when it was received', () => {
  const later = parseInstant('2026-04-09T09:00:00.000Z')
  const file = fileWith({ category: 'green-priority', categoryReason: 'Threats since' })
  assert.equal(dueOf(refer(), correct({ file, at: later })).dueOn, '2026-04-12')
  refused('referral.reason-missing', refer(), correct({ reason: '' }))
  refused('referral.not-waiting', refer(), accept(), correct())
  refused('referral.not-waiting', refer(), reject(), correct())
})

test('a referral may be withdrawn until it is accepted', () => {
  assert.equal(after(refer(), withdraw())?.referrals[0]?.stage, 'withdrawn')
  assert.equal(after(refer(), reject(), withdraw())?.referrals[0]?.stage, 'withdrawn')
  refused('referral.not-waiting', refer(), accept(), withdraw())
  refused('referral.no-such-referral', refer(), withdraw({ referral: 2 }))
})

test('the referral is itself the report to the prosecutor and carries the supervisor’s comments, which are no gaps', () => {
  const sent = lastSubmission(after(refer())?.referrals[0] ?? assert.fail())
  const lacking = sent.sent.gaps.map(({ code }) => code)
  assert.ok(lacking.includes('disclosure-report'))
  assert.ok(!lacking.includes('charging-request') && !lacking.includes('supervisor-comments'))
})

test('a referral keeps the number that another system was told, and is refused when another took it', () => {
  assert.equal(after(refer({ number: 1 }))?.referrals[0]?.number, 1)
  refused('referral.number-taken', refer({ number: 2 }))
})

test('nobody is referred who is to be charged, or with whom police have done; the prosecutor’s no may come back', () => {
  const one = (track: 'charge-authorised' | 'charged' | 'no-further-action-police' | 'eliminated') =>
    refused('referral.suspect-ended', refer({ file: fileWith({ suspects: [suspectOf(1, { track })] }) }))
  for (const track of ['charge-authorised', 'charged', 'no-further-action-police', 'eliminated'] as const) one(track)
  const again = fileWith({ suspects: [suspectOf(1, { track: 'no-further-action-evidential' })] })
  assert.equal(after(refer({ file: again }))?.referrals.length, 1)
})
