import { evidentialQuestionKeys, publicInterestKeys } from './the-code.ts'
import type { Missing, ReviewSection } from './what-is-missing.ts'

/** What one page takes for all charges, in words for more of them than a list is read through. */
const ofManyCharges: Partial<Record<ReviewSection, (count: number) => string>> = {
  outcome: (count) => `the outcome of ${count} charges`,
  victims: (count) => `which victims ${count} charges concern, or that they have none`,
}

/** A section of which nothing is there yet, in words for the whole. */
const wholes: Partial<Record<ReviewSection, { readonly lines: number; readonly words: string }>> = {
  questions: {
    lines: evidentialQuestionKeys.length + 1,
    words: 'answers to the four questions about the evidence, with notes, and the likely defence',
  },
  'public-interest': { lines: publicInterestKeys.length, words: '4.14 (a) to (g), with reasons' },
}

const fewCharges = 3

/** The same in fewer lines, so that the list stays in view beside a form. A refusal still names each by itself. */
export function gathered(missing: readonly Missing[]): readonly Missing[] {
  const places = Map.groupBy(missing, ({ charge, section }) =>
    ofManyCharges[section] ? section : `${charge ?? ''} ${section}`,
  )
  return [...places.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const { section, charge } = first
    const many = ofManyCharges[section]
    if (many && all.length > fewCharges) return [{ charge: null, section, words: many(all.length) }]
    const whole = wholes[section]
    return whole?.lines === all.length ? [{ charge, section, words: whole.words }] : all
  })
}
