/** Numbers that look like chance and are the same again for the same seed, on every machine. */
export type Chance = {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number
  /** A number from `from` up to, but not including, `to`. */
  between(from: number, to: number): number
  /** True so many times in a hundred. */
  inHundred(times: number): boolean
  pick<T>(list: readonly T[]): T
  /** A key, as often as its number says. */
  drawn<Key extends string>(weights: Readonly<Record<Key, number>>): Key
}

/** FNV-1a, 32 bits: a number for a text. */
export function numberFor(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** sfc32 of PractRand, begun from the seed by splitmix32: small, quick, and good enough for stories. */
function sfc32(seed: number): () => number {
  let weyl = seed
  const splitmix = (): number => {
    weyl = (weyl + 0x9e3779b9) | 0
    let mixed = Math.imul(weyl ^ (weyl >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let [a, b, c, count] = [splitmix(), splitmix(), splitmix(), 1]
  return () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 0x1_0000_0000
  }
}

export function chanceOf(seed: string): Chance {
  const next = sfc32(numberFor(seed))
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    between: (from, to) => from + next() * (to - from),
    inHundred: (times) => next() * 100 < times,
    pick(list) {
      const found = list[below(list.length)]
      if (found === undefined) throw new RangeError('There is nothing to pick from')
      return found
    },
    drawn<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
      const keys = Object.keys(weights) as Key[]
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0)
      const found = keys.find((key) => (left -= weights[key]) < 0) ?? keys.at(-1)
      if (found === undefined) throw new RangeError('There is nothing to draw from')
      return found
    },
  }
}
