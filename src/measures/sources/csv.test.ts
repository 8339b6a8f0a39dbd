import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeText, quoted, readCsv, writeCsv } from './csv.ts'

const cells = (text: string) => readCsv(text).map((record) => record.cells)
const fault = (text: string, line: number, column: number | null, reason: RegExp) =>
  assert.throws(() => readCsv(text), { name: 'FileFault', line, column, reason })

test('lines end in CRLF or LF, and the last may have no end', () => {
  const expected = [
    ['a', 'b'],
    ['1', '2'],
  ]
  assert.deepEqual(cells('a,b\r\n1,2\r\n'), expected)
  assert.deepEqual(cells('a,b\n1,2\n'), expected)
  assert.deepEqual(cells('a,b\n1,2'), expected)
  assert.deepEqual(cells(''), [])
})

test('a quoted cell keeps commas, doubled quotation marks and line ends; the next record knows its line', () => {
  assert.deepEqual(readCsv('"10,720","say ""no""","two\nlines"\nlast\n'), [
    { line: 1, cells: ['10,720', 'say "no"', 'two\nlines'] },
    { line: 3, cells: ['last'] },
  ])
})

test('an empty cell is an empty text, also at the end of a line', () => {
  assert.deepEqual(cells(',b,\n'), [['', 'b', '']])
})

test('what RFC 4180 does not allow is refused with its line and column', () => {
  fault('a,b\n1,"2\n', 2, 2, /never closed/)
  fault('a,b\n"1"2,3\n', 2, 1, /after a closing quotation mark/)
  fault('a,b\n1"2,3\n', 2, 1, /inside an unquoted cell/)
  fault('a\rb\n', 1, 1, /carriage return/)
})

test('a byte order mark is not part of the text, and bytes that are not UTF-8 are refused', () => {
  assert.equal(decodeText(Buffer.from('\uFEFFa,b')), 'a,b')
  assert.throws(() => decodeText(Buffer.from([0x61, 0xff, 0x62])), { line: 1, column: null, reason: /not UTF-8/ })
  assert.throws(() => decodeText(Buffer.from([0x61, 0x0a, 0x0a, 0xff, 0x0a])), { line: 3, reason: /not UTF-8/ })
  assert.throws(() => decodeText(Buffer.from('\uFEFFa,b', 'utf16le')), { line: 1, reason: /UTF-16/ })
  assert.throws(() => decodeText(Buffer.from('a\nb\0\n')), { line: 2, reason: /NUL/ })
})

test('a message quotes a cell short, and nothing in it can steer a terminal', () => {
  assert.equal(quoted('Kents'), "'Kents'")
  assert.equal(quoted('\u001B[31mred'), "'\uFFFD[31mred'")
  assert.equal(quoted('x'.repeat(61)), `'${'x'.repeat(60)}…'`)
})

test('what is written reads back the same', () => {
  const text = writeCsv(
    ['a', 'b'],
    [
      { a: 'x, "y"', b: 1 },
      { a: 'z', b: null },
    ],
  )
  assert.equal(text, 'a,b\n"x, ""y""",1\nz,\n')
  assert.deepEqual(cells(text), [
    ['a', 'b'],
    ['x, "y"', '1'],
    ['z', ''],
  ])
})
