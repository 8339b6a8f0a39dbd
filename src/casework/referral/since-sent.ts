import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { materialStates } from '../material/held-material.ts'
import type { SeenMaterial } from '../material/read-material.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import type { FileSent, Referral } from './case-referrals.ts'
import { type ReferredSuspect, suspectPositions } from './referred-suspect.ts'
import { fileOf, isOpen, undecided } from './standing.ts'
import { lowered, materialWords } from './told-lines.ts'

type Now = {
  readonly suspects: ReadonlyArray<
    Pick<SeenSuspect, 'number' | 'position' | 'detentionEndsAt' | 'charges' | 'proposed'>
  >
  readonly material: ReadonlyArray<Pick<SeenMaterial, 'key' | 'title' | 'state'>>
}

/**
 * What is different now from what police sent: of the suspects who are still to be decided, and of the register. A
 * referral is a picture of one day; detention ends, and charges and material come and go while it waits. People are
 * named by their part.
 */
export const changesSince = (referral: Referral, { suspects, material }: Now): readonly string[] =>
  isOpen(referral)
    ? [...suspectChanges(referral, suspects), ...materialChanges(fileOf(referral).material, material)]
    : []

function suspectChanges(referral: Referral, suspects: Now['suspects']): readonly string[] {
  const waiting = undecided(referral)
  const pairs = fileOf(referral)
    .suspects.filter(({ number }) => waiting.includes(number))
    .flatMap((sent) => suspects.filter(({ number }) => number === sent.number).map((now) => ({ sent, now })))
  const released =
    fileOf(referral).category === 'red' && pairs.every(({ now }) => now.position !== 'in-custody')
      ? ['Nobody in this red referral is in police detention any longer. Red is for a suspect in detention.']
      : []
  return [...released, ...pairs.flatMap(({ sent, now }) => changesOf(sent, now))]
}

/** What came since, and what was held and is not any longer. */
function materialChanges(sent: FileSent['material'], now: Now['material']): readonly string[] {
  const came = now.filter(({ key, state }) => state === 'received' && !sent.some((one) => one.key === key))
  const gone = sent.flatMap((one) => {
    const state = now.find(({ key }) => key === one.key)?.state
    return state === 'received'
      ? []
      : `${materialWords(one)}: ${state ? lowered(materialStates[state]) : 'withdrawn'} now.`
  })
  return [...came.map((one) => `${materialWords(one)}: came onto the register.`), ...gone]
}

function changesOf(sent: ReferredSuspect, now: Now['suspects'][number]): readonly string[] {
  const called = `Suspect ${sent.number}`
  const moved = sent.position !== now.position
  const [before, after] = [sent.position, now.position].map((one) => lowered(suspectPositions[one]))
  const keys = new Set(sent.charges.map(({ key }) => key))
  const added = now.charges.filter(({ key }) => !keys.has(key))
  const withdrawn = now.proposed.filter((one) => keys.has(one.key) && one.withdrawn !== null)
  return [
    ...(moved ? [`${called}: ${before} when it was sent, now ${after}.`] : []),
    ...(!moved && now.detentionEndsAt !== sent.detentionEndsAt && now.detentionEndsAt !== null
      ? [`${called}: detention now ends ${formatMoment(now.detentionEndsAt)}.`]
      : []),
    ...added.map(({ key, offence }) => `${called}: police proposed another charge, ${key}, ${offence.title}.`),
    ...withdrawn.map(({ key, offence }) => `${called}: police withdrew charge ${key}, ${offence.title}.`),
  ]
}

/** The same for both sides, with what each may do about it. */
export function sinceSent(referral: Referral, now: Now): Content {
  const changes = changesSince(referral, now)
  if (changes.length === 0) return null
  const isReviewed = referral.stage === 'under-review' || referral.stage === 'action-plan'
  // What came onto the register is in the review already; the charges there are those that were sent.
  const says = !isReviewed || suspectChanges(referral, now.suspects).length > 0 ? whatToDo[referral.stage] : null
  return insetText({
    html: html`<p class="govuk-body"><strong>Changed since police sent it</strong></p>
      <ul class="govuk-list govuk-list--bullet">
        ${changes.map((one) => html`<li>${one}</li>`)}
      </ul>
      ${says && html`<p class="govuk-body">${says}</p>`}`,
  })
}

const reviewed =
  'The review holds the charges as they were sent. The prosecutor adds a charge there, or leaves one out, with the reason.'

const whatToDo: Readonly<Partial<Record<Referral['stage'], string>>> = {
  waiting: 'Until it is accepted police may correct the referral, so that it says how things stand.',
  rejected: 'Police say how things stand when they send it again.',
  'under-review': reviewed,
  'action-plan': reviewed,
}
