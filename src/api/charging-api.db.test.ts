import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiSite, makeToken, untilSettled } from '../../test/support/api-site.ts'
import {
  type Told,
  allegationOf,
  materialOf,
  messageTo,
  policeSystem,
  referralOf,
  suspectOf,
  wordOf,
} from '../../test/support/police-system.ts'
import { reviewedCase } from '../../test/support/decided-case.ts'
import { testMoment } from '../../test/support/web.ts'
import { parseLocalDate } from '../calendar/local-date.ts'
import { readBankHolidays } from '../calendar/read-bank-holidays.ts'
import { settingsAsShipped } from '../casework/deadlines/settings.ts'
import { referral } from '../casework/referral/referral.ts'
import type { Json } from '../platform/record/decider.ts'
import { thePublic } from '../platform/database/reading.ts'

const { app, installation, looks } = await apiSite()
const system = policeSystem(app, await makeToken(installation, 't1'))
const cps = policeSystem(
  app,
  await makeToken(installation, 't2', {
    agency: 'cps-thames-and-chiltern',
    agencyKind: 'cps-area',
    scopes: ['case.read'],
  }),
)

let made = 0
/** A case that the records system told of, and its address. */
async function newCase(): Promise<{ readonly id: string; readonly address: string; readonly name: string }> {
  const name = `OCC-${(made += 1)}`
  const { body } = await system.send(messageTo('/allegations', allegationOf(name, 1)))
  return { id: wordOf(body['case']), address: `/cases/reference:${name}`, name }
}

const send = (address: string, body: Json): Promise<Told> => system.send(messageTo(address, body))
const accepted = ({ status, body }: Told): void => assert.ok(status < 300, JSON.stringify(body))

test('a suspect comes with arrests and charges, and a later version changes what differs', async () => {
  const { id, address, name } = await newCase()
  const first = await send(`${address}/suspects`, suspectOf(`${name}-S`, 1))
  assert.deepEqual([first.status, first.body], [201, { case: id, item: '1', sequence: 1, applied: true }])
  const charge = { ...suspectOf('', 1).charges[0], particulars: 'Stole a blue bicycle.' }
  const change = { person: { name: 'Sorrel Sample' }, reason: 'Said so.', charges: [charge] }
  accepted(await send(`${address}/suspects`, suspectOf(`${name}-S`, 2, change)))
  const { rows } = await installation.pool.query(
    `select p.name, s.track, s.detail from suspect s join person p on p.id = s.person where case_id = $1`,
    [id],
  )
  assert.equal(rows.length, 1)
  assert.deepEqual([rows[0].name, rows[0].detail.reason], ['Sorrel Sample', 'Said so.'])
  const charges: ReadonlyArray<{ key: string; withdrawn: string | null }> = rows[0].detail.charges
  assert.deepEqual(
    charges.map(({ key, withdrawn }) => [key, withdrawn === null]),
    [
      ['C1', false],
      ['C2', true],
    ],
  )
  assert.equal(rows[0].detail.arrests.length, 1)
})

test('a suspect is refused with what is wrong in the numbers', async () => {
  const { address, name } = await newCase()
  const arrests = [{ ...suspectOf('', 1).arrests[0], asn: '11/01ZD/01/410836X' }]
  const told = await send(`${address}/suspects`, suspectOf(`${name}-S`, 1, { arrests }))
  assert.deepEqual([told.status, told.body['code']], [422, 'message.number-wrong'])
  assert.match(wordOf(told.body['detail']), /check letter/)
})

test('suspects that come at the same moment each have a number of their own', async () => {
  const { address, name } = await newCase()
  const told = await Promise.all(
    ['a', 'b', 'c'].map((one) => send(`${address}/suspects`, suspectOf(`${name}-${one}`, 1))),
  )
  assert.deepEqual(told.map(({ body }) => wordOf(body['item'])).toSorted(), ['1', '2', '3'])
})

