import { tokenDecider } from '../platform/access/tokens/api-token.ts'
import type { Permission } from './permissions.ts'
import { roles } from './roles.ts'

/** What the API lets another system do, each as the permission that a person needs for the same. */
export const apiScopes = [
  'case.read',
  'case.record',
  'case.decide',
  'suspect.record',
  'material.record',
  'case.refer',
  'duties.read',
] as const satisfies readonly Permission[]

export type ApiScope = (typeof apiScopes)[number]

/** Tokens with the area's roles. */
export const apiToken = tokenDecider(roles, apiScopes)
