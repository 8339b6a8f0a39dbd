/**
 * A name's words as a search compares them: small letters without accents. An apostrophe joins, a hyphen parts:
 * "O’Brien-Müller" is `obrien` and `muller`.
 */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** Letters at the beginning that are not heard, or are heard as others. */
const beginnings: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^wh/, 'w'],
  [/^x/, 's'],
]

/** Spellings of one sound, brought to one letter, in this order. `x` stands for "sh", `0` for "th". */
const sounds: ReadonlyArray<readonly [RegExp, string]> = [
  [/x/g, 'ks'],
  [/sch/g, 'sk'],
  [/tch|ch|sh|ci(?=[ao])|ti(?=[ao])/g, 'x'],
  [/th/g, '0'],
  [/ph/g, 'f'],
  [/(?<=.)gh(?![aeiouy])/g, ''],
  [/dg(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/v/g, 'f'],
  [/z/g, 's'],
]

/**
 * How a word sounds: its consonants as they are heard, with a first vowel as `a`. Made for English spellings of names;
 * two words that sound alike to somebody else's ear may still differ here.
 */
export function soundOf(word: string): string {
  let heard = word
  for (const [spelling, sound] of [...beginnings, ...sounds]) heard = heard.replace(spelling, sound)
  const first = heard.charAt(0).replace(/[aeiouy]/, 'a')
  return (first + heard.slice(1).replaceAll(/[aeiouyhw]/g, '')).replaceAll(/(.)\1+/g, '$1')
}

/** Shortest sound that says something of a name. */
const tellingSound = 3

/** A sound as a key, which no word can be. */
export const soundKey = (word: string): string | null => {
  const sound = soundOf(word)
  return sound.length < tellingSound ? null : `~${sound}`
}

/**
 * The keys that a name is found by: each of its words, and how it sounds. They are compared by equality or by how they
 * begin, which is all that an index can do below row security.
 */
export function nameKeys(names: ReadonlyArray<string | null>): readonly string[] {
  const words = names.flatMap((name) => (name === null ? [] : wordsOfName(name)))
  return [...new Set(words.flatMap((word) => [word, soundKey(word)]))].filter((key) => key !== null)
}
