import { parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { chargingReview, reviewId } from '../../src/casework/charging-review/charging-review.ts'
import { investigation } from '../../src/casework/investigation/investigation.ts'
import { materialRegister } from '../../src/casework/material/register.ts'
import { person } from '../../src/casework/people/person.ts'
import { referral } from '../../src/casework/referral/referral.ts'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import type { Installation } from '../../src/platform/installation.ts'
import { details, force, recordCase } from './cases.ts'
import { type Decided, assault, materialOf, prosecutor, reviewCommands, theft } from './decided-review.ts'
import { commandsOf, fileWith, suspectOf } from './referrals.ts'

/** The Thursday before Easter: one working day before the Tuesday on which the site's clock stands. */
export const referredAt = parseInstant('2026-04-02T09:00:00.000Z')
const acted = { at: referredAt, by: 'officer' }
const act = { actor: 'officer', at: referredAt }

/**
 * A case with a victim, a witness and suspect 1, with three items of material, referred and taken for review. Then what
 * a prosecutor does with it: a decision, only a draft (`decide` false), or nothing at all (`decided` null).
 */
export async function reviewedCase(
  installation: Installation,
  caseId: string,
  decided: Omit<Decided, 'caseId'> | null = {},
  decide = true,
): Promise<void> {
  const { record } = installation
  const day = parseLocalDate('2026-04-01')
  await recordCase(installation, caseId, { from: day, to: day }, { at: referredAt })
  await record.perform(
    investigation,
    caseId,
    { type: 'RecordAsCrime', crimeReference: `${caseId}/26`, reason: 'Seen', ...acted },
    act,
  )
  await addPeople(installation, caseId)
  await addMaterial(installation, caseId)
  const { refer, accept } = commandsOf(caseId)
  const suspects = [
    suspectOf(1, { person: `${caseId}-s1`, charges: decided?.withAssault === false ? [theft] : [theft, assault] }),
  ]
  await record.perform(referral, caseId, refer({ file: fileWith({ suspects }), ...acted }), act)
  await record.perform(referral, caseId, accept({ owner: prosecutor.account, ...acted }), act)
  if (!decided) return
  for (const command of reviewCommands({ ...decided, caseId }, decide).slice(1)) {
    await record.perform(chargingReview, reviewId(caseId, 1), command, { actor: prosecutor.account, at: command.at })
  }
}

async function addPeople({ record }: Installation, caseId: string): Promise<void> {
  const witness = details({ name: 'Rowan Example' })
  const suspected = details({ name: 'Medlar Example' })
  const named = { crimeReference: `${caseId}/26`, force, unit: 'investigations', dealtWithBy: 'Investigations' }
  for (const [id, known] of [
    [`${caseId}-w`, witness],
    [`${caseId}-s1`, suspected],
  ] as const) {
    await record.perform(person, id, { type: 'RecordPerson', id, details: known, ...acted }, act)
  }
  await record.perform(
    investigation,
    caseId,
    { type: 'AddWitness', person: `${caseId}-w`, willing: true, needs: null, reason: 'Saw it', ...acted },
    act,
  )
  await record.perform(
    suspect,
    `${caseId}-S1`,
    { type: 'NameSuspect', caseId, number: 1, person: `${caseId}-s1`, reason: 'Seen', ...named, ...acted },
    act,
  )
}

async function addMaterial({ record }: Installation, caseId: string): Promise<void> {
  const unused = { kind: 'log', title: 'Log of the call', from: null, use: 'unused', useReason: '' } as const
  const sensitive = {
    kind: 'other',
    title: 'Note on a source',
    from: null,
    use: 'unused-sensitive',
    useReason: 'Would name a source',
  } as const
  const interview = { kind: 'interview-record', title: 'Interview', from: `${caseId}-s1`, use: 'evidence' } as const
  for (const one of [...materialOf(caseId), unused, sensitive, interview]) {
    const { kind, title, from, use } = one
    const about = { kind, title, from, description: `About ${title}`, exhibitReference: null }
    const useReason = 'useReason' in one ? one.useReason : ''
    await record.perform(
      materialRegister,
      caseId,
      { type: 'AddMaterial', caseId, details: about, state: 'received', reason: '', use, useReason, ...acted },
      act,
    )
  }
}
