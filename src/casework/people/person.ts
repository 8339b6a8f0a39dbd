import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Decider, Row, Rows } from '../../platform/record/decider.ts'
import { nameKeys } from './name-keys.ts'
import { refusePerson } from './refusals.ts'

/** Who somebody is and how to reach them. An organisation is here by its name, with whom to ask for in it. */
export type PersonDetails = {
  readonly name: string | null
  readonly organisation: string | null
  readonly dateOfBirth: LocalDate | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  /** How and when it is safe to make contact: "Only by text, after 6pm". */
  readonly contactNote: string | null
}

type Acted = { readonly at: Instant; readonly by: string }

/** What another system said last of each detail of somebody: by it, what it changes is told from what it repeats. */
export type ToldDetails = Partial<PersonDetails>

export type PersonCommand = Acted &
  (
    | { readonly type: 'RecordPerson'; readonly id: string; readonly details: PersonDetails }
    | {
        readonly type: 'CorrectPerson'
        readonly details: PersonDetails
        readonly reason: string
        /** The case in which it is corrected. Whoever reads that case reads the reason, and nobody else. */
        readonly caseId: string
      }
    | { readonly type: 'NoteTold'; readonly told: ToldDetails }
  )

type PersonEvent = Acted &
  (
    | { readonly type: 'PersonRecorded'; readonly id: string; readonly details: PersonDetails }
    | {
        readonly type: 'PersonCorrected'
        readonly details: PersonDetails
        readonly reason: string
        /** Left out where it was corrected before a case was named: then nobody reads the reason but on the record. */
        readonly caseId?: string
      }
    | { readonly type: 'PersonTold'; readonly told: ToldDetails }
  )

type Change = Acted & {
  readonly what: string
  readonly why: { readonly caseId: string; readonly reason: string } | null
}

export type Person = {
  readonly id: string
  readonly details: PersonDetails
  readonly told: ToldDetails
  readonly changes: readonly Change[]
}

/** Longest answer, and longest address, note or reason, in characters. */
export const longestDetail = 200
export const longestNote = 1000

/** Each detail as a list of changes names it. */
export const detailNames: Readonly<Record<keyof PersonDetails, string>> = {
  name: 'Name',
  organisation: 'Organisation',
  dateOfBirth: 'Date of birth',
  phone: 'Telephone number',
  email: 'Email address',
  address: 'Address',
  contactNote: 'How to make contact',
}

/**
 * One person, once: a victim in one case and a witness in another is the same stream. Every other stream holds the
 * person's id and nothing else of them, so that erasing this one stream erases who they were.
 */
export const person: Decider<Person | null, PersonCommand, PersonEvent> = {
  kind: 'person',
  sealed: true,
  permissions: { RecordPerson: 'case.record', CorrectPerson: 'case.record', NoteTold: 'case.record' },
  initial: null,
  decide(command, state) {
    switch (command.type) {
      case 'RecordPerson':
        return recordPerson(command, state)
      case 'CorrectPerson':
        return correctPerson(command, state)
      case 'NoteTold':
        return noteTold(command, state)
    }
  },
  evolve: evolvePerson,
  rows: rowsOf,
}

type Order<Type> = Extract<PersonCommand, { readonly type: Type }>

function recordPerson({ id, details, at, by }: Order<'RecordPerson'>, state: Person | null): PersonEvent[] {
  if (state) throw refusePerson('person.already-recorded')
  checkDetails(details, at)
  return [{ type: 'PersonRecorded', id, details, at, by }]
}

/** What was recorded stays on the record; the correction says what holds from now on, and why. */
function correctPerson(
  { details, reason, caseId, at, by }: Order<'CorrectPerson'>,
  state: Person | null,
): PersonEvent[] {
  if (!state) throw refusePerson('person.not-recorded')
  checkDetails(details, at)
  if (!reason.trim()) throw refusePerson('person.reason-missing')
  requireShort(reason, longestNote)
  if (changedBetween(state.details, details).length === 0) throw refusePerson('person.nothing-corrected')
  return [{ type: 'PersonCorrected', details, reason, caseId, at, by }]
}

/** It stands here and not with the message, so that whoever erases the person erases it, too. */
function noteTold({ told, at, by }: Order<'NoteTold'>, state: Person | null): PersonEvent[] {
  if (!state) throw refusePerson('person.not-recorded')
  const isNew = detailKeys.some((key) => told[key] !== undefined && told[key] !== state.told[key])
  return isNew ? [{ type: 'PersonTold', told, at, by }] : []
}

function checkDetails(details: PersonDetails, at: Instant): void {
  const { name, organisation, dateOfBirth, address, contactNote } = details
  if (!name?.trim() && !organisation?.trim()) throw refusePerson('person.name-missing')
  for (const words of [name, organisation, details.phone, details.email]) requireShort(words, longestDetail)
  for (const words of [address, contactNote]) requireShort(words, longestNote)
  if (dateOfBirth && dateOfBirth > toLocalDate(at)) throw refusePerson('person.born-in-future')
}

function requireShort(words: string | null, limit: number): void {
  if (words && words.length > limit) throw refusePerson('person.too-long', { limit })
}

const detailKeys = ['name', 'organisation', 'dateOfBirth', 'phone', 'email', 'address', 'contactNote'] as const

const changedBetween = (before: PersonDetails, after: PersonDetails): readonly string[] =>
  detailKeys.filter((key) => before[key] !== after[key]).map((key) => detailNames[key])

function evolvePerson(state: Person | null, event: PersonEvent): Person | null {
  const { at, by } = event
  if (event.type === 'PersonRecorded') {
    const { id, details } = event
    return { id, details, told: {}, changes: [{ at, by, what: 'Recorded', why: null }] }
  }
  if (!state) return null
  if (event.type === 'PersonTold') return { ...state, told: { ...state.told, ...event.told } }
  const { details } = event
  const why = event.caseId === undefined ? null : { caseId: event.caseId, reason: event.reason }
  const what = `Corrected: ${changedBetween(state.details, details).join(', ').toLowerCase()}`
  return { ...state, details, changes: [...state.changes, { at, by, what, why }] }
}

function rowsOf(state: Person | null): Rows {
  if (!state) return {}
  const { id, details, changes } = state
  return {
    person: [
      {
        id,
        name: details.name,
        organisation: details.organisation,
        date_of_birth: details.dateOfBirth,
        phone: details.phone,
        email: details.email,
        address: details.address,
        contact_note: details.contactNote,
      },
    ],
    person_name_key: nameKeys([details.name, details.organisation]).map((key) => ({ person: id, key })),
    person_change: changes.map(({ at, by, what }, index): Row => ({
      person: id,
      number: index + 1,
      at,
      account: by,
      what,
    })),
    person_change_reason: changes.flatMap(({ why }, index): Row[] =>
      why === null ? [] : [{ person: id, number: index + 1, case_id: why.caseId, reason: why.reason }],
    ),
  }
}
