import type { Pool } from 'pg'
import type { KeepLook } from '../web/identity.ts'
import { asAccess } from './as-access.ts'

/**
 * Writes the log of who looked.
 *
 * Source: Data Protection Act 2018 s.62, read as it was displayed for 10 March 2026: the log of consultation must make
 * it possible to establish the justification, the date and time, and so far as possible who looked. Permitted uses
 * are those of s.62(4) only, so nothing else reads this table; it feeds no measure of anybody's work.
 *
 * The Data (Use and Access) Act 2025 is believed to drop the duty to record a justification. That is unconfirmed, so
 * one is always stored: `purpose`, which the table refuses to leave empty.
 */
export const keepLookIn =
  (pool: Pool): KeepLook =>
  async ({ viewer, at, subjects, what, purpose, route, requestId }) => {
    await asAccess(pool, (client) =>
      client.query(
        `insert into look (at, account, agency, roles, subjects, what, purpose, route, request_id)
         values ($1, $2, $3, array(select role from account_role where account = $2 order by role), $4, $5, $6, $7, $8)`,
        [at, viewer.account, viewer.agency, subjects, what, purpose, route, requestId],
      ),
    )
  }
