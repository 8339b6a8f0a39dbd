import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiSite, makeToken } from '../../test/support/api-site.ts'
import { everyRow } from '../../test/support/decider-properties.ts'
import {
  allegationOf,
  materialOf,
  messageTo,
  policeSystem,
  referralOf,
  suspectOf,
  tell as tellVersion,
} from '../../test/support/police-system.ts'
import { commandsOf } from '../../test/support/referrals.ts'
import { testMoment } from '../../test/support/web.ts'
import { investigation } from '../casework/investigation/investigation.ts'
import { materialRegister } from '../casework/material/register.ts'
import { type PersonDetails, person } from '../casework/people/person.ts'
import { referral } from '../casework/referral/referral.ts'
import { openCharges } from '../casework/suspects/decide-charging.ts'
import { suspect } from '../casework/suspects/suspect.ts'
import type { Decider, Json, Named } from '../platform/record/decider.ts'
import { eraseStream } from '../platform/record/erase.ts'

// What a colleague corrected here stays when the next version repeats what it said before, and where both sides changed
// the same thing nothing of the message is taken in.

const { app, installation, looks } = await apiSite()
const { record } = installation
const system = policeSystem(app, await makeToken(installation, 't1'))
const act = { actor: 'officer', at: testMoment }
const acted = { at: testMoment, by: 'officer', reason: 'She rang today' }

const tell = (address: string, body: Json) => tellVersion(system, address, body)

/** Tells of a version that clashes at these places, and that nothing of it was recorded. */
async function refused(address: string, body: Json): Promise<readonly Json[]> {
  const before = await everyRow(installation)
  const { status, body: told, retryAfter } = await system.send(messageTo(address, body))
  assert.deepEqual([status, told['code'], retryAfter], [409, 'message.changed-in-both', null], JSON.stringify(told))
  assert.deepEqual(await everyRow(installation), before)
  const errors = told['errors'] as ReadonlyArray<{ pointer: string; here: Json; sent: Json }>
  return errors.map(({ pointer, here, sent }) => [pointer, here, sent])
}

/** What a colleague does at the desk, past its pages. */
const desk = <State, Command extends Named, Event extends Named>(
  decider: Decider<State, Command, Event>,
  id: string,
  command: Named & { readonly [name: string]: unknown },
) => record.perform(decider, id, { ...acted, ...command } as unknown as Command, act)

const factsOf = async (id: string) => {
  const facts = (await record.read(investigation, id)).state?.facts
  assert.ok(facts)
  return facts
}

test('a fact of the report that a colleague corrected stays, and so do the times that no message tells of', async () => {
  const { id } = await tell('/allegations', allegationOf('C-1', 1))
  const facts = { ...(await factsOf(id)), where: 'Platform 2', fromTime: '08:15' }
  await desk(investigation, id, { type: 'CorrectAllegation', facts })
  const { kept } = await tell('/allegations', allegationOf('C-1', 2, { what: 'Two bicycles were taken.' }))
  assert.deepEqual(kept, ['/where'])
  const stands = { what: 'Two bicycles were taken.', where: 'Platform 2', fromTime: '08:15' }
  assert.partialDeepStrictEqual(await factsOf(id), stands)

  const other = allegationOf('C-1', 3, { what: 'Three were.', where: 'Platform 9' })
  assert.deepEqual(await refused('/allegations', other), [['/where', 'Platform 2', 'Platform 9']])
  assert.partialDeepStrictEqual(await factsOf(id), stands)
  // Once the sender says what stands here, it may go on from there.
  await tell('/allegations', allegationOf('C-1', 3, { what: 'Three were.', where: 'Platform 2' }))
  await tell('/allegations', allegationOf('C-1', 4, { what: 'Three were.', where: 'Platform 9' }))
  assert.equal((await factsOf(id)).where, 'Platform 9')
})

