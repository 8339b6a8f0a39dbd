import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { projectFolder } from '../../platform/installation.ts'
import { readCsv } from '../sources/csv.ts'
import { outcomeAreaOf } from './outcome-areas.ts'
import { outcomeCategories } from './categories.ts'
import { outcomePackage, seriesColumns, seriesPackage } from './outcome-package.ts'
import type { OutcomeReport } from './read-outcomes.ts'
import { reportCsv } from './report-format.ts'

const area = outcomeAreaOf('thames-and-chiltern')
assert.ok(area)
const report: OutcomeReport = {
  month: parseLocalMonth('2016-09'),
  area,
  revision: 1,
  lines: [...outcomeCategories.map(({ key }) => key), 'total' as const].map((category) => ({
    category,
    convictions: category === 'admin' ? 0 : 3,
    unsuccessful: 1,
  })),
}

async function followsProfile(descriptor: object): Promise<void> {
  const file = path.join(projectFolder, 'test/fixtures/frictionless/tabular-data-package.json')
  // The profile is JSON Schema draft 4, which the checker knows but for its name.
  const { $schema: _, ...profile } = JSON.parse(await readFile(file, 'utf8'))
  const check = new Ajv({ strict: false, validateFormats: false }).compile(profile)
  assert.ok(check(descriptor), JSON.stringify(check.errors, null, 2))
}

test('the descriptor of a month follows the profile and describes the columns in their order', async () => {
  const source = { fileName: 'september_2016.csv', contentSha256: 'a'.repeat(64) }
  const descriptor = outcomePackage(report, source, 'https://area.example')
  await followsProfile(descriptor)
  const [resource] = descriptor.resources
  const [heading] = readCsv(reportCsv(report))
  assert.deepEqual(
    resource?.schema.fields.map(({ name }) => name),
    heading?.cells,
  )
  assert.equal(
    resource?.path,
    'https://area.example/performance/outcomes/2016-09/outcomes.csv?area=thames-and-chiltern&revision=1',
  )
  assert.match(resource?.hash ?? '', /^sha256:[0-9a-f]{64}$/)
  assert.equal(resource?.bytes, Buffer.byteLength(reportCsv(report)))
  assert.equal(descriptor.licenses[0]?.name, 'OGL-UK-3.0')
})

test('the descriptor of all months follows the profile', async () => {
  const descriptor = seriesPackage('month\n', [report.month], 'https://area.example')
  await followsProfile(descriptor)
  assert.deepEqual(
    descriptor.resources[0]?.schema.fields.map(({ name }) => name),
    [...seriesColumns],
  )
})
