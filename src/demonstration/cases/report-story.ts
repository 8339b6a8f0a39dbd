import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { addDays } from '../../calendar/local-date.ts'
import { type InvestigationCommand, investigation } from '../../casework/investigation/investigation.ts'
import { ordersToRecord } from '../../casework/recording/orders-to-record.ts'
import { crimeReferenceOf } from './numbers.ts'
import { type MadeUpCase, type Telling, day, pickFitting } from './story.ts'
import { how, reasons } from './words.ts'

export const onInvestigation = (made: MadeUpCase, command: InvestigationCommand) => ({
  decider: investigation,
  id: made.id,
  command,
})

/** What police record from the report to the decision whether to investigate. False where it ends with that. */
export function tellReport(made: MadeUpCase, told: Telling): boolean {
  recordAllegation(made, told)
  if (!recordCrime(made, told)) return false
  return decideToInvestigate(made, told)
}

function recordAllegation(made: MadeUpCase, told: Telling): void {
  const { chance, district, force, victims, cast, suspected, scene } = made
  const [what, place] = scene
  const where = `${place}, ${district}`
  const suspectedOffence = made.prosecuted || chance.inHundred(92) ? suspected : null
  told.wait(chance.between(0.1, 2))
  told.act(cast.officer, (acted, reportedAt) => {
    const allegation = { reportedAt, what, where, ...daysOf(made, reportedAt), suspectedOffence }
    const reporter = victims.length > 0 ? ('victim' as const) : null
    const dealtWith = { force: force.code, unit: 'investigations', dealtWithBy: `Investigations, ${force.name}` }
    const ids = victims.map(({ id }) => id).values()
    const newId = (): string => ids.next().value ?? ''
    return ordersToRecord(made.id, { allegation, reporter, victims }, dealtWith, acted, newId)
  })
}

/** The first and the last day on which it may have happened. */
export function daysOf({ happened: { daysBefore, daysLong } }: MadeUpCase, reportedAt: Instant) {
  const to = addDays(toLocalDate(reportedAt), -daysBefore)
  return { from: addDays(to, -daysLong), to }
}

/** Most decisions come within the 24 hours; a few come late, as they do. */
function recordCrime(made: MadeUpCase, told: Telling): boolean {
  const { chance, cast } = made
  const isCrime = made.ended !== 'no-suspect' || made.prosecuted || chance.inHundred(95)
  const reason = pickFitting(made, isCrime ? reasons.crime : reasons.noCrime)
  told.wait(chance.inHundred(95) ? chance.between(0.5, 18) : chance.between(24, 60))
  told.act(cast.officer, (acted, reportedAt) => {
    const crimeReference = crimeReferenceOf(made, reportedAt)
    const command: InvestigationCommand = isCrime
      ? { type: 'RecordAsCrime', crimeReference, reason, ...acted }
      : { type: 'RecordAsNoCrime', reason, ...acted }
    return [onInvestigation(made, command)]
  })
  return isCrime
}

function decideToInvestigate(made: MadeUpCase, told: Telling): boolean {
  const { chance, cast, offence, ended } = made
  told.atAnyHour(false)
  const hopeless = ended === 'no-suspect' && !made.prosecuted
  if (hopeless && chance.inHundred(60)) {
    told.wait(chance.between(2, 48))
    endInvestigation(made, told)
    return false
  }
  const steps = how[offence.setting].join(' ')
  const reason = pickFitting(made, reasons.investigate)
  told.wait(chance.between(0.5, 30))
  told.act(cast.officer, (acted) => [
    onInvestigation(made, { type: 'DecideToInvestigate', how: steps, reason, ...acted }),
  ])
  if (!hopeless) return true
  told.wait(chance.between(4, 60) * day)
  endInvestigation(made, told)
  return false
}

/** Nothing more can be done, and every victim is told; most of them in time, and some of them never reached. */
function endInvestigation(made: MadeUpCase, told: Telling): void {
  const { chance, cast, victims, facts } = made
  const reason = chance.pick(reasons.noInvestigation)
  told.act(cast.supervisor, (acted) => [
    onInvestigation(made, { type: 'DecideNotToInvestigate', reason, holidays: facts.holidays, ...acted }),
  ])
  for (const index of victims.keys()) {
    const means = chance.pick(reasons.told)
    told.wait(chance.inHundred(85) ? chance.between(0.2, 20) : chance.between(4, 12) * day)
    told.act(cast.officer, (acted) => [
      onInvestigation(made, {
        type: 'TellVictim',
        notice: `tell-victim-${index + 1}`,
        on: toLocalDate(acted.at),
        how: means,
        ...acted,
      }),
    ])
  }
}
