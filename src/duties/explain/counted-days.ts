import { type LocalDate, addDays } from '../../calendar/local-date.ts'
import { type LocalMonth, monthOf, monthRange } from '../../calendar/local-month.ts'
import type { Duty } from '../duty.ts'

/** What a day is in the working of a date. `counted` is its number: 1 for the first day that counts. */
export type DayMark = {
  readonly isStart: boolean
  readonly isDue: boolean
  readonly counted: number | null
  /** Why the day was passed over, such as "Boxing Day". */
  readonly notCounted: string | null
}

type Worked = Pick<Duty, 'startedOn' | 'dueOn' | 'working'>

/** The marks of the days from the one that started the clock to the one that ends it. Other days have none. */
export function dayMarks({ startedOn, dueOn, working }: Worked): ReadonlyMap<LocalDate, DayMark> {
  if (!numbersDays(working)) {
    return new Map([[dueOn, { isStart: dueOn === startedOn, isDue: true, counted: null, notCounted: null }]])
  }
  const passedOver = new Map(working.notCounted.map(({ on, why }) => [on, why]))
  const startCounts = working.counting?.startingDay === 'day-1'
  const marks = new Map<LocalDate, DayMark>()
  for (let on = startedOn, counted = 0; on <= dueOn; on = addDays(on, 1)) {
    const notCounted = passedOver.get(on) ?? null
    const isStart = on === startedOn
    const counts = notCounted === null && (!isStart || startCounts)
    if (counts) counted += 1
    marks.set(on, { isStart, isDue: on === dueOn, counted: counts ? counted : null, notCounted })
  }
  return marks
}

/** Hours are not shown day by day, and where nothing is counted only the due day matters. */
const numbersDays = ({ counted }: Duty['working']): boolean => counted === 'working days' || counted === 'calendar days'

/** Most months shown: beyond it, the first and the last. */
const mostMonths = 4

/** The months to show, and whether some between them are left out. */
export function monthsToShow(worked: Worked): {
  readonly months: readonly LocalMonth[]
  readonly someLeftOut: boolean
} {
  const last = monthOf(worked.dueOn)
  if (!numbersDays(worked.working)) return { months: [last], someLeftOut: false }
  const all = monthRange(monthOf(worked.startedOn), last)
  if (all.length <= mostMonths) return { months: all, someLeftOut: false }
  return { months: [monthOf(worked.startedOn), last], someLeftOut: true }
}
