import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { hasHour } from '../duty-words.ts'
import type { SeenDuty } from '../read-duty.ts'

const secondsInHour = 3600

/**
 * Open duties as an iCalendar file (RFC 5545). Each event carries what must be done, when, and the address of its page
 * here, where the rest is read by those who may: a calendar is copied to telephones and providers that we do not know.
 */
export function calendarFile(duties: readonly SeenDuty[], publicUrl: string, at: Instant): string {
  const feed = ical({
    name: 'Frankpledge: duties',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Frankpledge', product: 'Duties', language: 'EN' },
    ttl: secondsInHour,
  })
  for (const duty of duties) {
    const start = hasHour(duty) ? { start: duty.dueAt } : { start: duty.dueOn, allDay: true }
    const url = `${publicUrl}${paths.duty(duty.id)}`
    feed.createEvent({ id: `${duty.id}@${new URL(publicUrl).hostname}`, summary: duty.what, stamp: at, url, ...start })
  }
  return feed.toString()
}
