import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson, closeAccount, theAccount as account } from '../../../test/support/accounts.ts'
import { caseSite, force, officer, recordCase, reportedAt, sendSeen, textOf } from '../../../test/support/cases.ts'
import { permissions } from '../../agencies/permissions.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { paths } from '../../paths.ts'
import { type Viewer, thePublic } from '../../platform/database/reading.ts'
import { isReferenceTaken } from '../cases/read-case.ts'
import { type InvestigationCommand, investigation } from '../investigation/investigation.ts'

// Who reads a restricted case, asked of the database and of the pages. Nobody else may find a trace of it.

const site = await caseSite()
const { installation } = site
const { reading, record } = installation
const cps = 'cps-thames-and-chiltern'

const order = (id: string, command: Unsigned<InvestigationCommand>, by = 'officer') =>
  record.perform(investigation, id, { ...command, at: reportedAt, by }, { actor: by, at: reportedAt })

for (const id of ['officer', 'named', 'colleague'])
  await addPerson(installation, id, { agency: force, agencyKind: 'police-force', roles: ['police-officer'] })
await addPerson(installation, 'prosecutor', { roles: ['prosecutor'] })
for (const id of ['RST22222', 'RST33333']) {
  await recordCase(installation, id, { where: 'Example Quay' })
  await order(id, { type: 'RecordAsCrime', crimeReference: `4326099${id.slice(3)}`, reason: 'Theft' })
  const line = { what: 'CCTV', direction: 'both', who: 'officer', dueOn: parseLocalDate('2026-04-30') } as const
  await order(id, { type: 'AddLine', ...line })
  await order(id, { type: 'WritePlan', objectives: ['Find who took it'], strategy: 'CCTV first' })
  await order(id, { type: 'AddWitness', person: `${id}-1`, willing: true, needs: null, reason: 'Saw it' })
  await order(id, { type: 'ShareCase', agency: cps, why: 'Referred' })
}
const restrict = { type: 'RestrictCase', reason: 'The suspect is said to work here' } as const
await order('RST33333', { ...restrict, agency: force, accounts: ['officer', 'named'] })

const everything = Object.keys(permissions)
const mayRead = ['case.read', 'duties.read']
const viewer = (account: string, agency = force, held: readonly string[] = everything): Viewer => ({
  account,
  agency,
  unit: 'investigations',
  permissions: held,
})

const tables = [
  'case_summary',
  'case_person',
  'case_witness',
  'case_plan',
  'case_line',
  'case_happening',
  'case_named',
  'person',
  'person_name_key',
  'person_change',
  'person_change_reason',
  'duty',
  'duty_history',
] as const

/** Which of the two cases somebody finds anything of, in any table. */
const casesSeen = (who: Viewer) =>
  reading.as(who, async (tx) => {
    const seen = new Set<string>()
    for (const table of tables) {
      const rows = await tx.selectFrom(table).selectAll().execute()
      for (const id of ['RST22222', 'RST33333']) if (JSON.stringify(rows).includes(id)) seen.add(id)
    }
    return [...seen].toSorted()
  })

test('who is named reads the restricted case like any other', async () => {
  for (const account of ['officer', 'named']) {
    assert.deepEqual(await casesSeen(viewer(account)), ['RST22222', 'RST33333'], account)
  }
})

test('a colleague who is not named finds no trace of it in any table, whatever they may do', async () => {
  assert.deepEqual(await casesSeen(viewer('colleague')), ['RST22222'])
  assert.deepEqual(await casesSeen(viewer('colleague', force, ['duties.read'])), ['RST22222'])
})

test('to be named gives nobody what their role does not', async () => {
  assert.deepEqual(await casesSeen(viewer('named', 'pcc-thames-valley')), [])
  assert.deepEqual(await casesSeen(viewer('', force)), ['RST22222'])
  assert.deepEqual(await casesSeen(thePublic), [])
})

