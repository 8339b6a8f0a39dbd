import { chargingReview } from '../../src/casework/charging-review/charging-review.ts'
import type { ReviewCommand } from '../../src/casework/charging-review/review-commands.ts'
import { investigation } from '../../src/casework/investigation/investigation.ts'
import { materialRegister } from '../../src/casework/material/register.ts'
import { person } from '../../src/casework/people/person.ts'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import type { Installation } from '../../src/platform/installation.ts'
import { details, force, recordCase } from './cases.ts'
import { prosecutors, reviewCommands, reviewedAt } from './decided-review.ts'

const act = { actor: 'test', at: reviewedAt }
const acted = { at: reviewedAt, by: 'test' }

/** Performs commands on the review of suspect 1. */
export async function onReview(
  { record }: Installation,
  id: string,
  commands: readonly ReviewCommand[],
): Promise<void> {
  for (const command of commands) await record.perform(chargingReview, `${id}-S1`, command, act)
}

/** A case that is shared with the prosecutors, with a suspect, two items of material and a review of two charges. */
export async function openReview(installation: Installation, id: string): Promise<void> {
  const { record } = installation
  await recordCase(installation, id)
  const share = { type: 'ShareCase', agency: prosecutors, why: 'Referred', ...acted } as const
  await record.perform(investigation, id, share, act)
  const bracken = details({ name: 'Bracken Example' })
  await record.perform(person, `${id}-s1`, { type: 'RecordPerson', id: `${id}-s1`, details: bracken, ...acted }, act)
  const named = {
    type: 'NameSuspect',
    caseId: id,
    number: 1,
    person: `${id}-s1`,
    reason: 'Seen on the recording',
    force,
    unit: 'investigations',
    dealtWithBy: 'Investigations',
    crimeReference: null,
    ...acted,
  } as const
  await record.perform(suspect, `${id}-S1`, named, act)
  for (const title of ['Statement of the victim', 'Cameras of the station']) {
    const item = { kind: 'statement', title, description: '', from: null, exhibitReference: null } as const
    const rest = { state: 'received', reason: '', use: 'evidence', useReason: '' } as const
    const add = { type: 'AddMaterial', caseId: id, details: item, ...rest, ...acted } as const
    await record.perform(materialRegister, id, add, act)
  }
  await onReview(installation, id, reviewCommands({ caseId: id }, false).slice(0, 1))
}
