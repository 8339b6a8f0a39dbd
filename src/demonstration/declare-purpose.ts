import { now } from '../calendar/instant.ts'
import type { Installation } from '../platform/installation.ts'
import { type Purpose, installationPurpose, refusePurpose, thisInstallation } from './purpose.ts'

/**
 * Declares what an installation is for, and returns what it is for, which an earlier start may have decided. Where
 * somebody has an account already it never becomes a demonstration: anybody could then act over that account.
 */
export async function declarePurpose({ record, pool }: Installation, wanted: Purpose): Promise<Purpose> {
  const { state } = await record.read(installationPurpose, thisInstallation)
  if (state.purpose === null && wanted === 'demonstration') {
    const { rowCount } = await pool.query('select from account limit 1')
    if (rowCount) throw refusePurpose('installation.has-accounts')
  }
  const command = { type: 'DeclarePurpose', purpose: wanted } as const
  const declared = await record.perform(installationPurpose, thisInstallation, command, {
    actor: 'frankpledge',
    at: now(),
  })
  return declared.state.purpose ?? wanted
}
