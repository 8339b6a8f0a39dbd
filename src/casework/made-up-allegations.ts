import type { MadeUpAllegation } from './demonstration-allegations.ts'

const thamesValley = (unit: 'investigations' | null) =>
  unit
    ? { force: 'thames-valley-police', unit, dealtWithBy: 'Investigations, Thames Valley Police' }
    : { force: 'thames-valley-police', dealtWithBy: 'Thames Valley Police' }
const hertfordshire = {
  force: 'hertfordshire-constabulary',
  unit: 'investigations',
  dealtWithBy: 'Investigations, Hertfordshire Constabulary',
}

/**
 * A few allegations, one in each state. Everybody is called Example, and the telephone numbers are those that Ofcom
 * keeps for drama.
 */
export const madeUpAllegations: readonly MadeUpAllegation[] = [
  {
    id: 'DMN2BCDF',
    force: thamesValley('investigations'),
    reportedHoursAgo: 3,
    what: 'Quince Example came back to the rack outside the station at about 6pm and the bicycle was gone. The lock lay cut on the ground.\nIt is a green touring bicycle with a basket.',
    where: 'Bicycle rack, Example Road station',
    days: [0, 0],
    offence: 'TH68006',
    reporter: 'victim',
    victims: [{ name: 'Quince Example', born: '1991-05-14', phone: '01632 960011' }],
    steps: [],
  },
  {
    id: 'DMN3GHJK',
    force: thamesValley('investigations'),
    reportedHoursAgo: 29,
    what: 'A passer-by saw somebody throw a stone at the window of the shop and run off towards the canal. The window is broken.',
    where: 'Example Stores, 1 Example Parade',
    days: [1, 0],
    offence: 'CD71039',
    reporter: { name: 'Bracken Example', phone: '01632 960012' },
    victims: [{ name: 'Sorrel Example', organisation: 'Example Stores', phone: '01632 960013' }],
    steps: [],
  },
  {
    id: 'DMN4MNPQ',
    force: thamesValley('investigations'),
    reportedHoursAgo: 40,
    what: 'Two bottles of spirits were taken from the shelf by somebody who left without paying. A camera covers the till.',
    where: 'Example Superstore, Example Retail Park',
    days: [0, 0],
    offence: 'TH68010',
    reporter: 'victim',
    victims: [{ name: 'Duty manager', organisation: 'Example Superstore', phone: '01632 960014' }],
    steps: [
      {
        afterHours: 5,
        crime: '43260900101',
        reason: 'What is described is theft, and nothing credible is against it.',
      },
    ],
  },
  {
    id: 'DMN5RSTV',
    force: thamesValley('investigations'),
    reportedHoursAgo: 75,
    what: 'Thistle Example was hit in the face by somebody outside the kebab shop after an argument in the queue. There is a cut over one eye.',
    where: 'Example Street, outside number 12',
    days: [1, 0],
    offence: 'CJ88116',
    reporter: 'victim',
    victims: [
      {
        name: 'Thistle Example',
        born: '2004-11-30',
        phone: '01632 960015',
        contactNote: 'By text first; works nights',
        enhancedBy: ['intimidated'],
      },
    ],
    steps: [
      { afterHours: 2, crime: '43260900102', reason: 'An assault is described, and the injury bears it out.' },
      {
        afterHours: 3,
        how: 'Footage of the street and of the shop. Ask the staff and those in the queue. Ask also whether anybody saw who struck first.',
        reason: 'There are cameras and witnesses, and the injury is more than passing.',
      },
    ],
  },
  {
    id: 'DMN6WXYZ',
    force: thamesValley('investigations'),
    reportedHoursAgo: 170,
    what: 'A shed in a shared garden was opened in the night. A mower and garden tools are missing. Two households keep things there.',
    where: 'Shared garden, Example Court',
    days: [1, 0],
    offence: 'TH68037',
    reporter: 'victim',
    victims: [
      { name: 'Hawkbit Example', born: '1958-02-02', phone: '01632 960016' },
      { name: 'Tansy Example', born: '1946-09-21', phone: '01632 960017', enhancedBy: ['vulnerable'] },
    ],
    steps: [
      { afterHours: 4, crime: '43260900103', reason: 'A burglary of a building other than a dwelling is described.' },
      {
        afterHours: 100,
        notInvestigated: true,
        reason:
          'No camera, no witness and nothing left behind that could be examined. To be looked at again if the things are found.',
      },
      {
        afterHours: 103,
        told: 'By telephone, to her and her daughter. Referral to victim support accepted.',
        victim: 2,
      },
    ],
  },
  {
    id: 'DMN7BDFH',
    force: thamesValley(null),
    reportedHoursAgo: 410,
    what: 'A parcel that was said to have been left by the door was not there in the evening.',
    where: '7 Example Close',
    days: [2, 1],
    offence: 'TH68020',
    reporter: 'victim',
    victims: [{ name: 'Medlar Example', phone: '01632 960018' }],
    steps: [
      { afterHours: 20, crime: '43260900104', reason: 'Theft is described, and nothing credible is against it.' },
      {
        afterHours: 22,
        notInvestigated: true,
        reason: 'There is no line of inquiry: nobody saw it and no camera faces the door.',
      },
      { afterHours: 23, told: 'By telephone, with the reason and how to ask for a review.', victim: 1 },
    ],
  },
  {
    id: 'DMN8CGJM',
    force: thamesValley('investigations'),
    reportedHoursAgo: 220,
    what: 'Somebody who gave no name said that people were shouting in the car park and that something might be wrong.',
    where: 'Example Lane car park',
    days: [0, 0],
    offence: null,
    reporter: null,
    victims: [],
    steps: [
      {
        afterHours: 6,
        noCrime: true,
        reason: 'Officers found a rehearsal of an open-air play. Nothing that was described is an offence.',
      },
    ],
  },
  {
    id: 'DMN9DKPT',
    force: hertfordshire,
    reportedHoursAgo: 8,
    what: 'The rear number plate of a parked car was unscrewed and taken overnight.',
    where: 'Example Hill, by the chapel',
    days: [1, 0],
    offence: 'TH68007',
    reporter: 'victim',
    victims: [{ name: 'Yarrow Example', born: '1979-07-08', phone: '01632 960019' }],
    steps: [{ afterHours: 1, crime: '41260900105', reason: 'Theft is described, and nothing credible is against it.' }],
  },
]