test('a message is refused until the two agree, and then goes through as it is', async () => {
  const { id } = await tell('/allegations', allegationOf('C-2', 1))
  await desk(investigation, id, { type: 'CorrectAllegation', facts: { ...(await factsOf(id)), where: 'A' } })
  const message = messageTo('/allegations', allegationOf('C-2', 2, { where: 'B' }))
  assert.equal((await system.send(message)).status, 409)
  await desk(investigation, id, { type: 'CorrectAllegation', facts: { ...(await factsOf(id)), where: 'B' } })
  const { status, body } = await system.send(message)
  assert.deepEqual([status, body['applied'], body['kept']], [200, true, undefined])
})

const detailsOf = async (id: string): Promise<PersonDetails> => {
  const details = (await record.read(person, id)).state?.details
  assert.ok(details)
  return details
}
const correct = async (caseId: string, id: string, change: Partial<PersonDetails>) => {
  const details = { ...(await detailsOf(id)), ...change }
  await desk(person, id, { type: 'CorrectPerson', details, caseId })
}

test('how a victim is reached stays as a colleague put it right, and is erased with the victim', async () => {
  const { id } = await tell('/allegations', allegationOf('C-3', 1))
  const victim = (await record.read(investigation, id)).state?.victims[0]?.person ?? ''
  await correct(id, victim, { phone: '01632 960077' })
  const called = (name: string, phone: string) => ({ victims: [{ person: { name, phone } }] })
  const { kept } = await tell('/allegations', allegationOf('C-3', 2, called('Quince Exemplar', '01632 960011')))
  assert.deepEqual(kept, ['/victims/0/person/phone'])
  assert.partialDeepStrictEqual(await detailsOf(victim), { name: 'Quince Exemplar', phone: '01632 960077' })
  assert.deepEqual(await refused('/allegations', allegationOf('C-3', 3, called('Quince Exemplar', '01632 960099'))), [
    ['/victims/0/person/phone', '01632 960077', '01632 960099'],
  ])
  const { rows } = await installation.pool.query(
    `select row_to_json(e)::text from api_item e where case_id = $1 and row_to_json(e)::text like '%960%'`,
    [id],
  )
  assert.deepEqual(rows, [])
})

test('what stands here is told to a system that may read cases, and logged; any other is told where', async () => {
  const { id } = await tell('/allegations', allegationOf('C-9', 1))
  const victim = (await record.read(investigation, id)).state?.victims[0]?.person ?? ''
  await correct(id, victim, { phone: '01632 960078' })
  const changed = { victims: [{ person: { name: 'Quince Example', phone: '01632 960099' } }] }
  const message = messageTo('/allegations', allegationOf('C-9', 2, changed))
  const writer = policeSystem(app, await makeToken(installation, 't2', { scopes: ['case.record'] }))
  const logged = looks.length
  const { status, body } = await writer.send(message)
  const [error] = body['errors'] as ReadonlyArray<Readonly<Record<string, Json>>>
  assert.deepEqual([status, error?.['pointer'], error?.['sent']], [409, '/victims/0/person/phone', '01632 960099'])
  assert.doesNotMatch(JSON.stringify(body), /960078/)
  assert.equal(looks.length, logged)
  assert.match(JSON.stringify((await system.send(message)).body), /960078/)
  const subjects = [`investigation/${id}`, `person/${victim}`]
  assert.partialDeepStrictEqual(looks.slice(logged), [{ subjects, viewer: { account: 'api:t1' } }])
})

