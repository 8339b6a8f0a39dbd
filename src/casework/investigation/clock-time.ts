declare const brand: unique symbol

/** What a London clock shows: `14:30`. Part of a day that is given beside it. */
export type ClockTime = string & { readonly [brand]: 'ClockTime' }

const shape = /^(?:[01]\d|2[0-3]):[0-5]\d$/

export const isClockTime = (text: string): text is ClockTime => shape.test(text)

/** Throws a RangeError for anything but hours and minutes of a day. */
export function parseClockTime(text: string): ClockTime {
  if (!isClockTime(text)) throw new RangeError(`${text} is not a time of day`)
  return text
}

/** `2:30pm`, `9am`, `noon` and `midnight` as the pages say them. */
export function formatClockTime(time: ClockTime): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}
