import { accountDecider } from '../platform/access/account.ts'
import type { Permission } from './permissions.ts'
import { roles } from './roles.ts'

/**
 * What somebody is chosen for in a list of colleagues: to read a restricted case, to investigate, to supervise, to
 * review for a charge. Each account's own stand in rows, so a change here, or of who holds one of these, comes with a
 * migration.
 */
export const chosenFor = [
  'case.read',
  'suspect.record',
  'case.supervise',
  'charging.decide',
] as const satisfies readonly Permission[]

export type ChosenFor = (typeof chosenFor)[number]

/** Accounts with the area's roles. */
export const account = accountDecider(roles, chosenFor)
