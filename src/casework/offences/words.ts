/** The words of a title or a query, as they are compared: small letters and figures, without apostrophes. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** What people type for words that stand in titles. */
const sayings: Readonly<Record<string, string>> = {
  abh: 'actual bodily harm',
  gbh: 'grievous bodily harm',
  shoplifting: 'theft shop',
  shoplift: 'theft shop',
  twoc: 'take motor vehicle without owners consent',
  tda: 'take motor vehicle without owners consent',
  pwits: 'possess intent supply',
  dui: 'drive alcohol',
  mugging: 'robbery',
}

/** The words of a query, with sayings written out. */
export const wordsAsked = (query: string): readonly string[] =>
  wordsIn(query).flatMap((word) => (Object.hasOwn(sayings, word) ? wordsIn(sayings[word] ?? '') : [word]))

/**
 * True when one letter more, less or other, or two neighbours exchanged, makes `typed` into `word` or into its
 * beginning.
 */
export function isNearly(typed: string, word: string): boolean {
  let same = 0
  while (same < typed.length && typed[same] === word[same]) same += 1
  const [rest, other] = [typed.slice(same), word.slice(same)]
  if (rest === '') return true
  return (
    other.startsWith(rest.slice(1)) ||
    (other !== '' && other.slice(1).startsWith(rest)) ||
    (other !== '' && other.slice(1).startsWith(rest.slice(1))) ||
    (rest.length > 1 && other.startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`))
  )
}
