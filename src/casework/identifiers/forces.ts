/**
 * The two figures by which a URN and an arrest/summons number name the force that made it. 59 and 24 are other forces
 * (Civil Nuclear, Ministry of Defence) that are rarely met.
 *
 * Source: CJS organisation units as ministryofjustice/bichard7-next-data publishes them (commit 6b2cf0a, 21 August
 * 2026). A number that is not here may still be a unit: the list of units is not part of an identifier's check.
 */
const forces: Readonly<Record<string, string>> = {
  '01': 'Metropolitan Police',
  '02': 'Metropolitan Police',
  '03': 'Cumbria',
  '04': 'Lancashire',
  '05': 'Merseyside',
  '06': 'Greater Manchester',
  '07': 'Cheshire',
  '10': 'Northumbria',
  '11': 'Durham',
  '12': 'North Yorkshire',
  '13': 'West Yorkshire',
  '14': 'South Yorkshire',
  '16': 'Humberside',
  '17': 'Cleveland',
  '20': 'West Midlands',
  '21': 'Staffordshire',
  '22': 'West Mercia',
  '23': 'Warwickshire',
  '24': 'Ministry of Defence Police',
  '30': 'Derbyshire',
  '31': 'Nottinghamshire',
  '32': 'Lincolnshire',
  '33': 'Leicestershire',
  '34': 'Northamptonshire',
  '35': 'Cambridgeshire',
  '36': 'Norfolk',
  '37': 'Suffolk',
  '40': 'Bedfordshire',
  '41': 'Hertfordshire',
  '42': 'Essex',
  '43': 'Thames Valley',
  '44': 'Hampshire',
  '45': 'Surrey',
  '46': 'Kent',
  '47': 'Sussex',
  '48': 'City of London',
  '50': 'Devon and Cornwall',
  '52': 'Avon and Somerset',
  '53': 'Gloucestershire',
  '54': 'Wiltshire',
  '55': 'Dorset',
  '59': 'Civil Nuclear Constabulary',
  '60': 'North Wales',
  '61': 'Gwent',
  '62': 'South Wales',
  '63': 'Dyfed-Powys',
  '88': 'HM Revenue and Customs',
  '91': 'National Crime Agency',
  '93': 'British Transport Police',
}

/** The name of a force, or null for a number that the list does not have. */
export const forceName = (code: string): string | null => forces[code] ?? null
