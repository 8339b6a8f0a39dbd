import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCsv } from './csv.ts'
import { type Wanted, readPage, rowsOnPage } from './read-page.ts'

/** Record 7 goes over two lines, so that from there on records and lines do not have the same numbers. */
const rows = Array.from({ length: 2 * rowsOnPage + 3 }, (_, index) =>
  index === 6 ? '7,"two\nlines"' : `${index + 1},x`,
)
const text = `number,words\n${rows.join('\n')}\n`
const whole = readCsv(text).slice(1)

async function* inPieces(of: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(of)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

for (const size of [1, 7, 1_000_000]) {
  const read = (wanted: Wanted) => readPage(inPieces(text, size), wanted)

  test(`pages have the records that reading the whole file gives, in pieces of ${size}`, async () => {
    const pages = [await read({ page: 1 }), await read({ page: 2 }), await read({ page: 3 })]
    assert.deepEqual(
      pages.flatMap(({ records }) => records),
      whole,
    )
    assert.deepEqual(
      pages.map(({ current, records }) => [current, records.length]),
      [
        [1, rowsOnPage],
        [2, rowsOnPage],
        [3, 3],
      ],
    )
    assert.deepEqual(pages[1]?.headings, ['number', 'words'])
    assert.equal((await read({ page: 9 })).current, 3)
  })

  test(`a line is found on its page, also inside a record of two lines, in pieces of ${size}`, async () => {
    const found = async (line: number) => {
      const page = await read({ line })
      return [page.current, page.line]
    }
    assert.deepEqual(await found(1), [1, null])
    assert.deepEqual(await found(2), [1, 2])
    assert.deepEqual(await found(9), [1, 8])
    assert.deepEqual(await found(rowsOnPage + 2), [1, rowsOnPage + 2])
    assert.deepEqual(await found(rowsOnPage + 3), [2, rowsOnPage + 3])
    assert.deepEqual(await found(9999), [3, whole.at(-1)?.line])
  })
}

test('a file of headings alone has one page without records', async () => {
  assert.deepEqual(await readPage(inPieces('a,b\r\n', 3), { page: 1 }), {
    headings: ['a', 'b'],
    records: [],
    current: 1,
    line: null,
  })
})
