import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson, closeAccount } from '../../../test/support/accounts.ts'
import {
  caseSite,
  force,
  mayAll,
  officer,
  recordCase,
  reportedAt,
  sendSeen,
  textOf,
} from '../../../test/support/cases.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { mostListed } from '../decisions/colleagues.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { theft } from '../suspects/example.ts'
import type { SuspectCommand } from '../suspects/suspect-commands.ts'
import { suspect } from '../suspects/suspect.ts'

const site = await caseSite()
const browser = site.signedIn(mayAll, officer)
const police = { agency: force, agencyKind: 'police-force' }
const officers = { ...police, roles: ['police-officer'] } as const
const supervisors = { ...police, roles: ['police-supervisor'] } as const
await addPerson(site.installation, 'ash', officers)
await addPerson(site.installation, 'birch', supervisors)
await addPerson(site.installation, 'clerk', { ...police, roles: ['witness-care-officer'] })
await addPerson(site.installation, 'rowan')
for (const id of ['SGN22222', 'SGN33333']) await recordCase(site.installation, id)
const page = async (id = 'SGN22222') => textOf(await browser.get(paths.deskCase(id)))

test('the officer and the supervisor are chosen among the colleagues of the force, and the duties are then theirs', async () => {
  const address = paths.deskCaseAssign('SGN22222')
  const form = (await browser.get(address)).body
  assert.match(form, /Person ash/)
  assert.doesNotMatch(form, /Person rowan|Person clerk/)
  assert.equal(form.split('value="ash"').length - 1, 1, 'an officer is not offered as the supervisor')
  assert.equal(form.split('value="birch"').length - 1, 2, 'a supervisor may have a case of their own')
  const notSupervising = await sendSeen(browser, address, { unit: '', officer: '', supervisor: 'ash' })
  assert.match(textOf(notSupervising), /Choose the supervisor from the list/)
  const stranger = await sendSeen(browser, address, { unit: 'investigations', officer: 'rowan', supervisor: '' })
  assert.match(textOf(stranger), /Choose the officer in the case from the list/)
  const assigned = { unit: 'investigations', officer: 'ash', supervisor: 'birch' }
  assert.equal((await sendSeen(browser, address, assigned)).statusCode, 303)
  assert.match(await page(), /Officer in the case Person ash .*Supervisor Person birch/)
  const own = site.signedIn(['duties.read'], { ...officer, account: 'ash' })
  assert.match(textOf(await own.get('/desk')), /Decide whether the report is recorded as a crime/)
  assert.match(textOf(await browser.get(paths.deskCaseRecord('SGN22222'))), /Officer in the case: Person ash/)
})

test('what is owed about a suspect goes with the case: to its unit, and into the work list of its officer', async () => {
  const id = 'SGN44444'
  await recordCase(site.installation, id)
  const acted = { at: reportedAt, by: officer.account }
  const order = (command: Unsigned<SuspectCommand>) =>
    site.installation.record.perform(suspect, `${id}-S1`, { ...command, ...acted }, { actor: acted.by, at: acted.at })
  const inCase = { force, unit: 'investigations', dealtWithBy: 'Investigations', crimeReference: null }
  await order({ type: 'NameSuspect', caseId: id, number: 1, person: `${id}-1`, reason: 'Seen there', ...inCase })
  const happenedOn = parseLocalDate('2026-04-06')
  const limit = { modeOfTrial: 'summary-only', retailTheft: false, longerTimeLimit: null, exclusions: [] } as const
  await order({
    type: 'ProposeCharge',
    charge: { offence: theft, from: happenedOn, to: happenedOn, where: 'Example Road', particulars: 'Did it' },
    facts: { ...limit, summaryTimeLimit: true },
  })
  const own = site.signedIn(['duties.read'], { ...officer, account: 'birch' })
  assert.doesNotMatch(textOf(await own.get('/desk')), /Start proceedings against suspect 1/)
  const assigned = { unit: 'criminal-justice', officer: 'birch', supervisor: '', reason: 'Theirs' }
  assert.equal((await sendSeen(browser, paths.deskCaseAssign(id), assigned)).statusCode, 303)
  assert.match(textOf(await own.get('/desk')), /Start proceedings against suspect 1/)
  const unit = site.signedIn(['duties.read'], { ...officer, account: 'rowan', unit: 'criminal-justice' })
  assert.match(textOf(await unit.get('/desk?whose=unit')), /Start proceedings against suspect 1/)
})

test('to another unit a case moves with a reason', async () => {
  const address = paths.deskCaseAssign('SGN22222')
  const moved = { unit: 'criminal-justice', officer: 'ash', supervisor: 'birch' }
  const refused = await sendSeen(browser, address, moved)
  assert.equal(refused.statusCode, 409)
  assert.match(textOf(refused), /Give the reason/)
  assert.match(refused.body, /value="criminal-justice" selected/)
  assert.equal((await sendSeen(browser, address, { ...moved, reason: 'It belongs there' })).statusCode, 303)
  assert.match(await page(), /Dealt with by Criminal Justice, Thames Valley Police/)
  assert.match(textOf(await browser.get(`${paths.deskCases}?unit=criminal-justice`)), /SGN2-2222/)
})

