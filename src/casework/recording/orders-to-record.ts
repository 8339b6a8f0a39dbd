import { randomUUID } from 'node:crypto'
import type { Instant } from '../../calendar/instant.ts'
import { type Allegation, investigation } from '../investigation/investigation.ts'
import { person } from '../people/person.ts'
import type { AllegationTyped } from './parse-allegation.ts'

/** The force and unit that an allegation falls to, with both in words. */
export type DealtWith = Pick<Allegation, 'force' | 'unit' | 'dealtWithBy'>

/**
 * What records an allegation with the people in it: each person who is new first, as a stream of their own, then the allegation,
 * which names them by id. To be performed together, so that nobody is recorded without the case they are in.
 */
export function ordersToRecord(
  id: string,
  { allegation, victims, reporter, knownReporter }: AllegationTyped,
  dealtWith: DealtWith,
  acted: { readonly at: Instant; readonly by: string },
  newPersonId: () => string = randomUUID,
) {
  const idOf = (known: string | undefined): string => known ?? newPersonId()
  const people = victims.map(({ details, known, enhancedBy }) => ({ id: idOf(known), details, known, enhancedBy }))
  const other =
    reporter === null || reporter === 'victim'
      ? null
      : { id: idOf(knownReporter), details: reporter, known: knownReporter }
  const whole: Allegation = {
    ...dealtWith,
    ...allegation,
    reporter: (reporter === 'victim' ? people[0] : other)?.id ?? null,
    victims: people.map(({ id: one, enhancedBy }) => ({ person: one, enhancedBy })),
  }
  const recordPeople = [...people, ...(other ? [other] : [])]
    .filter(({ known }) => known === undefined)
    .map(({ id: one, details }) => ({
      id: one,
      decider: person,
      command: { type: 'RecordPerson', id: one, details, ...acted },
    }))
  const record = { type: 'RecordAllegation', id, allegation: whole, ...acted }
  return [...recordPeople, { id, decider: investigation, command: record }]
}
