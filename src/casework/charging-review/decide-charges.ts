import type { ReviewedCharge } from './charging-decision.ts'
import { refuseReview } from './refusals.ts'
import type { OrderOf, ReviewEvent, WordedCharge } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { chargeIn, pursuedCharge, requireOpen, requireShort, requireWords, same } from './words-required.ts'

type ChargeOrder = OrderOf<
  'AddCharge' | 'ChangeCharge' | 'NotPursueCharge' | 'PursueChargeAgain' | 'NameVictims' | 'ProposeOutcome'
>

/** The selection of charges, and what is proposed on each. */
export function decideOnCharges(command: ChargeOrder, review: Review): ReviewEvent[] {
  switch (command.type) {
    case 'AddCharge':
      return addCharge(command, review)
    case 'ChangeCharge':
      return changeCharge(command, review)
    case 'NotPursueCharge':
      return notPursue(command, review)
    case 'PursueChargeAgain':
      return pursueAgain(command, review)
    case 'NameVictims':
      return nameVictims(command, review)
    case 'ProposeOutcome':
      return proposeOutcome(command, review)
  }
}

/** Charges that the prosecutor adds are `P1`, `P2`, so that no key of the police's is taken twice. */
function addCharge(command: OrderOf<'AddCharge'>, review: Review): ReviewEvent[] {
  const { worded, reasons, at, by } = command
  requireOpen(command, review)
  requireWords(reasons)
  checkWorded(worded)
  const added = review.charges.filter(({ proposed }) => proposed === null).length
  return [{ type: 'ChargeAdded', charge: `P${added + 1}`, worded, reasons, at, by }]
}

function changeCharge(command: OrderOf<'ChangeCharge'>, review: Review): ReviewEvent[] {
  const { charge, worded, reasons, at, by } = command
  const before = pursuedCharge(command, review)
  requireWords(reasons)
  checkWorded(worded)
  if (same(worded, wordedOf(before))) throw refuseReview('review.nothing-changed')
  return [{ type: 'ChargeChanged', charge, worded, reasons, at, by }]
}

function wordedOf({ charge: { offence, from, to, where, particulars } }: ReviewedCharge): WordedCharge {
  return { offence, from, to, where, particulars }
}

function checkWorded({ from, to, where, particulars }: WordedCharge): void {
  if (to < from) throw refuseReview('review.charge-ends-before-it-begins')
  if (!where.trim() || !particulars.trim()) throw refuseReview('review.charge-words-missing')
  requireShort(where)
  requireShort(particulars)
}

function notPursue(command: OrderOf<'NotPursueCharge'>, review: Review): ReviewEvent[] {
  const { charge, reasons, at, by } = command
  pursuedCharge(command, review)
  requireWords(reasons)
  return [{ type: 'ChargeNotPursued', charge, reasons, at, by }]
}

function pursueAgain(command: OrderOf<'PursueChargeAgain'>, review: Review): ReviewEvent[] {
  const { charge, reasons, at, by } = command
  if (!chargeIn(command, review).notPursued) return []
  requireWords(reasons)
  return [{ type: 'ChargePursuedAgain', charge, reasons, at, by }]
}

/** Whom the charge concerns, also where it is not pursued: each of them is told when it is not put. */
function nameVictims(command: OrderOf<'NameVictims'>, review: Review): ReviewEvent[] {
  const { charge, victims, at, by } = command
  const before = chargeIn(command, review)
  const named = [...new Set(victims)].toSorted()
  const known = command.known?.toSorted()
  if (before.victims !== null && same([before.victims, before.knownVictims], [named, known ?? null])) return []
  return [{ type: 'VictimsNamed', charge, victims: named, ...(known && { known }), at, by }]
}

/** What the prosecutor means to decide on the charge. Whether it can be is checked when all charges are decided. */
function proposeOutcome(command: OrderOf<'ProposeOutcome'>, review: Review): ReviewEvent[] {
  const { charge, outcome, test, reasons, at, by } = command
  const before = pursuedCharge(command, review)
  requireShort(reasons)
  if (same(before.outcome, { outcome, test, reasons })) return []
  return [{ type: 'OutcomeProposed', charge, outcome, test, reasons, at, by }]
}
