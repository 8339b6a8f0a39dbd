import type { Instant } from '../../calendar/instant.ts'
import { refuseSuspect } from './refusals.ts'
import type { Arrest, Detention, Suspect } from './suspect-state.ts'
import { endedTracks, trackOf } from './track-of.ts'

/** Longest reason, place or account, in characters. */
export const longestWords = 2000

/** Says no to words that are missing or too long. */
export function requireWords(words: string, code: 'suspect.words-missing' | 'suspect.reason-missing'): void {
  if (!words.trim()) throw refuseSuspect(code)
  requireShort(words)
}

export const requireReason = (reason: string): void => requireWords(reason, 'suspect.reason-missing')

export function requireShort(words: string): void {
  if (words.length > longestWords) throw refuseSuspect('suspect.too-long', { limit: longestWords })
}

/** `what` is how the sentence begins: "The arrest". */
export function requirePast(moment: string, now: string, what: string): void {
  if (moment > now) throw refuseSuspect('suspect.in-future', { what })
}

export function requireOrder(earlier: string, later: string, words: { earlier: string; later: string }): void {
  if (later < earlier) throw refuseSuspect('suspect.out-of-order', words)
}

/** Nothing is recorded of a suspect with whom police have done, until they are brought back. */
export function requireOpen(state: Suspect): void {
  if (endedTracks.has(trackOf(state))) throw refuseSuspect('suspect.ended')
}

type Detained = { readonly arrest: Arrest; readonly detention: Detention }

/** The arrest after which the suspect is detained now, with that detention. */
export function detainedIn({ arrests }: Pick<Suspect, 'arrests'>): Detained | null {
  for (const arrest of arrests) {
    if (arrest.detention && !arrest.detention.ended) return { arrest, detention: arrest.detention }
  }
  return null
}

/** True for an arrest of somebody who was in detention: its hours are those of the detention that they were in. */
export const detainedWhenArrested = ({ arrests }: Pick<Suspect, 'arrests'>, { arrestedAt }: Arrest): boolean =>
  arrests.some(
    ({ detention }) => detention?.ended && detention.arrivedAt <= arrestedAt && arrestedAt < detention.ended.at,
  )

/** Since when the suspect has been held: the arrival at the station, or the return from bail. */
export const heldSince = ({ arrivedAt, timesOnBail }: Detention): Instant => timesOnBail.at(-1)?.to ?? arrivedAt

export function requireDetained(state: Suspect): Detained {
  const detained = detainedIn(state)
  if (!detained) throw refuseSuspect('suspect.not-detained')
  return detained
}
