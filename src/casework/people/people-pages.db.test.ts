import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, mayAll, officer, recordCase, reportedAt, sendSeen, textOf } from '../../../test/support/cases.ts'
import { paths } from '../../paths.ts'
import { investigation } from '../investigation/investigation.ts'

const site = await caseSite()
const browser = site.signedIn(mayAll, officer)
for (const id of ['PPL22222', 'PPL33333', 'PPL44444']) await recordCase(site.installation, id)
const add = paths.deskCasePersonAdd('PPL22222')
const people = async (id = 'PPL22222') => textOf(await browser.get(paths.deskCasePeople(id)))
const witness = { role: 'witness', 'person-name': 'Tansy Example', willing: 'yes', needs: 'Screens', reason: 'Saw it' }

test('somebody new is added as a witness, with what they need', async () => {
  const answer = await sendSeen(browser, add, witness)
  assert.equal(answer.statusCode, 303)
  assert.match(textOf(await browser.get(String(answer.headers.location))), /The witness is added to the case/)
  assert.match(await people(), /Witness 1 .*Tansy Example .*Willing to give evidence Needs Screens/)
})

test('what is missing is asked for, and what was typed stays', async () => {
  const refused = await sendSeen(browser, add, { 'person-phone': '01632 960012' })
  assert.equal(refused.statusCode, 400)
  assert.match(
    textOf(refused),
    /Select what they are in this case Enter their name, or the organisation’s Enter why they are added/,
  )
  assert.match(refused.body, /value="01632 960012"/)
  assert.match(textOf(await sendSeen(browser, add, { ...witness, willing: '' })), /Select whether they are willing/)
})

test('the victim of one case is found by her name and is the same person as a witness in another', async () => {
  const other = paths.deskCasePersonAdd('PPL33333')
  const found = await sendSeen(browser, other, { ...witness, 'person-name': 'Tanzy Example', do: 'find-person' })
  assert.equal(found.statusCode, 200)
  const known = /name="person-is" type="radio" value="([0-9a-f-]{36})"/.exec(found.body)?.[1] ?? ''
  assert.match(textOf(found), /Found in your cases .*Tansy Example/)
  const chosen = { ...witness, 'person-name': 'Tanzy Example', 'person-is': known }
  assert.equal((await sendSeen(browser, other, chosen)).statusCode, 303)
  assert.match(await people('PPL33333'), /Witness 1 .*Tansy Example/)
  const again = await sendSeen(browser, other, chosen)
  assert.equal(again.statusCode, 409)
  assert.match(textOf(again), /This person is a witness in this case already/)
})

test('a witness withdraws with a reason, and is willing again', async () => {
  const page = (await browser.get(paths.deskCasePeople('PPL22222'))).body
  const withdrawn = /\/desk\/cases\/PPL22222\/people\/[0-9a-f-]{36}\/withdrawn/.exec(page)?.[0] ?? ''
  assert.match(textOf(await sendSeen(browser, withdrawn, {})), /Enter the reason/)
  assert.equal((await sendSeen(browser, withdrawn, { reason: 'Fears reprisals' })).statusCode, 303)
  assert.match(await people(), /Withdrew on Tuesday 7 April 2026 Reason: Fears reprisals/)
  const willing = withdrawn.replace('withdrawn', 'willing')
  assert.equal(
    (await sendSeen(browser, willing, { willing: 'yes', needs: '', reason: 'Was reassured' })).statusCode,
    303,
  )
  assert.doesNotMatch(await people(), /Withdrew on/)
})

test('rights are changed with a reason', async () => {
  const rights = paths.deskCasePersonAct('PPL22222', 'PPL22222-1', 'rights')
  const nothing = await sendSeen(browser, rights, { reason: 'None' })
  assert.equal(nothing.statusCode, 409)
  assert.match(textOf(nothing), /Nothing was changed/)
  assert.equal((await sendSeen(browser, rights, { rights: 'intimidated', reason: 'Was followed' })).statusCode, 303)
  assert.match(await people(), /Enhanced Intimidated/)
  assert.match((await browser.get(rights)).body, /value="intimidated" checked/)
})

