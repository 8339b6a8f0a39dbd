import { paths } from '../paths.ts'
import { Invalid } from '../platform/web/failures.ts'

/** An address with its query. What is null or empty is left out. */
export function withQuery(address: string, query: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== '')
  if (given.length === 0) return address
  const words = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))
  return `${address}?${words.toString()}`
}

/** The one word that a query gives under a name; null when it gives none. Throws `Invalid` when it gives several. */
export function queried(value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === 'string') return value
  throw new Invalid('The address says the same thing twice.')
}

/** The page of a source file on which a line stands, at that line. */
export const lineAddress = (sha256: string, line: number): string =>
  `${withQuery(paths.sourceFile(sha256), { line })}#line-${line}`
