import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, test } from 'node:test'
import { percentOf } from '../percent.ts'
import { readCsv } from '../sources/csv.ts'
import { readOutcomeTable } from './outcome-table.ts'
import { september2016 } from '../../../test/support/outcome-tables.ts'
import { outcomeTables } from './demonstration.ts'

let text = ''
before(async () => {
  text = (await september2016()).toString()
})

const read = (changed: string) => readOutcomeTable(Buffer.from(changed))
const line = (number: number) => text.split('\r\n')[number - 1] ?? ''
const withLine = (number: number, changed: string) =>
  text
    .split('\r\n')
    .map((one, index) => (index === number - 1 ? changed : one))
    .join('\r\n')
const fault = (changed: string, at: { line: number; column: number | null }, reason: RegExp) =>
  assert.throws(() => read(changed), { name: 'FileFault', ...at, reason })

test('every published table is read whole, and its percentages are ours rounding a half up', async () => {
  const files = await outcomeTables()
  assert.equal(files.length, 37)
  for (const file of files) {
    const bytes = await readFile(file)
    const { figures } = readOutcomeTable(bytes)
    assert.equal(figures.length, 43)
    assert.equal(checkPublishedPercentages(bytes), 43 * 25, file)
  }
})

/** Compares each published percentage with `percentOf`, cell by cell, without the reader. Returns how many agree. */
function checkPublishedPercentages(bytes: Buffer): number {
  let agreed = 0
  for (const { cells } of readCsv(bytes.toString()).slice(1)) {
    const number = (column: number) => Number((cells[column] ?? '').replaceAll(',', ''))
    for (let column = 1; column < 49; column += 4) {
      const whole = number(column) + number(column + 2)
      for (const at of [column, column + 2]) {
        if (same(cells[at + 1] ?? '', percentOf(number(at), whole))) agreed += 1
      }
    }
    if (same(cells[50] ?? '', percentOf(number(49), number(49)))) agreed += 1
  }
  return agreed
}

const same = (published: string, ours: string | null): boolean =>
  ours === null ? published === '-' || published === '0' : published === `${ours}%`

test('September 2016: homicide 73 and 9, against the person 10,720 and 3,101, administratively finalised 849', () => {
  const [national] = read(text).figures
  assert.equal(national?.area, 'national')
  assert.equal(national?.line, 2)
  assert.deepEqual(national?.convictions.slice(0, 2), [73, 10_720])
  assert.deepEqual(national?.unsuccessful.slice(0, 2), [9, 3101])
  assert.equal(national?.unsuccessful.at(-1), 849)
})

test('rows know their line and their area whatever its spelling', () => {
  const areas = new Map(read(text).figures.map(({ area, line }) => [area, line]))
  assert.equal(areas.get('greater-manchester'), 16)
  assert.equal(areas.get('dyfed-powys'), 13)
  assert.equal(areas.get('metropolitan-and-city'), 26)
  const spelled = text.replace('GreaterManchester', 'Greater Manchester').replace('Dyfed Powys', 'Dyfed-Powys')
  assert.equal(read(spelled).figuresSha256, read(text).figuresSha256)
})

test('line ends, a byte order mark and a missing last line end do not change the figures', () => {
  const { figuresSha256 } = read(text)
  assert.equal(read(text.replaceAll('\r\n', '\n')).figuresSha256, figuresSha256)
  assert.equal(read(`\uFEFF${text}`).figuresSha256, figuresSha256)
  assert.equal(read(text.trimEnd()).figuresSha256, figuresSha256)
})

test('another order of rows gives the same figures', () => {
  const rows = text.trimEnd().split('\r\n')
  const turned = [rows[0], ...rows.slice(1).toReversed()].join('\n')
  assert.equal(read(turned).figuresSha256, read(text).figuresSha256)
})

test('the heading of the last column is read as published and as it should be', () => {
  const right = text.replace('Percentage of L Motoring Offences', 'Percentage of Admin Finalised')
  assert.equal(read(right).figuresSha256, read(text).figuresSha256)
})

