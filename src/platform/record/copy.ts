import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Json } from './decider.ts'
import { type Column, quoted } from './table.ts'

export type CopyValue = Json | Buffer | undefined
export type CopyRow = Readonly<Record<string, CopyValue>>

const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escape = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escaped[character] ?? character) : text

/** An array literal of PostgreSQL, whose elements are quoted so that none is taken for null or a separator. */
function arrayLiteral(value: Json): string {
  if (Array.isArray(value)) return `{${value.map(arrayLiteral).join(',')}}`
  if (value === null) return 'NULL'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`
}

/** One value in COPY's text format. */
export function field(value: CopyValue, shape: Column['shape']): string {
  if (value === null || value === undefined) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (shape === 'json') return escape(JSON.stringify(value))
  if (shape === 'array' && Array.isArray(value)) return escape(arrayLiteral(value))
  return escape(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const chunkRows = 1000

function* lines(columns: readonly Column[], rows: readonly CopyRow[]) {
  for (let start = 0; start < rows.length; start += chunkRows) {
    yield rows
      .slice(start, start + chunkRows)
      .map((row) => `${columns.map(({ name, shape }) => field(row[name], shape)).join('\t')}\n`)
      .join('')
  }
}

/** Copies rows into a table. A column that a row does not name is null. */
export async function copyRows(
  client: ClientBase,
  table: { readonly name: string; readonly columns: readonly Column[] },
  rows: readonly CopyRow[],
): Promise<void> {
  const names = quoted(table.columns.map(({ name }) => name))
  const sink = client.query(copyFrom(`copy "${table.name}" (${names}) from stdin`))
  await pipeline(Readable.from(lines(table.columns, rows)), sink)
}
