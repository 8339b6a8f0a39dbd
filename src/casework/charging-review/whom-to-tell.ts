import type { VictimToTell } from '../suspects/suspect-commands.ts'
import type { ReviewedCharge } from './charging-decision.ts'
import { isNoFurtherAction } from './outcomes.ts'

// Decisions on charges and the victims whom they concern: who is told of a decision not to charge, and on what.

const isRefused = ({ notPursued, outcome }: ReviewedCharge): boolean =>
  notPursued === null && outcome !== null && isNoFurtherAction(outcome.outcome)

const isDropped = ({ notPursued }: ReviewedCharge): boolean => notPursued !== null

const goesOn = (charge: ReviewedCharge): boolean => !isRefused(charge) && !isDropped(charge)

/** A charge of which nobody said whom it concerns may concern every victim of the case. */
const concerns = ({ victims }: ReviewedCharge, { person }: VictimToTell): boolean =>
  victims === null || victims.includes(person)

/** A victim who is told, and on which charges nothing is put against the suspect. */
export type ToldOfCharges = {
  readonly victim: VictimToTell
  readonly charges: readonly string[]
  /** That another charge which concerns this victim goes on: then they may not be able to ask for a review. */
  readonly otherGoesOn: boolean
}

/**
 * Who is told that something is not charged: each victim whom a charge concerns on which no further action is taken,
 * and each whom only charges concern that are not pursued. A charge that is not pursued beside another for the same
 * victim is part of how the case is put, and is no decision not to charge.
 *
 * Source: CPS, Victim Communication and Liaison scheme (letters on decisions not to charge). That it holds charge by
 * charge is our reading and unconfirmed.
 */
export function whomToTell(
  charges: readonly ReviewedCharge[],
  victims: readonly VictimToTell[],
): readonly ToldOfCharges[] {
  return victims.flatMap((victim) => {
    const theirs = charges.filter((charge) => concerns(charge, victim))
    const otherGoesOn = theirs.some(goesOn)
    const ended = theirs.filter((charge) => isRefused(charge) || (isDropped(charge) && !otherGoesOn))
    return ended.length === 0 ? [] : [{ victim, charges: ended.map(({ charge }) => charge.key), otherGoesOn }]
  })
}

/** Whether no charge goes on, so that nothing at all is charged. */
export const isEndOfAll = (charges: readonly ReviewedCharge[]): boolean => !charges.some(goesOn)

/** Whether everything is charged, or dealt with otherwise, so that nobody is told of a decision not to charge. */
export const allGoOn = (charges: readonly ReviewedCharge[]): boolean => charges.every(goesOn)

/** Whether each charge must say which victims it concerns: where some charges go on and others do not. */
export const mustNameVictims = (charges: readonly ReviewedCharge[]): boolean =>
  charges.some(goesOn) && !allGoOn(charges)
