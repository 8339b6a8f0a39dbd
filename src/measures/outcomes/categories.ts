/**
 * The twelve groups of principal offences in the order of the monthly tables, with the words of their headings. What
 * is administratively finalised has no principal offence and stands after them.
 */
export const principalOffences = [
  { key: 'homicide', heading: 'Homicide', name: 'Homicide' },
  { key: 'against-person', heading: 'Offences Against The Person', name: 'Offences against the person' },
  { key: 'sexual', heading: 'Sexual Offences', name: 'Sexual offences' },
  { key: 'burglary', heading: 'Burglary', name: 'Burglary' },
  { key: 'robbery', heading: 'Robbery', name: 'Robbery' },
  { key: 'theft', heading: 'Theft And Handling', name: 'Theft and handling' },
  { key: 'fraud', heading: 'Fraud And Forgery', name: 'Fraud and forgery' },
  { key: 'damage', heading: 'Criminal Damage', name: 'Criminal damage' },
  { key: 'drugs', heading: 'Drugs Offences', name: 'Drugs offences' },
  { key: 'public-order', heading: 'Public Order Offences', name: 'Public order offences' },
  {
    key: 'other-nonmotoring',
    heading: 'All Other Offences (excluding Motoring)',
    name: 'All other offences (excluding motoring)',
  },
  { key: 'motoring', heading: 'Motoring Offences', name: 'Motoring offences' },
] as const

export type PrincipalOffence = (typeof principalOffences)[number]['key']
export type OutcomeCategory = PrincipalOffence | 'admin'

/** Key and name of all thirteen categories, in the order in which they are published. */
export const outcomeCategories: ReadonlyArray<{ readonly key: OutcomeCategory; readonly name: string }> = [
  ...principalOffences,
  { key: 'admin', name: 'Administratively finalised' },
]
