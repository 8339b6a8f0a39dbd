import { sql } from 'kysely'
import type { Tx } from '../../platform/database/reading.ts'
import { type WordSought, farness, soughtIn } from '../people/name-match.ts'

/** Somebody whose name is like the one that was typed. */
export type PersonFound = { readonly id: string; readonly name: string; readonly farness: number }

export type PeopleFound = {
  /** The nearest first. */
  readonly people: readonly PersonFound[]
  /** True where there are more than are looked at, so that a narrower name is needed. */
  readonly more: boolean
}

/** More people of one name than this nobody reads through. */
export const mostPeople = 1000

/**
 * The people whom the viewer may see and whose name has, for each word that was typed, one that is it, begins with it,
 * is one slip away, or sounds like it.
 */
export async function readPeopleNamed(tx: Tx, typed: string): Promise<PeopleFound> {
  const sought = soughtIn(typed)
  if (sought.length === 0) return { people: [], more: false }
  const named = sought.map((word) => sql`select person from person_name_key where ${matches(word)}`)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, concat_ws(' ', name, organisation) as name from person
     where id in (${sql.join(named, sql` intersect `)}) limit ${mostPeople + 1}`.execute(tx)
  const people = rows
    .map(({ id, name }) => ({ id, name, farness: farness(sought, name) }))
    .toSorted((a, b) => a.farness - b.farness || (a.name < b.name ? -1 : 1) || (a.id < b.id ? -1 : 1))
  return { people: people.slice(0, mostPeople), more: rows.length > mostPeople }
}

const matches = ({ keys, begins }: WordSought) =>
  begins === null ? sql`key = any(${keys})` : sql`(key = any(${keys}) or key ^@ ${begins})`
