import { randomUUID } from 'node:crypto'
import type { Instant } from '../../calendar/instant.ts'
import { type Allegation, investigation } from '../investigation/investigation.ts'
import { type PersonDetails, person } from '../people/person.ts'
import type { AllegationTyped } from './parse-allegation.ts'

/** The force and unit that an allegation falls to, with both in words. */
export type DealtWith = Pick<Allegation, 'force' | 'unit' | 'dealtWithBy'>

/**
 * What records an allegation with the people in it: each person first, as a stream of their own, then the allegation,
 * which names them by id. To be performed together, so that nobody is recorded without the case they are in.
 */
export function ordersToRecord(
  id: string,
  { allegation, victims, reporter }: AllegationTyped,
  dealtWith: DealtWith,
  acted: { readonly at: Instant; readonly by: string },
  newPersonId: () => string = randomUUID,
) {
  const recordPerson = (details: PersonDetails) => {
    const personId = newPersonId()
    return { id: personId, decider: person, command: { type: 'RecordPerson', id: personId, details, ...acted } }
  }
  const people = victims.map(({ details }) => recordPerson(details))
  const other = reporter === null || reporter === 'victim' ? [] : [recordPerson(reporter)]
  const whole: Allegation = {
    ...dealtWith,
    ...allegation,
    reporter: (reporter === 'victim' ? people[0] : other[0])?.id ?? null,
    victims: people.map((one, index) => ({ person: one.id, enhancedBy: victims[index]?.enhancedBy ?? [] })),
  }
  const record = { type: 'RecordAllegation', id, allegation: whole, ...acted }
  return [...people, ...other, { id, decider: investigation, command: record }]
}
