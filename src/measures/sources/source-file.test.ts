import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClaimSource, sourceFile } from './source-file.ts'

const at = '2026-04-07T09:30:00.000Z'
const claim: ClaimSource = {
  type: 'ClaimSource',
  contentSha256: 'a'.repeat(64),
  contentBytes: 7,
  dataset: 'cps-outcomes',
  period: '2016-09',
  fileName: 'principal_offence_category_september_2016.csv',
  fileSha256: 'a'.repeat(64),
  fileBytes: 7,
  rows: 43,
  licence: 'OGL-UK-3.0',
  at,
}
const { type: _, ...claimed } = claim

test('a source is claimed once for its period', () => {
  assert.deepEqual(sourceFile.decide(claim, null), [{ ...claim, type: 'SourceClaimed' }])
  assert.deepEqual(sourceFile.decide({ ...claim, at: '2027-01-01T00:00:00.000Z' }, claimed), [])
})

test('the same content under another period is refused, and the refusal names the period that has it', () => {
  assert.throws(() => sourceFile.decide({ ...claim, period: '2016-10' }, claimed), {
    name: 'Refusal',
    code: 'source.other-period',
    message: /for 2016-09, so it cannot also be cps-outcomes for 2016-10/,
  })
})

test('the same content in another dataset is refused', () => {
  assert.throws(() => sourceFile.decide({ ...claim, dataset: 'street-crime' }, claimed), {
    code: 'source.other-dataset',
  })
})

test('a withdrawn source keeps its row with the reason, and can be claimed for another period', () => {
  const reason = 'It is the table of October'
  const withdraw = { type: 'WithdrawSource', period: '2016-09', reason, at } as const
  const [event] = sourceFile.decide(withdraw, claimed)
  assert.ok(event)
  const withdrawn = sourceFile.evolve(claimed, event)
  assert.equal(sourceFile.rows(withdrawn)['source_file']?.[0]?.['withdrawn_reason'], reason)
  const [again] = sourceFile.decide({ ...claim, period: '2016-10' }, withdrawn)
  assert.ok(again)
  const [row] = sourceFile.rows(sourceFile.evolve(withdrawn, again))['source_file'] ?? []
  assert.deepEqual([row?.['period'], row?.['withdrawn_at']], ['2016-10', null])
  assert.deepEqual(sourceFile.decide({ ...withdraw, period: '2016-10' }, claimed), [])
  assert.deepEqual(sourceFile.decide(withdraw, withdrawn), [])
})

test('a claimed source stands behind one row, and an unclaimed one behind none', () => {
  assert.deepEqual(sourceFile.rows(null), { source_file: [] })
  const [row] = sourceFile.rows(claimed)['source_file'] ?? []
  assert.equal(row?.['imported_at'], at)
  assert.equal(row?.['rows'], 43)
})