test('a wrong heading row is refused', () => {
  fault('', { line: 1, column: null }, /empty/)
  fault('<!DOCTYPE html>\n', { line: 1, column: 1 }, /first heading should be empty/)
  const robbery = text.replace('Number of Robbery Convictions', 'Robbery')
  fault(robbery, { line: 1, column: 18 }, /is 'Robbery' where 'Number of Robbery Convictions' belongs/)
  const missing = text.replace(',Percentage of L Motoring Offences Unsuccessful', '')
  fault(missing, { line: 1, column: 51 }, /Percentage of L Motoring Offences Unsuccessful' is missing/)
  fault(text.replace('\r\n', ',Total\r\n'), { line: 1, column: 52 }, /one heading too many, 'Total'/)
})

test('columns in another order are refused: two headings that changed places leave no trace in the numbers', () => {
  const [convictions, unsuccessful] = ['Number of Homicide Convictions', 'Number of Homicide Unsuccessful']
  const swapped = text.replace(convictions, '?').replace(unsuccessful, convictions).replace('?', unsuccessful)
  fault(swapped, { line: 1, column: 2 }, /is 'Number of Homicide Unsuccessful' where/)
})

test('an area that is unknown, unnamed, missing or there twice is refused', () => {
  fault(text.replace('\nKent,', '\nKents,'), { line: 21, column: 1 }, /'Kents' is not an area/)
  fault(text.replace('\nKent,', '\n,'), { line: 21, column: 1 }, /names no area/)
  fault(text.replace('\nKent,', '\nKent (2),'), { line: 21, column: 1 }, /'Kent \(2\)' is not an area/)
  fault(text.replace('\nKent,', '\nCumbria,'), { line: 21, column: 1 }, /'Cumbria' stands on line 8 already/)
  fault(text.replace(`${line(21)}\r\n`, ''), { line: 43, column: null }, /row of kent is missing/)
  fault(`${text}\r\n`, { line: 45, column: 1 }, /names no area/)
})

test('a file cut short is refused where it ends', () => {
  const halfLine = text.slice(0, text.indexOf('\nWiltshire') + 40)
  fault(halfLine, { line: 44, column: 9 }, /has 9 cells and should have 51/)
  const insideQuotes = text.slice(0, text.indexOf('"10,720"') + 4)
  fault(insideQuotes, { line: 2, column: 6 }, /never closed/)
})

test('a number that is negative, broken, missing or not a count is refused', () => {
  const second = line(4)
  for (const [wrong, reason] of [
    ['-3', /'-3' is not a count/],
    ['3.5', /'3.5' is not a count/],
    ['', /number is missing/],
    ['"1,23"', /'1,23' is not a count/],
    ['99999999', /not a count/],
    ['three', /not a count/],
  ] as const) {
    fault(withLine(4, second.replace('Bedfordshire,3,', `Bedfordshire,${wrong},`)), { line: 4, column: 2 }, reason)
  }
})

test('a percentage that is not that of its numbers is refused', () => {
  fault(withLine(4, line(4).replace('72.0%', '72.1%')), { line: 4, column: 7 }, /72.1% is not 67 of 93/)
  fault(withLine(4, line(4).replace('72.0%', '72%')), { line: 4, column: 7 }, /'72%' is not a percentage/)
  fault(withLine(4, line(4).replace('72.0%', '-')), { line: 4, column: 7 }, /'-' is not a percentage/)
})

test('where nothing was finalised, - and 0 are read and a percentage is refused', () => {
  const zero = text.split('\r\n').findIndex((one) => one.includes(',0,-,0,-'))
  assert.ok(zero > 0)
  const original = line(zero + 1)
  const { figuresSha256 } = read(text)
  assert.equal(read(withLine(zero + 1, original.replace(',0,-,0,-', ',0,0,0,0'))).figuresSha256, figuresSha256)
  assert.throws(() => read(withLine(zero + 1, original.replace(',0,-,0,-', ',0,0.0%,0,-'))), {
    line: zero + 1,
    reason: /percentage of nothing/,
  })
})

test('a National that is not the sum of the 42 areas is refused at its column', () => {
  const bedfordshire = line(4).replace('Bedfordshire,3,100.0%', 'Bedfordshire,4,100.0%')
  fault(withLine(4, bedfordshire), { line: 2, column: 2 }, /National has 73 and the 42 areas add up to 74/)
})