test('of an agency that has named nobody only those read it who may restrict cases, and once it has, only the named', async () => {
  const seenAtCps = async () => [
    (await casesSeen(viewer('manager', cps))).length,
    (await casesSeen(viewer('prosecutor', cps, mayRead))).length,
  ]
  assert.deepEqual(await seenAtCps(), [2, 1])
  await order('RST33333', { ...restrict, agency: cps, accounts: ['other-manager', 'prosecutor'] }, 'prosecutor')
  assert.deepEqual(await seenAtCps(), [1, 2])
  assert.equal((await casesSeen(viewer('officer'))).length, 2)
})

test('what is assigned to somebody who is shut out is not in their work list either', async () => {
  const duties = await reading.as(viewer('colleague', force, []), (tx) => tx.selectFrom('duty').selectAll().execute())
  assert.deepEqual(duties, [])
  const assigned = await reading.as(viewer('officer', force, []), (tx) =>
    tx.selectFrom('duty').select('matter').execute(),
  )
  assert.deepEqual(
    new Set(assigned.map(({ matter }) => matter)),
    new Set([paths.deskCase('RST22222'), paths.deskCase('RST33333')]),
  )
})

const mayAll = ['case.read', 'case.record', 'case.decide', 'case.restrict', 'suspect.record', 'duties.read']
const colleague = site.signedIn(mayAll, { ...officer, account: 'colleague' })
const named = site.signedIn(mayAll, { ...officer, account: 'named' })

test('lists, counts and searches leave it out, its pages are not there, and neither is its duty', async () => {
  assert.match(textOf(await named.get(`${paths.deskCases}?words=example+quay`)), /1 to 2 of 2 cases/)
  const list = textOf(await colleague.get(`${paths.deskCases}?words=example+quay`))
  assert.match(list, /1 to 1 of 1 case/)
  assert.match(list, /1 All/)
  const page = await named.get(paths.deskCase('RST33333'))
  assert.match(textOf(page), /Restricted Only 4 named people read this case/)
  const duties = [...new Set(page.body.match(/\/desk\/duties\/[0-9a-f]{20}/g))]
  assert.equal(duties.length, 2)
  const addresses = [
    paths.deskCase('RST33333'),
    paths.deskCasePeople('RST33333'),
    paths.deskCaseInquiries('RST33333'),
    paths.deskCaseRecord('RST33333'),
    paths.deskCaseRestrict('RST33333'),
    ...duties,
  ]
  for (const address of addresses) assert.equal((await colleague.get(address)).statusCode, 404, address)
  assert.doesNotMatch((await colleague.get('/desk?whose=agency')).body, /RST33333/)
  assert.match((await named.get('/desk?whose=agency')).body, /RST33333/)
})

test('that a crime reference is taken is told of a case that cannot be seen, and nothing else of it', async () => {
  const taken = (id: string, by = 'colleague') =>
    reading.as(viewer(by), (tx) => isReferenceTaken(tx, force, '432609933333', id))
  assert.equal(await taken('RST22222'), true)
  assert.equal(await taken('RST33333', 'named'), false, 'not by itself')
  assert.equal(await taken('RST22222', 'named'), true)
  const other = reading.as(viewer('colleague'), (tx) =>
    isReferenceTaken(tx, 'bedfordshire-police', '432609933333', 'x'),
  )
  assert.equal(await other, false, 'references of another force are others')
})

