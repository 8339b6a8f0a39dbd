import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forceKeyOf } from './force.ts'
import { categoriesWith, checkStreetCsv, streetColumns, streetFileName } from './street-csv.ts'

const heading = streetColumns.join(',')
const row = (cells: Partial<Record<(typeof streetColumns)[number], string>> = {}): string =>
  streetColumns
    .map(
      (column) =>
        ({
          'Crime ID': 'f'.repeat(64),
          Month: '2025-06',
          'Reported by': 'Thames Valley Police',
          'Falls within': 'Thames Valley Police',
          Longitude: '-0.704414',
          Latitude: '51.451072',
          Location: 'On or near Chawridge Lane',
          'LSOA code': 'E01016252',
          'LSOA name': 'Bracknell Forest 001C',
          'Crime type': 'Burglary',
          'Last outcome category': 'Under investigation',
          Context: '',
          ...cells,
        })[column],
    )
    .join(',')

const check = (lines: readonly string[], accepted: readonly string[] = []): void =>
  checkStreetCsv(Buffer.from(`${lines.join('\n')}\n`), categoriesWith(accepted))
const fault = (lines: readonly string[], line: number, column: number | null, reason: RegExp): void =>
  assert.throws(() => check(lines), { name: 'FileFault', line, column, reason })

test('a file as the site gives it passes, with either kind of line end and with places left out', () => {
  check([heading, row(), row({ Longitude: '', Latitude: '', 'LSOA code': '', 'LSOA name': '' })])
  check([`${heading}\r`, `${row()}\r`])
  check([heading, row({ 'Crime ID': '', 'Crime type': 'Anti-social behaviour', 'Last outcome category': '' })])
})

test('headings that are not exactly those of street crime are refused where they differ', () => {
  fault([heading.replace('Reported by', 'Force'), row()], 1, 3, /'Force' where 'Reported by' belongs/)
  fault([`${heading},Postcode`, row()], 1, 13, /one heading too many, 'Postcode'/)
  fault([heading.replace(',Context', ''), row()], 1, 12, /'' where 'Context' belongs/)
})

test('the other files of the site are refused by what they are', () => {
  fault(['Crime ID,Month,Reported by,Outcome type'], 1, null, /outcomes file/)
  fault(['Type,Date,Object of search,Outcome'], 1, null, /stop and search file/)
})

test('a file without rows is refused', () => fault([heading], 2, null, /no row/))

test('a row that is short or long is refused', () => {
  fault([heading, row(), 'a,2025-06'], 3, 3, /2 cells, not 12/)
  fault([heading, row(), '', row()], 3, 2, /1 cells, not 12/)
  fault([heading, `${row()},more`], 2, 13, /13 cells, not 12/)
})

test('broken quotation marks are refused', () => {
  fault([heading, row(), row({ Location: '"On or near' })], 3, 7, /opened and never closed/)
  fault([heading, row({ Location: 'On "or" near' })], 2, 7, /inside an unquoted cell/)
})

test('another month, force or kind of value is refused', () => {
  fault([heading, row({ Month: '2025-13' })], 2, 2, /Month '2025-13' is not a month/)
  fault([heading, row({ Month: 'Jun-25' })], 2, 2, /'Jun-25' is not a month/)
  fault([heading, row(), row({ Month: '2025-07' })], 3, 2, /differs from '2025-06' in line 2/)
  fault([heading, row(), row({ 'Reported by': 'Kent Police' })], 3, 3, /differs from 'Thames Valley Police'/)
  fault([heading, row({ 'Reported by': 'Oxford' })], 2, 3, /not the name of a police force/)
  for (const latitude of ['north', 'NaN', '5e1', '-0.704414']) {
    fault([heading, row({ Latitude: latitude })], 2, 6, /is not one of the United Kingdom/)
  }
  fault([heading, row({ Longitude: '51.451072' })], 2, 5, /'51.451072' is not one of/)
})

test('a crime type or outcome that the site is not known to use is refused unless it is accepted', () => {
  fault([heading, row({ 'Crime type': 'Knife crime' })], 2, 10, /'Knife crime' .*--accept/)
  fault([heading, row({ 'Crime type': '' })], 2, 10, /''/)
  fault([heading, row({ 'Last outcome category': 'Sent home' })], 2, 11, /'Sent home'/)
  check([heading, row({ 'Crime type': 'Knife crime' })], ['Knife crime'])
})

test('the names of the site give month and force, and other names give none', () => {
  assert.deepEqual(streetFileName('2025-06-thames-valley-street.csv.gz'), { month: '2025-06', force: 'thames-valley' })
  for (const name of ['changed.csv', '2025-13-kent-street.csv', '2025-06-kent-outcomes.csv']) {
    assert.equal(streetFileName(name), null)
  }
})

test("a force's key is what the site calls it in the names of its files", () => {
  for (const [name, key] of [
    ['Thames Valley Police', 'thames-valley'],
    ['Hertfordshire Constabulary', 'hertfordshire'],
    ['Metropolitan Police Service', 'metropolitan'],
    ['Devon & Cornwall Police', 'devon-and-cornwall'],
    ['Dyfed-Powys Police', 'dyfed-powys'],
    ['Police Service of Northern Ireland', 'northern-ireland'],
    ['British Transport Police', 'btp'],
    ['Police', null],
    ['constructor', null],
  ] as const) {
    assert.equal(forceKeyOf(name), key, name)
  }
})
