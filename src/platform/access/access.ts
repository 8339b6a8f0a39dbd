import type { Pool } from 'pg'
import type { OpenIdConnect } from '../configuration.ts'
import type { Tx } from '../database/reading.ts'
import type { AccountDecider } from './account.ts'
import type { RoleTable } from './roles.ts'
import type { TokenDecider } from './tokens/api-token.ts'

/** An agency in which accounts can be, and its units. */
export type AgencyChoice = {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly units: ReadonlyArray<{ readonly code: string; readonly name: string }>
}

/** What the pages of access need of the installation, and what the area's work tells them. */
export type Access = {
  readonly pool: Pool
  readonly installationKey: Buffer
  readonly publicUrl: string
  readonly openIdConnect: OpenIdConnect | null
  readonly roles: RoleTable
  /** Each kind of agency as people say it. */
  readonly agencyKinds: Readonly<Record<string, string>>
  /** What each permission lets somebody do, in a sentence. */
  readonly permissions: Readonly<Record<string, string>>
  readonly account: AccountDecider
  readonly token: TokenDecider
  /** The permissions that the API offers to other systems. */
  readonly apiScopes: readonly string[]
  /** The area's agencies by name. */
  readAgencies(tx: Tx): Promise<readonly AgencyChoice[]>
}
