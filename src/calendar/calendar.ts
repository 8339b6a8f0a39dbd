import type { Decider } from '../platform/record/decider.ts'
import { type BankHoliday, yearsCovered } from './bank-holidays.ts'
import { type DayCounting, countingAsShipped, isSameCounting } from './day-counting.ts'
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

/** How the area counts the day that starts a clock of working days. */
export type DecideDayCounting = { readonly type: 'DecideDayCounting'; readonly counting: DayCounting }
type DayCountingDecided = { readonly type: 'DayCountingDecided'; readonly counting: DayCounting }

export type CalendarCommand = LoadBankHolidays | DecideDayCounting
type CalendarEvent = BankHolidaysLoaded | DayCountingDecided

export type CalendarState = {
  /** Every list loaded, oldest first: the last is in force. */
  readonly lists: readonly BankHolidayList[]
  /** The holidays in force. GOV.UK drops the oldest years as it adds new ones, so those come from earlier lists. */
  readonly holidays: readonly BankHoliday[]
  /** Null while nobody has said how the area counts. */
  readonly counting: DayCounting | null
}

/** What this installation counts working days with: which lists were loaded, and how the area counts. */
export const calendar: Decider<CalendarState, CalendarCommand, CalendarEvent> = {
  kind: 'calendar',
  initial: { lists: [], holidays: [], counting: null },
  decide(command, state) {
    return command.type === 'LoadBankHolidays' ? loadBankHolidays(command, state) : decideDayCounting(command, state)
  },
  evolve(state, event) {
    if (event.type === 'DayCountingDecided') return { ...state, counting: event.counting }
    const { vintage, source, sha256, holidays: loaded } = event
    const { firstYear } = yearsCovered(loaded)
    const earlier = state.holidays.filter(({ date }) => yearOf(date) < firstYear)
    const lists = [...state.lists, { vintage, source, sha256, holidays: loaded }]
    return { ...state, lists, holidays: [...earlier, ...loaded] }
  },
  rows({ lists, holidays, counting }) {
    return {
      ...(counting && { day_counting: [countingRow(counting)] }),
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

/** Another count than the one that was shipped moves every date after it, so it says who decided it. */
function decideDayCounting({ counting }: DecideDayCounting, state: CalendarState): DayCountingDecided[] {
  if (isSameCounting(counting, state.counting)) return []
  if (counting.startingDay !== countingAsShipped.startingDay && !counting.decided) {
    throw refuseCalendar('calendar.counting-undecided')
  }
  return [{ type: 'DayCountingDecided', counting }]
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

const countingRow = ({ startingDay, source, confidence, decided }: DayCounting) => ({
  calendar: calendarId,
  starting_day: startingDay,
  source,
  confidence,
  decided_by: decided?.by ?? null,
  decided_on: decided?.on ?? null,
})
