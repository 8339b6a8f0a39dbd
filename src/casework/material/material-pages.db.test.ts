import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, force, officer, recordCase, textOf } from '../../../test/support/cases.ts'
import type { Browser } from '../../../test/support/web.ts'
import { permissions } from '../../agencies/permissions.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { type Viewer, thePublic } from '../../platform/database/reading.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { settingsAsShipped } from '../deadlines/settings.ts'
import { investigation } from '../investigation/investigation.ts'
import { readMaterial } from './read-material.ts'
import { type MaterialCommand, materialRegister } from './register.ts'

// The site's clock stands at Tuesday 7 April 2026, 10.30am.

const site = await caseSite()
const { installation } = site
const cps = 'cps-thames-and-chiltern'
const before = parseInstant('2026-04-01T09:00:00.000Z')
const act = { actor: 'officer', at: before }
const police = site.signedIn(['case.read', 'case.decide', 'material.record', 'material.request'], officer)
const prosecutor = site.signedIn(['case.read', 'material.request'], { account: 'p', agency: cps, unit: 'charging' })

const perform = (id: string, command: Unsigned<MaterialCommand>) =>
  installation.record.perform(materialRegister, id, { ...command, at: before, by: 'officer' }, act)

const details = (title: string) =>
  ({ kind: 'medical', title, description: '', from: null, exhibitReference: null }) as const

const add = (id: string, title: string, use: 'undecided' | 'unused' | 'unused-sensitive' = 'undecided') =>
  perform(id, {
    type: 'AddMaterial',
    caseId: id,
    details: details(title),
    state: 'received',
    reason: '',
    use,
    useReason: use === 'unused-sensitive' ? 'It names an informant' : '',
  })

const ask = (id: string, title: string, dueOn: string | null) =>
  perform(id, {
    type: 'RequestMaterial',
    caseId: id,
    details: details(title),
    request: {
      why: 'To see how it was done',
      dueOn: dueOn === null ? null : parseLocalDate(dueOn),
      asker: { agency: cps, name: 'CPS Thames and Chiltern' },
      police: { agency: force, unit: 'investigations', name: 'Investigations' },
    },
  })

/** A case that the prosecutors were asked about. */
async function referredCase(id: string): Promise<string> {
  await recordCase(installation, id)
  const share = { type: 'ShareCase', agency: cps, why: 'Referred', at: before, by: 'officer' } as const
  await installation.record.perform(investigation, id, share, act)
  return id
}

/** Sends a form of an act with what it said had happened in the case when it was shown. */
async function send(browser: Browser, url: string, form: Record<string, string>) {
  const { body } = await browser.get(url)
  return browser.post(url, { seen: /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '', ...form })
}

const words = async (url: string, browser = police): Promise<string> => textOf(await browser.get(url))

test('an officer adds an item, and it stands on the register as the form said', async () => {
  const id = await referredCase('MPG22222')
  const add = paths.deskCaseMaterialNew(id)
  assert.match(await words(paths.deskCaseMaterial(id)), /There is no material in this case yet/)
  const wrong = await police.post(add, { title: ' ', state: 'missing', use: 'unused-sensitive', from: 'nobody' })
  assert.equal(wrong.statusCode, 400)
  assert.match(
    textOf(wrong),
    /Choose what kind of material it is .*Enter what it is.*Choose somebody of this case.*Enter why it is not here.*Enter why disclosing it would harm/,
  )
  const right = {
    kind: 'statement',
    title: 'Statement of the owner',
    from: `${id}-1`,
    exhibit: 'QE/1',
    state: 'received',
    use: 'evidence',
  }
  const sent = await police.post(add, right)
  assert.equal(sent.headers.location, `${paths.deskCaseMaterialItem(id, 'M1')}?done=added`)
  assert.match(
    await words(sent.headers.location ?? ''),
    /The material is on the register.*M1: Statement of the owner.*Received.*Evidence.*Quince Example.*QE\/1/,
  )
  assert.match(await words(paths.deskCaseMaterial(id), prosecutor), /M1: Statement of the owner .*Marked QE\/1/)
  const lost = {
    kind: 'exhibit',
    title: 'The lock',
    state: 'missing',
    reason: 'The store was searched',
    use: 'evidence',
  }
  await police.post(add, lost)
  assert.match(await words(paths.deskCaseMaterialItem(id, 'M2')), /State Missing Reason: The store was searched/)
})

