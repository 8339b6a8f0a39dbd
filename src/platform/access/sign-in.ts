import type { Pool } from 'pg'
import type { Instant } from '../../calendar/instant.ts'
import { type Credential, credentialByEmail, isStale } from './credential.ts'
import { isPassword } from './password.ts'
import { attemptOf, attemptSucceeded, beginAttempt } from './throttle.ts'

/** What came of an email and a password. `wrong` says no more than that: not which of the two, nor why. */
export type SignIn =
  | { readonly outcome: 'in'; readonly credential: Credential }
  /** The password was handed over; another has to be chosen before anything else. */
  | { readonly outcome: 'choose-password'; readonly credential: Credential }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'wait'; readonly seconds: number }

type Given = { readonly email: string; readonly password: string; readonly address: string }

/** Tries an email and a password. An account that is closed, or has no password, answers as one that is not there. */
export async function signIn(pool: Pool, installationKey: Buffer, given: Given, at: Instant): Promise<SignIn> {
  const attempt = attemptOf(installationKey, given.email, given.address)
  const seconds = await beginAttempt(pool, attempt, at)
  if (seconds !== null) return { outcome: 'wait', seconds }
  const credential = await credentialByEmail(pool, given.email)
  const matches = await isPassword(given.password, credential?.passwordHash ?? null)
  if (!credential || !matches || isStale(credential, at)) return { outcome: 'wrong' }
  await attemptSucceeded(pool, attempt, at)
  return { outcome: credential.oneTime ? 'choose-password' : 'in', credential }
}
