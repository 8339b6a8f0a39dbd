import { Invalid } from '../platform/web/failures.ts'

/** How many single letters must be added, left out or changed to make one word of the other. */
function steps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The names most like what was written, best first: those that begin with it or hold it, then those spelled alike. */
export function nearest(written: string, names: readonly string[], most = 3): readonly string[] {
  const word = written.toLowerCase()
  const distance = (name: string): number => (name.includes(word) && word.length > 2 ? 0 : steps(word, name))
  return names
    .map((name) => ({ name, distance: distance(name) }))
    .filter(({ name, distance }) => distance <= Math.max(3, name.length / 2))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name)
}

/** What an address answers that asks for an area that there is not. */
export function unknownArea(key: string, areas: ReadonlyArray<{ readonly key: string }>): Invalid {
  const near = nearest(
    key,
    areas.map((area) => area.key),
  )
  return new Invalid(`There is no area '${key}'.${near.length > 0 ? ` The nearest are ${near.join(', ')}.` : ''}`)
}