test('a victim who is added after a decision not to investigate is owed the telling, and taken out is owed it no longer', async () => {
  const id = 'PPL44444'
  await sendSeen(browser, paths.deskCaseInvestigate(id), { investigate: 'no', reason: 'Nothing is left' })
  const adding = paths.deskCasePersonAdd(id)
  assert.match(textOf(await browser.get(adding)), /A victim who is added now is to be told of that, too/)
  const victim = {
    role: 'victim',
    'person-name': 'Sorrel Example',
    rights: 'vulnerable',
    reason: 'Half the money was hers',
  }
  assert.equal((await sendSeen(browser, adding, victim)).statusCode, 303)
  const page = await browser.get(paths.deskCase(id))
  assert.match(textOf(page), /Victim 2 Sorrel Example To be told by Wednesday 8 April 2026/)
  const takeOut = /\/desk\/cases\/PPL44444\/people\/[0-9a-f-]{36}\/not-a-victim/.exec(
    (await browser.get(paths.deskCasePeople(id))).body,
  )?.[0]
  assert.equal((await sendSeen(browser, takeOut ?? '', { reason: 'It was not hers' })).statusCode, 303)
  assert.doesNotMatch(await people(id), /Sorrel Example/)
  assert.match(
    textOf(await browser.get(paths.deskCase(id))),
    /Not told Reason: They are no longer a victim in this case/,
  )
  assert.match(
    textOf(await browser.get(paths.deskCaseRecord(id))),
    /Victim 2: taken out of the case .*Reason: It was not hers/,
  )
})

test('why details were corrected is read in the case in which they were, and in no other with the person', async () => {
  const [here, other, who] = ['PPL66666', 'PPL77777', 'PPL66666-1']
  for (const id of [here, other]) await recordCase(site.installation, id)
  const witness = { type: 'AddWitness', person: who, willing: true, needs: null, reason: 'Saw it' } as const
  const acted = { at: reportedAt, by: officer.account }
  await site.installation.record.perform(
    investigation,
    other,
    { ...witness, ...acted },
    { actor: acted.by, at: acted.at },
  )
  const correct = paths.deskCasePersonCorrect(here, who)
  const changed = { 'person-name': 'Quince Example', 'person-phone': '01632 960012', reason: 'Moved to a refuge' }
  assert.equal((await sendSeen(browser, correct, changed)).statusCode, 303)
  const recordOf = async (id: string) => textOf(await browser.get(paths.deskCaseRecord(id)))
  assert.match(await recordOf(here), /Corrected: telephone number Reason: Moved to a refuge/)
  assert.match(await recordOf(other), /Corrected: telephone number/)
  assert.doesNotMatch(await recordOf(other), /Moved to a refuge/)
})

test('a victim added later, or whose date of birth is put right, has enhanced rights where it says that they were under 18', async () => {
  const id = 'PPL88888'
  await recordCase(site.installation, id)
  const born = (year: string) => ({ 'person-born-day': '6', 'person-born-month': '4', 'person-born-year': year })
  const child = { role: 'victim', 'person-name': 'Sorrel Example', ...born('2010'), reason: 'It was hers, too' }
  assert.equal((await sendSeen(browser, paths.deskCasePersonAdd(id), child)).statusCode, 303)
  assert.match(await people(id), /Victim 2 .*Sorrel Example .*Enhanced Under 18/)
  await sendSeen(browser, paths.deskCaseInvestigate(id), { investigate: 'no', reason: 'Nothing is left' })
  assert.match(textOf(await browser.get(paths.deskCase(id))), /Quince Example To be told by Tuesday 14 April 2026/)
  const correct = paths.deskCasePersonCorrect(id, `${id}-1`)
  const corrected = { 'person-name': 'Quince Example', ...born('2009'), reason: 'Her mother said so' }
  assert.equal((await sendSeen(browser, correct, corrected)).statusCode, 303)
  const page = textOf(await browser.get(paths.deskCase(id)))
  assert.match(page, /Quince Example To be told by Wednesday 8 April 2026/)
  assert.match(textOf(await browser.get(paths.deskCaseRecord(id))), /Under 18 by the date of birth as it was corrected/)
})

test('nobody has a part changed that they do not have', async () => {
  const address = paths.deskCasePersonAct('PPL22222', 'PPL22222-1', 'withdrawn')
  assert.equal((await browser.get(address)).statusCode, 404)
  const reader = site.signedIn(['case.read', 'duties.read'], officer)
  assert.equal((await reader.get(add)).statusCode, 403)
  assert.doesNotMatch((await reader.get(paths.deskCasePeople('PPL22222'))).body, /people\/add|withdrawn/)
})
