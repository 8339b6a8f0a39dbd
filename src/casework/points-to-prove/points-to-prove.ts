import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type OffenceCode, parseOffenceCode } from '../identifiers/offence-code.ts'

/** One thing that must be proved: what a prosecutor ties material to. */
export type Element = { readonly key: string; readonly words: string }

/** What must be proved for an offence. A draft from the statute, until an area's lawyers have made it theirs. */
export type PointsToProve = {
  readonly codes: readonly OffenceCode[]
  readonly title: string
  readonly statute: string
  /** Null for an offence that only the common law defines. */
  readonly section: string | null
  readonly elements: readonly Element[]
  /** What the statute lets the suspect prove or raise: nothing that material must prove before a charge. */
  readonly defences: readonly string[]
  readonly source: string
  readonly confidence: 'confirmed' | 'unconfirmed'
}

/** "Theft Act 1968, section 1(1)", or only the Act, or nothing where neither is known. */
export const lawWords = ({ statute, section }: { readonly statute: string | null; readonly section: string | null }) =>
  [statute, section && `section ${section}`].filter(Boolean).join(', ')

const words = z.string().min(1)

const seedFile = z.strictObject({
  notes: z.array(words),
  source: words,
  confidence: z.enum(['confirmed', 'unconfirmed']),
  definitions: z.array(
    z.strictObject({
      codes: z.array(words).min(1),
      title: words,
      statute: words,
      section: words.nullable(),
      elements: z.array(z.strictObject({ key: z.string().regex(/^[a-z]+(-[a-z]+)*$/), words })).min(2),
      defences: z.array(words).default([]),
    }),
  ),
})

let read: ReadonlyMap<string, PointsToProve> | undefined

function seed(): ReadonlyMap<string, PointsToProve> {
  const text = readFileSync(new URL('../../../data/casework/points-to-prove.json', import.meta.url), 'utf8')
  const { source, confidence, definitions } = seedFile.parse(JSON.parse(text))
  const byCode = new Map<string, PointsToProve>()
  for (const definition of definitions) {
    const points = { ...definition, codes: definition.codes.map(parseOffenceCode), source, confidence }
    for (const code of points.codes) {
      if (byCode.has(code)) throw new Error(`The points to prove of ${code} are given twice`)
      byCode.set(code, points)
    }
  }
  return byCode
}

/** The seed's points to prove for an offence, or null when it has none. */
export function seededPointsToProve(code: string): PointsToProve | null {
  read ??= seed()
  return read.get(code) ?? null
}

/** The codes that the seed covers: the offences charged most often. */
export function commonOffences(): readonly OffenceCode[] {
  read ??= seed()
  return [...new Set(read.values())].flatMap(({ codes }) => codes)
}
