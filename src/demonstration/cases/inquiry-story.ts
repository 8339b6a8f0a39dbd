import { toLocalDate } from '../../calendar/instant.ts'
import { addDays } from '../../calendar/local-date.ts'
import { person } from '../../casework/people/person.ts'
import type { Direction } from '../../casework/investigation/lines.ts'
import { inquiryWords } from './charging-words.ts'
import { urnOf } from './numbers.ts'
import { onInvestigation } from './report-story.ts'
import { type MadeUpCase, type Telling, day, pickFitting } from './story.ts'

type MadeUpLine = { readonly what: string; readonly direction: Direction; readonly words: string }

/**
 * The officer takes the case on, plans it, and follows the lines of inquiry, towards the suspect and away. Gives how
 * many lines there are.
 */
export function tellInquiry(made: MadeUpCase, told: Telling): number {
  takeOn(made, told)
  if (made.witness) addWitness(made, told)
  const lines = linesOf(made)
  told.wait(made.chance.between(1, 20))
  const { officer } = made.cast
  told.act(officer, (acted) => [
    onInvestigation(made, { type: 'WritePlan', ...inquiryWords.plan, ...acted }),
    ...lines.map(({ what, direction }) =>
      onInvestigation(made, {
        type: 'AddLine',
        what,
        direction,
        who: officer,
        dueOn: addDays(toLocalDate(acted.at), 14),
        ...acted,
      }),
    ),
  ])
  return lines.length
}

function takeOn(made: MadeUpCase, told: Telling): void {
  const { chance, cast, force } = made
  const dealtWithBy = `Investigations, ${force.name}`
  told.wait(chance.between(0.2, 10))
  told.act(cast.supervisor, (acted, reportedAt) => [
    onInvestigation(made, {
      type: 'AssignCase',
      unit: 'investigations',
      dealtWithBy,
      officer: cast.officer,
      supervisor: cast.supervisor,
      reason: '',
      ...acted,
    }),
    onInvestigation(made, { type: 'GiveUrn', urn: urnOf(made, reportedAt), reason: '', ...acted }),
  ])
}

function addWitness(made: MadeUpCase, told: Telling): void {
  const { chance, cast, witness } = made
  if (!witness) return
  const needs = chance.inHundred(15) ? chance.pick(inquiryWords.needs) : null
  const reason = pickFitting(made, inquiryWords.witness)
  told.wait(chance.between(0.5, 30))
  told.act(cast.officer, (acted) => [
    { decider: person, id: witness.id, command: { type: 'RecordPerson', ...witness, ...acted } },
    onInvestigation(made, { type: 'AddWitness', person: witness.id, willing: true, needs, reason, ...acted }),
  ])
}

function linesOf(made: MadeUpCase): readonly MadeUpLine[] {
  const { towards, away } = ['messages', 'fraud'].includes(made.offence.setting) ? inquiryWords.online : inquiryWords
  return [
    pickFitting(made, towards),
    pickFitting(made, away),
    ...(made.chance.inHundred(40) ? [pickFitting(made, inquiryWords.both)] : []),
  ]
}

/** Every line is closed; of some second ones it is said why they were not pursued. */
export function tellLinesClosed(made: MadeUpCase, lines: number, told: Telling): void {
  const { chance, cast } = made
  const dropped = chance.inHundred(15) ? chance.pick(inquiryWords.notPursued) : null
  const closings = Array.from({ length: lines }, (_, index) => ({
    number: index + 1,
    words: chance.pick(inquiryWords.results),
  }))
  told.wait(chance.between(0.5, 12) * day)
  told.act(cast.officer, (acted) =>
    closings.map(({ number, words }) => {
      const isDropped = number === 2 && dropped !== null
      const outcome = isDropped ? 'not-pursued' : 'pursued'
      return onInvestigation(made, { type: 'CloseLine', number, outcome, words: isDropped ? dropped : words, ...acted })
    }),
  )
}
