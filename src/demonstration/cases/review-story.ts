import { toLocalDate } from '../../calendar/instant.ts'
import { addDays } from '../../calendar/local-date.ts'
import type { PointsTaken, ProvedElement } from '../../casework/charging-review/charging-decision.ts'
import { chargingReview } from '../../casework/charging-review/charging-review.ts'
import type { ChargeOutcome } from '../../casework/charging-review/outcomes.ts'
import type { ReviewCommand } from '../../casework/charging-review/review-commands.ts'
import type { PublicInterestAnswer, TestTiming } from '../../casework/charging-review/the-code.ts'
import type { HeldMaterial } from '../../casework/material/held-material.ts'
import { seededPointsToProve } from '../../casework/points-to-prove/points-to-prove.ts'
import { type ReferredCase, positions } from './charging-story.ts'
import { publicInterestNotes, questionNotes, reviewWords, thresholdNotes } from './charging-words.ts'
import { victimsToTell } from './ending-story.ts'
import { proofOf } from './proof.ts'
import type { Ended } from './shapes.ts'
import { type Acted, type MadeUpCase, type Ordered, type Telling, day, pickFitting } from './story.ts'
import type { ToldSuspect } from './suspect-story.ts'
import { reasons } from './words.ts'

type Of = { readonly made: MadeUpCase; readonly number: number; readonly told: Telling }

const charge = 'C1'

/** A command without who gives it and when, which the moment of the story knows. */
type Unsigned<Command> = Command extends unknown ? Omit<Command, keyof Acted> : never

function write({ made, number, told }: Of, ...commands: readonly Unsigned<ReviewCommand>[]): void {
  told.act(made.cast.prosecutor, (acted) =>
    commands.map((command): Ordered => ({
      decider: chargingReview,
      id: `${made.id}-S${number}`,
      command: { ...command, ...acted },
    })),
  )
}

/** How fast the prosecutor works: within hours while somebody is in custody, within weeks otherwise. */
const pauseOf = ({ chance }: MadeUpCase, urgent: boolean): number =>
  urgent ? chance.between(0.1, 0.6) : chance.between(0.05, 3.5) * day

/** The prosecutor reviews one suspect by the Code, and decides. */
export function tellReview(made: MadeUpCase, one: ToldSuspect, going: ReferredCase, told: Telling): void {
  const of = { made, number: one.number, told }
  const urgent = going.category === 'red'
  told.wait(pauseOf(made, urgent))
  const threshold = one.course === 'custody' && made.ended === 'charged' && made.chance.inHundred(35)
  if (threshold) applyThresholdTest(of)
  else applyFullCodeTest(of, going.material, made.ended, urgent)
  told.wait(pauseOf(made, urgent))
  const { chance } = made
  write(
    of,
    {
      type: 'WriteNotes',
      notes: {
        alternatives: chance.pick(reviewWords.alternatives),
        instructions: pickFitting(made, reviewWords.instructions),
        witnesses: '',
        monitoring: [],
      },
      reviewType: 'IR',
    },
    { type: 'DeclareDisclosure', effect: chance.pick(reviewWords.disclosure) },
  )
  told.wait(pauseOf(made, urgent) / 4)
  const { settings, holidays } = made.facts
  const { material } = going
  write(of, {
    type: 'Decide',
    role: 'Prosecutor',
    position: positions[one.course],
    material,
    victims: victimsToTell(made),
    holidays,
    settings,
  })
  if (made.ended === 'evidence' || made.ended === 'public-interest') tellVictims(of)
}

/** Every victim is told of a decision not to charge; some of them late. */
function tellVictims(of: Of): void {
  const { chance, cast, victims } = of.made
  of.told.atAnyHour(false)
  for (const index of victims.keys()) {
    const how = chance.pick(reasons.told)
    of.told.wait(chance.inHundred(85) ? chance.between(0.3, 20) : chance.between(4, 12) * day)
    of.told.act(cast.prosecutor, (acted) => [
      {
        decider: chargingReview,
        id: `${of.made.id}-S${of.number}`,
        command: {
          type: 'TellVictim',
          notice: `tell-victim-${index + 1}`,
          on: toLocalDate(acted.at),
          how,
          ...acted,
        },
      },
    ])
  }
}

function applyFullCodeTest(of: Of, material: readonly HeldMaterial[], ended: Ended, urgent: boolean): void {
  const { made, told } = of
  const { chance } = made
  const enough = ended !== 'evidence'
  const timing: TestTiming = chance.inHundred(80) ? 'lines-pursued' : 'unlikely-to-change'
  write(of, { type: 'ProveElements', charge, ...proved(made, material, enough) })
  told.wait(pauseOf(made, urgent) / 3)
  write(of, { type: 'AnswerQuestions', charge, ...answered(made, enough) })
  told.wait(pauseOf(made, urgent) / 3)
  const reasons = pickFitting(made, enough ? reviewWords.finding : reviewWords.noProspect)
  write(of, { type: 'FindOnEvidence', charge, realisticProspect: enough, timing, reasons })
  if (!enough) {
    write(of, {
      type: 'ProposeOutcome',
      charge,
      outcome: 'no-further-action-evidential',
      test: 'full-code-test',
      reasons,
    })
    return
  }
  told.wait(pauseOf(made, urgent) / 3)
  weigh(of, ended)
}

