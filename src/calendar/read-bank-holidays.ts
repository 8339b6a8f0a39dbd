import type { Tx } from '../platform/database/reading.ts'
import { type BankHolidays, bankHolidaysOf } from './bank-holidays.ts'
import type { LocalDate } from './local-date.ts'
import { refuseCalendar } from './refusals.ts'

declare module '../platform/database/tables.ts' {
  interface DatabaseTables {
    bank_holiday: { date: LocalDate; title: string; notes: string }
    bank_holiday_list: { vintage: LocalDate; source: string; sha256: string; first_year: number; last_year: number }
  }
}

/** The bank holidays in force. Refuses when none are loaded. */
export async function readBankHolidays(tx: Tx): Promise<BankHolidays> {
  const inForce = await tx
    .selectFrom('bank_holiday_list')
    .select('vintage')
    .orderBy('vintage', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!inForce) throw refuseCalendar('calendar.no-holidays-loaded')
  const holidays = await tx.selectFrom('bank_holiday').select(['date', 'title', 'notes']).orderBy('date').execute()
  return bankHolidaysOf(inForce.vintage, holidays)
}
