import { z } from 'zod'
import { findOffence } from '../../casework/offences/offence-list.ts'
import { openCharges } from '../../casework/suspects/decide-charging.ts'
import type { Suspect } from '../../casework/suspects/suspect-state.ts'
import { offenceFacts } from '../../casework/who-may-charge/offence-facts.ts'
import type { Json, Named } from '../../platform/record/decider.ts'
import { digestOf } from '../messages/digest.ts'
import type { Merge, Said } from '../messages/merge.ts'
import { refuseMessage } from '../messages/refusals.ts'
import type { Asked } from '../operation.ts'
import { problemOf } from '../parse.ts'
import { day, named, offenceCode, text } from '../schemas.ts'
import { offenceOf } from './allegation.ts'

export const proposed = named(
  'ProposedCharge',
  'A charge that police propose.',
  z.strictObject({
    offence: offenceCode,
    from: day,
    to: day,
    where: text,
    particulars: text.describe('What the suspect is said to have done, in the words of a charge.'),
  }),
)

export type ChargeTold = z.infer<typeof proposed>
export type Acted = { readonly at: Asked['request']['at']; readonly by: string }

/** The offence with a code as the list of today has it, with all that is known of it, or 422. */
export function offenceIn(code: string) {
  const offence = findOffence(code)
  if (!offence) throw problemOf(refuseMessage('message.offence-unknown', { code }), 422)
  return offence
}

export function chargeOrder({ offence: code, ...rest }: ChargeTold, acted: Acted) {
  return {
    type: 'ProposeCharge',
    charge: { offence: offenceOf(code), ...rest },
    facts: offenceFacts(offenceIn(code)),
    ...acted,
  }
}

const contentOf = (code: string, { from, to, where, particulars }: Omit<ChargeTold, 'offence'>): string =>
  digestOf([code, from, to, where, particulars])
const contentTold = (charge: ChargeTold): string => contentOf(charge.offence, charge)

/** Charges are remembered each by its content: they have no other name, and no place in a list of their own. */
const chargeAt = (content: string): string => `/charges/${content}`
export const saidOfCharges = (charges: readonly ChargeTold[]): Said =>
  Object.fromEntries(charges.map((charge) => [chargeAt(contentTold(charge)), contentTold(charge)]))
export const withoutCharges = (said: Said): Said =>
  Object.fromEntries(Object.entries(said).filter(([pointer]) => !pointer.startsWith(chargeAt(''))))

type ChargesTold = Acted & { readonly charges: readonly ChargeTold[]; readonly before: Said; readonly reason: string }

/**
 * A charge is the same while everything in it is: any change is a charge withdrawn and another proposed. Only what the
 * sender adds and takes out is done: what a colleague proposed stays, and what they withdrew does not come back.
 */
export function chargeChanges(
  merge: Merge,
  state: Suspect,
  { charges, before, reason, ...acted }: ChargesTold,
): readonly Named[] {
  const open = openCharges(state).map((charge) => ({ ...charge, content: contentOf(charge.offence.code, charge) }))
  const standing = new Set([...open.map(({ content }) => content), ...putIn(state)])
  const wanted = new Set(charges.map(contentTold))
  const wasSaid = (content: string): boolean => before[chargeAt(content)] !== undefined
  const added = charges.filter((charge) => !wasSaid(contentTold(charge)) && !standing.has(contentTold(charge)))
  const withdrawnHere = state.charges
    .map((charge) => ({ code: charge.offence.code, content: contentOf(charge.offence.code, charge) }))
    .filter(({ content }) => wasSaid(content) && !standing.has(content))
  if (withdrawnHere.some(({ content }) => wanted.has(content))) merge.keep('/charges')
  // The sender puts another in the place of a charge that a colleague withdrew: whether it is to stand, people say.
  const replaced = withdrawnHere.filter(({ content }) => !wanted.has(content)).map(({ code }) => code)
  if (added.some(({ offence }) => replaced.some((code) => code === offence))) {
    merge.clash('/charges', open.map(shown), charges)
  }
  return [
    ...open
      .filter(({ content }) => wasSaid(content) && !wanted.has(content))
      .map(({ key }) => ({ type: 'WithdrawCharge', key, reason, ...acted })),
    ...added.map((charge) => chargeOrder(charge, acted)),
  ]
}

/** The contents of the charges that were put to the suspect. */
function putIn({ charges, put }: Suspect): readonly string[] {
  const keys = new Set(put.flatMap((one) => one.charges.map(({ key }) => key)))
  return charges.filter(({ key }) => keys.has(key)).map((charge) => contentOf(charge.offence.code, charge))
}

/** A charge that stands here, as a version gives it. */
const shown = ({ offence, from, to, where, particulars }: Suspect['charges'][number]): Json => ({
  offence: offence.code,
  from,
  to,
  where,
  particulars,
})
