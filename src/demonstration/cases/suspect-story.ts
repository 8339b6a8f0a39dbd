import { type Instant, addHours, addSeconds, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, addDays, addMonths } from '../../calendar/local-date.ts'
import { isIndictable } from '../../casework/offences/offence.ts'
import { person } from '../../casework/people/person.ts'
import type { ProposedCharge } from '../../casework/suspects/proposed-charge.ts'
import { suspect } from '../../casework/suspects/suspect.ts'
import type { SuspectCommand } from '../../casework/suspects/suspect-commands.ts'
import { offenceFacts } from '../../casework/who-may-charge/offence-facts.ts'
import type { AnticipatedPlea, Assessment } from '../../casework/who-may-charge/who-may-charge.ts'
import { custodyWords } from './charging-words.ts'
import { asnOf, crimeReferenceOf, pncIdOf } from './numbers.ts'
import { daysOf } from './report-story.ts'
import { sceneOf } from './scenes.ts'
import { type MadeUpCase, type MadeUpPerson, type Ordered, type Telling, day, pickFitting } from './story.ts'
import { suspectedFor } from './words.ts'

/** How somebody is dealt with while the case goes on. */
export type Course = 'custody' | 'bail' | 'under-investigation' | 'voluntary'

/** One suspect as the story goes on. */
export type ToldSuspect = {
  readonly number: number
  readonly person: MadeUpPerson
  readonly course: Course
  readonly assessment: Assessment
}

export const onSuspect = (made: MadeUpCase, number: number, command: SuspectCommand): Ordered => ({
  decider: suspect,
  id: `${made.id}-S${number}`,
  command,
})

/** What police expect, and what takes the case from them. */
export function assessmentOf({ chance, offence }: MadeUpCase): Assessment {
  const plea = chance.drawn<AnticipatedPlea>({ guilty: 55, 'not-guilty': 30, unknown: 15 })
  const domestic = offence.setting === 'home' || (offence.setting === 'assault' && chance.inHundred(30))
  return { plea, suitable: chance.inHundred(85), longerLikely: false, exclusions: domestic ? ['hate-or-domestic'] : [] }
}

/** When in the story somebody's detention was authorised, and when they were released, in hours after the report. */
export type Whereabouts = { readonly detainedAt: number; readonly releasedAt: number }

/** Police name the suspect, arrest or invite them, hear them, and release them; those in custody stay there. */
export function tellSuspect(made: MadeUpCase, one: ToldSuspect, told: Telling): Whereabouts {
  const { chance, cast, force, offence } = made
  const { number } = one
  const reason = pickFitting(made, suspectedFor[offence.setting])
  told.wait(number > 1 || one.course === 'custody' ? chance.between(0.2, 3) : chance.between(0.5, 9) * day)
  told.act(cast.officer, (acted, reportedAt) => [
    { decider: person, id: one.person.id, command: { type: 'RecordPerson', ...one.person, ...acted } },
    onSuspect(made, number, {
      type: 'NameSuspect',
      caseId: made.id,
      number,
      person: one.person.id,
      reason,
      force: force.code,
      unit: 'investigations',
      dealtWithBy: `Investigations, ${force.name}`,
      crimeReference: crimeReferenceOf(made, reportedAt),
      ...acted,
    }),
  ])
  if (one.course === 'voluntary') {
    told.wait(chance.between(2, 15) * day)
    interview(made, one, told)
    return { detainedAt: told.hours(), releasedAt: told.hours() }
  }
  told.atAnyHour(true)
  arrest(made, one, told)
  const detainedAt = detain(made, one, told)
  if (one.course !== 'custody') {
    release(made, one, told)
    told.atAnyHour(false)
  }
  return { detainedAt, releasedAt: told.hours() }
}

function arrest(made: MadeUpCase, { number }: ToldSuspect, told: Telling): void {
  const { chance, cast, suspected, listed } = made
  const where = chance.pick(custodyWords.arrestPlaces)
  told.wait(chance.between(0.5, 20))
  told.act(cast.officer, (acted) => [
    onSuspect(made, number, {
      type: 'RecordArrest',
      arrestedAt: acted.at,
      where,
      offences: [{ ...suspected, indictable: isIndictable(listed) }],
      asn: asnOf(made, number, acted.at),
      pncId: pncIdOf(made, number),
      ...acted,
    }),
  ])
}

const arrivalSeconds = 600

/** Somebody whose detention was authorised at a moment must be charged or released 24 hours after they arrived. */
export const detentionEndsAt = (authorisedAt: Instant): Instant =>
  addHours(addSeconds(authorisedAt, -arrivalSeconds), 24)

