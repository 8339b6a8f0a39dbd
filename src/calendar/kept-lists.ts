import { readFileSync } from 'node:fs'
import { parseBankHolidayFile } from './bank-holiday-file.ts'
import { type BankHolidays, bankHolidaysOf } from './bank-holidays.ts'
import type { LoadBankHolidays } from './calendar.ts'

/** The vintages kept in data/calendars, oldest first. */
export const keptVintages = ['2016-12-15', '2019-05-08', '2019-10-11', '2022-01-24', '2026-02-25'] as const
type KeptVintage = (typeof keptVintages)[number]

/** The command that loads a kept list: the newest is what a new installation starts with. */
export function keptList(vintage: KeptVintage = '2026-02-25'): LoadBankHolidays {
  const name = `bank-holidays-${vintage}.json`
  return parseBankHolidayFile(name, readFileSync(new URL(`../../data/calendars/${name}`, import.meta.url)))
}

/** The bank holidays of a kept list, for tests and the demonstration area. Pages read those on the record. */
export function keptHolidays(vintage?: KeptVintage): BankHolidays {
  const list = keptList(vintage)
  return bankHolidaysOf(list.vintage, list.holidays)
}
