import type { LocalDate } from '../../calendar/local-date.ts'
import { modeOfTrialNames } from '../offences/offence.ts'
import { type Exclusion, exclusions } from './exclusions.ts'
import { magistratesMaximumOn, magistratesMaximumWords } from './magistrates-maximum.ts'
import type { OffenceFacts } from './offence-facts.ts'

/** What the suspect is expected to plead. */
export const anticipatedPleas = {
  guilty: 'Guilty',
  'not-guilty': 'Not guilty',
  unknown: 'Not known',
} as const
export type AnticipatedPlea = keyof typeof anticipatedPleas

/** What police say of one suspect's case, because no list can know it. */
export type Assessment = {
  readonly plea: AnticipatedPlea
  /** Whether the case is suitable for sentence in a magistrates' court. */
  readonly suitable: boolean
  /** Whether the court is likely to think that more is needed than the longest sentence it could pass. */
  readonly longerLikely: boolean
  /** What applies to this case of the exclusions. */
  readonly exclusions: readonly Exclusion[]
}

/** One charge that somebody asks about, and what police said of its suspect's case; null while they said nothing. */
export type ChargeAsked = {
  readonly title: string
  readonly facts: OffenceFacts
  readonly assessment: Assessment | null
}

export type Charger = 'police' | 'cps'

export type ChargeAnswer = {
  readonly title: string
  readonly who: Charger
  /** How that was reached, in words, one step to a line. */
  readonly steps: readonly string[]
  /** True where it rests on something that no source we hold confirms. */
  readonly unsure: boolean
}

export type WhoMayCharge = {
  readonly who: Charger
  readonly charges: readonly ChargeAnswer[]
  /** How the answer for the whole case follows from those for its charges. */
  readonly steps: readonly string[]
  readonly unsure: boolean
}

export const whoMayChargeSource = 'Director’s Guidance on Charging, 6th edition, Desktop Guide (excerpt)'

/**
 * Who decides on the charges of a case: police, or the CPS. A case with charges of both kinds goes to the CPS as a
 * whole, and so does a case of which police have not said what the rule turns on.
 *
 * Source: Director's Guidance on Charging, 6th edition, Desktop Guide, as far as its excerpt goes.
 */
export function whoMayCharge(asked: readonly ChargeAsked[], on: LocalDate): WhoMayCharge {
  const charges = asked.map((charge) => answerFor(charge, on))
  const unsure = charges.some((charge) => charge.unsure)
  const forCps = charges.filter(({ who }) => who === 'cps')
  if (charges.length === 0) return { who: 'cps', charges, steps: ['No charge is proposed yet'], unsure }
  if (forCps.length === 0) {
    return { who: 'police', charges, steps: ['Police may charge every offence in the case'], unsure }
  }
  const steps =
    forCps.length === charges.length
      ? ['The prosecutor decides on every offence in the case']
      : ['The case has offences of both kinds', 'The prosecutor then decides on all of them, in one referral']
  return { who: 'cps', charges, steps, unsure }
}

function answerFor({ title, facts, assessment }: ChargeAsked, on: LocalDate): ChargeAnswer {
  const answer = (who: Charger, steps: readonly string[], unsure = false): ChargeAnswer => ({
    title,
    who,
    steps,
    unsure,
  })
  const first = `${title}: ${facts.modeOfTrial ? modeOfTrialNames[facts.modeOfTrial].toLowerCase() : 'no offence that is tried'}`
  const excluded = [...new Set([...facts.exclusions, ...(assessment?.exclusions ?? [])])]
  if (excluded.length > 0) {
    const unsure = excluded.every((one) => !exclusions[one].confirmed)
    return answer('cps', [first, ...excluded.map(exclusionStep), 'so the prosecutor decides'], unsure)
  }
  if (!facts.modeOfTrial) return answer('cps', [first, 'so the prosecutor decides'])
  if (!assessment) return answer('cps', [first, 'police have not said yet what the rule turns on'])
  const none = 'nothing that takes the decision from police applies'
  if (facts.modeOfTrial === 'summary-only') {
    return answer('police', [first, none, 'police may charge a summary offence whatever the plea'])
  }
  if (facts.modeOfTrial === 'indictable-only') {
    return answer('cps', [first, 'the prosecutor decides on every offence that only the Crown Court tries'])
  }
  return eitherWay([first, none], facts, assessment, on, answer)
}

const exclusionStep = (one: Exclusion): string =>
  `${exclusions[one].text} applies${exclusions[one].confirmed ? '' : ' (unconfirmed: it stood in the 5th edition)'}`

function eitherWay(
  before: readonly string[],
  { retailTheft }: OffenceFacts,
  { plea, suitable, longerLikely }: Assessment,
  on: LocalDate,
  answer: (who: Charger, steps: readonly string[], unsure?: boolean) => ChargeAnswer,
): ChargeAnswer {
  if (!suitable) return answer('cps', [...before, 'it is not suitable for sentence in a magistrates’ court'])
  const fit = [...before, 'it is suitable for sentence in a magistrates’ court']
  if (retailTheft) return answer('police', [...fit, 'police may charge theft from a shop whatever the plea'])
  if (plea !== 'guilty')
    return answer('cps', [...fit, `the anticipated plea is ${anticipatedPleas[plea].toLowerCase()}`])
  const most = magistratesMaximumWords(magistratesMaximumOn(on))
  const admitted = [...fit, 'a guilty plea is anticipated']
  if (longerLikely) {
    return answer(
      'cps',
      [...admitted, `the court is likely to think that more is needed than its longest: ${most}`],
      true,
    )
  }
  return answer(
    'police',
    [...admitted, `the court is not likely to think that more is needed than its longest: ${most}`],
    true,
  )
}
