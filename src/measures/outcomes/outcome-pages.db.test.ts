import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { after, test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { revised, september2016 } from '../../../test/support/outcome-tables.ts'
import { testSite } from '../../../test/support/web.ts'
import { progressOn } from '../../platform/command-line/progress.ts'
import { planDecider } from '../../plans/plan.ts'
import { dataRoutes } from '../data-routes.ts'
import { measureRoutes } from '../measure-routes.ts'
import { sha256Of } from '../sources/kept-files.ts'
import { sourceFile } from '../sources/source-file.ts'
import { loadCpsOutcomes } from './demonstration.ts'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { importOutcomeFile } from './import-outcomes.ts'
import { outcomeFigures } from './outcome-figures.ts'
import { outcomeMonth } from './outcome-month.ts'
import { outcomeRoutes } from './routes.ts'

const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-pages-'))
after(() => rm(folder, { recursive: true, force: true }))
const installation = await testInstallation([outcomeFigures, outcomeMonth, sourceFile, planDecider])
await loadCpsOutcomes(installation, progressOn(new PassThrough().resume()))
const browser = (await testSite(installation, [measureRoutes, outcomeRoutes, dataRoutes])).browser()

const words = (markup: string): string =>
  markup
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const hrefs = (markup: string): readonly string[] =>
  [...markup.matchAll(/href="([^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))

async function page(address: string, status = 200) {
  const answer = await browser.get(address)
  assert.equal(answer.statusCode, status, address)
  return { text: words(answer.body), hrefs: hrefs(answer.body) }
}

test('a month stands in the published layout with how it is counted', async () => {
  const { text } = await page('/performance/outcomes/2016-09?area=national')
  assert.match(text, /Homicide 73 89\.0% 9 11\.0% Offences/)
  assert.match(text, /Offences against the person 10,720 77\.6% 3,101 22\.4%/)
  assert.match(text, /Administratively finalised – 849 100\.0% /)
  assert.match(text, /All outcomes 39,000 82\.7% 8,137 17\.3% /)
  assert.match(text, /one person in one set of proceedings/)
  assert.match(text, /not an official statistic/)
  assert.match(text, /It has not been revised/)
})

test('the area itself is the sum of its forces, and small numbers are marked', async () => {
  const { text } = await page('/performance/outcomes/2016-09')
  assert.match(text, /In Thames and Chiltern the prosecution of 2,799 defendants ended in September 2016/)
  assert.match(text, /Fewer than 30 defendants stand on the line of homicide/)
})

test('months that are odd as published say so, for the areas that are', async () => {
  assert.match((await page('/performance/outcomes/2016-01')).text, /stand here as published/)
  assert.doesNotMatch((await page('/performance/outcomes/2016-01?area=kent')).text, /stand here as published/)
  assert.doesNotMatch((await page('/performance/outcomes/2016-09')).text, /stand here as published/)
})

test('a month beside missing ones names them, and a missing one answers 404 with those there are', async () => {
  const { text, hrefs } = await page('/performance/outcomes/2016-01')
  assert.match(text, /No table is held for February 2016 to March 2016\./)
  assert.ok(hrefs.includes('/performance/outcomes/2016-04?area=thames-and-chiltern'))
  const missing = await page('/performance/outcomes/2016-02', 404)
  assert.match(missing.text, /No table of case outcomes is held for February 2016/)
  assert.ok(missing.hrefs.includes('/performance/outcomes/2016-01?area=thames-and-chiltern'))
  assert.match((await page('/performance/outcomes/soon', 404)).text, /held for soon/)
  assert.match((await page('/performance/outcomes/2016-09?area=thames-vale', 400)).text, /nearest are thames-valley/)
})

test('every step from a measure to the line of the file is one link, and there is a way back', async () => {
  const month = '/performance/measures/conviction-proportion-burglary/2016-09?area=thames-and-chiltern'
  const measure = await page('/performance/measures/conviction-proportion-burglary')
  assert.match(measure.text, /Numerator Defendants convicted, principal offence: burglary/)
  assert.match(measure.text, /No objective of the police and crime plan uses this measure/)
  assert.match(measure.text, /No figure is held for November 2015; February 2016 to March 2016/)
  assert.ok(measure.hrefs.includes(month))
  const rows = await page(month)
  assert.match(rows.text, /Bedfordshire, burglary line 4 16 18/)
  assert.match(rows.text, /Sum 69 81/)
  const sha256 = sha256Of(await september2016())
  assert.ok(rows.hrefs.includes(`/data/files/${sha256}?line=39#line-39`))
  assert.ok(rows.hrefs.includes('/performance/measures/conviction-proportion-burglary?area=thames-and-chiltern'))
  const file = await page(`/data/files/${sha256}?line=39`)
  assert.match(file.text, /Open Government Licence v3\.0 Rows 43/)
  assert.match(file.text, /39 Thames Valley 1 50\.0%/)
  assert.ok(file.hrefs.includes('/performance/outcomes/2016-09'))
  assert.ok(file.hrefs.includes(`/data/files/${sha256}/content`))
})

test('a source file is sent byte for byte, packed or not', async () => {
  const table = await september2016()
  const address = `/data/files/${sha256Of(table)}/content`
  const plain = await browser.get(address)
  assert.equal(sha256Of(plain.rawPayload), sha256Of(table))
  const packed = await browser.get(address, { 'accept-encoding': 'gzip' })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  await page(`/data/files/${'0'.repeat(64)}`, 404)
  await page('/data/files/nothing', 404)
})

test('downloads say the same as the page, and their descriptor names them', async () => {
  const csv = await browser.get('/performance/outcomes/2016-09/outcomes.csv?area=national')
  assert.match(String(csv.headers['content-disposition']), /case-outcomes-national-2016-09\.csv/)
  assert.match(
    csv.body,
    /^category,convictions,convictions_percent,unsuccessful,unsuccessful_percent\nhomicide,73,89\.0,9,11\.0\n/,
  )
  const json: unknown = (await browser.get('/performance/outcomes/2016-09/outcomes.json?area=national')).json()
  assert.ok(Array.isArray(json))
  assert.deepEqual(json[0], {
    category: 'homicide',
    convictions: 73,
    convictions_percent: 89,
    unsuccessful: 9,
    unsuccessful_percent: 11,
  })
  const { resources } = (await browser.get('/performance/outcomes/2016-09/datapackage.json?area=national')).json()
  assert.equal(resources[0].hash, `sha256:${sha256Of(csv.rawPayload)}`)
  const series = await browser.get('/data/cps-outcomes.csv')
  const whole = (await browser.get('/data/cps-outcomes/datapackage.json')).json()
  assert.equal(whole.resources[0].hash, `sha256:${sha256Of(series.rawPayload)}`)
  assert.equal(series.body.split('\n').length, 1 + 37 * 43 * 13 + 1)
  assert.match((await browser.get('/performance/measures/outcomes-completed/measure.csv')).body, /^month,numerator\n/)
  assert.equal((await browser.get('/performance/outcomes/2016-02/outcomes.csv')).statusCode, 404)
})

test('the overview and the data page list what there is', async () => {
  const overview = await page('/performance')
  assert.match(overview.text, /Case outcomes, July 2017/)
  assert.ok(overview.hrefs.includes('/performance/measures/conviction-proportion'))
  assert.match((await page('/data')).text, /37 files with 1,591 rows/)
  assert.equal((await browser.get('/performance/outcomes')).headers.location, '/performance/outcomes/2017-07')
})

test('a revision shows at once, says what it changed, and the one before it can still be read', async () => {
  const address = '/performance/outcomes/2016-09?area=bedfordshire'
  assert.match((await page(address)).text, /Homicide 3 100\.0%/)
  const file = path.join(folder, 'principal_offence_category_september_2016.csv')
  await writeFile(file, revised(await september2016()))
  await importOutcomeFile(installation, file, { month: null, reinstate: false, actor: 'test' })
  const now = await page(address)
  assert.match(now.text, /Homicide 4 100\.0%/)
  assert.match(now.text, /Revision 2, shown here , in force/)
  assert.match(now.text, /It changed 2 published numbers of revision 1/)
  assert.match(now.text, /Bedfordshire Homicide, convictions 3 4/)
  const before = await page(`${address}&revision=1`)
  assert.match(before.text, /These are the figures of revision 1\. Revision 2 replaced them\./)
  assert.match(before.text, /Homicide 3 100\.0%/)
  await page(`${address}&revision=3`, 404)
  await page(`${address}&revision=first`, 400)
})

test('withdrawn figures are in no figure any more; their page says so with the reason, and they can be read', async () => {
  const [month, at] = [parseLocalMonth('2014-05'), '2026-11-20T10:00:00.000Z']
  const reason = 'It is the table of another month'
  const before = await browser.get('/data/cps-outcomes.csv')
  const command = { type: 'WithdrawOutcomes', month, revision: null, reason, at } as const
  await installation.record.perform(outcomeMonth, month, command, { actor: 'test', at })
  const gone = await page('/performance/outcomes/2014-05', 410)
  assert.match(gone.text, /The outcomes of May 2014 were withdrawn/)
  assert.match(gone.text, /Withdrawn on .*20 November 2026.*: It is the table of another month/)
  const still = await page('/performance/outcomes/2014-05?revision=1')
  assert.match(still.text, /revision 1\. Withdrawn on .* No figures of May 2014 are in force/)
  assert.doesNotMatch((await browser.get('/data/cps-outcomes.csv')).body, /^2014-05/m)
  assert.match(before.body, /^2014-05/m)
  const [file = ''] = gone.hrefs.filter((href) => href.startsWith('/data/files/'))
  assert.match((await page(file)).text, /No figure comes from this file\. As that of May 2014 it was withdrawn/)
  assert.match((await page('/data')).text, /May 2014 \S+ 43 [^,]*, withdrawn June 2014/)
})
