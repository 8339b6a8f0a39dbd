import { soundKey, wordsOfName } from './name-keys.ts'

/** What keys a word may be found by. */
export type WordSought = { readonly word: string; readonly keys: readonly string[]; readonly begins: string | null }

/** Shorter words are sought as they stand: every misspelling of "Li" is another name. */
const shortestMisspelt = 4
const shortestBeginning = 3
/** Words of a name beyond these are not sought. */
const mostWords = 5

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')

/** Every word that is one slip of the keyboard away: a letter left out, put in, mistaken, or two changed about. */
export function misspellings(word: string): readonly string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after) found.add(before + after.slice(1))
    if (after.length > 1) found.add(`${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`)
    for (const letter of letters) {
      found.add(before + letter + after)
      if (after) found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  return [...found]
}

/** What to look for when somebody types a name, word for word. */
export const soughtIn = (typed: string): readonly WordSought[] =>
  wordsOfName(typed)
    .slice(0, mostWords)
    .map((word) => {
      const sound = soundKey(word)
      return {
        word,
        keys: [word, ...(word.length < shortestMisspelt ? [] : misspellings(word)), ...(sound === null ? [] : [sound])],
        begins: word.length < shortestBeginning ? null : word,
      }
    })

/**
 * How many slips lie between two words: letters left out, put in, mistaken, or two neighbours changed about (optimal
 * string alignment).
 */
export function slipsBetween(one: string, other: string): number {
  let above: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (above[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    above = row
    row = next
  }
  return row[other.length] ?? 0
}

/** A beginning is a better answer than a misspelling, and worse than the word itself. */
const begun = 0.5

/** How far a name is from what was typed: 0 for each word that it has, more for what only comes near. */
export function farness(typed: readonly WordSought[], name: string): number {
  const words = wordsOfName(name)
  return typed
    .map(({ word, begins }) =>
      Math.min(
        ...words.map((one) => (begins && one !== word && one.startsWith(begins) ? begun : slipsBetween(word, one))),
        word.length,
      ),
    )
    .reduce((sum, slips) => sum + slips, 0)
}
