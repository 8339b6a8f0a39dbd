import { toLocalDate } from '../../calendar/instant.ts'
import { type VictimToTell } from '../../casework/suspects/suspect-commands.ts'
import { custodyWords } from './charging-words.ts'
import { type MadeUpCase, type Telling, day, pickFitting } from './story.ts'
import { type ToldSuspect, onSuspect } from './suspect-story.ts'
import { reasons } from './words.ts'

/** Police charge by themselves, where they may. */
export function tellPoliceCharge(made: MadeUpCase, one: ToldSuspect, told: Telling): void {
  const { chance, cast } = made
  const inPerson = one.course !== 'voluntary'
  told.wait(chance.between(0.3, 2))
  told.act(cast.supervisor, (acted) => [
    onSuspect(made, one.number, {
      type: 'ChargeByPolice',
      chargedAt: acted.at,
      how: inPerson ? 'in-person' : 'requisition',
      byWhom: inPerson ? 'Custody sergeant' : 'Criminal justice unit',
      charges: ['C1'],
      others: [],
      ...acted,
    }),
  ])
}

/** The prosecutor authorised it; police put the charge, now and then only after a reminder. */
export function tellCharge(made: MadeUpCase, one: ToldSuspect, told: Telling): void {
  const { chance, cast } = made
  const inPerson = one.course === 'custody' || one.course === 'bail'
  const soon = chance.inHundred(85) ? chance.between(0.5, 12) : chance.between(20, 45)
  told.wait(one.course === 'custody' ? chance.between(0.3, 1) : soon * day)
  told.act(cast.officer, (acted) => [
    onSuspect(made, one.number, {
      type: 'RecordCharged',
      chargedAt: acted.at,
      how: inPerson ? 'in-person' : 'requisition',
      byWhom: inPerson ? 'Custody sergeant' : 'Criminal justice unit',
      charges: ['C1'],
      ...acted,
    }),
  ])
}

/** Nobody is charged, so that nobody stays in detention. */
export function tellRelease(made: MadeUpCase, one: ToldSuspect, told: Telling): void {
  told.wait(made.chance.between(0.3, 1))
  told.act(made.cast.officer, (acted) => [
    onSuspect(made, one.number, { type: 'RecordRelease', releasedAt: acted.at, ...acted }),
  ])
}

/** Whom a decision that nobody is charged must be told. */
export const victimsToTell = ({ victims }: MadeUpCase): readonly VictimToTell[] =>
  victims.map(({ id, enhancedBy }, index) => ({
    person: id,
    victim: victims.length === 1 ? 'The victim' : `Victim ${index + 1}`,
    enhancedBy,
  }))

/** Police end the case against a suspect, and tell every victim; some of them late. */
export function tellNoFurtherAction(made: MadeUpCase, one: ToldSuspect, told: Telling): void {
  const { chance, cast, ended, victims, facts } = made
  const reasonsGiven =
    ended === 'public-interest' ? custodyWords.policePublicInterest : custodyWords.policeNoFurtherAction
  const reason = pickFitting<string>(made, reasonsGiven)
  told.wait(chance.between(0.5, 4))
  told.act(cast.supervisor, (acted) => [
    onSuspect(made, one.number, {
      type: 'PoliceNoFurtherAction',
      ground: ended === 'public-interest' ? 'public-interest' : 'evidential',
      reason,
      releasedAt: one.course === 'custody' ? acted.at : null,
      victims: victimsToTell(made),
      holidays: facts.holidays,
      ...acted,
    }),
  ])
  told.atAnyHour(false)
  for (const index of victims.keys()) {
    const how = chance.pick(reasons.told)
    told.wait(chance.inHundred(85) ? chance.between(0.3, 20) : chance.between(4, 12) * day)
    told.act(cast.officer, (acted) => [
      onSuspect(made, one.number, {
        type: 'TellVictim',
        notice: `tell-victim-${index + 1}`,
        on: toLocalDate(acted.at),
        how,
        ...acted,
      }),
    ])
  }
}
