import type { Decider } from '../platform/record/decider.ts'
import { type BankHoliday, yearsCovered } from './bank-holidays.ts'
import { type LocalDate, formatDate, yearOf } from './local-date.ts'
import { refuseCalendar } from './refusals.ts'

/** The one calendar stream of an installation. */
export const calendarId = 'england-and-wales'

type BankHolidayList = {
  /** The day on which this was the list that GOV.UK published. */
  readonly vintage: LocalDate
  /** The name of the file that was loaded. */
  readonly source: string
  readonly sha256: string
  readonly holidays: readonly BankHoliday[]
}

export type LoadBankHolidays = BankHolidayList & { readonly type: 'LoadBankHolidays' }
export type BankHolidaysLoaded = BankHolidayList & { readonly type: 'BankHolidaysLoaded' }

export type CalendarState = {
  /** Every list loaded, oldest first: the last is in force. */
  readonly lists: readonly BankHolidayList[]
  /** The holidays in force. GOV.UK drops the oldest years as it adds new ones, so those come from earlier lists. */
  readonly holidays: readonly BankHoliday[]
}

/** The bank holidays that this installation works with: which lists were loaded, and what follows from them. */
export const calendar: Decider<CalendarState, LoadBankHolidays, BankHolidaysLoaded> = {
  kind: 'calendar',
  initial: { lists: [], holidays: [] },
  decide: loadBankHolidays,
  evolve({ lists, holidays }, { vintage, source, sha256, holidays: loaded }) {
    const { firstYear } = yearsCovered(loaded)
    const earlier = holidays.filter(({ date }) => yearOf(date) < firstYear)
    return { lists: [...lists, { vintage, source, sha256, holidays: loaded }], holidays: [...earlier, ...loaded] }
  },
  rows({ lists, holidays }) {
    return {
      bank_holiday_list: lists.map(listRow),
      bank_holiday: holidays.map(({ date, title, notes }) => ({ date, title, notes })),
    }
  },
}

/**
 * A list takes the place of the one in force when it is newer and leaves no year unknown that was known before.
 * Loading the list in force once more changes nothing.
 */
function loadBankHolidays(command: LoadBankHolidays, { lists, holidays }: CalendarState): BankHolidaysLoaded[] {
  const { vintage, source, sha256 } = command
  const loaded: BankHolidaysLoaded = { type: 'BankHolidaysLoaded', vintage, source, sha256, holidays: command.holidays }
  const inForce = lists.at(-1)
  if (!inForce) return [loaded]
  if (sha256 === inForce.sha256) return []
  if (vintage <= inForce.vintage) {
    throw refuseCalendar('calendar.list-not-newer', {
      vintage: formatDate(vintage),
      inForce: formatDate(inForce.vintage),
    })
  }
  refuseUnknownYears(yearsCovered(command.holidays), yearsCovered(holidays))
  return [loaded]
}

type Years = { readonly firstYear: number; readonly lastYear: number }

function refuseUnknownYears(list: Years, known: Years): void {
  if (list.lastYear < known.lastYear) throw refuseCalendar('calendar.known-year-lost', { year: known.lastYear })
  if (list.firstYear > known.lastYear + 1) {
    throw refuseCalendar('calendar.years-left-out', { last: known.lastYear, first: list.firstYear })
  }
}

function listRow({ vintage, source, sha256, holidays }: BankHolidayList) {
  const { firstYear, lastYear } = yearsCovered(holidays)
  return { vintage, source, sha256, first_year: firstYear, last_year: lastYear }
}
