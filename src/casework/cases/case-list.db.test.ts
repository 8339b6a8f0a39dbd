import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  caseSite,
  details,
  force,
  mayAll,
  officer,
  recordCase,
  reportedAt,
  textOf,
} from '../../../test/support/cases.ts'
import { account } from '../../agencies/account.ts'
import { type Instant, addHours } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { parseAsn } from '../identifiers/asn.ts'
import { parseOffenceCode } from '../identifiers/offence-code.ts'
import { investigation } from '../investigation/investigation.ts'
import { person } from '../people/person.ts'
import { suspect } from '../suspects/suspect.ts'
import type { SuspectCommand } from '../suspects/suspect-commands.ts'

const site = await caseSite()
const { record } = site.installation
const browser = site.signedIn(mayAll, officer)

/** The cases that a query finds, in the order of the list. */
async function found(query: Readonly<Record<string, string>>, who = browser): Promise<readonly string[]> {
  const { body } = await who.get(`${paths.deskCases}?${new URLSearchParams(query).toString()}`)
  return [...body.matchAll(/class="govuk-link fp-duty__what" href="\/desk\/cases\/([2-9A-Z]{8})"/g)].map(
    ([, id = '']) => id,
  )
}

const acted = (at: Instant) => ({ at, by: 'officer' })

async function name(id: string, called: string): Promise<void> {
  const reason = 'Misheard'
  const correct = {
    type: 'CorrectPerson',
    details: details({ name: called }),
    reason,
    caseId: id,
    ...acted(reportedAt),
  } as const
  await record.perform(person, id, correct, { actor: 'officer', at: reportedAt })
}

await recordCase(site.installation, 'LST22222')
const longAgo = { from: parseLocalDate('2026-03-01'), to: parseLocalDate('2026-03-02') }
await recordCase(site.installation, 'LST33333', longAgo, { at: addHours(reportedAt, -24 * 7) })
await recordCase(site.installation, 'LST44444', longAgo, {
  at: addHours(reportedAt, -24 * 14),
  unit: 'criminal-justice',
})
await recordCase(site.installation, 'LST55555', {}, { by: 'hertfordshire-constabulary' })
await name('LST22222-1', 'Bracken Teapot')
await name('LST33333-1', 'Philippa Candlestick-O’Hare')
await name('LST44444-1', 'Bracken Thimble')
await name('LST55555-1', 'Bracken Teapot')

const asn = parseAsn('1101ZD0100000410836V')
const onSuspect = (command: SuspectCommand) =>
  record.perform(suspect, 'LST33333-S1', command, { actor: 'officer', at: reportedAt })
await onSuspect({
  type: 'NameSuspect',
  caseId: 'LST33333',
  number: 1,
  person: 'LST33333-9',
  reason: 'Named by the victim',
  force,
  unit: 'investigations',
  dealtWithBy: 'Investigations',
  crimeReference: null,
  ...acted(reportedAt),
})
const damage = { code: parseOffenceCode('CD71039'), title: 'Criminal damage', listed: parseLocalDate('2026-06-17') }
const offences = [{ ...damage, indictable: true }]
const arrest = { arrestedAt: reportedAt, where: 'At home', offences, asn, pncId: null }
await onSuspect({ type: 'RecordArrest', ...arrest, ...acted(reportedAt) })
const charge = {
  offence: damage,
  from: parseLocalDate('2026-03-30'),
  to: parseLocalDate('2026-03-30'),
  where: 'Example Road',
  particulars: 'damaged a window',
}
const facts = {
  modeOfTrial: 'either-way',
  retailTheft: false,
  summaryTimeLimit: false,
  longerTimeLimit: null,
  exclusions: [],
} as const
await onSuspect({ type: 'ProposeCharge', charge, facts, ...acted(reportedAt) })

const onCase = (command: Parameters<typeof investigation.decide>[0]) =>
  record.perform(investigation, 'LST22222', command, { actor: 'officer', at: reportedAt })
await onCase({ type: 'GiveUrn', urn: '43AA1234526', reason: '', ...acted(reportedAt) })
const assigned = { unit: 'investigations', dealtWithBy: 'Investigations', officer: 'jo', supervisor: null, reason: '' }
await onCase({ type: 'AssignCase', ...assigned, ...acted(reportedAt) })
async function addAccount(id: string, called: string): Promise<void> {
  const whose = { account: id, name: called, email: `${id}@example.test`, agency: force, agencyKind: 'police-force' }
  const add = { type: 'AddAccount', ...whose, unit: 'investigations', by: 'test', at: reportedAt } as const
  await record.perform(account, id, add, { actor: 'test', at: reportedAt })
}
await addAccount('jo', 'Joanna Kettle')
await addAccount('sam', 'Samphire Kettle')

