import { type Checked, invalid } from './checked.ts'
import { forceName } from './forces.ts'

declare const brand: unique symbol

/** Unique Reference Number of a case, without spaces or slashes: `43AA1234524`. */
export type Urn = string & { readonly [brand]: 'Urn' }

type UrnParts = {
  readonly urn: Urn
  /** Two characters, usually figures: 43 is Thames Valley. */
  readonly force: string
  readonly forceName: string | null
  /** Two characters: the unit of the force that registered the case. */
  readonly unit: string
  /** What follows the unit: the serial, and the year where the number has all seven figures. */
  readonly serialAndYear: string
  /** Five figures; null in the shorter numbers that courts also send. */
  readonly serial: string | null
  /** The last two figures of the year; null in the shorter numbers. */
  readonly year: string | null
}

/** What courts accept: four letters or figures, then three to seven figures. */
const courtShape = /^([A-Z0-9]{2})([A-Z0-9]{2})(\d{3,7})$/
/** What a police force gives a case of its own: the force is two figures, the rest is whole. */
const nationalShape = /^\d{2}[A-Z0-9]{2}\d{7}$/
/** Placeholders that systems make where no case was registered. */
const dummyShape = /^(00[NP]P|\d{2}00)/

/**
 * Reads a URN as it is written, in capitals and without spaces. Accepts the shorter numbers that courts send; a
 * placeholder is refused, because it names no case.
 *
 * Source: ministryofjustice/bichard7-next-core packages/core/schemas and phase1 (commit 6b127db, 21 August 2026);
 * CPS-Innovation/Case-Management validators (commit a596a12, 30 April 2026).
 */
export function checkUrn(text: string): Checked<UrnParts> {
  const match = courtShape.exec(text)
  if (!match) return invalid(whyNotShaped(text))
  if (dummyShape.test(text)) return invalid('it is a placeholder that names no case')
  const [, force = '', unit = '', serialAndYear = ''] = match
  const whole = serialAndYear.length === 7
  return {
    ok: true,
    urn: text as Urn,
    force,
    forceName: forceName(force),
    unit,
    serialAndYear,
    serial: whole ? serialAndYear.slice(0, 5) : null,
    year: whole ? serialAndYear.slice(5) : null,
  }
}

function whyNotShaped(text: string): string {
  if (text !== text.toUpperCase()) return 'its letters must be capitals'
  if (/[\s/-]/.test(text)) return 'it must be written without spaces, strokes or hyphens, as in 43AA1234524'
  return 'it must be two characters for the force, two for the unit and three to seven figures, as in 43AA1234524'
}

/** True for a number in full, as a force must give a new case: 2 figures, 2 characters, 5 figures, 2 for the year. */
export const isNationalUrn = (urn: Urn): boolean => nationalShape.test(urn)

/** For what was checked before, such as an event's payload. Throws a RangeError for anything else. */
export function parseUrn(text: string): Urn {
  const checked = checkUrn(text)
  if (!checked.ok) throw new RangeError(`${text} is not a URN: ${checked.reason}`)
  return checked.urn
}