test('on its page a case is restricted, changed and opened again, each with a reason', async () => {
  const id = 'RST22222'
  const address = paths.deskCaseRestrict(id)
  const missing = await sendSeen(named, address, {})
  assert.equal(missing.statusCode, 400)
  assert.match(textOf(missing), /Select who may read the case .*Enter why the case is restricted/)
  const alone = await sendSeen(named, address, { people: ['colleague', 'officer'], reason: 'Sensitive' })
  assert.equal(alone.statusCode, 409)
  assert.match(textOf(alone), /Whoever restricts a case must be among those/)
  assert.equal((await sendSeen(named, address, { people: ['named', 'officer'], reason: 'Sensitive' })).statusCode, 303)
  assert.equal((await colleague.get(paths.deskCase(id))).statusCode, 404)
  const unasked = await sendSeen(named, paths.deskCaseLift(id), {})
  assert.match(textOf(unasked), /Enter why the restriction is lifted/)
  assert.equal((await sendSeen(named, paths.deskCaseLift(id), { reason: 'It is over' })).statusCode, 303)
  assert.equal((await colleague.get(paths.deskCase(id))).statusCode, 200)
  assert.equal((await named.get(paths.deskCaseLift(id))).statusCode, 404)
})

test('a restricted case whose readers have all left is found by its number, and others are named without opening it', async () => {
  const id = 'RST44444'
  await recordCase(installation, id, { where: 'Example Lock' })
  const leavers = ['leaver', 'mover']
  for (const one of [...leavers, 'heir'])
    await addPerson(installation, one, { agency: force, agencyKind: 'police-force', roles: ['police-officer'] })
  await order(id, { ...restrict, agency: force, accounts: leavers }, 'leaver')
  const manager = site.signedIn(['case.read', 'case.restrict', 'duties.read'], { ...officer, account: 'manager' })
  const anew = paths.deskCaseReadersAnew(id)
  const leave = (one: string) => closeAccount(installation, one, reportedAt)
  await leave('leaver')
  assert.match(textOf(await manager.get(paths.deskCasesWithoutReaders)), /There is none/)
  assert.equal((await manager.get(anew)).statusCode, 404, 'one of the two is still there')
  const take = {
    type: 'TakeRole',
    role: 'police-officer',
    reason: 'Moved',
    by: 'test',
    byAreaAdministrator: false,
  } as const
  await record.perform(account, 'mover', { ...take, at: reportedAt }, { actor: 'test', at: reportedAt })

  assert.match(textOf(await manager.get(paths.deskCases)), /A restricted case that nobody can open/)
  const list = textOf(await manager.get(paths.deskCasesWithoutReaders))
  assert.match(list, /Report RST4-4444 Person leaver, Person mover/)
  const form = await manager.get(anew)
  assert.doesNotMatch(form.body, /Example Lock|bicycle|Quince|value="leaver"|value="mover"/)
  assert.match(textOf(await manager.post(anew, { people: 'heir' })), /Enter why they are named/)
  assert.equal((await manager.post(anew, { people: 'heir', reason: 'Takes the work over' })).statusCode, 303)
  assert.equal((await manager.get(paths.deskCase(id))).statusCode, 404)
  assert.equal((await manager.get(anew)).statusCode, 404)
  const heir = site.signedIn(mayAll, { ...officer, account: 'heir' })
  assert.match(textOf(await heir.get(paths.deskCaseRecord(id))), /Who reads the case named anew .*Takes the work over/)
  const looks = site.looks.filter(({ subjects }) => subjects.includes(`investigation/${id}`))
  assert.ok(looks.some(({ what }) => what === 'Restricted cases that nobody can open: their numbers'))
})

test('of cases without readers another agency, and who may not restrict cases, find nothing', async () => {
  const reader = site.signedIn(['case.read', 'case.decide', 'duties.read'], { ...officer, account: 'named' })
  assert.equal((await reader.get(paths.deskCasesWithoutReaders)).statusCode, 403)
})

test('who may not restrict cases is shown no way to, and has none', async () => {
  const reader = site.signedIn(['case.read', 'case.decide', 'duties.read'], { ...officer, account: 'named' })
  assert.doesNotMatch((await reader.get(paths.deskCase('RST22222'))).body, /\/restrict/)
  assert.equal((await reader.get(paths.deskCaseRestrict('RST22222'))).statusCode, 403)
})