test('a case is called by its URN, found by it, and an address with it leads there', async () => {
  const address = paths.deskCaseUrn('SGN22222')
  assert.match(textOf(await sendSeen(browser, address, { urn: '43AA12345' })), /Enter the whole URN/)
  assert.match(textOf(await sendSeen(browser, address, { urn: '00PP1234526' })), /placeholder that names no case/)
  const given = await sendSeen(browser, address, { urn: '43 aa 12345 26', operation: 'Operation Larch' })
  assert.equal(given.statusCode, 303)
  assert.match(await page(), /Operation Larch · Report SGN2-2222 Case 43AA1234526/)
  for (const written of ['43AA1234526', '43aa1234526']) {
    const answer = await browser.get(paths.deskCase(written))
    assert.deepEqual([answer.statusCode, answer.headers.location], [303, paths.deskCase('SGN22222')])
  }
  const deeper = await browser.get(`${paths.deskCaseMaterial('43AA1234526')}?kind=statement`)
  assert.equal(deeper.headers.location, `${paths.deskCaseMaterial('SGN22222')}?kind=statement`)
  const elsewhere = site.signedIn(mayAll, { ...officer, agency: 'hertfordshire-constabulary' })
  assert.equal((await elsewhere.get(paths.deskCase('43AA1234526'))).statusCode, 404)
})

test('a URN names one case of the installation, be the other one somebody else’s', async () => {
  const taken = await sendSeen(browser, paths.deskCaseUrn('SGN33333'), { urn: '43AA1234526' })
  assert.equal(taken.statusCode, 409)
  assert.match(textOf(taken), /Another case has this URN already/)
  assert.match(taken.body, /value="43AA1234526"/)
  assert.match(await page('SGN33333'), /URN Not given yet/)
})

test('the operation is changed without touching the URN; another URN needs a reason', async () => {
  const address = paths.deskCaseUrn('SGN22222')
  assert.equal((await sendSeen(browser, address, { urn: '43AA1234526', operation: '' })).statusCode, 303)
  assert.doesNotMatch(await page(), /Operation Larch/)
  const other = await sendSeen(browser, address, { urn: '43AA1234527' })
  assert.equal(other.statusCode, 409)
  assert.match(textOf(other), /Give the reason/)
  assert.equal((await sendSeen(browser, address, { urn: '43AA1234527', reason: 'Misread' })).statusCode, 303)
  assert.equal((await browser.get(paths.deskCase('43AA1234526'))).statusCode, 404)
  assert.equal((await sendSeen(browser, paths.deskCaseUrn('SGN33333'), { urn: '43AA1234526' })).statusCode, 303)
})

test('who stood in the case and left is named, and chosen no longer', async () => {
  const id = 'SGN55555'
  await recordCase(site.installation, id)
  await addPerson(site.installation, 'leaver', officers)
  const address = paths.deskCaseAssign(id)
  const given = { unit: 'investigations', officer: 'leaver', supervisor: '' }
  assert.equal((await sendSeen(browser, address, given)).statusCode, 303)
  await closeAccount(site.installation, 'leaver', reportedAt)
  const form = await browser.get(address)
  assert.match(textOf(form), /Until now Person leaver, who can be chosen no longer/)
  assert.doesNotMatch(form.body, /value="leaver"/)
  const again = await sendSeen(browser, address, { ...given, unit: 'criminal-justice', reason: 'Moved' })
  assert.match(textOf(again), /Choose the officer in the case from the list/)
})

test('in a force of many the officer is found by name, and what was typed stays', async () => {
  await addPerson(site.installation, officer.account, supervisors)
  for (let number = 0; number < mostListed; number += 1) {
    await addPerson(site.installation, `constable-${number}`, officers)
  }
  const id = 'SGN33333'
  const address = paths.deskCaseAssign(id)
  const empty = (await browser.get(address)).body
  assert.doesNotMatch(empty, /value="constable-7"/)
  const typed = { unit: 'criminal-justice', officer: '', supervisor: '', reason: 'New to the case' }
  const found = await sendSeen(browser, address, { ...typed, colleague: 'onstable 7', do: 'find-colleague' })
  assert.equal(found.statusCode, 200)
  assert.doesNotMatch(found.body, /value="constable-7"/, 'every word must begin a word of the name')
  const again = await sendSeen(browser, address, { ...typed, colleague: 'constable 7', do: 'find-colleague' })
  assert.match(again.body, /value="constable-7"/)
  assert.doesNotMatch(again.body, /value="constable-8"|value="ash"/)
  assert.match(again.body, />New to the case<\/textarea>/)
  assert.match(again.body, /value="criminal-justice" selected/)
  assert.equal((await sendSeen(browser, address, { ...typed, officer: 'constable-7' })).statusCode, 303)
  assert.match((await browser.get(address)).body, /value="constable-7" selected/, 'who stands is listed')
  const supervisor = site.signedIn([...mayAll, 'case.restrict', 'suspect.record'], officer)
  const restrict = paths.deskCaseRestrict(id)
  assert.match((await supervisor.get(restrict)).body, /value="constable-7"[^>]* checked/)
  const named = { people: [officer.account, 'constable-7', 'ash'], reason: 'Sensitive' }
  const looked = await sendSeen(supervisor, restrict, { ...named, colleague: 'birch', do: 'find-colleague' })
  assert.match(looked.body, /value="birch"/)
  assert.match(looked.body, /value="ash"[^>]* checked/)
  assert.equal((await sendSeen(supervisor, restrict, named)).statusCode, 303)
  const line = paths.deskCaseInquiryAct(id, 'add')
  const stranger = { what: 'CCTV', direction: 'both', who: 'rowan' }
  assert.equal((await sendSeen(supervisor, line, stranger)).statusCode, 400)
  assert.equal((await sendSeen(supervisor, line, { ...stranger, who: 'constable-7' })).statusCode, 303)
})