test('a name is found as it is, by its beginning, and misspelt', async () => {
  for (const typed of [
    'bracken teapot',
    'TEAPOT, Bracken',
    'Teapot',
    'teap',
    'Brakcen Taepot',
    'bracen teapt',
    'Brackin Teepott',
    'brakken teapotte',
    'Breacken Teapo',
    'bbracken teaput',
  ]) {
    assert.equal((await found({ name: typed }))[0], 'LST22222', typed)
  }
  for (const typed of ['phillipa', 'Filippa Candelstick', 'ohare', "O'Hare", 'candlestick']) {
    assert.deepEqual(await found({ name: typed }), ['LST33333'], typed)
  }
  for (const typed of ['Bramble', 'teapot thimble', 'xyzzy', 'br']) {
    assert.deepEqual(await found({ name: typed }), [], typed)
  }
})

test('the nearest name comes first, whatever was reported last', async () => {
  assert.deepEqual(await found({ name: 'bracken' }), ['LST22222', 'LST44444'])
  assert.deepEqual(await found({ name: 'bracken thimbel' }), ['LST44444'])
  assert.match(textOf(await browser.get(`${paths.deskCases}?name=thimble`)), /Bracken Thimble/)
})

test('a case is found by its URN, by the arrest/summons number of a suspect in any form, and by its own number', async () => {
  for (const reference of ['43AA1234526', '43aa 1234526', '43AA12', 'LST-2222', 'lst2222']) {
    assert.deepEqual(await found({ reference }), ['LST22222'], reference)
  }
  for (const reference of ['1101ZD0100000410836V', '11/01ZD/01/410836V', '1101zd01', '11/01ZD/01']) {
    assert.deepEqual(await found({ reference }), ['LST33333'], reference)
  }
  assert.deepEqual(await found({ reference: '11/01ZD/01/410836W' }), [])
})

test('an offence is found as it was reported, and as it is to be charged', async () => {
  assert.deepEqual(await found({ offence: 'criminal damage' }), ['LST33333'])
  assert.deepEqual(await found({ offence: 'cd71' }), ['LST33333'])
  assert.deepEqual(await found({ offence: 'pedal cycle', order: 'earliest' }), ['LST44444', 'LST33333', 'LST22222'])
})

test('a case stands where its suspects do, and where the report does while it has none', async () => {
  assert.deepEqual(await found({ state: 'suspected' }), ['LST33333'])
  assert.deepEqual(await found({ state: 'to-record' }), ['LST22222', 'LST44444'])
  const text = textOf(await browser.get(paths.deskCases))
  assert.match(text, /3 All Police 2 Crime or not\? 1 Suspect not arrested/)
})

test('the officer in the case is found by name, also misspelt, and is “me” for whoever looks', async () => {
  for (const typed of ['joanna', 'Kettel', 'kettle joanna'])
    assert.deepEqual(await found({ officer: typed }), ['LST22222'])
  assert.deepEqual(await found({ officer: 'me' }), [])
  const jo = site.signedIn(mayAll, { account: 'jo', agency: force, unit: 'investigations' })
  assert.deepEqual(await found({ officer: 'me' }, jo), ['LST22222'])
  assert.deepEqual(await found({ officer: 'nobody' }), [])
})

test('a prosecutor finds a case by its officer, whose name both sides know, and learns of nobody else in the force', async () => {
  const prosecutor = site.signedIn(['case.read', 'charging.decide'], {
    account: 'cps',
    agency: 'cps-thames-and-chiltern',
    unit: '',
  })
  assert.deepEqual(await found({ officer: 'kettle' }, prosecutor), [])
  await onCase({ type: 'ShareCase', agency: 'cps-thames-and-chiltern', why: 'Referred', ...acted(reportedAt) })
  assert.deepEqual(await found({ officer: 'kettle' }, prosecutor), ['LST22222'])
  assert.match(textOf(await prosecutor.get(paths.deskCases)), /Joanna Kettle/)
  const known = (permissions: readonly string[]) =>
    site.installation.reading.as({ account: 'cps', agency: 'cps-thames-and-chiltern', unit: '', permissions }, (tx) =>
      tx.selectFrom('account').select('id').execute(),
    )
  assert.deepEqual(await known(['case.read']), [{ id: 'jo' }])
  assert.deepEqual(await known(['duties.read']), [])
})