test('a prosecutor asks by a day, police answer, and both see who did what', async () => {
  const id = await referredCase('MPG33333')
  const asked = { kind: 'medical', title: 'X-ray', why: 'To see how it was done', ...day('due', 10, 4, 2026) }
  const late = await prosecutor.post(paths.deskCaseMaterialAsk(id), { ...asked, ...day('due', 6, 4, 2026) })
  assert.equal(late.statusCode, 409)
  assert.match(textOf(late), /cannot be asked for by a day that has passed/)
  const sent = await prosecutor.post(paths.deskCaseMaterialAsk(id), asked)
  assert.equal(sent.statusCode, 303)
  const item = paths.deskCaseMaterialItem(id, 'M1')
  assert.match(await words(item), /Asked for by CPS Thames and Chiltern due Friday 10 April 2026 , in 3 days/)
  const owed = await words(paths.deskCase(id), site.signedIn(['case.read', 'duties.read'], officer))
  assert.match(owed, /Friday 10 April 2026.*Answer the request for material M1: Medical evidence/)
  assert.doesNotMatch(owed, /X-ray/)
  const answer = paths.deskCaseMaterialAct(id, 'M1', 'not-obtained')
  assert.equal((await prosecutor.get(answer)).statusCode, 403)
  const noReason = await send(police, answer, { state: 'refused' })
  assert.match(textOf(noReason), /Enter the reason/)
  assert.equal((await send(police, answer, { state: 'refused', reason: 'The patient does not agree' })).statusCode, 303)
  assert.match(
    await words(item, prosecutor),
    /State Refused.*The patient does not agree.*Ask for it again.*Who asked for it.*Answer Refused/,
  )
  const again = await send(prosecutor, paths.deskCaseMaterialAct(id, 'M1', 'ask'), { why: 'A court order was made' })
  assert.equal(again.statusCode, 303)
  assert.match(await words(item), /Asked for by CPS/)
  assert.equal(
    (await send(prosecutor, paths.deskCaseMaterialAct(id, 'M1', 'take-back'), { reason: 'Plea' })).statusCode,
    303,
  )
  assert.match(
    await words(item),
    /State Refused Reason: The patient does not agree.*Request for material taken back.*Reason: Plea/,
  )
})

const day = (name: string, d: number, m: number, y: number) => ({
  [`${name}-day`]: String(d),
  [`${name}-month`]: String(m),
  [`${name}-year`]: String(y),
})

test('what is late stands out in words and is counted; filters and pages narrow the list', async () => {
  const id = await referredCase('MPG44444')
  await ask(id, 'Hospital notes', '2026-04-02')
  await ask(id, 'Dental record', '2026-04-07')
  for (let number = 1; number <= 27; number += 1)
    await add(id, `Photograph ${number}`, number > 2 ? 'undecided' : 'unused')
  const tab = paths.deskCaseMaterial(id)
  const all = await words(tab)
  assert.match(all, /29 All 1 Late 2 Asked for 27 Received/)
  assert.match(all, /M1: Hospital notes .*due Thursday 2 April 2026 , 5 days late.*M2: Dental record .*today/)
  assert.match(all, /1 to 25 of 29 items/)
  assert.match(await words(`${tab}?page=2`), /M26: Photograph 24 .*26 to 29 of 29 items/)
  assert.match(await words(`${tab}?page=9`), /26 to 29 of 29 items/)
  const late = await words(`${tab}?view=late`)
  assert.match(late, /Hospital notes/)
  assert.doesNotMatch(late, /Dental record/)
  assert.match(await words(`${tab}?use=unused`), /2 All 2 Received .*1 to 2 of 2 items/)
  assert.match(await words(`${tab}?words=PHOTOGRAPH+m29`), /M29: Photograph 27 .*1 to 1 of 1 item/)
  assert.match(await words(`${tab}?words=100%25`), /No material matches/)
  assert.match(await words(`${tab}?kind=exhibit`), /No material matches/)
})

