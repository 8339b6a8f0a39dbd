import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Json, Row } from './decider.ts'

const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One value in COPY's text format. Arrays and objects are written as JSON, so their columns are `jsonb`. */
function field(value: Json | Buffer | undefined): string {
  if (value === null || value === undefined) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replaceAll(/[\\\t\n\r]/g, (character) => escaped[character] ?? character)
}

const chunkRows = 1000

function* lines(columns: readonly string[], rows: ReadonlyArray<Readonly<Record<string, Json | Buffer | undefined>>>) {
  for (let start = 0; start < rows.length; start += chunkRows) {
    yield rows
      .slice(start, start + chunkRows)
      .map((row) => `${columns.map((column) => field(row[column])).join('\t')}\n`)
      .join('')
  }
}

/** Copies rows into a table. A column that a row does not name is null. */
export async function copyRows(
  client: ClientBase,
  table: { readonly name: string; readonly columns: readonly string[] },
  rows: readonly Row[] | ReadonlyArray<Readonly<Record<string, Json | Buffer>>>,
): Promise<void> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  const sink = client.query(copyFrom(`copy "${table.name}" (${columns}) from stdin`))
  await pipeline(Readable.from(lines(table.columns, rows)), sink)
}
