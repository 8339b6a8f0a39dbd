import type { Instant } from '../../calendar/instant.ts'
import type { Viewer } from '../database/reading.ts'

/** Somebody who has signed in. */
export type Identity = {
  readonly viewer: Viewer
  /** As the person is called in the page's header. Never logged. */
  readonly name: string
  /** The role as people say it, such as "Reviewing lawyer". */
  readonly role: string
}

/**
 * Finds whose session a token belongs to, and counts as use of it. Null when there is no such session, or it has
 * ended or run out at the instant `at`. The server asks once for each request that carries the session cookie.
 */
export type Identify = (token: string, at: Instant) => Promise<Identity | null>

/** A view of personal data as the log of who looked keeps it: who, when, what, why, and by which address pattern. */
export type LookEntry = {
  readonly viewer: Viewer
  readonly at: Instant
  readonly subjects: readonly string[]
  readonly what: string
  readonly purpose: string
  readonly route: string
  readonly requestId: string
}

/** Writes the entry before the answer is sent: an answer that could not be logged is not given. */
export type KeepLook = (entry: LookEntry) => Promise<void>
