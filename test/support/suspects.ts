import type { Instant } from '../../src/calendar/instant.ts'
import { findOffence } from '../../src/casework/offences/offence-list.ts'
import { person } from '../../src/casework/people/person.ts'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import { offenceFacts } from '../../src/casework/who-may-charge/offence-facts.ts'
import type { Installation } from '../../src/platform/installation.ts'
import { details, force, reportedAt } from './cases.ts'
import { theft } from './referrals.ts'

/** Names a suspect in a case, on bail of no kind, with the theft of a bicycle proposed against them. */
export async function nameSuspect(
  { record }: Installation,
  caseId: string,
  number: number,
  name: string,
  at: Instant = reportedAt,
): Promise<void> {
  const id = `${caseId}-S${number}`
  const acted = { at, by: 'officer' }
  const act = { actor: 'officer', at }
  await record.perform(person, id, { type: 'RecordPerson', id, details: details({ name }), ...acted }, act)
  const named = {
    type: 'NameSuspect',
    caseId,
    number,
    person: id,
    reason: 'Seen on camera',
    force,
    unit: 'investigations',
    dealtWithBy: 'Investigations',
    crimeReference: null,
    ...acted,
  } as const
  await record.perform(suspect, id, named, act)
  const offence = findOffence(theft.offence.code)
  if (!offence) throw new Error('The list lacks the theft of a pedal cycle')
  const { key: _, ...charge } = theft
  const propose = { type: 'ProposeCharge', charge, facts: offenceFacts(offence), ...acted } as const
  await record.perform(suspect, id, propose, act)
}