test('cases that are mine are offered to whoever can have some', async () => {
  const cps = { account: 'cps', agency: 'cps-thames-and-chiltern', unit: '' }
  const prosecutor = site.signedIn(['case.read', 'charging.decide'], cps)
  const assistant = site.signedIn(['case.read', 'referral.triage'], cps)
  assert.match(textOf(await browser.get(paths.deskCases)), /Cases that are mine/)
  assert.match(textOf(await prosecutor.get(paths.deskCases)), /Cases that are mine/)
  assert.doesNotMatch(textOf(await assistant.get(paths.deskCases)), /Cases that are mine/)
})

test('reports of the first and of the last day are in the days asked for', async () => {
  assert.deepEqual(await found({ from: '2026-03-31', to: '2026-03-31' }), ['LST33333'])
  assert.deepEqual(await found({ from: '2026-04-01', to: '2026-04-06' }), [])
  assert.deepEqual(await found({ from: '2026-04-01' }), ['LST22222'])
  assert.deepEqual(await found({ to: '2026-03-24' }), ['LST44444'])
})

test('a day that cannot be read is an error, not every day', async () => {
  for (const query of ['from=yesterday', 'to=2026-02-30', 'from=27/11/2026&words=bicycle']) {
    const reply = await browser.get(`${paths.deskCases}?${query}`)
    assert.equal(reply.statusCode, 400, query)
    assert.match(
      textOf(reply),
      /There is a problem Reported (from|to) must be a real day, year first, such as 2026-11-27/,
    )
    assert.doesNotMatch(reply.body, /LST\d|No case matches|on no case yet/)
  }
  const { body } = await browser.get(`${paths.deskCases}?from=yesterday&words=bicycle`)
  assert.match(body, /class="moj-filter__tag" href="\/desk\/cases\?words=bicycle"/)
  assert.match(body, /href="#from"/)
})

test('a last day before the first is an error, and both stay as they were typed', async () => {
  const reply = await browser.get(`${paths.deskCases}?from=2026-04-02&to=2026-04-01&words=bicycle`)
  assert.equal(reply.statusCode, 400)
  assert.match(textOf(reply), /There is a problem Reported to must be the same day as Reported from, or later/)
  assert.doesNotMatch(reply.body, /LST\d|No case matches/)
  assert.match(reply.body, /value="2026-04-02"[\s\S]*value="2026-04-01"/)
  assert.deepEqual(await found({ from: '2026-03-31', to: '2026-03-31' }), ['LST33333'])
})

test('filters narrow what the others leave, and each can be taken away by itself', async () => {
  const query = { name: 'bracken', unit: 'criminal-justice', to: '2026-03-31', offence: 'theft', state: 'to-record' }
  assert.deepEqual(await found(query), ['LST44444'])
  assert.deepEqual(await found({ ...query, from: '2026-03-25' }), [])
  const { body } = await browser.get(`${paths.deskCases}?${new URLSearchParams(query).toString()}`)
  const tags = [...body.matchAll(/class="moj-filter__tag" href="([^"]*)"/g)].map(([, href = '']) => href)
  assert.equal(tags.length, 5)
  for (const name of Object.keys(query)) {
    assert.equal(
      tags.filter((href) => !new URL(href.replaceAll('&amp;', '&'), 'http://x').searchParams.has(name)).length,
      1,
    )
  }
})

test('another force’s people and cases are not found by anything', async () => {
  const other = site.signedIn(mayAll, { account: 'other', agency: 'hertfordshire-constabulary', unit: '' })
  assert.deepEqual(await found({ name: 'bracken' }, other), ['LST55555'])
  assert.deepEqual(await found({ reference: '1101ZD0100000410836V' }, other), [])
  assert.deepEqual(await found({ offence: 'criminal damage' }, other), [])
  const none = site.signedIn(mayAll, { account: 'p', agency: 'pcc-thames-valley', unit: '' })
  assert.deepEqual(await found({ name: 'bracken' }, none), [])
})

test('whose name was looked for and shown stands in the log of who looked', async () => {
  await found({ name: 'thimble' })
  assert.deepEqual(site.looks.at(-1)?.subjects, ['investigation/LST44444', 'person/LST44444-1'])
})