test('a decision that a colleague changed stays, and a changed one is not decided over', async () => {
  const { id } = await tell('/allegations', allegationOf('C-4', 1))
  const address = '/cases/reference:C-4/crime-decision'
  await tell(address, { sequence: 1, crimeReference: 'C-4-1', reason: 'Credible.' })
  await desk(investigation, id, { type: 'RecordAsNoCrime' })
  const { kept } = await tell(address, { sequence: 2, crimeReference: 'C-4-1', reason: 'Credible.' })
  assert.deepEqual(kept, ['/crimeReference'])
  const changed = { sequence: 3, crimeReference: 'C-4-2', reason: 'Credible.' }
  assert.deepEqual(await refused(address, changed), [
    ['/crimeReference', [null, 'She rang today'], ['C-4-2', 'Credible.']],
  ])
  assert.equal((await record.read(investigation, id)).state?.crime?.recorded, false)
  const how = '/cases/reference:C-4/investigation-decision'
  await desk(investigation, id, { type: 'RecordAsCrime', crimeReference: 'C-4-3' })
  await desk(investigation, id, { type: 'DecideToInvestigate', how: 'See the film.' })
  assert.equal((await refused(how, { sequence: 1, how: null, reason: 'Old.' })).length, 1)
  await tell(how, { sequence: 1, how: 'See the film.', reason: 'She rang today' })
})

const suspectIn = async (id: string, item: string) => {
  const { state } = await record.read(suspect, `${id}-S${item}`)
  assert.ok(state)
  return state
}
test('a charge that a colleague proposed or withdrew stays so, and a number that they recorded', async () => {
  const { id } = await tell('/allegations', allegationOf('C-5', 1))
  const address = '/cases/reference:C-5/suspects'
  const first = suspectOf('C-5-S', 1)
  const [charge] = first.charges
  assert.ok(charge)
  const second = { ...charge, particulars: 'Stole another bicycle.' }
  const { item } = await tell(address, { ...first, charges: [charge, second] })
  await desk(suspect, `${id}-S${item}`, { type: 'WithdrawCharge', key: 'C2', reason: 'One bicycle' })
  await desk(suspect, `${id}-S${item}`, { type: 'RecordNumbers', asn: '1101ZD0100000410836V', pncId: '1979/0163001B' })
  const { kept } = await tell(address, { ...first, sequence: 2, charges: [charge, second], reason: 'Seen.' })
  assert.deepEqual(kept, ['/pncId', '/asn', '/charges'])
  const state = await suspectIn(id, item)
  assert.deepEqual(
    [openCharges(state).map(({ key }) => key), state.reason, state.pncId, state.arrests[0]?.asn],
    [['C1'], 'Seen.', '1979/0163001B', '1101ZD0100000410836V'],
  )
  const mended = { ...second, particulars: 'Stole a tandem.' }
  const clash = await refused(address, { ...first, sequence: 3, charges: [charge, mended], reason: 'Seen.' })
  assert.deepEqual(clash, [['/charges', [charge], [charge, mended]]])
  await tell(address, { ...first, sequence: 3, charges: [charge], reason: 'Seen.' })
  await tell(address, { ...first, sequence: 4, charges: [mended], reason: 'Seen.' })
  assert.deepEqual(
    openCharges(await suspectIn(id, item)).map(({ particulars }) => particulars),
    ['Stole a tandem.'],
  )
})

test('an arrest that a colleague took back does not come again, and a new one brings its own number', async () => {
  const { id } = await tell('/allegations', allegationOf('C-8', 1))
  const address = '/cases/reference:C-8/suspects'
  const first = suspectOf('C-8-S', 1, { charges: [] })
  const [arrest] = first.arrests
  assert.ok(arrest)
  const { item } = await tell(address, first)
  await desk(suspect, `${id}-S${item}`, { type: 'TakeBackEntry', entry: 1 })
  const { kept } = await tell(address, { ...first, sequence: 2, reason: 'Seen.' })
  assert.deepEqual(kept, ['/arrests'])
  assert.deepEqual((await suspectIn(id, item)).arrests, [])
  const later = { ...arrest, arrestedAt: '2026-04-07T09:40:00+01:00', asn: '1101ZD0100000410836V' }
  const told = { ...first, reason: 'Seen.', arrests: [arrest, later] }
  await tell(address, { ...told, sequence: 3 })
  await desk(suspect, `${id}-S${item}`, { type: 'RecordNumbers', asn: '1101ZD0100000448754K', pncId: null })
  assert.deepEqual((await tell(address, { ...told, sequence: 4 })).kept, ['/arrests', '/asn'])
  assert.deepEqual(
    (await suspectIn(id, item)).arrests.map(({ asn }) => asn),
    ['1101ZD0100000448754K'],
  )
})

