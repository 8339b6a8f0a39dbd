import { formatDateLong } from '../../calendar/local-date.ts'
import type { DecisionRecord, ReviewedCharge } from '../charging-review/charging-decision.ts'
import { chargeOutcomes, isNoFurtherAction, isOutOfCourt } from '../charging-review/outcomes.ts'
import { unproved } from '../charging-review/what-is-missing.ts'
import type { VictimToTell } from '../suspects/suspect-commands.ts'

/** A draft that a prosecutor makes theirs, and what they have to see to first. Square brackets are theirs to fill. */
type VictimLetter = {
  /** Whom it is for: "Victim 1", or several who are told the same. */
  readonly to: readonly string[]
  readonly paragraphs: readonly string[]
  readonly check: readonly string[]
}

/**
 * One draft for all victims whom the same charges concern. A charge that concerns a victim alone is in no letter to
 * another; a charge of which nobody said whom it concerns is in every letter.
 */
export function victimLetters(record: DecisionRecord, victims: readonly VictimToTell[]): readonly VictimLetter[] {
  const drafts = new Map<string, { readonly to: string[]; readonly charges: readonly ReviewedCharge[] }>()
  for (const { person, victim } of victims) {
    const charges = record.charges.filter((one) => one.victims === null || one.victims.includes(person))
    if (charges.length === 0) continue
    const key = charges.map(({ charge }) => charge.key).join()
    const draft = drafts.get(key)
    if (draft) draft.to.push(victim)
    else drafts.set(key, { to: [victim], charges })
  }
  return [...drafts.values()].map(({ to, charges }) => ({ to, ...letterOn(record, charges) }))
}

/** From when the longer time to ask for a review is taken to apply. The day on which it changed was not found. */
const longerTimeFrom = '2021-04-01'

/**
 * The part of a letter to a victim that says what was decided on one suspect and why, in general terms. Nobody is
 * named in it, and nothing is said of the evidence but what the prosecutor writes.
 *
 * Source: CPS guidance on letters to victims (updated 30 January 2020, copy of 15 October 2024): clear reasons, the
 * right to a review where there is one. That the CPS does not act for the victim as a solicitor: Code for Crown
 * Prosecutors 4.14 (c); its wording is unconfirmed.
 */
function letterOn(record: DecisionRecord, charges: readonly ReviewedCharge[]): Omit<VictimLetter, 'to'> {
  const ends = charges.every(({ notPursued, outcome }) => notPursued !== null || isNotCharged(outcome))
  return {
    paragraphs: [
      'I am writing about the case in which you are a victim. A prosecutor of the Crown Prosecution Service (CPS), which ' +
        'is independent of the police, has looked at the evidence that the police gathered. The prosecutor made a ' +
        `decision on ${formatDateLong(record.decidedOn)}.`,
      ...chargedWords(charges),
      ...charges.flatMap(notChargedWords),
      ...(ends ? [...notPursuedWords(charges), reviewWords(record)] : []),
      'The CPS makes its decisions for the public as a whole. We take your views into account, but we are not your ' +
        'solicitor and cannot give you legal advice. If anything in this letter is not clear, please get in touch.',
    ],
    check: checksOf(record, charges, ends),
  }
}

const isNotCharged = (outcome: ReviewedCharge['outcome']): boolean =>
  outcome !== null && isNoFurtherAction(outcome.outcome)

const isCharged = ({ notPursued, outcome }: ReviewedCharge): boolean =>
  notPursued === null && outcome?.outcome === 'charge'

const offenceOf = ({ charge }: ReviewedCharge): string => `“${charge.offence.title}”`

function listed(words: readonly string[]): string {
  const unique = [...new Set(words)]
  return unique.length < 2 ? (unique[0] ?? '') : `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`
}

function chargedWords(charges: readonly ReviewedCharge[]): readonly string[] {
  const charged = charges.filter(isCharged)
  if (charged.length === 0) return []
  const evidence = charged.some(({ outcome }) => outcome?.test === 'threshold-test')
    ? ' Not all of the evidence is there yet, so a prosecutor will look at the case again when more of it has come.'
    : ''
  return [
    `The decision is that the suspect should be charged with ${listed(charged.map(offenceOf))}. The police do the ` +
      `charging, and should tell you when it has happened and when the case is first in court.${evidence}`,
  ]
}

