import { type Person, type PersonDetails, type ToldDetails, person } from '../casework/people/person.ts'
import type { Recorder } from '../platform/record/record.ts'
import type { z } from 'zod'
import { digestOf } from './messages/digest.ts'
import type { Merge } from './messages/merge.ts'
import type { Plan } from './messages/receive.ts'
import type { person as personSchema } from './schemas.ts'

export type PersonSaid = z.infer<typeof personSchema>
type Acted = { readonly at: string; readonly by: string }

/** That a version said this of somebody, to be remembered with the person. */
export function toldOrder(id: string, said: PersonSaid, acted: Acted): Plan['orders'][number] {
  const command = { type: 'NoteTold', told: toldDetails(said), ...acted }
  return { decider: person, id, command }
}

/** Without what was left out, which JSON cannot hold. */
const toldDetails = ({ contactNote, ...told }: PersonSaid): ToldDetails =>
  contactNote === undefined ? told : { ...told, contactNote }

/** Somebody as they were when a version was planned. */
export type PersonRead = { readonly id: string; readonly version: number; readonly state: Person }

/** Somebody of the record, or null for who was erased since. */
export async function readPerson(record: Recorder, id: string): Promise<PersonRead | null> {
  const { version, state } = await record.read(person, id)
  return state && { id, version, state }
}

/** What a version says of somebody, laid upon how they stand. */
export function detailsAfter(
  merge: Merge,
  { details, told: before }: Person,
  said: PersonSaid,
  pointer: string,
): PersonDetails {
  const told = toldDetails(said)
  const take = <Key extends keyof PersonDetails>(key: Key): PersonDetails[Key] =>
    merge.takeFrom<PersonDetails[Key]>(before[key], `${pointer}/${key}`, told[key], details[key])
  return {
    name: take('name'),
    organisation: take('organisation'),
    dateOfBirth: take('dateOfBirth'),
    phone: take('phone'),
    email: take('email'),
    address: take('address'),
    contactNote: take('contactNote'),
  }
}

/** What corrects somebody to these details, where they differ, and remembers what was told of them. */
export function personOrders(
  { id, version: lookedAt, state }: PersonRead,
  details: PersonDetails,
  told: PersonSaid,
  { reason, caseId, ...acted }: Acted & { readonly reason: string; readonly caseId: string },
): Plan['orders'] {
  const command = { type: 'CorrectPerson', details, reason, caseId, ...acted }
  const correct = { decider: person, id, lookedAt, command }
  return [
    ...(digestOf(state.details) === digestOf(details) ? [] : [correct]),
    { ...toldOrder(id, told, acted), lookedAt },
  ]
}
