/** From how many characters on a run without a space may be broken, and after how many each time. */
const longWord = /\S{25,}/gu
const pieceLength = 12
const breakHere = '\u200B'

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

function breakable(word: string): string {
  const letters = [...graphemes.segment(word)].map(({ segment }) => segment)
  const pieces: string[] = []
  for (let start = 0; start < letters.length; start += pieceLength)
    pieces.push(letters.slice(start, start + pieceLength).join(''))
  return pieces.join(breakHere)
}

/** A character that cannot be printed, by its number: `[U+202E]`. */
export const byNumber = (text: string): string =>
  Array.from(text, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`).join('')

/** Control characters, and those that would turn the direction of what follows, which could make words lie. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

/**
 * A text as it can be set: line ends are one kind, what has no form is shown by its number, and a run of letters too
 * long for any line may be broken, by a mark that takes no room.
 */
export const settable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(longWord, breakable)
    .replaceAll(unprintable, byNumber)

const isPlain = (text: string): boolean => /^[ -~]*$/.test(text)

/**
 * The text without what no font could show, by number. Where the compiler names a letter with a mark on it, it names
 * the letter alone, although the mark is what is missing: the mark goes first, and a plain letter never does.
 */
export function withoutMissing(text: string, missing: string): string {
  const unmarked = text.replaceAll(new RegExp(`(?<=${RegExp.escape(missing)})\\p{M}+`, 'gu'), (marks) =>
    byNumber(marks),
  )
  return unmarked !== text || isPlain(missing) ? unmarked : text.replaceAll(missing, byNumber(missing))
}
