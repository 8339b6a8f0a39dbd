type Numbered = { readonly person: string; readonly number: number }

/** A victim without a name: "The victim", or "Victim 2" where there are more. For duties, titles and the record. */
export function victimName(victims: readonly Numbered[], person: string): string {
  if (victims.length === 1) return 'The victim'
  return `Victim ${victims.find((victim) => victim.person === person)?.number ?? ''}`.trimEnd()
}