test('material is added, changes its state, and is withdrawn, in the sender’s own versions', async () => {
  const { id, address, name } = await newCase()
  const states = [
    materialOf(`${name}-M`, 1, { state: 'missing', stateReason: 'Not made yet.' }),
    materialOf(`${name}-M`, 2),
    materialOf(`${name}-M`, 3, { state: 'refused', stateReason: 'Lost, and not made again.', title: 'Statement' }),
    materialOf(`${name}-M`, 4, { state: 'withdrawn', stateReason: 'Of another case.', title: 'Statement' }),
  ]
  const seen = []
  for (const body of states) {
    accepted(await send(`${address}/material`, body))
    const { rows } = await installation.pool.query(
      'select state, withdrawn_at, title from material_item where case_id = $1',
      [id],
    )
    seen.push(...rows.map(({ state, withdrawn_at: at, title }) => [state, at === null, title]))
  }
  assert.deepEqual(seen, [
    ['missing', true, 'Statement of the victim'],
    ['received', true, 'Statement of the victim'],
    ['refused', true, 'Statement'],
    ['refused', false, 'Statement'],
  ])
  const late = await send(`${address}/material`, materialOf(`${name}-M`, 2))
  assert.deepEqual([late.status, late.body['applied'], late.body['item']], [200, false, 'M1'])
})

test('items of material that come at the same moment each have a number of their own', async () => {
  const { address, name } = await newCase()
  const told = await Promise.all(
    ['a', 'b', 'c', 'd'].map((one) => send(`${address}/material`, materialOf(`${name}-${one}`, 1))),
  )
  assert.deepEqual(told.map(({ body }) => wordOf(body['item'])).toSorted(), ['M1', 'M2', 'M3', 'M4'])
})

test('a referral waits for what it names, and says what its file lacks', async () => {
  const { address, name } = await newCase()
  const key = `${name}-R`
  const early = await send(`${address}/referrals`, referralOf(key, 1, [`${name}-S`]))
  assert.deepEqual([early.status, early.body['code'], early.retryAfter], [409, 'message.not-here-yet', 30])
  accepted(await send(`${address}/suspects`, suspectOf(`${name}-S`, 1)))
  const later = { suspects: [{ reference: `${name}-S`, sequence: 2 }] }
  assert.equal((await send(`${address}/referrals`, referralOf(key, 1, [], later))).body['code'], 'message.not-here-yet')
  const bare = await send(`${address}/referrals`, referralOf(key, 1, [`${name}-S`], { gaps: [] }))
  assert.deepEqual([bare.status, bare.body['code'], bare.retryAfter], [409, 'referral.gap-without-reason', null])
  const sent = await send(`${address}/referrals`, referralOf(key, 1, [`${name}-S`]))
  assert.deepEqual([sent.status, sent.body['item']], [201, '1'])
})

test('referrals of several suspects that come at the same moment each have a number of their own', async () => {
  const { address, name } = await newCase()
  const names = ['a', 'b', 'c'].map((one) => `${name}-${one}`)
  for (const one of names) accepted(await send(`${address}/suspects`, suspectOf(one, 1)))
  const told = await Promise.all(names.map((one) => send(`${address}/referrals`, referralOf(`${one}-R`, 1, [one]))))
  assert.deepEqual(told.map(({ body }) => wordOf(body['item'])).toSorted(), ['1', '2', '3'])
  const referrals = (await system.read(`${address}/triage`)).body['referrals'] as ReadonlyArray<{ suspects: number[] }>
  assert.deepEqual(
    referrals.flatMap(({ suspects }) => suspects).toSorted((a, b) => a - b),
    [1, 2, 3],
  )
})

const by = 'prosecutor'
const act = { actor: by, at: testMoment }
const order = (id: string, command: Parameters<typeof referral.decide>[0]) =>
  installation.record.perform(referral, id, command, act)
const prosecutors = {
  agency: 'cps-thames-and-chiltern',
  unit: 'magistrates',
  name: 'Magistrates, CPS Thames and Chiltern',
}

/** A case whose referral the prosecutor accepted, having sent it back once. */
async function referredCase() {
  const found = await newCase()
  const { id, address, name } = found
  accepted(await send(`${address}/suspects`, suspectOf(`${name}-S`, 1)))
  accepted(await send(`${address}/referrals`, referralOf(`${name}-R`, 1, [`${name}-S`])))
  const grounds = [{ reason: 'R06', material: null, about: 'The statement of the victim' }] as const
  const respondBy = parseLocalDate('2026-04-14')
  await order(id, { type: 'Reject', referral: 1, grounds, respondBy, remindOn: null, at: testMoment, by })
  return found
}