test('a version of a suspect whose details were erased is taken in, and of one who was erased is refused for good', async () => {
  const { id } = await tell('/allegations', allegationOf('C-10', 1))
  const address = '/cases/reference:C-10/suspects'
  const { item } = await tell(address, suspectOf('C-10-S', 1))
  const { person: who } = await suspectIn(id, item)
  await eraseStream(installation, `person/${who}`, 'Asked for', act)
  await tell(address, suspectOf('C-10-S', 2, { reason: 'Seen.' }))
  assert.equal((await suspectIn(id, item)).reason, 'Seen.')
  await eraseStream(installation, `suspect/${id}-S${item}`, 'Asked for', act)
  const { status, body, retryAfter } = await system.send(messageTo(address, suspectOf('C-10-S', 3)))
  assert.deepEqual([status, body['code'], retryAfter], [409, 'record.stream-erased', null])
})

test('an item that a colleague received is not lost because an old version says that it is missing', async () => {
  const { id } = await tell('/allegations', allegationOf('C-6', 1))
  const address = '/cases/reference:C-6/material'
  const missing = { state: 'missing', stateReason: 'Not made yet.' }
  const { item } = await tell(address, materialOf('C-6-M', 1, missing))
  await desk(materialRegister, id, { type: 'ReceiveMaterial', item, settings: {} })
  await desk(materialRegister, id, { type: 'DecideUse', item, use: 'unused-sensitive' })
  const { kept } = await tell(address, materialOf('C-6-M', 2, { ...missing, title: 'Her statement' }))
  assert.deepEqual(kept, ['/state', '/use'])
  const standing = (await record.read(materialRegister, id)).state?.items[0]
  assert.partialDeepStrictEqual(standing, { title: 'Her statement', state: 'received', use: 'unused-sensitive' })
  const refusedState = { state: 'refused', stateReason: 'She will not.', title: 'Her statement' }
  assert.deepEqual(await refused(address, materialOf('C-6-M', 3, refusedState)), [
    ['/state', ['received'], ['refused', 'She will not.']],
  ])
})

test('a referral that a colleague corrected before triage keeps what they put right', async () => {
  const { id } = await tell('/allegations', allegationOf('C-7', 1))
  await tell('/cases/reference:C-7/crime-decision', { sequence: 1, crimeReference: 'C-7-1', reason: 'Credible.' })
  await tell('/cases/reference:C-7/investigation-decision', { sequence: 1, how: 'Ask.', reason: 'Named.' })
  await tell('/cases/reference:C-7/suspects', suspectOf('C-7-S', 1))
  const address = '/cases/reference:C-7/referrals'
  await tell(address, referralOf('C-7-R', 1, ['C-7-S']))
  const sent = (await record.read(referral, id)).state?.referrals[0]?.submissions[0]?.sent
  assert.ok(sent)
  const file = { ...sent, plea: 'not-guilty' as const }
  await desk(referral, id, commandsOf(id).correct({ file, at: testMoment }))
  const { kept } = await tell(address, referralOf('C-7-R', 2, ['C-7-S'], { supervisorComments: 'Ready now.' }))
  assert.deepEqual(kept, ['/plea'])
  const stands = (await record.read(referral, id)).state?.referrals[0]?.submissions.at(-1)?.sent
  assert.partialDeepStrictEqual(stands, { plea: 'not-guilty', supervisorComments: 'Ready now.' })
})
