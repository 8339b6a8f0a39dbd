import type { Offence } from './offence.ts'
import { isNearly, wordsAsked, wordsIn } from './words.ts'

/** Offences by word, held in memory. Made by `offenceIndexOf`. */
export type OffenceIndex = {
  readonly offences: readonly Offence[]
  /** Every word of every title once, sorted. */
  readonly words: readonly string[]
  /** For each word, the places of the offences whose title has it. */
  readonly places: ReadonlyArray<readonly number[]>
  /** Every title as its words, with a space on each side. */
  readonly titles: readonly string[]
  /** How far up an offence stands among equals: the commonest first, then plain offences, then the rest. */
  readonly standing: readonly number[]
}

/** What a word gains where it stands whole in a title, where a word begins with it, and where it is misspelt. */
const gains = { whole: 3, beginning: 2, nearly: 1 } as const
/** For each word that the title begins with, and each pair of words that stands in it as it was asked. */
const orderGain = 2
const commonGain = 4
const qualifierCost = 2
const notRecordableCost = 1
const noOffenceCost = 6
const charactersPerPoint = 40
/** A shorter word that nearly matches would match too much. */
const shortestMisspelt = 4

/** `common` are the codes that are charged most, so that they come first among equals. */
export function offenceIndexOf(offences: readonly Offence[], common: ReadonlySet<string> = new Set()): OffenceIndex {
  const titles = offences.map(({ title }) => wordsIn(title))
  const found = new Map<string, number[]>()
  for (const [place, title] of titles.entries()) {
    for (const word of new Set(title)) {
      const places = found.get(word)
      if (places) places.push(place)
      else found.set(word, [place])
    }
  }
  const words = [...found.keys()].toSorted()
  return {
    offences,
    words,
    places: words.map((word) => found.get(word) ?? []),
    titles: titles.map((title) => ` ${title.join(' ')} `),
    standing: offences.map((offence) => standingOf(offence, common)),
  }
}

function standingOf({ code, title, qualifier, recordable, modeOfTrial }: Offence, common: ReadonlySet<string>): number {
  return (
    (common.has(code) ? commonGain : 0) -
    (qualifier ? qualifierCost : 0) -
    (recordable ? 0 : notRecordableCost) -
    (modeOfTrial ? 0 : noOffenceCost) -
    title.length / charactersPerPoint
  )
}

/**
 * Offences by code or by words, best first. A code may be cut short (`TH680`). Every word of a query must be in the
 * title, or begin a word of it; a word that begins none may have one letter wrong.
 */
export function searchOffences(index: OffenceIndex, query: string, limit = 20): readonly Offence[] {
  const byCode = codesThatBegin(index, query)
  if (byCode.length > 0) return byCode.slice(0, limit)
  const asked = wordsAsked(query)
  if (asked.length === 0) return []
  const gained = asked.map((typed) => gainsOf(index, typed))
  return bestOf(index.offences.length, limit, (place) => {
    let score = 0
    for (const gains of gained) {
      const gain = gains[place] ?? 0
      if (gain === 0) return null
      score += gain
    }
    return score + inOrder(index.titles[place] ?? '', asked) + (index.standing[place] ?? 0)
  }).flatMap((place) => index.offences[place] ?? [])
}

/** Only what has the beginning of a code's shape is looked for among codes, so that `theft` is a word. */
function codesThatBegin({ offences }: OffenceIndex, query: string): readonly Offence[] {
  const asked = query.trim().toUpperCase()
  if (!/^([A-Z]{2}\d[\dA-Z]{0,5}|COML\d{0,3}[A-Z]?)$/.test(asked)) return []
  return offences.filter(({ code }) => code.startsWith(asked))
}

/** What a typed word gains at each place; 0 where the title does not have it. */
function gainsOf({ offences, words, places }: OffenceIndex, typed: string): Uint8Array {
  const gained = new Uint8Array(offences.length)
  let matched = false
  const add = (at: number, gain: number): void => {
    matched = true
    for (const place of places[at] ?? []) if ((gained[place] ?? 0) < gain) gained[place] = gain
  }
  const past = firstNotBefore(words, `${typed}\uFFFF`)
  for (let at = firstNotBefore(words, typed); at < past; at += 1) {
    add(at, words[at] === typed ? gains.whole : gains.beginning)
  }
  if (matched || typed.length < shortestMisspelt) return gained
  for (const [at, word] of words.entries()) if (isNearly(typed, word)) add(at, gains.nearly)
  return gained
}

function firstNotBefore(words: readonly string[], typed: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] ?? '') < typed) low = middle + 1
    else high = middle
  }
  return low
}

/** What is gained by words that stand in the title in the order they were asked, and most at its beginning. */
function inOrder(title: string, asked: readonly string[]): number {
  let score = 0
  let beginning = ''
  for (const [at, word] of asked.entries()) {
    beginning += ` ${word}`
    if (title.startsWith(beginning)) score += orderGain
    if (at > 0 && title.includes(` ${asked[at - 1] ?? ''} ${word}`)) score += orderGain
  }
  return score
}

/** The places with the highest scores, highest first, and of equals the earlier. Null is no match. */
function bestOf(count: number, limit: number, scoreOf: (place: number) => number | null): readonly number[] {
  const best: Array<{ place: number; score: number }> = []
  for (let place = 0; place < count; place += 1) {
    const score = scoreOf(place)
    if (score === null || (best.length === limit && score <= (best.at(-1)?.score ?? 0))) continue
    const after = best.findIndex((one) => one.score < score)
    best.splice(after === -1 ? best.length : after, 0, { place, score })
    if (best.length > limit) best.pop()
  }
  return best.map(({ place }) => place)
}
