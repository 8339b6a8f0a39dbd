import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { testSite } from '../../../test/support/web.ts'
import { calendar } from '../../calendar/calendar.ts'
import { startCalendar } from '../../calendar/commands.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { deadlineRules } from './catalogue.ts'
import { deadlineRoutes } from './deadline-routes.ts'

const installation = await testInstallation([calendar])
await startCalendar(installation, parseInstant('2026-11-22T09:00:00.000Z'))
const site = await testSite(installation, [deadlineRoutes(deadlineRules)])
const browser = site.browser()
const asked = (fields: Record<string, string>) => browser.get(`/deadlines?${new URLSearchParams(fields).toString()}`)
const date = { 'from-day': '15', 'from-month': '1', 'from-year': '2026' }

test('anybody may choose a rule: each has a link, and its own form', async () => {
  const list = await browser.get('/deadlines')
  assert.equal(list.statusCode, 200)
  for (const { rule } of deadlineRules) {
    assert.ok(list.body.includes(`/deadlines?rule=${rule.code}`), rule.code)
    const form = await asked({ rule: rule.code })
    assert.equal(form.statusCode, 200)
    assert.match(form.body, /<form method="get" action="\/deadlines" novalidate>/)
  }
})

test('an answer has an address, and shows the date, the working and the authority', async () => {
  const { statusCode, body } = await asked({ rule: 'proceedings.summary-offence', ...date })
  assert.equal(statusCode, 200)
  assert.match(body, /Wednesday 15 July 2026/)
  assert.match(body, /Offence = Thursday 15 January 2026, which does not count/)
  assert.match(body, /Magistrates’ Courts Act 1980/)
})

test('an unconfirmed rule says so beside its date', async () => {
  const { body } = await asked({ rule: 'charging.green-review', ...date })
  assert.match(body, /Thursday 12 February 2026/)
  assert.match(body, /Not confirmed by any source we hold/)
})

test('working days are counted by the list on the record, which the working names', async () => {
  const { body } = await asked({ rule: 'duties.working-days-from', ...date, days: '10' })
  assert.match(body, /Bank holidays as known on 25 February 2026/)
})

test('what is wrong is shown at the top and at its field, and what was typed stays', async () => {
  const { statusCode, body } = await asked({
    rule: 'proceedings.summary-offence',
    ...date,
    'from-day': '31',
    'from-month': '2',
  })
  assert.equal(statusCode, 400)
  assert.match(body, /There is a problem/)
  assert.match(body, /href="#from-day"/)
  assert.match(body, /id="from-error"/)
  assert.match(body, /<title>Error: /)
  assert.match(body, /value="31"/)
})

test('a rule that has no answer says why', async () => {
  const { statusCode, body } = await asked({ rule: 'proceedings.summary-offence', ...date, offence: 'TH68010' })
  assert.equal(statusCode, 409)
  assert.match(body, /TH68010 is an indictable offence/)
  assert.match(body, /href="#offence"/)
})

test('a rule that does not exist is not found', async () => {
  assert.equal((await asked({ rule: 'no.such-rule' })).statusCode, 404)
})
