import { createHmac, hkdfSync } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Pool } from 'pg'
import { type Instant, addSeconds, secondsBetween } from '../../calendar/instant.ts'
import { asAccess } from './as-access.ts'
import { comparedEmail } from './name-and-email.ts'

/** How many failures go unpunished, and how long the waits grow, for one email or for one network address. */
type Patience = { readonly free: number; readonly firstWaitSeconds: number; readonly longestWaitSeconds: number }

/**
 * By email: after the fifth failure 30 seconds, doubling up to a quarter of an hour. The limit is short enough that
 * failing on purpose cannot keep somebody out for long, and leaves a guesser under a hundred tries a day.
 */
export const patienceWithEmail: Patience = { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 900 }

/** By address: a whole office may stand behind one, so more is forgiven. */
const patienceWithAddress: Patience = { free: 30, firstWaitSeconds: 30, longestWaitSeconds: 3600 }

/** Failures are forgotten when none was added for this long. */
const forgottenAfterSeconds = 86_400

/** Seconds to wait after the given number of failures: none for the free ones, then doubling up to the longest. */
export function waitSeconds(failures: number, { free, firstWaitSeconds, longestWaitSeconds }: Patience): number {
  if (failures < free) return 0
  return Math.min(firstWaitSeconds * 2 ** Math.min(failures - free, 30), longestWaitSeconds)
}

type Party = { readonly key: Buffer; readonly patience: Patience }
export type Attempt = { readonly email: Party; readonly address: Party }

/** An IPv6 network is counted as one address, since whoever has one has all of a /64. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address.replace(/^::ffff:/, '')
  const [before = '', after = ''] = address.split('::')
  const head = before.split(':').filter(Boolean)
  const tail = after.split(':').filter(Boolean)
  const missing = address.includes('::') ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : []
  return [...head, ...missing, ...tail]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16))
    .join(':')
}

/** Keyed with a secret, so that the table holds neither emails nor addresses, and none can be tried against it. */
export function attemptOf(installationKey: Buffer, email: string, address: string): Attempt {
  const secret = Buffer.from(hkdfSync('sha256', installationKey, '', 'frankpledge sign-in attempt', 32))
  const keyOf = (text: string): Buffer => createHmac('sha256', secret).update(text).digest()
  return {
    email: { key: keyOf(`email ${comparedEmail(email)}`), patience: patienceWithEmail },
    address: { key: keyOf(`address ${networkOf(address)}`), patience: patienceWithAddress },
  }
}

type AttemptRow = { readonly failures: number; readonly wait_until: Instant }

/** Makes or locks the row of one party, with its failures as far as they are not forgotten. */
const standingOf = `insert into sign_in_attempt as standing (key, failures, last_failed_at, wait_until)
  values ($1, 0, $2, $2)
  on conflict (key) do update
    set failures = case when standing.last_failed_at < $3 then 0 else standing.failures end
  returning failures, wait_until`

const count = 'update sign_in_attempt set failures = $2, last_failed_at = $3, wait_until = $4 where key = $1'

/**
 * Counts an attempt as failed before it is tried, so that many at once cannot slip past the count; a success takes
 * it back. Returns null, or the seconds still to wait, in which case nothing is counted: waiting ends.
 */
export function beginAttempt(pool: Pool, { email, address }: Attempt, at: Instant): Promise<number | null> {
  return asAccess(pool, async (client) => {
    let wait = 0
    const standing = []
    for (const party of inOrder([email, address])) {
      const { rows } = await client.query<AttemptRow>(standingOf, [
        party.key,
        at,
        addSeconds(at, -forgottenAfterSeconds),
      ])
      const [row] = rows
      if (!row) continue
      wait = Math.max(wait, Math.ceil(secondsBetween(at, row.wait_until)))
      standing.push({ ...party, failures: row.failures + 1 })
    }
    if (wait > 0) return wait
    for (const { key, failures, patience } of standing) {
      await client.query(count, [key, failures, at, addSeconds(at, waitSeconds(failures, patience))])
    }
    return null
  })
}

/**
 * The attempt succeeded. The email's failures are forgotten; the address only gets back the one that was counted, so
 * that one good password does not pay for guessing others.
 */
export async function attemptSucceeded(pool: Pool, { email, address }: Attempt, at: Instant): Promise<void> {
  await asAccess(pool, async (client) => {
    for (const { key } of inOrder([email, address])) {
      if (key === email.key) await client.query('delete from sign_in_attempt where key = $1', [key])
      else await client.query(takeBack, [key, at])
    }
  })
  await asAccess(pool, (client) => client.query(forget, [addSeconds(at, -forgottenAfterSeconds)]))
}

const takeBack = `update sign_in_attempt
  set failures = greatest(failures - 1, 0), wait_until = least(wait_until, $2) where key = $1`

const forget = `delete from sign_in_attempt where key in (
  select key from sign_in_attempt where last_failed_at < $1 for update skip locked)`

/** Always in the order of the keys, so that two attempts never wait for each other. */
const inOrder = (parties: readonly Party[]): readonly Party[] => parties.toSorted((a, b) => a.key.compare(b.key))
