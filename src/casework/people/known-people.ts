import { type ExpressionBuilder, sql } from 'kysely'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { DatabaseTables } from '../../platform/database/tables.ts'
import { type WordSought, farness, soughtIn } from './name-match.ts'

/** Somebody who is in a case that the viewer may see, as a list from which they are chosen shows them. */
export type KnownPerson = {
  readonly id: string
  readonly name: string | null
  readonly organisation: string | null
  readonly dateOfBirth: LocalDate | null
  readonly address: string | null
}

export const mostKnownShown = 10

/** So many are compared by how far their names are; more have nothing to tell them apart by. */
const mostCompared = 200

/**
 * People in cases of the viewer whose name comes near what was typed, nearest first; with a date of birth, only those
 * who have it, or of whom it is not known.
 */
export async function readKnownPeople(tx: Tx, typed: string, born: LocalDate | null): Promise<readonly KnownPerson[]> {
  const sought = soughtIn(typed)
  if (sought.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'organisation', 'date_of_birth as dateOfBirth', 'address'])
    .where((e) => e.and(sought.map((word) => e('id', 'in', withWord(e, word)))))
    .$if(born !== null, (all) =>
      all.where((e) => e.or([e('date_of_birth', '=', born), e('date_of_birth', 'is', null)])),
    )
    .orderBy('id')
    .limit(mostCompared)
    .execute()
  const far = ({ name, organisation }: KnownPerson): number =>
    farness(sought, [name, organisation].filter(Boolean).join(' '))
  return rows.toSorted((a, b) => far(a) - far(b)).slice(0, mostKnownShown)
}

/** Who has the word in their name, or one that sounds or looks like it, or begins so. */
const withWord = (e: ExpressionBuilder<DatabaseTables, 'person'>, { keys, begins }: WordSought) =>
  e
    .selectFrom('person_name_key')
    .select('person_name_key.person')
    .where((key) =>
      key.or([
        key('person_name_key.key', 'in', keys),
        ...(begins === null
          ? []
          : [sql<boolean>`(person_name_key.key >= ${begins} and person_name_key.key < ${`${begins}~`})`]),
      ]),
    )
