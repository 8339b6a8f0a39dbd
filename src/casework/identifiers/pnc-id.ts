import { type LocalDate, yearOf } from '../../calendar/local-date.ts'
import { checkLetterOf } from './check-letter.ts'
import { type Checked, invalid } from './checked.ts'

declare const brand: unique symbol

/** A person's number on the Police National Computer, in its long form: `1979/0163001B`. */
export type PncId = string & { readonly [brand]: 'PncId' }

type PncIdParts = {
  readonly pncId: PncId
  readonly year: number
  /** Seven figures. */
  readonly serial: string
  readonly checkLetter: string
  /** True where the number was written with two figures for the year, so that the century was supposed. */
  readonly centurySupposed: boolean
}

const shape = /^(\d{4}|\d{2})\/?(\d{1,7})([A-HJ-NP-RT-Z])$/

/**
 * Reads a PNC id, long (`1979/0163001B`) or short (`79/163001B`), and checks its letter.
 *
 * Source: ministryofjustice/hmpps-person-record PNCIdentifier.kt (commit bf0902b, 20 August 2026). Unconfirmed: that
 * a year of two figures belongs to this century unless it would lie after `today`.
 */
export function checkPncId(text: string, today: LocalDate): Checked<PncIdParts> {
  const match = shapeOf(text)
  if (!match) return invalid(whyNotShaped(text))
  const [, written = '', figures = '', checkLetter = ''] = match
  const serial = figures.padStart(7, '0')
  const expected = checkLetterOf(written.slice(-2) + serial)
  if (checkLetter !== expected) return invalid(`its check letter is ${checkLetter} and must be ${expected}`)
  const year = written.length === 4 ? Number(written) : yearFrom(Number(written), yearOf(today))
  if (year > yearOf(today)) return invalid(`its year, ${year}, has not come yet`)
  const pncId = `${year}/${serial}${checkLetter}` as PncId
  return { ok: true, pncId, year, serial, checkLetter, centurySupposed: written.length === 2 }
}

/** Without a stroke only the whole number can be read: 4 figures, 7 figures and the letter. */
function shapeOf(text: string): RegExpExecArray | null {
  if (!text.includes('/') && text.length !== 12) return null
  return shape.exec(text)
}

function yearFrom(twoFigures: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100)
  return century + twoFigures > thisYear ? century - 100 + twoFigures : century + twoFigures
}

function whyNotShaped(text: string): string {
  if (text !== text.toUpperCase()) return 'its letter must be a capital'
  if (/[IOS]$/.test(text)) return 'its check letter cannot be I, O or S'
  return 'it must be a year, a stroke, up to seven figures and a check letter, as in 1979/0163001B'
}

/** For what was checked before, such as an event's payload. Throws a RangeError for anything but the long form. */
export function parsePncId(text: string): PncId {
  const [year = ''] = text.split('/')
  const checked = checkPncId(text, `${/^\d{4}$/.test(year) ? year : '9999'}-12-31` as LocalDate)
  if (!checked.ok || checked.pncId !== text) throw new RangeError(`${text} is not a PNC id in its long form`)
  return checked.pncId
}