test('each side sees its own acts, and the address of another is refused', async () => {
  const id = await referredCase('MPG55555')
  await add(id, 'Hospital notes')
  const item = paths.deskCaseMaterialItem(id, 'M1')
  assert.match(await words(item), /Decide what it is used for.*Attach a file/)
  assert.doesNotMatch(await words(item, prosecutor), /Decide what|Correct what|Withdraw|Attach|Record that/)
  const acts = ['receive', 'not-obtained', 'lost', 'use', 'correct', 'withdraw', 'attach']
  for (const one of acts)
    assert.equal((await prosecutor.get(paths.deskCaseMaterialAct(id, 'M1', one))).statusCode, 403, one)
  assert.equal((await prosecutor.get(paths.deskCaseMaterialNew(id))).statusCode, 403)
  assert.equal((await police.get(paths.deskCaseMaterialItem(id, 'M9'))).statusCode, 404)
  assert.equal((await police.get(paths.deskCaseMaterialAct(id, 'M1', 'explode'))).statusCode, 404)
  assert.equal((await police.get(paths.deskCaseMaterialAct(id, 'M1', 'receive'))).statusCode, 303)
})

test('the second of two who change an item is told what the first did, and keeps what they typed', async () => {
  const id = await referredCase('MPG66666')
  await add(id, 'Hospital notes')
  const use = paths.deskCaseMaterialAct(id, 'M1', 'use')
  const { body } = await police.get(use)
  const seen = /name="seen" value="(\d+)"/.exec(body)![1]!
  const lost = {
    type: 'MarkLost',
    item: 'M1',
    reason: 'Fire',
    at: parseInstant('2026-04-07T09:00:00.000Z'),
    by: 'o',
  } as const
  await installation.record.perform(materialRegister, id, lost, act)
  const reply = await police.post(use, { use: 'evidence', reason: 'They show the injury', seen })
  assert.equal(reply.statusCode, 400)
  assert.match(textOf(reply), /this happened in the case: material lost: M1.*They show the injury/)
  const renewed = /name="seen" value="(\d+)"/.exec(reply.body)![1]!
  assert.equal(
    (await police.post(use, { use: 'evidence', reason: 'They show the injury', seen: renewed })).statusCode,
    303,
  )
})

test('nobody reads a row of a case that their agency is not on, whatever they may do', async () => {
  const id = 'MPG88888'
  await recordCase(installation, id)
  await ask(id, 'Hospital notes', null)
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: 1, sha256: 'a', sealed: 'b', key: 'c' }
  await perform(id, { type: 'AttachFile', item: 'M1', file, settings: settingsAsShipped })
  const everything = Object.keys(permissions)
  const viewer = (agency: string, held: readonly string[]): Viewer => ({
    account: 'x',
    agency,
    unit: '',
    permissions: held,
  })
  const tables = ['material_item', 'material_request', 'material_file', 'material_happening'] as const
  const seen = (who: Viewer) =>
    installation.reading.as(who, async (tx) => {
      const counts: number[] = []
      for (const table of tables) {
        const rows = await tx.selectFrom(table).select('case_id').where('case_id', '=', id).execute()
        counts.push(rows.length)
      }
      return counts
    })
  assert.deepEqual(await seen(viewer(force, ['case.read'])), [1, 1, 1, 3])
  const others = everything.filter((permission) => permission !== 'case.read')
  assert.deepEqual(await seen(viewer(force, others)), [0, 0, 0, 0])
  for (const agency of [cps, 'hertfordshire-constabulary', 'pcc-thames-valley', 'hmcts', '']) {
    assert.deepEqual(await seen(viewer(agency, everything)), [0, 0, 0, 0], agency)
  }
  assert.deepEqual(await seen(thePublic), [0, 0, 0, 0])
})

test('other features read what stands on the register, and not what was withdrawn', async () => {
  const id = await referredCase('MPG99999')
  await add(id, 'Hospital notes')
  await add(id, 'Of another case')
  await perform(id, { type: 'WithdrawMaterial', item: 'M2', reason: 'Of another case' })
  const viewer = { account: 'x', agency: force, unit: '', permissions: ['case.read'] }
  const material = await installation.reading.as(viewer, (tx) => readMaterial(tx, id))
  assert.deepEqual(
    material.map(({ key, title, state, use }) => [key, title, state, use]),
    [['M1', 'Hospital notes', 'received', 'undecided']],
  )
  assert.match(await words(paths.deskCaseMaterialItem(id, 'M2')), /Withdrawn\..*counts for nothing.*Of another case/)
  assert.match(await words(`${paths.deskCaseMaterial(id)}?view=withdrawn`), /M2: Of another case .*Withdrawn/)
})
