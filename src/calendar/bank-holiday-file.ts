import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type BankHoliday, yearsCovered } from './bank-holidays.ts'
import type { LoadBankHolidays } from './calendar.ts'
import { goodFriday } from './easter.ts'
import { type LocalDate, compareDates, formatDate, isLocalDate, yearOf } from './local-date.ts'
import { refuseCalendar } from './refusals.ts'

/** Every year of every kept list has at least eight, so fewer is a year cut short. */
const fewestInYear = 8

const list = z.object({
  'england-and-wales': z.object({
    events: z.array(
      z.object({
        date: z.string().refine(isLocalDate, 'must be a day, such as 2026-04-07'),
        title: z.string().min(1, 'must not be empty'),
        notes: z.string(),
      }),
    ),
  }),
})

/**
 * Reads a file of the GOV.UK list (https://www.gov.uk/bank-holidays.json) into the command that loads it. The file
 * does not say when it was fetched, so its name must, as in `bank-holidays-2026-02-25.json`.
 */
export async function readBankHolidayFile(file: string): Promise<LoadBankHolidays> {
  try {
    return parseBankHolidayFile(path.basename(file), await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') throw refuseCalendar('calendar.unusable-file', { file, reason: 'there is no such file' })
    throw error
  }
}

/** Refuses a file that is not the GOV.UK list, or not the whole of it, and says what is wrong with it. */
export function parseBankHolidayFile(name: string, bytes: Uint8Array): LoadBankHolidays {
  const refuse = (reason: string) => refuseCalendar('calendar.unusable-file', { file: name, reason })
  const vintage = /\d{4}-\d{2}-\d{2}(?=\.json$)/.exec(name)?.[0] ?? ''
  if (!isLocalDate(vintage)) {
    throw refuse('its name must end with the day it was fetched, as in bank-holidays-2026-02-25.json')
  }
  const parsed = list.safeParse(parseJson(bytes))
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
    throw refuse(`it is not the GOV.UK list of bank holidays (${faults.slice(0, 3).join('; ')})`)
  }
  const holidays = parsed.data['england-and-wales'].events.toSorted((a, b) => compareDates(a.date, b.date))
  const fault = faultIn(holidays)
  if (fault) throw refuse(fault)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { type: 'LoadBankHolidays', vintage, source: name, sha256, holidays }
}

/** Undefined for what is not JSON, which the check of its shape then refuses. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** What is wrong with a list whose every line is well formed, or null. */
function faultIn(holidays: readonly BankHoliday[]): string | null {
  if (holidays.length === 0) return 'it has no bank holidays of England and Wales'
  const dates = new Set<LocalDate>()
  for (const { date } of holidays) {
    if (dates.has(date)) return `it has ${formatDate(date)} twice`
    dates.add(date)
  }
  const { firstYear, lastYear } = yearsCovered(holidays)
  for (let year = firstYear; year <= lastYear; year += 1) {
    const inYear = holidays.filter(({ date }) => yearOf(date) === year).length
    if (inYear < fewestInYear) {
      return `it has ${inYear} bank holidays in ${year}, and a whole year has at least ${fewestInYear}`
    }
    if (!dates.has(goodFriday(year))) return `it does not have Good Friday, ${formatDate(goodFriday(year))}`
  }
  return null
}
