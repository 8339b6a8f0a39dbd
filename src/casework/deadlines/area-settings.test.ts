import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { readDeadlineSettings } from './area-settings.ts'
import { settingsAsShipped } from './settings.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'frankpledge-settings-'))
after(() => rmSync(folder, { recursive: true }))
const decide = (content: unknown) => {
  writeFileSync(path.join(folder, 'deadlines.json'), JSON.stringify(content))
  return readDeadlineSettings(folder)
}

test('an area that decided nothing has the settings as shipped', () => {
  assert.deepEqual(readDeadlineSettings(path.join(folder, 'nowhere')), settingsAsShipped)
})

test('what an area decided takes the place of one setting and leaves the others', () => {
  const settings = decide({ notes: ['Agreed in November 2026.'], settings: { 'charging.green-review-days': 21 } })
  assert.deepEqual(settings, { ...settingsAsShipped, 'charging.green-review-days': 21 })
})

test('a setting that does not exist, and one that is no whole number above 0, are refused by name', () => {
  assert.throws(() => decide({ notes: [], settings: { 'custody.hours': 30 } }), /custody\.hours/)
  for (const value of [0, 1.5, '21', 1001]) {
    assert.throws(() => decide({ notes: [], settings: { 'charging.green-review-days': value } }), /green-review-days/)
  }
})
