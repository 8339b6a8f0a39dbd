import { fixedDate, workingDaysFrom } from '../../duties/rules.ts'
import { dueAfterWorkingDays, dueOnFixedDate } from '../../duties/worked-date.ts'
import { type DeadlineRule, under } from './deadline.ts'
import { refuseDeadline } from './refusals.ts'

const group = 'Any duty'
const mostWorkingDays = 1000

const workingDays: DeadlineRule = {
  rule: workingDaysFrom,
  group,
  from: { kind: 'day', label: 'Day that starts the clock' },
  keys: [{ name: 'days', kind: 'number', label: 'Number of working days', required: true }],
  workOut(given, { holidays }) {
    const days = given.numberOf('days') ?? 0
    if (days > mostWorkingDays) throw refuseDeadline('deadline.too-many-days', { most: mostWorkingDays })
    return under(workingDaysFrom, dueAfterWorkingDays(given.day, days, holidays))
  },
}

const fixed: DeadlineRule = {
  rule: fixedDate,
  group,
  from: { kind: 'day', label: 'Day that starts the clock' },
  keys: [{ name: 'on', kind: 'day', label: 'Date that the instrument sets', required: true }],
  workOut(given) {
    const on = given.dayOf('on') ?? given.day
    if (on < given.day) {
      throw refuseDeadline('deadline.before-it-starts', { later: 'The date', earlier: 'the day that starts the clock' })
    }
    return under(fixedDate, dueOnFixedDate(given.day, on, 'The instrument'))
  },
}

/** The two ways of counting that any duty may use. */
export const generalDeadlines: readonly DeadlineRule[] = [workingDays, fixed]
