import type { Access } from '../platform/access/access.ts'
import { accessRoutes } from '../platform/access/access-routes.ts'
import { demonstrationRoutes } from '../platform/access/demonstration-page.ts'
import type { Installation } from '../platform/installation.ts'
import type { Routes } from '../platform/web/routing.ts'
import { account } from './account.ts'
import { agencyKindNames } from './agency.ts'
import { apiScopes, apiToken } from './api-token.ts'
import { demonstrationPeople } from './demonstration-accounts.ts'
import { permissions } from './permissions.ts'
import { roles } from './roles.ts'
import { readAgencyList } from './tables.ts'

/** Access as this area has it: its roles, its agencies. */
export const accessOf = ({ pool, installationKey, configuration }: Installation): Access => ({
  pool,
  installationKey,
  publicUrl: configuration.publicUrl,
  openIdConnect: configuration.openIdConnect,
  roles,
  agencyKinds: agencyKindNames,
  permissions,
  account,
  token: apiToken,
  apiScopes,
  readAgencies: readAgencyList,
})

/** The pages of access; the demonstration's door among them only where the installation is a demonstration. */
export function accessPages(installation: Installation, demonstration: boolean): readonly Routes[] {
  const access = accessOf(installation)
  const pages = accessRoutes(access)
  return demonstration ? [...pages, demonstrationRoutes(access, demonstrationPeople)] : pages
}
