import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import { testInstallation } from '../../../test/support/database.ts'
import { testSite } from '../../../test/support/web.ts'
import { sha256Of } from '../sources/kept-files.ts'
import { sourceFile } from '../sources/source-file.ts'
import { loadStreetCrime, streetFilesFolder } from './demonstration.ts'
import { givenFiles } from './given-files.ts'
import { importStreet } from './import-street.ts'
import { crimeRoutes } from './routes.ts'
import { streetMonth } from './street-month.ts'

const installation = await testInstallation([streetMonth, sourceFile])
await loadStreetCrime(installation, { at() {}, done() {} })
const site = await testSite(installation, [crimeRoutes])
const browser = site.browser()

/** Words of a page without its markup. */
async function words(address: string, status = 200): Promise<string> {
  const reply = await browser.get(address)
  assert.equal(reply.statusCode, status, address)
  return reply.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('the first page says which month is a gap, of which force, and joins nothing to 2018', async () => {
  const text = await words('/performance/crime')
  assert.match(text, /July 2025 is a gap: no file of Thames Valley is held for it\./)
  assert.match(text, /December 2018 is held too, but lies too far back/)
  assert.match(text, /No figure for Crimes: July 2025\./)
  assert.doesNotMatch(text, /January 2019/)
  assert.doesNotMatch(await words('/performance/crime?area=hertfordshire'), /is a gap/)
})

test('a month shows every type and outcome, the quality of its rows and its files', async () => {
  const text = await words('/performance/crime/2025-06?area=thames-valley')
  assert.match(text, /15,165 crimes and 2,166 incidents of anti-social behaviour were recorded in June 2025/)
  assert.match(text, /Burglary 537/)
  assert.match(text, /14 rows repeat a crime id that stood on an earlier row; 2 of them equal that row/)
  assert.match(text, /2025-06-thames-valley-street\.csv\.gz , 17,331 rows/)
  const older = await words('/performance/crime/2018-12?area=thames-valley')
  assert.match(
    older,
    /counted there: Aylesbury Vale \([\d,]+\), Chiltern \([\d,]+\), South Bucks \([\d,]+\) and Wycombe/,
  )
})

test('a month that a force lacks is not found, and the page says where there are figures', async () => {
  const text = await words('/performance/crime/2025-07', 404)
  assert.match(text, /No street crime file of Thames Valley is held for July 2025, so that there is no sum/)
  assert.match(text, /Hertfordshire Bedfordshire/)
  assert.match(await words('/performance/crime/2025-07?area=bedfordshire'), /crimes and/)
  await words('/performance/crime/soon', 404)
  await words('/performance/crime/2025-07/rows', 404)
  await words('/performance/crime?area=atlantis', 400)
})

test('a district shows its own rows, wherever they were recorded, and an unknown one is left out of account', async () => {
  const csv = async (query: string) => (await browser.get(`/performance/crime/2025-06/street.csv${query}`)).body
  const sum = (text: string) =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .reduce((total, line) => total + Number(line.split(',').at(-1)), 0)
  const all = sum(await csv('?area=thames-valley'))
  assert.equal(all, 17_331)
  const names = ['Bracknell Forest', 'Buckinghamshire', 'Cherwell', 'Milton Keynes', 'Oxford', 'Reading', 'Slough']
  const more = ['South Oxfordshire', 'Vale of White Horse', 'West Berkshire', 'West Oxfordshire']
  const rest = ['Windsor and Maidenhead', 'Wokingham', 'Elsewhere', 'Not stated']
  let parts = 0
  for (const name of [...names, ...more, ...rest]) {
    parts += sum(await csv(`?area=thames-valley&district=${encodeURIComponent(name)}`))
  }
  assert.equal(parts, all)
  assert.equal(sum(await csv('?area=thames-valley&district=Watford')), all)
})

test('the download is described by its data package, down to its hash', async () => {
  const address = '/performance/crime/2025-06/datapackage.json?area=thames-valley&district=Oxford'
  const described = (await browser.get(address)).json<{
    resources: [{ path: string; hash: string; schema: { fields: Array<{ name: string }>; primaryKey: string[] } }]
    sources: Array<{ title: string }>
  }>()
  const [resource] = described.resources
  const csv = (await browser.get(resource.path.replace('http://localhost:3000', ''))).body
  assert.equal(resource.hash, `sha256:${sha256Of(Buffer.from(csv))}`)
  assert.equal(csv.split('\n')[0], resource.schema.fields.map(({ name }) => name).join(','))
  assert.deepEqual(
    described.sources.map(({ title }) => title),
    ['2025-06-thames-valley-street.csv.gz'],
  )
  const json = (await browser.get('/performance/crime/2025-06/street.json?area=thames-valley&district=Oxford')).json<
    Array<{ district: string }>
  >()
  assert.equal(json.length, csv.trim().split('\n').length - 1)
  assert.ok(json.every(({ district }) => district === 'Oxford'))
})

test('the counts behind a month are paged, can be narrowed to a type, and lead to their file', async () => {
  const text = await words('/performance/crime/2025-06/rows?area=thames-valley&type=Robbery')
  assert.match(text, /162 rows of the type “Robbery”/)
  const reply = await browser.get('/performance/crime/2025-06/rows?area=thames-valley&page=2')
  assert.match(reply.body, /href="\/data\/files\/[0-9a-f]{64}"/)
  assert.equal(reply.body.match(/<tr class="govuk-table__row">/g)?.length, 26)
  await words('/performance/crime/2025-06/rows?type=Treason', 400)
  await words('/performance/crime/2025-06/rows?page=0', 400)
})

test('a revision shows at once, beside what it changed', async () => {
  const before = await words('/performance/crime/2025-09?area=bedfordshire')
  assert.match(before, /None has been revised/)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-revision-'))
  try {
    const name = '2025-09-bedfordshire-street.csv.gz'
    const text = gunzipSync(await readFile(path.join(streetFilesFolder, name))).toString()
    const changed = text
      .split('\n')
      .filter(
        (line, index, lines) => index === 0 || !line.includes(',Burglary,') || lines[index - 1]?.includes(',Burglary,'),
      )
    await writeFile(path.join(folder, name), gzipSync(changed.join('\n')))
    const given = await givenFiles([path.join(folder, name)])
    const options = { accepted: [], reinstate: false, actor: 'test' }
    const [done] = await Array.fromAsync(importStreet(installation, given.files, options))
    assert.equal(done?.result, 'revised')
  } finally {
    await rm(folder, { recursive: true })
  }
  const after = await words('/performance/crime/2025-09?area=bedfordshire')
  assert.match(after, /Bedfordshire, revision 1, replaced/)
  assert.match(after, /Bedfordshire, revision 2, which stands/)
  assert.match(after, /It changed 1 count by type of revision 1 .* Burglary \d+ \d+/)
})
