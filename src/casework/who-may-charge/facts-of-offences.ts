import { findOffence } from '../offences/offence-list.ts'
import { type FactsByCode, offenceFacts } from './offence-facts.ts'

/** What the list of the day has on offences, by their codes. A code that it does not have is left out. */
export const factsOf = (codes: readonly string[]): FactsByCode =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const offence = findOffence(code)
      return offence ? [[code, offenceFacts(offence)]] : []
    }),
  )
