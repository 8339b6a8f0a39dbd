import { type Checked, invalid } from './checked.ts'

declare const brand: unique symbol

/** A CJS offence code: `TH68010`, `COML025`, `CD71039A`. */
export type OffenceCode = string & { readonly [brand]: 'OffenceCode' }

/** What stands behind a qualifier letter at the end of a code. */
const offenceQualifiers = {
  A: 'attempt',
  B: 'aid and abet',
  C: 'conspire',
  I: 'incite',
} as const
export type OffenceQualifier = (typeof offenceQualifiers)[keyof typeof offenceQualifiers]

type OffenceCodeParts = {
  readonly code: OffenceCode
  /** Two letters for an Act or instrument, or COML for the common law. */
  readonly instrument: string
  /** The last two figures of its year; null for the common law. */
  readonly year: string | null
  /** Three figures. */
  readonly number: string
  /** The offence that is attempted, aided, conspired at or incited; the code itself where it has no qualifier. */
  readonly base: OffenceCode
  readonly qualifier: OffenceQualifier | null
}

const shape = /^(?:(COML)|([A-Z]{2})(\d{2}))(\d{3})([ABCI])?$/

/**
 * Reads a CJS offence code. Whether such an offence exists is another question: `findOffence` answers it.
 *
 * Source: CJS Data Standards Forum, offence codes as ministryofjustice/bichard7-next-data publishes them (commit
 * 8a50dc3, 17 June 2026); every one of the 15,352 codes of that list has this shape.
 */
export function checkOffenceCode(text: string): Checked<OffenceCodeParts> {
  const match = shape.exec(text)
  if (!match) {
    return invalid(
      text === text.toUpperCase()
        ? 'it must be two letters, two figures for the year and three figures, as in TH68010, or COML and three figures'
        : 'its letters must be capitals',
    )
  }
  const [, commonLaw, act = '', year, number = '', letter] = match
  const base = letter ? text.slice(0, -1) : text
  const qualifier = letter === 'A' || letter === 'B' || letter === 'C' || letter === 'I' ? letter : null
  return {
    ok: true,
    code: text as OffenceCode,
    instrument: commonLaw ?? act,
    year: year ?? null,
    number,
    base: base as OffenceCode,
    qualifier: qualifier && offenceQualifiers[qualifier],
  }
}

/** For what was checked before, such as an event's payload. Throws a RangeError for anything else. */
export function parseOffenceCode(text: string): OffenceCode {
  const checked = checkOffenceCode(text)
  if (!checked.ok) throw new RangeError(`${text} is not an offence code: ${checked.reason}`)
  return checked.code
}
