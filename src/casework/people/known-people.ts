import type { LocalDate } from '../../calendar/local-date.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { findPeople } from './find-people.ts'

/** Somebody who is in a case that the viewer may see, as a list from which they are chosen shows them. */
export type KnownPerson = {
  readonly id: string
  readonly name: string | null
  readonly organisation: string | null
  readonly dateOfBirth: LocalDate | null
  readonly address: string | null
}

export const mostKnownShown = 10

/** So many of the nearest are looked at; more of one name have only their date of birth to tell them apart by. */
const mostCompared = 200

/**
 * People in cases of the viewer whose name comes near what was typed, nearest first; with a date of birth, only those
 * who have it, or of whom it is not known.
 */
export async function readKnownPeople(tx: Tx, typed: string, born: LocalDate | null): Promise<readonly KnownPerson[]> {
  const ids = (await findPeople(tx, typed)).people.slice(0, mostCompared).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'organisation', 'date_of_birth as dateOfBirth', 'address'])
    .where('id', 'in', ids)
    .execute()
  const mayBe = ({ dateOfBirth }: KnownPerson): boolean => born === null || dateOfBirth === null || dateOfBirth === born
  return rows
    .filter(mayBe)
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .slice(0, mostKnownShown)
}
