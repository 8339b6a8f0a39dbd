import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseBankHolidayFile, readBankHolidayFile } from './bank-holiday-file.ts'
import { keptList, keptVintages } from './kept-lists.ts'

const kept = (name: string): string => fileURLToPath(new URL(`../../data/calendars/${name}`, import.meta.url))
const name = 'bank-holidays-2026-02-25.json'

type Line = { date: string; title: string; notes: string }

function parse(lines: readonly unknown[], file = name) {
  const text = JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events: lines } })
  return parseBankHolidayFile(file, Buffer.from(text))
}

const lines: readonly Line[] = keptList('2026-02-25').holidays.filter(({ date }) => date >= '2026')

function refusesWith(reason: string, load: () => unknown): void {
  assert.throws(load, {
    name: 'Refusal',
    code: 'calendar.unusable-file',
    message: `${name} cannot be loaded: ${reason}.`,
  })
}

test('a kept file becomes the command that loads it', async () => {
  const command = await readBankHolidayFile(kept(name))
  assert.equal(command.type, 'LoadBankHolidays')
  assert.equal(command.vintage, '2026-02-25')
  assert.equal(command.source, name)
  assert.equal(command.sha256, '1dce6df4476b5c311a9ea63d3237c78188da20d718d073c0667b236e3b9a23a7')
  assert.equal(command.holidays.length, 140)
  assert.deepEqual(command.holidays[0], { date: '2012-01-02', title: 'New Year’s Day', notes: 'Substitute day' })
})

test('every kept file can be loaded', () => {
  assert.deepEqual(
    keptVintages.map((vintage) => keptList(vintage).holidays.length),
    [49, 73, 73, 98, 140],
  )
})

test('every kept file is the one that its documentation describes', () => {
  const documentation = readFileSync(kept('README.md'), 'utf8')
  for (const vintage of keptVintages) {
    const { sha256, source } = keptList(vintage)
    assert.ok(documentation.includes(`${sha256}  ${source}`), source)
  }
})

test('the days are put in order', () => {
  assert.deepEqual(parse(lines.toReversed()).holidays, lines)
})

test('the name must say when the list was fetched', () => {
  for (const file of ['bank-holidays.json', 'bank-holidays-2026-02-30.json', 'bank-holidays-2026-02-25.csv']) {
    assert.throws(() => parse(lines, file), {
      code: 'calendar.unusable-file',
      message: `${file} cannot be loaded: its name must end with the day it was fetched, as in bank-holidays-2026-02-25.json.`,
    })
  }
})

test('a file that is missing is named', async () => {
  const file = kept('bank-holidays-2031-01-01.json')
  await assert.rejects(readBankHolidayFile(file), {
    code: 'calendar.unusable-file',
    message: `${file} cannot be loaded: there is no such file.`,
  })
})

test('a file that is not the GOV.UK list is refused with the place that is wrong', () => {
  const refused = (text: string): string => {
    try {
      parseBankHolidayFile(name, Buffer.from(text))
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
    return ''
  }
  assert.match(refused('<html>'), /: it is not the GOV\.UK list of bank holidays \(the file: /)
  assert.match(refused('{"scotland": {}}'), /list of bank holidays \(england-and-wales: /)
  const withLine = (line: Line): string => refused(JSON.stringify({ 'england-and-wales': { events: [line] } }))
  assert.match(
    withLine({ date: '2026-02-30', title: '', notes: '' }),
    /events\.0\.date: must be a day, such as 2026-04-07; england-and-wales\.events\.0\.title: must not be empty\)\.$/,
  )
})

test('a list that is not whole is refused', () => {
  refusesWith('it has no bank holidays of England and Wales', () => parse([]))
  refusesWith('it has 1 January 2026 twice', () => parse([...lines, lines[0]]))
  refusesWith('it has 7 bank holidays in 2028, and a whole year has at least 8', () => parse(lines.slice(0, -1)))
  refusesWith('it has 0 bank holidays in 2027, and a whole year has at least 8', () =>
    parse(lines.filter(({ date }) => !date.startsWith('2027'))),
  )
  refusesWith('it does not have Good Friday, 3 April 2026', () =>
    parse(lines.map((line) => (line.date === '2026-04-03' ? { ...line, date: '2026-04-10' } : line))),
  )
})
