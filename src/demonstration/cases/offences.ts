/** A principal offence group as the CPS counts defendants. */
type OffenceGroup =
  | 'Offences Against The Person'
  | 'Sexual Offences'
  | 'Burglary'
  | 'Robbery'
  | 'Theft And Handling'
  | 'Fraud And Forgery'
  | 'Criminal Damage'
  | 'Drugs Offences'
  | 'Public Order Offences'
  | 'All Other Offences (excluding Motoring)'
  | 'Motoring Offences'

/** Which words tell the story of an offence: `words.ts` has some for each. */
export type Setting =
  | 'bicycle'
  | 'shop'
  | 'theft'
  | 'vehicle'
  | 'burglary'
  | 'robbery'
  | 'damage'
  | 'assault'
  | 'home'
  | 'messages'
  | 'sexual'
  | 'disorder'
  | 'weapon'
  | 'drugs'
  | 'fraud'
  | 'driving'
  | 'order'

export type MadeUpOffence = {
  readonly code: string
  /** The crime type under which data.police.uk would count it; null for what it does not show. */
  readonly crimeType: string | null
  readonly group: OffenceGroup
  readonly setting: Setting
  /** How often among its like. No source gives this finer mix: these are guesses that give a plausible list. */
  readonly weight: number
}

type Line = readonly [code: string, crimeType: string | null, group: OffenceGroup, setting: Setting, weight: number]

const violence = 'Violence and sexual offences'

/**
 * The offences of which a made-up area is made: for each crime type of data.police.uk and each offence group of the CPS
 * the commonest, all of them with points to prove in `data/casework`. Homicide is left out: two in a thousand
 * defendants, and nothing to make up.
 */
const lines: readonly Line[] = [
  ['TH68006', 'Bicycle theft', 'Theft And Handling', 'bicycle', 10],
  ['TH68010', 'Shoplifting', 'Theft And Handling', 'shop', 60],
  ['TH68020', 'Other theft', 'Theft And Handling', 'theft', 20],
  ['TH78011', 'Other theft', 'Theft And Handling', 'theft', 5],
  ['TH68003', 'Other theft', 'Theft And Handling', 'theft', 2],
  ['TH68001', 'Theft from the person', 'Theft And Handling', 'theft', 10],
  ['TH68007', 'Vehicle crime', 'Theft And Handling', 'vehicle', 25],
  ['TH68013', 'Vehicle crime', 'Theft And Handling', 'vehicle', 8],
  ['CA81001', 'Vehicle crime', 'Theft And Handling', 'vehicle', 6],
  ['TH68073', 'Other theft', 'Theft And Handling', 'theft', 3],
  ['TH68036', 'Burglary', 'Burglary', 'burglary', 14],
  ['TH68037', 'Burglary', 'Burglary', 'burglary', 10],
  ['TH68023', 'Robbery', 'Robbery', 'robbery', 10],
  ['CD71039', 'Criminal damage and arson', 'Criminal Damage', 'damage', 30],
  ['CD71015', 'Criminal damage and arson', 'Criminal Damage', 'damage', 2],
  ['CJ88116', violence, 'Offences Against The Person', 'assault', 34],
  ['OF61102', violence, 'Offences Against The Person', 'assault', 22],
  ['OF61131', violence, 'Offences Against The Person', 'assault', 6],
  ['CJ88160', violence, 'Offences Against The Person', 'assault', 6],
  ['PH97004', violence, 'Offences Against The Person', 'messages', 10],
  ['PH97006', violence, 'Offences Against The Person', 'messages', 5],
  ['CA03005', violence, 'Offences Against The Person', 'messages', 8],
  ['SC15004', violence, 'Offences Against The Person', 'home', 5],
  ['SC15005', violence, 'Offences Against The Person', 'home', 3],
  ['OF61014', violence, 'Offences Against The Person', 'home', 3],
  ['SX03007', violence, 'Sexual Offences', 'sexual', 8],
  ['SX03008', violence, 'Sexual Offences', 'sexual', 1],
  ['PU86149', 'Public order', 'Public Order Offences', 'disorder', 20],
  ['PU86116', 'Public order', 'Public Order Offences', 'disorder', 10],
  ['PU86004', 'Public order', 'Public Order Offences', 'disorder', 12],
  ['PU86003', 'Public order', 'Public Order Offences', 'disorder', 5],
  ['CJ88144', 'Possession of weapons', 'Public Order Offences', 'weapon', 6],
  ['PC53001', 'Possession of weapons', 'Public Order Offences', 'weapon', 4],
  ['MD71530', 'Drugs', 'Drugs Offences', 'drugs', 24],
  ['MD71210', 'Drugs', 'Drugs Offences', 'drugs', 8],
  ['MD71526', 'Drugs', 'Drugs Offences', 'drugs', 5],
  ['MD71230', 'Drugs', 'Drugs Offences', 'drugs', 5],
  ['FA06001', 'Other crime', 'Fraud And Forgery', 'fraud', 6],
  ['SE20002', 'Other crime', 'All Other Offences (excluding Motoring)', 'order', 6],
  ['FL96001', 'Other crime', 'All Other Offences (excluding Motoring)', 'order', 5],
  ['RT88007', null, 'Motoring Offences', 'driving', 14],
  ['RT88584', null, 'Motoring Offences', 'driving', 10],
  ['RT88333', null, 'Motoring Offences', 'driving', 8],
  ['RT88575', null, 'Motoring Offences', 'driving', 6],
  ['RT88026', null, 'Motoring Offences', 'driving', 4],
  ['RT88010', null, 'Motoring Offences', 'driving', 3],
]

export const madeUpOffences: readonly MadeUpOffence[] = lines.map(([code, crimeType, group, setting, weight]) => ({
  code,
  crimeType,
  group,
  setting,
  weight,
}))
