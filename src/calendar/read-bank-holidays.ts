import type { Tx } from '../platform/database/reading.ts'
import { type BankHolidays, bankHolidaysOf } from './bank-holidays.ts'
import { type DayCounting, type StartingDay, countingAsShipped } from './day-counting.ts'
import type { LocalDate } from './local-date.ts'
import { refuseCalendar } from './refusals.ts'

declare module '../platform/database/tables.ts' {
  interface DatabaseTables {
    bank_holiday: { date: LocalDate; title: string; notes: string }
    day_counting: {
      calendar: string
      starting_day: StartingDay
      source: string
      confidence: DayCounting['confidence']
      decided_by: string | null
      decided_on: LocalDate | null
    }
    bank_holiday_list: { vintage: LocalDate; source: string; sha256: string; first_year: number; last_year: number }
  }
}

/** The bank holidays in force, and how the area counts. Refuses when no list is loaded. */
export async function readBankHolidays(tx: Tx): Promise<BankHolidays> {
  const inForce = await tx
    .selectFrom('bank_holiday_list')
    .select('vintage')
    .orderBy('vintage', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!inForce) throw refuseCalendar('calendar.no-holidays-loaded')
  const holidays = await tx.selectFrom('bank_holiday').select(['date', 'title', 'notes']).orderBy('date').execute()
  return bankHolidaysOf(inForce.vintage, holidays, await readDayCounting(tx))
}

async function readDayCounting(tx: Tx): Promise<DayCounting> {
  const row = await tx.selectFrom('day_counting').selectAll().executeTakeFirst()
  if (!row) return countingAsShipped
  const { starting_day: startingDay, source, confidence, decided_by: by, decided_on: on } = row
  return { startingDay, source, confidence, decided: by !== null && on !== null ? { by, on } : null }
}
