import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, force, mayAll, officer, recordCase, reportedAt, textOf } from '../../../test/support/cases.ts'
import { addHours } from '../../calendar/instant.ts'
import { eraseStream } from '../../platform/record/erase.ts'
import { paths } from '../../paths.ts'
import { investigation } from '../investigation/investigation.ts'
import { parseOffenceCode } from '../identifiers/offence-code.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'

const site = await caseSite()
const { installation } = site
const browser = site.signedIn(mayAll, officer)
const list = async (query = '') => textOf(await browser.get(`${paths.deskCases}${query}`))

test('without a case the list says what will stand there and how it gets there', async () => {
  assert.match(await list(), /Your agency is on no case yet .* Record an allegation/)
})

test('the list is found by number, offence, words, state and unit, together, a page of 25 at a time', async () => {
  const shop = { code: parseOffenceCode('TH68010'), title: 'Theft from a shop', listed: parseLocalDate('2026-06-17') }
  await recordCase(installation, 'CSTH2222', { suspectedOffence: shop, what: 'Two bottles of spirits' })
  await recordCase(installation, 'CSTH3333', { where: 'Example Lane car park' }, { unit: 'criminal-justice' })
  await recordCase(installation, 'CSTH4444', { suspectedOffence: null })
  const act = { actor: 'officer', at: reportedAt }
  const crime = {
    type: 'RecordAsCrime',
    crimeReference: '43260900101',
    reason: 'Theft',
    at: reportedAt,
    by: 'officer',
  } as const
  await installation.record.perform(investigation, 'CSTH2222', crime, act)
  for (const [query, expected] of [
    ['', ['CSTH-2222', 'CSTH-3333', 'CSTH-4444']],
    ['?reference=4326', ['CSTH-2222']],
    ['?reference=43 260900101', ['CSTH-2222']],
    ['?reference=csth-33', ['CSTH-3333']],
    ['?offence=theft+shop', ['CSTH-2222']],
    ['?offence=th68006', ['CSTH-3333']],
    ['?words=BOTTLES+spirits', ['CSTH-2222']],
    ['?words=car+park', ['CSTH-3333']],
    ['?words=100%25', []],
    ['?state=to-decide', ['CSTH-2222']],
    ['?state=to-record&unit=investigations', ['CSTH-4444']],
    ['?unit=criminal-justice', ['CSTH-3333']],
    ['?offence=theft&words=bottles&state=to-decide&reference=432&unit=investigations', ['CSTH-2222']],
    ['?offence=theft&words=bottles&state=to-record', []],
    ['?state=nonsense&page=99', ['CSTH-2222', 'CSTH-3333', 'CSTH-4444']],
  ] as const) {
    const text = await list(query)
    const found = [...new Set(text.match(/CSTH-\d{4}/g))].toSorted()
    assert.deepEqual(found, expected, query)
    if (expected.length === 0) assert.match(text, /No case matches/)
  }
})

test('the counts of the states go with the other filters', async () => {
  assert.match(await list('?offence=theft'), /2 All Police 1 Crime or not\? 1 Investigate or not\?/)
})

test('a long list is paged by 25 and keeps its filters from page to page', async () => {
  for (let number = 0; number < 26; number += 1) {
    await recordCase(installation, `LNG22${String(number + 222)}`, { where: 'Long Example Road' })
  }
  const first = await browser.get(`${paths.deskCases}?words=long+example`)
  assert.match(textOf(first), /1 to 25 of 26 cases/)
  assert.match(first.body, /words=long\+example&amp;page=2/)
  assert.match(await list('?words=long+example&page=2'), /26 to 26 of 26 cases/)
})

test('a case says what happens next, whose move it is, and what is owed in it by date', async () => {
  const page = await browser.get(paths.deskCase('CSTH4444'))
  const text = textOf(page)
  assert.match(text, /Report CSTH-4444/)
  assert.match(
    text,
    /Ready to decide whether it is a crime Investigations, by Wednesday 8 April 2026 at 9:30am \(tomorrow\)/,
  )
  assert.match(
    text,
    /Owed in this case Wednesday 8 April 2026 at 9:30am .*Decide whether the report is recorded as a crime/,
  )
  const duty = /\/desk\/duties\/[0-9a-f]{20}/.exec(page.body)?.[0]
  const worked = textOf(await browser.get(duty ?? ''))
  assert.match(worked, /Report = Tuesday 7 April 2026 at 9:30am BST/)
  assert.match(worked, /Home Office Crime Recording Rules/)
})

test('the duty stands in the work list of the force and leads to the case', async () => {
  const work = await browser.get('/desk?whose=agency')
  assert.match(textOf(work), /Decide whether the report is recorded as a crime/)
  assert.match(work.body, /href="\/desk\/cases\/CSTH4444"/)
})

test('the record is a timeline with the reasons, the latest first', async () => {
  const text = textOf(await browser.get(paths.deskCaseRecord('CSTH2222')))
  assert.match(text, /Recorded as a crime .*Crime reference: 43260900101 .*Reason: Theft .*Allegation recorded/)
})

test('every look at a case is logged with whom it shows and why', async () => {
  const before = site.looks.length
  await browser.get(paths.deskCasePeople('CSTH4444'))
  const look = site.looks[before]
  assert.deepEqual(look?.subjects, ['investigation/CSTH4444', 'person/CSTH4444-1'])
  assert.equal(look?.purpose, 'Investigating an allegation')
  await list('?reference=CSTH4444')
  assert.deepEqual(site.looks.at(-1)?.subjects, ['investigation/CSTH4444'])
})

test('who may only read sees no button that decides', async () => {
  const reader = site.signedIn(['case.read', 'duties.read'], officer)
  const text = textOf(await reader.get(paths.deskCase('CSTH4444')))
  assert.doesNotMatch(text, /Decide whether it is a crime|Record an allegation/)
  assert.match(text, /Ready to decide/)
})

test('a person who was erased leaves their place in the case and nothing of theirs', async () => {
  await recordCase(installation, 'GNT22222')
  await eraseStream(installation, 'person/GNT22222-1', 'Asked for it', {
    actor: 'test',
    at: addHours(reportedAt, 1),
  })
  for (const address of [paths.deskCase('GNT22222'), paths.deskCasePeople('GNT22222')]) {
    const text = textOf(await browser.get(address))
    assert.match(text, /Erased/)
    assert.doesNotMatch(text, /Quince|01632/)
  }
})

test('a case that the viewer is not on is not there for them, whatever they may do', async () => {
  const others = [
    { agency: 'hertfordshire-constabulary', account: 'other-force' },
    { agency: 'cps-thames-and-chiltern', account: 'prosecutor' },
    { agency: 'pcc-thames-valley', account: 'commissioner' },
  ]
  for (const who of others) {
    const other = site.signedIn(mayAll, { ...who, unit: '' })
    for (const address of [
      paths.deskCase('CSTH4444'),
      paths.deskCasePeople('CSTH4444'),
      paths.deskCaseRecord('CSTH4444'),
      paths.deskCaseCrime('CSTH4444'),
      paths.deskCaseInvestigate('CSTH4444'),
      paths.deskCasePersonCorrect('CSTH4444', 'CSTH4444-1'),
    ]) {
      assert.equal((await other.get(address)).statusCode, 404, `${address} for ${who.agency}`)
    }
    assert.doesNotMatch(textOf(await other.get(paths.deskCases)), /CSTH-/)
  }
  const without = site.signedIn(['duties.read'], { agency: force })
  assert.equal((await without.get(paths.deskCase('CSTH4444'))).statusCode, 403)
})