/** From the arrival at the station to the end of the interview; a review is held where its time comes. */
function detain(made: MadeUpCase, one: ToldSuspect, told: Telling): number {
  const { chance, cast } = made
  const grounds = pickFitting(made, custodyWords.grounds)
  told.wait(chance.between(0.4, 1.2))
  told.act(cast.officer, (acted) => [
    onSuspect(made, one.number, {
      type: 'AuthoriseDetention',
      arrivedAt: addSeconds(acted.at, -arrivalSeconds),
      authorisedAt: acted.at,
      grounds,
      ...acted,
    }),
  ])
  const detainedAt = told.hours()
  told.wait(chance.between(1.5, 4))
  interview(made, one, told)
  if (one.course === 'custody' || chance.inHundred(35)) holdReview(made, one, told)
  return detainedAt
}

/** Within six hours of the authority to detain; now and then an hour late, with the reason. */
function holdReview(made: MadeUpCase, { number }: ToldSuspect, told: Telling): void {
  const { chance, cast } = made
  const why = chance.pick(custodyWords.lateReview)
  told.wait(chance.inHundred(92) ? chance.between(0.5, 1.8) : 4.6)
  told.act(cast.supervisor, (acted) => [
    onSuspect(made, number, { type: 'RecordReview', heldAt: acted.at, whyLate: why, ...acted }),
  ])
}

function interview(made: MadeUpCase, { number, course }: ToldSuspect, told: Telling): void {
  const { chance, cast } = made
  const account = chance.pick(custodyWords.accounts)
  const solicitor = chance.drawn({ present: 55, telephone: 15, declined: 30 })
  told.act(cast.officer, (acted) => [
    onSuspect(made, number, {
      type: 'RecordInterview',
      kind: course === 'voluntary' ? 'voluntary' : 'arrested',
      startedAt: acted.at,
      where: 'Interview room',
      record: 'audio',
      solicitor,
      account,
      ...acted,
    }),
  ])
}

/** Bail lasts no longer than the custody officer may give: three months from the arrest, and mostly less. */
export const bailEndsOn = (releasedAt: Instant): LocalDate =>
  addDays(addMonths(toLocalDate(addHours(releasedAt, -day)), 3), -3)

function release(made: MadeUpCase, { number, course }: ToldSuspect, told: Telling): void {
  const { chance, cast, facts } = made
  const conditions = pickFitting(made, custodyWords.conditions)
  const reason = chance.pick(custodyWords.released)
  told.wait(chance.between(0.3, 1))
  told.act(cast.officer, (acted) => [
    onSuspect(
      made,
      number,
      course === 'bail'
        ? {
            type: 'ReleaseOnBail',
            releasedAt: acted.at,
            caseKind: 'standard',
            endsOn: bailEndsOn(acted.at),
            conditions,
            ...acted,
          }
        : { type: 'ReleaseUnderInvestigation', releasedAt: acted.at, reason, settings: facts.settings, ...acted },
    ),
  ])
}

/** While the case takes its time: reviews of those released under investigation, most of them when they are due. */
export function tellWaiting(made: MadeUpCase, one: ToldSuspect, told: Telling, days: number): void {
  const { chance, cast, facts } = made
  let left = days
  while (one.course === 'under-investigation' && left > 30) {
    const outcome = chance.pick(custodyWords.reviewed)
    const pause = chance.inHundred(80) ? chance.between(24, 27) : chance.between(29, 38)
    told.wait(pause * day)
    left -= pause
    told.act(cast.supervisor, (acted) => [
      onSuspect(made, one.number, {
        type: 'ReviewUnderInvestigation',
        on: toLocalDate(acted.at),
        outcome,
        settings: facts.settings,
        ...acted,
      }),
    ])
  }
  told.wait(Math.max(0, left) * day)
}

/** What is proposed against a suspect: the offence of the case, on the days that the report gives. */
export const chargeOf = (made: MadeUpCase, reportedAt: Instant): Omit<ProposedCharge, 'key'> => ({
  offence: made.suspected,
  ...daysOf(made, reportedAt),
  where: made.district,
  particulars: sceneOf(made.offence.code).particulars,
})

/** The charge that police propose, and what they say of the case where it turns on that. */
export function proposeCharge(made: MadeUpCase, { number, assessment }: ToldSuspect, told: Telling): void {
  const { cast, listed, chance } = made
  told.wait(chance.between(0.2, 1))
  told.act(cast.officer, (acted, reportedAt) => [
    onSuspect(made, number, {
      type: 'ProposeCharge',
      charge: chargeOf(made, reportedAt),
      facts: offenceFacts(listed),
      ...acted,
    }),
    onSuspect(made, number, { type: 'AssessWhoMayCharge', ...assessment, ...acted }),
  ])
}
