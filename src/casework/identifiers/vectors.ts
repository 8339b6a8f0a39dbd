import { readFileSync } from 'node:fs'

/** The rows of a file of test vectors in data/identifiers, by column name. */
export function vectorsIn(file: string): ReadonlyArray<Readonly<Record<string, string>>> {
  const text = readFileSync(new URL(`../../../data/identifiers/${file}`, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trim().split('\n')
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}
