import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { after, commandsOf, detained, fileWith, referredAt, suspectOf } from '../../../test/support/referrals.ts'
import type { ReferralCommand, ReferralEvent } from './commands.ts'
import { referral } from './referral.ts'

const { refer, resubmit, withdraw, accept, reject, correct } = commandsOf('CASE2222')
const refused = (code: string, ...commands: readonly ReferralCommand[]) =>
  assert.throws(() => after(...commands), { name: 'Refusal', code })
const red = refer({ file: fileWith({ category: 'red', suspects: [detained(1, null)] }) })
const duties = (...commands: readonly ReferralCommand[]) => referral.rows(after(...commands))['duty'] ?? []
const dutyOf = (key: string, ...commands: readonly ReferralCommand[]) =>
  duties(...commands).find((duty) => duty['key'] === key)

/** What other streams are told of the last command. */
function told(...commands: readonly ReferralCommand[]) {
  const last = commands.at(-1) ?? assert.fail()
  const before = after(...commands.slice(0, -1))
  const events: readonly ReferralEvent[] = referral.decide(last, before)
  const state = after(...commands)
  return events.flatMap((event) => referral.react?.(event, state, 'CASE2222') ?? [])
}
const words = (...commands: readonly ReferralCommand[]) =>
  told(...commands).map(({ kind, id, command }) => {
    const step: unknown = Reflect.get(command, 'step')
    return [kind, id, command.type, ...(typeof step === 'string' ? [step] : [])].join(' ')
  })

test('a red referral is accepted for priority review and no other is', () => {
  assert.ok(after(red, accept({ reviewType: 'priority' })))
  refused('referral.red-is-priority', red, accept({ reviewType: 'twenty-eight-days' }))
  refused('referral.red-is-priority', refer(), accept({ reviewType: 'priority' }))
})

test('the kind of review decides by when, counted from when the referral was received', () => {
  const at = parseInstant('2026-04-09T09:00:00.000Z')
  const due = (reviewType: 'five-days' | 'twenty-eight-days' | 'early-advice') =>
    dutyOf('decision-1-1', refer(), accept({ reviewType, at }))?.['due_on']
  assert.deepEqual(
    [due('five-days'), due('twenty-eight-days'), due('early-advice')],
    ['2026-04-12', '2026-05-05', '2026-05-05'],
  )
})

test('the decision is owed by the prosecutor to police, and by the owner once there is one', () => {
  const before = dutyOf('decision-1-1', refer())
  assert.deepEqual(
    [before?.['owed_by_agency'], before?.['owed_to_agency'], before?.['owed_by_account']],
    ['cps-thames-and-chiltern', 'thames-valley-police', null],
  )
  assert.equal(dutyOf('decision-1-1', refer(), accept({ owner: 'prosecutor' }))?.['owed_by_account'], 'prosecutor')
})

test('who comes second is told that somebody dealt with it already', () => {
  for (const [first, second] of [
    [accept(), reject()],
    [reject(), accept()],
    [accept(), accept()],
    [withdraw(), accept()],
  ] as const) {
    refused('referral.triaged-meanwhile', refer(), first, second)
  }
})

test('a rejection has at least one reason, and each names what it means', () => {
  refused('referral.grounds-missing', refer(), reject({ grounds: [] }))
  refused(
    'referral.ground-names-nothing',
    refer(),
    reject({ grounds: [{ reason: 'R07', material: null, about: ' ' }] }),
  )
  const item = { key: 'M3', title: 'Lock' }
  assert.ok(after(refer(), reject({ grounds: [{ reason: 'R07', material: item, about: '' }] })))
})

test('a red referral is rejected for one of its two reasons, beside which others may stand', () => {
  const ground = (reason: 'R06' | 'P01' | 'P02') => ({ reason, material: null, about: 'As said' })
  refused('referral.red-reason-missing', red, reject({ grounds: [ground('R06')] }))
  refused('referral.red-reason-of-green', refer(), reject({ grounds: [ground('P01')] }))
  assert.ok(after(red, reject({ grounds: [ground('P02'), ground('R06')] })))
})

