/** One record of a CSV file and the line on which it starts, counted from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

/** A file that is not what it should be, and exactly where. `column` counts cells from 1; null for the whole line. */
export class FileFault extends Error {
  override name = 'FileFault'
  readonly line: number
  readonly column: number | null
  readonly reason: string

  constructor(line: number, column: number | null, reason: string) {
    super(`line ${line}${column === null ? '' : `, column ${column}`}: ${reason}`)
    this.line = line
    this.column = column
    this.reason = reason
  }
}

const mostQuoted = 60

/** A cell as a message quotes it: cut short, and without characters that would steer a terminal. */
export function quoted(text: string): string {
  const plain = text.slice(0, mostQuoted + 1).replaceAll(/\p{C}/gu, '\uFFFD')
  return `'${plain.length > mostQuoted ? `${plain.slice(0, mostQuoted)}…` : plain}'`
}

const lineFeed = 0x0a

/** UTF-8 text without its byte order mark. Throws a FileFault for other bytes, and for NUL, which no text holds. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new FileFault(1, null, 'the file is UTF-16 text, and should be UTF-8')
  }
  const text = decoded(bytes)
  if (text === null) throw new FileFault(firstLineNotUtf8(bytes), null, 'the line is not UTF-8 text')
  const nul = text.indexOf('\0')
  if (nul >= 0) throw new FileFault(text.slice(0, nul).split('\n').length, null, 'the line holds a NUL character')
  return text
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  let start = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(lineFeed, start)
    if (end < 0 || decoded(bytes.subarray(start, end)) === null) return line
    start = end + 1
  }
}

const quotedCell = /"((?:[^"]|"")*)"/y
const plainCell = /[^",\r\n]*/y
const lineEnd = /\r?\n/y

/**
 * Reads CSV strictly by RFC 4180, with CRLF or LF line ends. What the RFC does not allow is a FileFault with its line
 * and column, because a figure that moved by one cell is worse than none; the libraries we looked at repair such
 * files silently or name only a byte. For files of a few megabytes that fit in memory.
 */
export function readCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let [position, line] = [0, 1]
  while (position < text.length) {
    const record = readRecord(text, position, line)
    records.push({ line, cells: record.cells })
    position = record.end
    line = record.nextLine
  }
  return records
}

function readRecord(text: string, start: number, line: number) {
  const cells: string[] = []
  let [position, nextLine] = [start, line]
  for (;;) {
    const cell = readCell(text, position, nextLine, cells.length + 1)
    cells.push(cell.value)
    nextLine += cell.lineEnds
    position = cell.end
    if (text[position] === ',') {
      position += 1
      continue
    }
    const end = matchAt(lineEnd, text, position)
    if (end) return { cells, end: position + end[0].length, nextLine: nextLine + 1 }
    if (position === text.length) return { cells, end: position, nextLine }
    throw new FileFault(nextLine, cells.length, strayCharacter(text, position, cell.quoted))
  }
}

function readCell(text: string, position: number, line: number, column: number) {
  if (text[position] !== '"') {
    const value = matchAt(plainCell, text, position)?.[0] ?? ''
    return { value, end: position + value.length, lineEnds: 0, quoted: false }
  }
  const found = matchAt(quotedCell, text, position)
  if (!found)
    throw new FileFault(line, column, 'a quotation mark is opened and never closed; the file may be cut short')
  const inside = found[1] ?? ''
  const lineEnds = inside.split('\n').length - 1
  return { value: inside.replaceAll('""', '"'), end: position + found[0].length, lineEnds, quoted: true }
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function strayCharacter(text: string, position: number, quoted: boolean): string {
  if (text[position] === '\r') return 'a carriage return stands where no line ends'
  return quoted ? 'there is text after a closing quotation mark' : 'there is a quotation mark inside an unquoted cell'
}

const needsQuotes = /[",\r\n]/

/** CSV as RFC 4180 has it but with LF line ends, heading first. Null is an empty cell. */
export function writeCsv(
  columns: readonly string[],
  rows: ReadonlyArray<Readonly<Record<string, string | number | null>>>,
): string {
  const cell = (value: string | number | null | undefined): string => {
    const text = value === null || value === undefined ? '' : String(value)
    return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const line = (cells: ReadonlyArray<string | number | null | undefined>): string => `${cells.map(cell).join(',')}\n`
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('')
}