/** Why one charge does not go to court, in general terms. One that was not pursued is said where nothing goes on. */
function notChargedWords(charge: ReviewedCharge): readonly string[] {
  if (charge.notPursued || !charge.outcome || isCharged(charge)) return []
  const { outcome } = charge.outcome
  const offence = offenceOf(charge)
  if (outcome === 'no-further-action-evidential') {
    return [
      `The decision is that the suspect will not be charged with ${offence}. A case can go to court only where a court ` +
        'is more likely than not to convict on the evidence. Here the evidence does not reach that point. ' +
        '[In general terms, what the evidence could not show.] This is a decision about all of the evidence together. ' +
        'It is not by itself a finding about you or about what you said.',
    ]
  }
  if (outcome === 'no-further-action-public-interest') {
    const evidence = charge.publicInterestFirst ? '' : 'There is enough evidence for a court to consider. '
    return [
      `The decision is that the suspect will not be charged with ${offence}. ${evidence}A prosecution must also be ` +
        'needed in the public interest, and here the reasons against one outweigh the reasons for it. ' +
        '[In general terms, what weighed most.]',
    ]
  }
  if (isOutOfCourt(outcome)) {
    return [
      `The decision is that ${offence} will be dealt with without going to court: ` +
        `${chargeOutcomes[outcome].words.toLowerCase()}. [What that means for the suspect, and why it was chosen.]`,
    ]
  }
  return [`On ${offence} another decision was made. [What it is, and why.]`]
}

/** A charge that is not pursued beside another of the same victim is part of how that is put, and needs no words. */
function notPursuedWords(charges: readonly ReviewedCharge[]): readonly string[] {
  const dropped = charges.filter(({ notPursued }) => notPursued !== null)
  return dropped.length === 0
    ? []
    : [
        `The decision is that the suspect will not be charged with ${listed(dropped.map(offenceOf))}. ` +
          '[In general terms, why this is not pursued.]',
      ]
}

function reviewWords({ decidedOn }: DecisionRecord): string {
  const days = decidedOn >= longerTimeFrom ? 10 : 5
  return (
    'If you do not agree, you may ask the CPS to look at the decision again. This is called the Victims’ Right to ' +
    `Review. Please ask within ${days} working days of being told of the decision; a request can be accepted for up ` +
    'to 3 months.'
  )
}

function checksOf(record: DecisionRecord, charges: readonly ReviewedCharge[], ends: boolean): readonly string[] {
  const refused = charges.filter((one) => one.outcome?.outcome === 'no-further-action-evidential')
  const open = [...new Set(refused.flatMap((one) => unproved(one)))]
  const some = charges.some(isCharged) && charges.some((one) => one.notPursued === null && !isCharged(one))
  const outOfCourt = charges.some(({ outcome }) => outcome !== null && isOutOfCourt(outcome.outcome))
  const otherCharged = record.charges.some(isCharged)
  return [
    'Fill in every pair of square brackets, or take it out.',
    'Add how to complain, and where there is support.',
    'Say nothing by which somebody else could be known: another victim, a witness, a child, a source.',
    ...(open.length > 0 ? [`The record says that nothing proves ${listed(open.map((words) => `“${words}”`))}.`] : []),
    ...(ends
      ? [
          'The days to ask for a review are unconfirmed: 10 working days for decisions from 1 April 2021, 5 before. ' +
            'If another suspect is charged over the same victim, the scheme may not cover this decision.',
        ]
      : []),
    ...(ends && otherCharged
      ? [
          'The suspect is charged over somebody else. Whether the Victims’ Right to Review then covers the decision ' +
            'about this victim is unconfirmed: take that paragraph out if it does not.',
        ]
      : []),
    ...(some || outOfCourt
      ? [
          'The Victims’ Right to Review is understood not to cover a decision where some charges go on, nor one out of ' +
            'court. That is unconfirmed, so the draft does not mention it: add it if it applies.',
        ]
      : []),
  ]
}
