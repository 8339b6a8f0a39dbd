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
  const { rows } = await sql<{ id: string; name: string }>`
    with named as materialized (${sql.join(sought.map(peopleWith), sql` intersect `)})
    select found.id, found.name from (select person from named limit ${mostPeople + 1}) named
     cross join lateral (
       select id, concat_ws(' ', name, organisation) as name from person where id = named.person limit 1) found`.execute(
    tx,
  )
  const people = rows
    .map(({ id, name }) => ({ id, name, farness: farness(sought, name) }))
    .toSorted((a, b) => a.farness - b.farness || (a.name < b.name ? -1 : 1) || (a.id < b.id ? -1 : 1))
  return { people: people.slice(0, mostPeople), more: rows.length > mostPeople }
}

/**
 * Who has the word, or what stands for it. One key at a time, so that row security is asked of the few rows that have
 * it: for all keys together the planner would first work out everybody whom the viewer may see.
 */
const peopleWith = ({ keys, begins }: WordSought) => sql`(
  select one.person from unnest(${keys}::text[]) as sought (key)
   cross join lateral (select person from person_name_key where key = sought.key limit ${mostPeople + 1}) one
   ${begins === null ? sql`` : sql`union (select person from person_name_key where key ^@ ${begins} limit ${mostPeople + 1})`})`
