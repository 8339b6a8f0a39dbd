/** A victim without a name: "The victim", or "Victim 2" where there are more. For duties, titles and the record. */
export function victimName(victims: ReadonlyArray<{ readonly person: string }>, person: string): string {
  if (victims.length === 1) return 'The victim'
  return `Victim ${victims.findIndex((victim) => victim.person === person) + 1}`
}
