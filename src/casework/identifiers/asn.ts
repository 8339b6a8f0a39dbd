import { checkLetterOf } from './check-letter.ts'
import { type Checked, invalid } from './checked.ts'
import { forceName } from './forces.ts'

declare const brand: unique symbol

/** Arrest/summons number in its long form, `1101ZD0100000410836V`: 20 characters, or 21 with a top-level letter. */
export type Asn = string & { readonly [brand]: 'Asn' }

type AsnParts = {
  readonly asn: Asn
  /** As people write it: `11/01ZD/01/410836V`. */
  readonly short: string
  /** Two figures. */
  readonly year: string
  /** The first character of an organisation code that has seven; null for a police force. */
  readonly topLevel: string | null
  readonly force: string
  readonly forceName: string | null
  readonly unit: string
  readonly system: string
  /** Eleven figures. */
  readonly sequence: string
  readonly checkLetter: string
}

const shape = /^(\d{2})([A-Z0-9]?)([A-Z0-9]{2})([A-Z0-9]{2})([A-Z0-9]{2})(\d{11})([A-HJ-NP-RT-Z])$/
const sequenceLength = 11

/**
 * Reads an arrest/summons number in its long form or with strokes, and checks its letter. Whether the organisation
 * exists is not checked: that needs the list of units.
 *
 * Source: ministryofjustice/bichard7-next-core packages/core/lib/Asn.ts (commit 6b127db, 21 August 2026).
 */
export function checkAsn(text: string): Checked<AsnParts> {
  const asn = longAsn(text)
  const match = shape.exec(asn)
  if (!match) return invalid(whyNotShaped(text))
  const [, year = '', topLevel = '', force = '', unit = '', system = '', sequence = '', checkLetter = ''] = match
  const expected = checkLetterOf(onlyIfFigures(force) + onlyIfFigures(system) + year + sequence)
  if (checkLetter !== expected) return invalid(`its check letter is ${checkLetter} and must be ${expected}`)
  return {
    ok: true,
    asn: asn as Asn,
    short: shortAsn(asn),
    year,
    topLevel: topLevel || null,
    force,
    forceName: forceName(force),
    unit,
    system,
    sequence,
    checkLetter,
  }
}

/** A force or system that is not all figures does not take part in the check. */
const onlyIfFigures = (part: string): string => (/^\d+$/.test(part) ? part : '')

function whyNotShaped(text: string): string {
  if (text !== text.toUpperCase()) return 'its letters must be capitals'
  if (/[IOS]$/.test(text)) return 'its check letter cannot be I, O or S'
  return 'it must be a year, an organisation, figures and a check letter, as in 11/01ZD/01/410836V'
}

/** `YY/FFUU/SS/123D`, `YY/FFUU/SS/123/D` and `YYFFUUSS123D` in full: `YYFFUUSS00000000123D`. */
export function longAsn(text: string): string {
  const match = /^(.{2}\/?.{4,5}\/.{2}\/|.{8}(?=\d{1,10}\/?.$))(\d{1,11})\/?(.)$/.exec(text)
  if (!match) return text
  const [, organisation = '', sequence = '', letter = ''] = match
  return organisation.replaceAll('/', '') + sequence.padStart(sequenceLength, '0') + letter
}

/** A long number as people write it. The top-level character of a 21-character number is left out. */
export function shortAsn(long: string): string {
  const [year, letter, sequence] = [long.slice(0, 2), long.slice(-1), long.slice(-1 - sequenceLength, -1)]
  const organisation = long.slice(-1 - sequenceLength - 6, -1 - sequenceLength)
  return `${year}/${organisation.slice(0, 4)}/${organisation.slice(4)}/${sequence.replace(/^0+(?=\d)/, '')}${letter}`
}

/** For what was checked before, such as an event's payload. Throws a RangeError for anything else. */
export function parseAsn(text: string): Asn {
  const checked = checkAsn(text)
  if (!checked.ok) throw new RangeError(`${text} is not an arrest/summons number: ${checked.reason}`)
  return checked.asn
}
