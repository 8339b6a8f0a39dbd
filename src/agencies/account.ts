import { accountDecider } from '../platform/access/account.ts'
import { roles } from './roles.ts'

/** Accounts with the area's roles. */
export const account = accountDecider(roles)
