import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptHolidays } from '../calendar/kept-lists.ts'
import { apiSite, makeToken } from '../../test/support/api-site.ts'
import {
  allegationOf,
  materialOf,
  messageTo,
  policeSystem,
  suspectOf,
  tell as tellVersion,
} from '../../test/support/police-system.ts'
import { testMoment } from '../../test/support/web.ts'
import { investigation } from '../casework/investigation/investigation.ts'
import { materialRegister } from '../casework/material/register.ts'
import { person } from '../casework/people/person.ts'
import { suspect } from '../casework/suspects/suspect.ts'
import type { Json } from '../platform/record/decider.ts'

// What is judged at the desk is not undone by a system that does not even know of it.

const { app, installation } = await apiSite()
const { record } = installation
const system = policeSystem(app, await makeToken(installation, 't1'))
const act = { actor: 'officer', at: testMoment }
const acted = { at: testMoment, by: 'officer', reason: 'She told us today' }

const tell = (address: string, body: Json) => tellVersion(system, address, body)

test('a version that says nothing of safe contact or of enhanced rights leaves both as an officer recorded them', async () => {
  const victims = [{ person: { name: 'Quince Example', phone: '01632 960011' } }]
  const { id } = await tell('/allegations', allegationOf('LEFT-1', 1, { victims }))
  const victim = (await record.read(investigation, id)).state?.victims[0]?.person ?? ''
  const details = (await record.read(person, victim)).state?.details
  assert.ok(details)
  const note = 'Only by text: he answers her telephone'
  await record.perform(
    person,
    victim,
    { type: 'CorrectPerson', details: { ...details, contactNote: note }, caseId: id, ...acted },
    act,
  )
  const enhanced = { enhancedBy: ['intimidated'], holidays: keptHolidays() } as const
  const rights = { type: 'ChangeVictimRights', person: victim, ...enhanced, ...acted } as const
  await record.perform(investigation, id, rights, act)

  const shown = async () => (await system.read('/cases/reference:LEFT-1')).body['people']
  const other = [{ person: { name: 'Quince Example', phone: '01632 960012' } }]
  await tell('/allegations', allegationOf('LEFT-1', 2, { victims: other }))
  const kept = { enhancedBy: ['intimidated'], details: { phone: '01632 960012', contactNote: note } }
  assert.partialDeepStrictEqual(await shown(), [kept])

  const none = [{ person: { name: 'Quince Example', contactNote: null }, enhancedBy: [] }]
  const refused = await system.send(messageTo('/allegations', allegationOf('LEFT-1', 3, { victims: none })))
  assert.deepEqual([refused.status, refused.body['code']], [409, 'message.changed-in-both'])
  assert.partialDeepStrictEqual(await shown(), [kept])
})

test('a version that says nothing of use leaves sensitive material sensitive', async () => {
  const { id } = await tell('/allegations', allegationOf('LEFT-2', 1))
  const { use: _, ...told } = materialOf('LEFT-2-M', 1)
  const address = '/cases/reference:LEFT-2/material'
  const { item } = await tell(address, told)
  const standing = async () => (await record.read(materialRegister, id)).state?.items[0]
  assert.equal((await standing())?.use, 'undecided')
  const decide = { type: 'DecideUse', item, use: 'unused-sensitive', ...acted } as const
  await record.perform(materialRegister, id, decide, act)

  await tell(address, { ...told, sequence: 2, title: 'Statement of the informant' })
  assert.partialDeepStrictEqual(await standing(), { title: 'Statement of the informant', use: 'unused-sensitive' })
  const refused = await system.send(messageTo(address, { ...told, sequence: 3, use: 'evidence' }))
  assert.deepEqual([refused.status, refused.body['code']], [409, 'message.changed-in-both'])
  assert.equal((await standing())?.use, 'unused-sensitive')
})

test('a version that says nothing of charges withdraws none, and an empty list all', async () => {
  const { id } = await tell('/allegations', allegationOf('LEFT-3', 1))
  const address = '/cases/reference:LEFT-3/suspects'
  const { item } = await tell(address, suspectOf('LEFT-3-S', 1))
  const open = async () =>
    (await record.read(suspect, `${id}-S${item}`)).state?.charges.filter(({ withdrawn }) => withdrawn === null).length
  const { charges: _, ...told } = suspectOf('LEFT-3-S', 2)
  await tell(address, told)
  assert.equal(await open(), 1)
  await tell(address, { ...told, sequence: 3, charges: [] })
  assert.equal(await open(), 0)
})
