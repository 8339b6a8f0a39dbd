import { type CsvRecord, decodeText, readCsv } from './csv.ts'

export const rowsOnPage = 50

/** The page that is wanted, by its number or by a line that stands on it. */
export type Wanted = { readonly page: number } | { readonly line: number }

/** A page of a file's records as they stand in it. */
export type FilePage = {
  readonly headings: readonly string[]
  readonly records: readonly CsvRecord[]
  readonly current: number
  /** The line on which the record begins that holds the line asked for; null when a page was asked for. */
  readonly line: number | null
}

type Raw = { readonly line: number; readonly bytes: Uint8Array }

/**
 * Reads one page of a kept file. Only as much is unpacked as stands before its end, a piece at a time, and only its own
 * records are taken apart, so that a large file costs no more memory than a small one.
 */
export async function readPage(content: AsyncIterable<Uint8Array>, wanted: Wanted): Promise<FilePage> {
  let heading: Raw | null = null
  let page: Raw[] = []
  let [count, found] = [0, false]
  for await (const record of rawRecords(content)) {
    if (heading === null) {
      heading = record
      continue
    }
    if ('line' in wanted && record.line > wanted.line) found = true
    if (count % rowsOnPage === 0) {
      if (found && count > 0) break
      page = []
    }
    page.push(record)
    count += 1
    if ('page' in wanted && count > (wanted.page - 1) * rowsOnPage) found = true
  }
  return {
    headings: heading ? taken(heading).cells : [],
    records: page.map(taken),
    current: Math.max(1, Math.ceil(count / rowsOnPage)),
    line: 'line' in wanted ? (page.findLast(({ line }) => line <= wanted.line)?.line ?? null) : null,
  }
}

const taken = ({ line, bytes }: Raw): CsvRecord => ({ line, cells: readCsv(decodeText(bytes))[0]?.cells ?? [] })

const [lineFeed, quotationMark] = [0x0a, 0x22]

/** The records one by one, each with the line on which it begins. */
async function* rawRecords(content: AsyncIterable<Uint8Array>): AsyncGenerator<Raw> {
  let rest: Uint8Array = new Uint8Array()
  let line = 1
  for await (const chunk of content) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let start = 0
    for (let end = endOfRecord(bytes, 0); end >= 0; end = endOfRecord(bytes, start)) {
      const record = bytes.subarray(start, end)
      yield { line, bytes: record }
      line += numberOf(lineFeed, record)
      start = end
    }
    rest = bytes.subarray(start)
  }
  if (rest.length > 0) yield { line, bytes: rest }
}

/** Behind the first line end that is not inside quotation marks; -1 where there is none. */
function endOfRecord(bytes: Uint8Array, start: number): number {
  let marks = 0
  for (let from = start; ;) {
    const end = bytes.indexOf(lineFeed, from)
    if (end < 0) return -1
    marks += numberOf(quotationMark, bytes.subarray(from, end))
    if (marks % 2 === 0) return end + 1
    from = end + 1
  }
}

function numberOf(byte: number, bytes: Uint8Array): number {
  let number = 0
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) number += 1
  return number
}
