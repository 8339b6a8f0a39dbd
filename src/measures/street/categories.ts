/** The crime types that data.police.uk uses. */
export const crimeTypesToday = [
  'Anti-social behaviour',
  'Bicycle theft',
  'Burglary',
  'Criminal damage and arson',
  'Drugs',
  'Other crime',
  'Other theft',
  'Possession of weapons',
  'Public order',
  'Robbery',
  'Shoplifting',
  'Theft from the person',
  'Vehicle crime',
  'Violence and sexual offences',
] as const

/** With those of its older files, which were split into others in May 2013. */
export const crimeTypes = [...crimeTypesToday, 'Public disorder and weapons', 'Violent crime'] as const

/** Anti-social behaviour is an incident, not a crime: its rows have neither a crime id nor an outcome. */
export const antiSocialBehaviour = 'Anti-social behaviour'

/** The last outcomes of data.police.uk, now and in its older files. */
export const lastOutcomes = [
  'Action to be taken by another organisation',
  'Awaiting court outcome',
  'Court case unable to proceed',
  'Court result unavailable',
  'Defendant found not guilty',
  'Defendant sent to Crown Court',
  'Formal action is not in the public interest',
  'Further action is not in the public interest',
  'Further investigation is not in the public interest',
  'Investigation complete; no suspect identified',
  'Local resolution',
  'No suspect identified',
  'Offender deprived of property',
  'Offender fined',
  'Offender given a caution',
  'Offender given a drugs possession warning',
  'Offender given a penalty notice',
  'Offender given absolute discharge',
  'Offender given community sentence',
  'Offender given conditional discharge',
  'Offender given penalty notice',
  'Offender given suspended prison sentence',
  'Offender ordered to pay compensation',
  'Offender otherwise dealt with',
  'Offender sent to prison',
  'Status update unavailable',
  'Suspect charged',
  'Suspect charged as part of another case',
  'Unable to prosecute suspect',
  'Under investigation',
] as const

/** Where a row gives no last outcome. */
export const outcomeNotGiven = 'Not given'

/** Where a row names no place. */
export const districtNotStated = 'Not stated'
