import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, officer, textOf } from '../../../test/support/cases.ts'
import { reviewedCase } from '../../../test/support/decided-case.ts'
import { prosecutor } from '../../../test/support/decided-review.ts'
import { paths } from '../../paths.ts'

const site = await caseSite()
const { installation } = site
await reviewedCase(installation, 'WHTF2222')
await reviewedCase(installation, 'WHTF3333', {}, false)
await reviewedCase(installation, 'WHTF4444', null)

const forProsecutor = site.signedIn(['case.read', 'charging.decide', 'duties.read'], prosecutor)
const forPolice = site.signedIn(['case.read', 'duties.read'], officer)
const page = paths.deskCaseWhatIf('WHTF2222', 1)

/** How many entries the record holds, and how many rows stand in the tables that this view reads. */
async function recorded(): Promise<unknown> {
  const { rows } = await installation.pool.query(
    `select (select count(*) from entry) as entries, (select jsonb_agg(r order by r.case_id, r.number) from charging_review_draft r) as drafts`,
  )
  return rows[0]
}

test('nothing is marked at first, and every element shows what proves it', async () => {
  const text = textOf(await forProsecutor.get(page))
  assert.match(text, /On charging decision 1\. Nothing here is saved/)
  assert.match(text, /Nothing is marked yet/)
  assert.match(text, /C1 Theft of pedal cycle As before/)
  assert.match(text, /Victim Witness 1/)
  assert.doesNotMatch(text, /Quince|Rowan|Medlar/)
})

test('what is marked as lost shows which elements, charges and duties fall, before beside after', async () => {
  const text = textOf(await forProsecutor.get(`${page}?lost=M2&withdrawn=WHTF2222-w`))
  assert.match(text, /Charges C1, C2 would fall/)
  assert.match(text, /Gone: M2 \(lost\), M3 \(withdrawn\)\./)
  assert.match(text, /No charge would be left/)
  assert.match(text, /was dishonest M2 Cameras of the station None Nothing left/)
  assert.match(text, /took it M1 Statement on the theft M2 Cameras of the station M1 Statement on the theft On less/)
})

test('the duty to charge is told to fall with the last charge, and opens its working', async () => {
  const all = await forPolice.get(`${page}?lost=M2&withdrawn=WHTF2222-w`)
  assert.match(textOf(all), /What is owed .*It would fall away once the prosecutor decides/)
  assert.match(all.body, /href="\/desk\/duties\/[\w-]+"/)
  const one = textOf(await forPolice.get(`${page}?lost=M2`))
  assert.match(one, /The charges to be put could be fewer/)
  assert.match(one, /If the prosecutor then decided against charging it, the victims concerned would have to be told/)
})

test('the boxes keep what was asked, and what is not there is not asked', async () => {
  const { body } = await forProsecutor.get(`${page}?lost=M1&lost=M99&withdrawn=somebody&lost[x]=M2`)
  assert.match(body, /value="M1" checked/)
  assert.doesNotMatch(body, /M99|somebody/)
  assert.equal((await forProsecutor.get(`${page}?lost=M1&lost=M1`)).statusCode, 200)
})

test('a suspect’s interview may be lost, and is not theirs to withdraw', async () => {
  const { body } = await forProsecutor.get(page)
  assert.match(textOf(await forProsecutor.get(`${page}?lost=M6`)), /Gone: M6 \(lost, named for no element\)/)
  assert.doesNotMatch(body, /value="WHTF2222-s1"/)
})

test('asking keeps nothing: no entry, no row and no cookie', async () => {
  const before = await recorded()
  const reply = await forProsecutor.get(`${page}?lost=M1&withdrawn=WHTF2222-1`)
  assert.equal(reply.headers['set-cookie'], undefined)
  assert.equal(reply.headers['cache-control'], 'no-store')
  assert.deepEqual(await recorded(), before)
})

test('prosecutors ask about their draft, which police cannot see', async () => {
  const draft = paths.deskCaseWhatIf('WHTF3333', 1)
  assert.match(textOf(await forProsecutor.get(`${draft}?lost=M2`)), /On the draft review.*could not be authorised/)
  assert.equal((await forPolice.get(draft)).statusCode, 404)
})

test('nobody asks about a case that is not theirs, nor about a suspect who is not under review', async () => {
  const other = site.signedIn(['case.read', 'charging.decide'], {
    agency: 'hertfordshire-constabulary',
    account: 'other',
    unit: '',
  })
  assert.equal((await other.get(page)).statusCode, 404)
  assert.equal((await forProsecutor.get(paths.deskCaseWhatIf('WHTF2222', 2))).statusCode, 404)
  assert.equal((await forPolice.get(paths.deskCaseWhatIf('WHTF4444', 1))).statusCode, 404)
  const empty = textOf(await forProsecutor.get(paths.deskCaseWhatIf('WHTF4444', 1)))
  assert.match(empty, /No elements are written down for this charge yet/)
})

test('whoever asks is in the log', async () => {
  await forPolice.get(page)
  assert.deepEqual(site.looks.at(-1)?.subjects, ['investigation/WHTF2222', 'person/WHTF2222-s1'])
})
