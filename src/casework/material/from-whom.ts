import type { Tx } from '../../platform/database/reading.ts'
import { calledIn, countVictims, partOf } from '../cases/case-words.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { readSuspects } from '../suspects/read-suspects.ts'

/** Somebody from whom material may come: their part in the case and what they are called. */
export type Giver = { readonly person: string; readonly part: string; readonly name: string }

/** The people of a case, suspects last. Somebody with two parts is here once. */
export async function readGivers(tx: Tx, { summary, people }: CaseFile): Promise<readonly Giver[]> {
  const victims = countVictims(people)
  const suspects = await readSuspects(tx, summary.id)
  const all = [
    ...people.map((one) => ({ person: one.id, part: partOf(one, victims), name: calledIn(one) })),
    ...suspects.map(({ number, person, name }) => ({ person, part: `Suspect ${number}`, name: name ?? 'Erased' })),
  ]
  return all.filter((one, index) => all.findIndex(({ person }) => person === one.person) === index)
}

/** "Victim 1: Quince Example", or null for nobody in particular. */
export function giverWords(givers: readonly Giver[], person: string | null): string | null {
  if (person === null) return null
  const found = givers.find((one) => one.person === person)
  return found ? `${found.part}: ${found.name}` : 'Somebody who is not in the case any longer'
}
