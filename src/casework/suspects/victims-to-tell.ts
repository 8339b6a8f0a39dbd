import type { CaseFile } from '../cases/read-case.ts'
import type { VictimToTell } from './suspect-commands.ts'

/** The victims of a case, each named by their number, as a decision about a suspect finds them. */
export function victimsToTell({ people }: CaseFile): readonly VictimToTell[] {
  const victims = people.filter(({ victimNumber }) => victimNumber !== null)
  return victims.map(({ id, victimNumber, enhancedBy }) => ({
    person: id,
    victim: victims.length === 1 ? 'The victim' : `Victim ${victimNumber}`,
    enhancedBy,
  }))
}
