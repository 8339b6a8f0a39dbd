import { type Instant, secondsBetween } from '../calendar/instant.ts'

/** How many requests a token may send at once, and how many more with each second that passes. */
export type Pace = { readonly atOnce: number; readonly perSecond: number }

export const pace: Pace = { atOnce: 300, perSecond: 10 }

/**
 * Counts the requests of each token. Kept in this process alone: a restart forgives, and there are no more tokens than
 * administrators made. Returns null, or how many seconds to wait.
 */
export function throttleBy({ atOnce, perSecond }: Pace): (token: string, at: Instant) => number | null {
  const left = new Map<string, { readonly requests: number; readonly at: Instant }>()
  return (token, at) => {
    const before = left.get(token) ?? { requests: atOnce, at }
    const passed = Math.max(0, secondsBetween(before.at, at))
    const requests = Math.min(atOnce, before.requests + passed * perSecond)
    if (requests < 1) return Math.ceil((1 - requests) / perSecond)
    left.set(token, { requests: requests - 1, at: at > before.at ? at : before.at })
    return null
  }
}
