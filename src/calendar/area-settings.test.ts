import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { areaFolder, readDayCounting } from './area-settings.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'frankpledge-settings-'))
after(() => rmSync(folder, { recursive: true }))

const workingDays = { startingDay: 'day-1', source: 'Minutes of 2 November 2026', confidence: 'confirmed' }
const board = { by: 'the Criminal Justice Board', on: '2026-11-02' }

const settled = (content: unknown) => {
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(content))
  return readDayCounting(folder)
}

test('the settings of the area that comes with the project can be read', async () => {
  assert.equal((await readDayCounting(areaFolder)).startingDay, 'day-0')
})

test('what an area decided is read with who decided it, when, and where it stands', async () => {
  const decided = { ...workingDays, decided: board }
  assert.deepEqual(await settled({ notes: [], workingDays: decided }), decided)
})

test('settings that are not what they should be are refused with the place that is wrong', async () => {
  for (const [wrong, where] of [
    [{ ...workingDays, startingDay: 'day-2', decided: board }, /startingDay/],
    [{ ...workingDays, source: ' ', decided: board }, /source/],
    [{ ...workingDays, decided: { ...board, on: '2026-11-31' } }, /decided/],
    [{ ...workingDays, decided: { by: 'the board' } }, /decided/],
    [workingDays, /decided/],
    [{ ...workingDays, decided: null, fridays: 'off' }, /fridays/],
  ] as const) {
    await assert.rejects(settled({ notes: [], workingDays: wrong }), where)
  }
})