test('police answer today at the earliest, and the reminder is on that day or later', () => {
  const on = (respondBy: string, remindOn: string | null) =>
    reject({
      respondBy: parseLocalDate(respondBy),
      remindOn: remindOn === null ? null : parseLocalDate(remindOn),
    })
  refused('referral.respond-in-past', refer(), on('2026-04-06', null))
  refused('referral.reminder-too-early', refer(), on('2026-04-14', '2026-04-13'))
  assert.ok(after(refer(), on('2026-04-07', '2026-04-07')))
  assert.equal(dutyOf('reminder-1-1', refer(), on('2026-04-14', '2026-04-15'))?.['due_on'], '2026-04-15')
  assert.equal(dutyOf('reminder-1-1', refer(), on('2026-04-14', null)), undefined)
})

test('a rejection ends the prosecutor’s clock and starts one of police; sent again, a new clock runs', () => {
  const at = parseInstant('2026-04-10T09:00:00.000Z')
  const rejected = [refer(), reject()]
  assert.ok(dutyOf('decision-1-1', ...rejected)?.['waived_at'])
  const owed = dutyOf('resubmit-1-1', ...rejected)
  assert.deepEqual(
    [owed?.['owed_by_agency'], owed?.['due_on'], owed?.['met_at']],
    ['thames-valley-police', '2026-04-14', null],
  )
  const again = [...rejected, resubmit({ at })]
  assert.equal(dutyOf('resubmit-1-1', ...again)?.['met_at'], at)
  assert.equal(dutyOf('decision-1-2', ...again)?.['due_on'], '2026-05-08')
})

test('sent again, each reason is answered', () => {
  refused('referral.grounds-unanswered', refer(), reject(), resubmit({ answers: [] }))
  refused('referral.grounds-unanswered', refer(), reject(), resubmit({ answers: [{ ground: 0, answer: ' ' }] }))
  refused('referral.not-rejected', refer(), resubmit())
  refused('referral.not-there', resubmit())
})

test('the prosecutor comes on the case with the referral, and every suspect’s track follows', () => {
  const two = refer({ file: fileWith({ suspects: [suspectOf(1), suspectOf(2)] }) })
  assert.deepEqual(words(two), [
    'investigation CASE2222 ShareCase',
    'suspect CASE2222-S1 NoteCharging referred',
    'suspect CASE2222-S2 NoteCharging referred',
  ])
  assert.deepEqual(words(two, correct()), [
    'suspect CASE2222-S2 NoteCharging',
    'suspect CASE2222-S1 NoteCharging referred',
  ])
  assert.deepEqual(words(refer(), reject()), ['suspect CASE2222-S1 NoteCharging referral-rejected'])
  assert.deepEqual(words(refer(), accept()), [
    'suspect CASE2222-S1 NoteCharging under-review',
    'charging-review CASE2222-S1 OpenReview',
  ])
})

test('a review is opened with what was referred, for whom it falls to', () => {
  const order = told(refer(), accept({ owner: 'prosecutor' })).find(({ kind }) => kind === 'charging-review')
  assert.deepEqual(order?.command, {
    type: 'OpenReview',
    caseId: 'CASE2222',
    number: 1,
    suspect: suspectOf(1),
    force: 'thames-valley-police',
    prosecutors: 'cps-thames-and-chiltern',
    unit: 'magistrates',
    owner: 'prosecutor',
    referral: 1,
    category: 'green',
    at: referredAt,
    by: 'officer',
  })
})

test('a second reminder does not make the first one late', () => {
  const on = { respondBy: parseLocalDate('2026-04-14'), remindOn: parseLocalDate('2026-04-15') }
  const remind = (at: string) =>
    ({ type: 'RemindPolice', referral: 1, words: 'By telephone.', at: parseInstant(at), by: 'prosecutor' }) as const
  const [first, second] = [remind('2026-04-15T09:00:00.000Z'), remind('2026-04-20T09:00:00.000Z')]
  assert.equal(dutyOf('reminder-1-1', refer(), reject(on), first, second)?.['met_at'], first.at)
})

test('whom police take back is theirs again, unless an earlier referral of them stands closed', () => {
  assert.deepEqual(words(refer(), withdraw()), ['suspect CASE2222-S1 NoteCharging'])
})
