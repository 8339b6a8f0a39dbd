import { type Instant, secondsBetween } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { dueWords, relativeDue } from '../../duties/duty-words.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { timeLeft } from '../custody/detention-clock.ts'
import type { SeenSuspect } from './read-suspects.ts'
import { endedTracks } from './track-of.ts'
import type { TrackState } from './track.ts'

export const suspectCalled = ({ number }: Pick<SeenSuspect, 'number'>): string => `Suspect ${number}`

const prosecutorsMove: ReadonlySet<TrackState> = new Set(['referred', 'under-review'])

/** Whose move it is; null when it is nobody's any longer. */
export function whoseMove({ track }: Pick<SeenSuspect, 'track'>, dealtWithBy: string): string | null {
  if (prosecutorsMove.has(track)) return 'The prosecutor'
  return endedTracks.has(track) || track === 'administratively-finalised' ? null : dealtWithBy
}

/** What stands where it is nobody's move any longer. What the court does is not kept here yet. */
export const endedWords = ({ track }: Pick<SeenSuspect, 'track'>): string =>
  track === 'charged' ? 'The case goes on in court' : 'This track has ended'

/** The colour of a track's tag. The word comes first. */
export function trackColour(track: TrackState): string {
  if (track === 'in-custody' || track === 'charge-authorised') return 'govuk-tag--orange'
  if (track === 'charged') return 'govuk-tag--green'
  if (endedTracks.has(track) || track === 'administratively-finalised') return 'govuk-tag--grey'
  return prosecutorsMove.has(track) ? 'govuk-tag--purple' : 'govuk-tag--blue'
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** "5 hours 12 minutes". Minutes that began are not counted, so that nobody believes to have more time than there is. */
function hoursAndMinutes(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (whole === 0) return counted(rest, 'minute')
  return rest === 0 ? counted(whole, 'hour') : `${counted(whole, 'hour')} ${counted(rest, 'minute')}`
}

/** "5 hours 12 minutes left", or how long ago it ended. */
export function timeLeftWords(end: Instant, at: Instant): string {
  const seconds = secondsBetween(at, end)
  if (seconds >= 60) return `${hoursAndMinutes(seconds)} left`
  if (seconds >= 0) return 'Less than a minute left'
  if (seconds > -60) return 'Ended just now'
  const days = Math.floor(-seconds / (24 * 60 * 60))
  return `Ended ${days > 1 ? counted(days, 'day') : hoursAndMinutes(-seconds)} ago`
}

/** How urgent a detention is: attention under three hours, breach once it ran out. */
export function clockStanding(end: Instant, at: Instant): 'attention' | 'breach' | undefined {
  const left = timeLeft(end, at)
  if (left === 'expired') return 'breach'
  return left === '3 hours or more' ? undefined : 'attention'
}

/** A duty's date that opens its working, and how far off it is. */
export const dueLink = (duty: SeenDuty, at: Instant): Content =>
  html`<a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a> (${relativeDue(duty, at)})`

export const isOpenDuty = ({ metAt, waived }: SeenDuty): boolean => metAt === null && waived === null
