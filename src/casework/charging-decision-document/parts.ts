import { countVictims } from '../cases/case-words.ts'
import type { CasePerson } from '../cases/read-case.ts'

/** Somebody of a case who may be suspected of something. */
type Suspected = { readonly person: string; readonly number: number }

/** What somebody is called in a document: by their part in the case and never by name. */
export function partsIn(people: readonly CasePerson[], suspects: readonly Suspected[]): (person: string) => string {
  const victims = countVictims(people)
  const parts = new Map<string, string>()
  for (const { person, number } of suspects) parts.set(person, `Suspect ${number}`)
  for (const { id, victimNumber, witness } of people) {
    if (victimNumber !== null) parts.set(id, victims === 1 ? 'Victim' : `Victim ${victimNumber}`)
    else if (witness) parts.set(id, `Witness ${witness.number}`)
    else if (!parts.has(id)) parts.set(id, 'Who reported it')
  }
  return (person) => parts.get(person) ?? 'Somebody'
}