test('triage, action plan and its answers are read and told by the sender’s own names', async () => {
  const { id, address, name } = await referredCase()
  const rejected = (await system.read(`${address}/triage`)).body['referrals']
  assert.partialDeepStrictEqual(rejected, [
    { stage: 'rejected', timesSent: 1, rejection: { respondBy: '2026-04-14', reasons: [{ code: 'R06' }] } },
  ])
  accepted(await send(`${address}/material`, materialOf(`${name}-M`, 1)))
  const again = { answers: ['It is on the register now.'], material: [{ reference: `${name}-M` }] }
  accepted(await send(`${address}/referrals`, referralOf(`${name}-R`, 2, [`${name}-S`], again)))
  const holidays = await installation.reading.as(thePublic, readBankHolidays)
  const facts = { holidays, settings: settingsAsShipped }
  const accept = { type: 'Accept', reviewType: 'twenty-eight-days', caseType: 'magistrates', owner: null } as const
  await order(id, { ...accept, prosecutors, referral: 1, facts, at: testMoment, by })
  const asked = {
    what: 'The receipt',
    why: 'It shows the owner.',
    suspect: null,
    material: null,
    urgent: false,
    dueOn: null,
  }
  await order(id, { type: 'SendActionPlan', referral: 1, items: [asked], facts, at: testMoment, by })
  const plan = (await system.read(`${address}/action-plan`)).body['items']
  assert.partialDeepStrictEqual(plan, [
    { item: 'A1', what: 'The receipt', state: 'open', dueOn: '2026-05-05', answer: null },
  ])
  const answer = { type: 'done', material: { reference: `${name}-receipt` }, words: 'Here.' }
  const early = await send(`${address}/action-plan/A1/answer`, { sequence: 1, answer })
  assert.equal(early.body['code'], 'message.not-here-yet')
  accepted(await send(`${address}/material`, materialOf(`${name}-receipt`, 1, { kind: 'exhibit', title: 'Receipt' })))
  accepted(await send(`${address}/action-plan/A1/answer`, { sequence: 1, answer }))
  const done = (await system.read(`${address}/action-plan`)).body['items']
  assert.partialDeepStrictEqual(done, [{ item: 'A1', state: 'done', answer: 'Here.' }])
  assert.equal((await send(`${address}/action-plan/A2/answer`, { sequence: 1, answer })).status, 404)
})

test('decisions show where each suspect stands, and every reading is logged', async () => {
  const { id, address } = await referredCase()
  const before = looks.length
  const { body } = await system.read(`${address}/decisions`)
  assert.deepEqual(body['suspects'], [
    { suspect: 1, track: 'referral-rejected', trackInWords: 'Waiting for police to send the referral again' },
  ])
  assert.deepEqual(body['decisions'], [])
  assert.equal(looks.length, before + 1)
  // A referral puts the prosecutor on the case: their system reads the same, and nothing before it.
  assert.equal((await cps.read(`/cases/${id}/triage`)).status, 200)
  const other = await newCase()
  assert.equal((await cps.read(`/cases/${other.id}`)).status, 404)
  assert.equal((await cps.send(messageTo(`/cases/${id}/material`, materialOf('X-1', 1)))).status, 403)
})

test('a decision is told once it is made, and a draft to nobody', async () => {
  await reviewedCase(installation, '7KQ2M9XD')
  await reviewedCase(installation, '8KQ2M9XD', {}, false)
  const decided = (await system.read('/cases/7KQ2M9XD/decisions')).body
  assert.partialDeepStrictEqual(decided['decisions'], [
    {
      suspect: 1,
      decision: 1,
      outcome: 'charge',
      charges: [{ charge: 'C1', outcome: 'charge', test: 'full-code-test' }],
    },
  ])
  assert.partialDeepStrictEqual(decided['suspects'], [{ suspect: 1, track: 'charge-authorised' }])
  const drafted = (await system.read('/cases/8KQ2M9XD/decisions')).body
  assert.deepEqual(drafted['decisions'], [])
  assert.partialDeepStrictEqual(drafted['suspects'], [{ track: 'under-review' }])
  await untilSettled(installation)
  const { body } = await system.read('/happenings')
  const told = body['happenings'] as ReadonlyArray<{ readonly case: string; readonly part: string }>
  assert.ok(told.some((one) => one.case === '7KQ2M9XD' && one.part === 'review-1'))
})
