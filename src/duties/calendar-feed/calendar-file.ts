import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { hasHour } from '../duty-words.ts'
import type { SeenDuty } from '../read-duty.ts'

const secondsInHour = 3600

type Dated = Pick<SeenDuty, 'id' | 'what' | 'dueOn' | 'dueAt'>

/**
 * Open duties as an iCalendar file (RFC 5545). Each event carries what must be done, when, and the address of its page
 * here, where the rest is read by those who may: a calendar is copied to telephones and providers that we do not know.
 * A due date keeps nobody busy, so it leaves their day free.
 */
export function calendarFile(duties: readonly Dated[], publicUrl: string, at: Instant): string {
  const feed = ical({
    name: 'Frankpledge: duties',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Frankpledge', product: 'Duties', language: 'EN' },
    ttl: secondsInHour,
  })
  for (const duty of duties) {
    const start = hasHour(duty) ? { start: duty.dueAt } : { start: duty.dueOn, allDay: true }
    const url = `${publicUrl}${paths.duty(duty.id)}`
    const id = `${duty.id}@${new URL(publicUrl).hostname}`
    const transparency = ICalEventTransparency.TRANSPARENT
    feed.createEvent({ id, summary: inOneLine(duty.what), stamp: at, url, transparency, ...start })
  }
  // RFC 5545 3.1: every line ends so, the last one too.
  return `${feed.toString()}\r\n`
}

/** A summary is one line, and RFC 5545 3.3.11 lets no control character into a text. */
const inOneLine = (words: string): string => words.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
