import { type OutcomeCategory, categoryKeys } from './outcome-month.ts'

type PrincipalOffence = Exclude<OutcomeCategory, 'admin'>

/** Each group in the words of the published headings, and in ours. */
const words: Readonly<Record<PrincipalOffence, { readonly heading: string; readonly name: string }>> = {
  homicide: { heading: 'Homicide', name: 'Homicide' },
  'against-person': { heading: 'Offences Against The Person', name: 'Offences against the person' },
  sexual: { heading: 'Sexual Offences', name: 'Sexual offences' },
  burglary: { heading: 'Burglary', name: 'Burglary' },
  robbery: { heading: 'Robbery', name: 'Robbery' },
  theft: { heading: 'Theft And Handling', name: 'Theft and handling' },
  fraud: { heading: 'Fraud And Forgery', name: 'Fraud and forgery' },
  damage: { heading: 'Criminal Damage', name: 'Criminal damage' },
  drugs: { heading: 'Drugs Offences', name: 'Drugs offences' },
  'public-order': { heading: 'Public Order Offences', name: 'Public order offences' },
  'other-nonmotoring': {
    heading: 'All Other Offences (excluding Motoring)',
    name: 'All other offences (excluding motoring)',
  },
  motoring: { heading: 'Motoring Offences', name: 'Motoring offences' },
}

/** The twelve groups of principal offences in the order in which they are published. */
export const principalOffences = categoryKeys.filter((key) => key !== 'admin').map((key) => ({ key, ...words[key] }))

/** Key and name of all thirteen categories, in the order in which they are published. */
export const outcomeCategories: ReadonlyArray<{ readonly key: OutcomeCategory; readonly name: string }> =
  categoryKeys.map((key) => ({ key, name: key === 'admin' ? 'Administratively finalised' : words[key].name }))