function proved(made: MadeUpCase, material: readonly HeldMaterial[], enough: boolean) {
  const { chance, listed } = made
  const seed = seededPointsToProve(listed.code)
  const points: PointsTaken = {
    title: seed?.title ?? listed.title,
    statute: seed?.statute ?? null,
    section: seed?.section ?? null,
    source: seed?.source ?? 'The prosecutor of this case',
    confidence: seed?.confidence ?? 'unconfirmed',
  }
  const words = seed?.elements ?? []
  const without = enough ? -1 : chance.below(words.length)
  const elements = words.map((element, index): ProvedElement => {
    const proof = index === without ? [] : proofOf(element.key, material)
    const none = proof.length === 0
    return {
      ...element,
      own: false,
      material: proof,
      none,
      note: none ? reviewWords.none : '',
    }
  })
  return { points, elements }
}

function answered(made: MadeUpCase, enough: boolean) {
  const answer = (notes: readonly string[], weak = false) => ({
    answer: weak ? ('in-part' as const) : ('yes' as const),
    note: pickFitting(made, notes),
  })
  return {
    likelyDefence: made.chance.pick(reviewWords.defence),
    questions: {
      canBeUsed: answer(questionNotes.canBeUsed),
      reliable: answer(questionNotes.reliable, !enough),
      credible: answer(questionNotes.credible),
      otherMaterial: answer(questionNotes.otherMaterial),
    },
  }
}

const endedBy: Readonly<Record<Ended, ChargeOutcome>> = {
  charged: 'charge',
  evidence: 'no-further-action-evidential',
  'public-interest': 'no-further-action-public-interest',
  'out-of-court': 'conditional-caution',
  'no-suspect': 'other',
}

/** The seven questions, answered for, against or not relevant; the conclusion is a judgement on all of them. */
function weigh(of: Of, ended: Ended): void {
  const { made } = of
  const required = ended === 'charged'
  const lean = required ? 'for' : 'against'
  const answer = <Answer extends PublicInterestAnswer>(
    notes: Readonly<Record<Answer, readonly string[]>>,
    said: Answer,
  ) => ({ answer: said, reasons: pickFitting(made, notes[said]) })
  const answers = {
    a: answer(publicInterestNotes.a, lean),
    b: answer(publicInterestNotes.b, lean),
    c: answer(publicInterestNotes.c, 'for'),
    d: answer(publicInterestNotes.d, 'not-relevant'),
    e: answer(publicInterestNotes.e, lean),
    f: answer(publicInterestNotes.f, lean),
    g: answer(publicInterestNotes.g, 'not-relevant'),
  }
  const why = required
    ? reviewWords.required
    : ended === 'out-of-court'
      ? reviewWords.outOfCourt
      : reviewWords.notRequired
  const reasons = pickFitting<string>(made, why)
  write(
    of,
    { type: 'WeighPublicInterest', charge, answers },
    { type: 'ConcludeOnPublicInterest', charge, prosecutionRequired: required, reasons },
    { type: 'ProposeOutcome', charge, outcome: endedBy[ended], test: 'full-code-test', reasons },
  )
}

/** In custody, with evidence still to come: the five conditions, and a day for the Full Code Test. */
function applyThresholdTest(of: Of): void {
  const met = (reasons: string) => ({ met: true, reasons })
  const conditions = {
    suspicion: met(thresholdNotes.suspicion),
    furtherEvidence: met(thresholdNotes.furtherEvidence),
    seriousness: met(thresholdNotes.seriousness),
    bail: met(thresholdNotes.bail),
    publicInterest: met(thresholdNotes.publicInterest),
  }
  const { made, number, told } = of
  const id = `${made.id}-S${number}`
  told.act(made.cast.prosecutor, (acted) => {
    const today = toLocalDate(acted.at)
    const commands: readonly ReviewCommand[] = [
      {
        type: 'ApplyThresholdTest',
        charge,
        position: 'in-custody',
        bailRisk: reviewWords.bailRisk,
        conditions,
        expected: reviewWords.expected,
        custodyLimit: addDays(today, 56),
        reviewOn: addDays(today, 28),
        ...acted,
      },
      {
        type: 'ProposeOutcome',
        charge,
        outcome: 'charge',
        test: 'threshold-test',
        reasons: reviewWords.bailRisk,
        ...acted,
      },
    ]
    return commands.map((command): Ordered => ({ decider: chargingReview, id, command }))
  })
}
