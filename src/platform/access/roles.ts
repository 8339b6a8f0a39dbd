/** What one role is, where it may be held, and what it may do. The area's work fills the table; access follows it. */
export type Role = {
  readonly title: string
  /** Whose work this is, in a sentence. */
  readonly who: string
  /** The kinds of agency in which it can be held. */
  readonly heldIn: readonly string[]
  readonly permissions: readonly string[]
  /** True when only somebody who administers the whole area may give or take it. */
  readonly areaWide?: boolean
}

export type RoleTable = Readonly<Record<string, Role>>

/** The role of this name. A name may come from a form, so what every object has is not taken for a role. */
export const roleIn = (table: RoleTable, name: string): Role | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** Everything that the holder of these roles may do. A role that the table no longer has gives nothing. */
export const permissionsOf = (table: RoleTable, held: readonly string[]): readonly string[] => [
  ...new Set(held.flatMap((role) => roleIn(table, role)?.permissions ?? [])),
]

/** The roles as people say them. */
export const titlesOf = (table: RoleTable, held: readonly string[]): string =>
  held.map((role) => roleIn(table, role)?.title ?? role).join(', ')
