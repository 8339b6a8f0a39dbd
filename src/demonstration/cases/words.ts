import type { Setting } from './offences.ts'

/** What is alleged, where such a thing happens, and how it is looked into. */
type Tale = {
  readonly what: readonly string[]
  readonly where: readonly string[]
  readonly how: readonly string[]
  /** The particulars of a charge, after the name of the suspect's part. */
  readonly particulars: string
}

const cameras = 'Ask for the footage of the cameras near by before it is written over.'
const witnesses = 'Ask whoever was near what they saw, and whether anything they saw speaks against it.'
const device = 'Examine the telephone, and look in it also for messages that give another account.'

export const tales: Readonly<Record<Setting, Tale>> = {
  bicycle: {
    what: [
      'The bicycle stood locked to a rail and was gone an hour later. The lock lay cut on the ground.',
      'Two bicycles were taken from a shared shed overnight. The hasp had been unscrewed.',
      'A folding bicycle was left in the hall while its owner fetched the post, and was not there afterwards.',
    ],
    where: ['Bicycle rack', 'Shared shed', 'Railway station'],
    how: [cameras, 'Compare the frame number with what is offered for sale.'],
    particulars: 'stole a bicycle belonging to another',
  },
  shop: {
    what: [
      'Somebody filled a bag with cheese and coffee and walked out past the till.',
      'Two bottles of spirits went under a coat. A member of staff asked for them and was pushed aside.',
      'Staff saw razors and batteries put into a foil-lined bag. The alarm at the door did not sound.',
      'The same person as last week took cosmetics from the shelf by the entrance and left on foot.',
    ],
    where: ['Supermarket', 'Shopping area', 'Petrol station shop', 'High street chemist'],
    how: ['Footage of the till and the door; a statement of the member of staff.', cameras],
    particulars: 'stole goods from the shop',
  },
  theft: {
    what: [
      'A bag was taken from the back of a chair while its owner ordered at the counter.',
      'A purse was missing after a crowded bus journey. A card was used twice the same afternoon.',
      'A parcel that was said to have been left by the door was not there in the evening.',
      'Somebody drove off without paying for a tank of fuel.',
      'Copper pipe disappeared from a building site over the weekend.',
    ],
    where: ['Café', 'Bus station', 'Building site', 'Petrol station', 'Market square'],
    how: [cameras, 'Ask the bank where the card was used, and for its pictures.', witnesses],
    particulars: 'stole property belonging to another',
  },
  vehicle: {
    what: [
      'A side window was broken and tools were taken from the van.',
      'Both number plates were unscrewed overnight.',
      'The car was gone in the morning. Both keys are still in the house.',
      'Somebody tried the handles of every car in the row and ran when a light came on.',
    ],
    where: ['Car park', 'Residential street', 'Retail park', 'Motorway services'],
    how: [
      'Doorbell cameras along the street.',
      'Look at the vehicle for fingerprints, and ask where the plates were seen.',
    ],
    particulars: 'took property from a motor vehicle without the consent of its owner',
  },
  burglary: {
    what: [
      'The back door was forced while nobody was at home. Every drawer had been emptied; jewellery is missing.',
      'A window of the garage was levered open and two power tools were taken.',
      'The office was entered at night through the roof light. Laptops are missing from four desks.',
      'Somebody was heard downstairs, shouted at, and left through the kitchen with a handbag.',
    ],
    where: ['Home', 'Garage', 'Office building', 'Shared house'],
    how: [
      'Scene examination for fingerprints, shoe marks and DNA; doorbell cameras; what is offered for sale.',
      'Ask the neighbours, and whoever may have seen the household away.',
    ],
    particulars: 'entered the building as a trespasser and stole in it',
  },
  robbery: {
    what: [
      'Two people blocked the path, showed something that looked like a knife, and took a telephone.',
      'A scooter and a watch were taken by somebody who held the victim against a wall.',
      'A bag was pulled from the shoulder so hard that its owner fell.',
    ],
    where: ['Footpath', 'Park', 'Underpass', 'Bus stop'],
    how: ['Footage along the way they ran; an identification procedure; the telephone’s last place.', witnesses],
    particulars: 'robbed another of property, using force to do so',
  },
  damage: {
    what: [
      'The window of the shop was broken with a stone from the flower bed.',
      'Paint was thrown over the door and the wall beside it.',
      'The wing mirrors of three parked cars were kicked off in a row.',
      'A fire was lit against the fence and scorched it over two metres before it was put out.',
    ],
    where: ['Shopping area', 'Residential street', 'School', 'Bus shelter'],
    how: [cameras, witnesses, 'Photograph it, and ask what it costs to put right.'],
    particulars: 'without lawful excuse damaged property belonging to another, intending to do so or being reckless',
  },
  assault: {
    what: [
      'There was an argument in the queue. One of them was punched once and has a cut over the eye.',
      'The victim was pushed down three steps at the end of an evening and has a broken wrist.',
      'A passenger who was asked to turn down his music hit the one who had asked.',
      'An officer who tried to part two people was kicked in the shin.',
      'Neighbours quarrelled about a hedge. One was struck with the handle of a rake.',
    ],
    where: ['Outside a pub', 'Takeaway', 'Bus', 'Nightclub', 'Residential street', 'Hospital'],
    how: [
      'Footage of the street and the door; medical notes; ask also who struck first.',
      'Body-worn video, photographs of the injury, and an account of everybody who stood by.',
    ],
    particulars: 'assaulted another by beating them',
  },
  home: {
    what: [
      'The victim says that her former partner held her by the throat after an argument about the children.',
      'The victim describes two years in which he was told whom to see, what to spend and when to be at home.',
      'The victim’s partner said that he would kill her if she left. A neighbour heard shouting.',
    ],
    where: ['Home'],
    how: [
      'First account on body-worn video, medical notes, the neighbour, earlier calls to the house. ' + device,
      'A risk assessment first; then the diary, the bank statements, and what family and friends noticed.',
    ],
    particulars: 'behaved so towards a person with whom they were personally connected',
  },
  messages: {
    what: [
      'More than a hundred messages in a fortnight after she had asked him to stop writing.',
      'Notes were left on the car on five mornings, and he stood across the road twice.',
      'A stranger sent threats through a game that both of them play.',
    ],
    where: ['Home', 'Place of work', 'Online'],
    how: [device, 'Screenshots with dates; the subscriber of the number; where the suspect was on those mornings.'],
    particulars: 'pursued a course of conduct which amounted to harassment and which they knew to be so',
  },
  sexual: {
    what: [
      'The victim was touched under the clothes by somebody who stood behind in the crowd.',
      'The victim says that a colleague put a hand up her skirt at a works evening and laughed.',
    ],
    where: ['Nightclub', 'Place of work', 'Train'],
    how: [
      'A recorded interview with support; footage; whoever the victim told first. Messages only as far as a line of inquiry needs them.',
    ],
    particulars:
      'intentionally touched another sexually without their consent and without reasonably believing that they consented',
  },
  disorder: {
    what: [
      'Shouting and threats at the staff of the ticket office after a train was cancelled.',
      'A group argued outside the takeaway; one took off his shirt and invited everybody to fight.',
      'A driver got out at the lights and shouted abuse at a cyclist, with his fist at the helmet.',
    ],
    where: ['Railway station', 'Town centre', 'Hospital', 'Town hall'],
    how: [cameras, 'Body-worn video; a statement of whoever was threatened.', witnesses],
    particulars: 'used threatening or abusive words or behaviour',
  },
  weapon: {
    what: [
      'A kitchen knife was found in a waistband when officers searched after a call about a quarrel.',
      'A lock knife fell from a jacket at the door of the club.',
      'Officers found a metal bar beside the driver’s seat. The driver spoke of fear and of no trouble.',
    ],
    where: ['Town centre', 'Nightclub', 'Car park', 'Park'],
    how: ['Body-worn video of the search; photograph and measure it; ask why it was carried.'],
    particulars: 'had the article with them in a public place without good reason or lawful authority',
  },
  drugs: {
    what: [
      'A stop for a broken light led to a smell of cannabis and to nine small bags in the glove box.',
      'Officers saw something pass between two hands. One of them had wraps and a list of first names.',
      'A bag with a little cannabis was found in a search at the station.',
      'Powder in a knotted bag was found at the door of the club.',
    ],
    where: ['Car park', 'Park', 'Residential street', 'Nightclub', 'Railway station'],
    how: ['Test of the substance; ' + device, 'Body-worn video of the stop, and the grounds for it.'],
    particulars: 'had a controlled drug in their possession',
  },
  fraud: {
    what: [
      'A caller said that he was from the bank and had two transfers made to a new account.',
      'A kitchen was paid for and never came. The firm’s address is an empty field.',
      'A holiday home was let to four families for the same week.',
    ],
    where: ['Home', 'Online'],
    how: ['Follow the money: the banks, the account’s holder, the number that called.', device],
    particulars: 'dishonestly made a false representation, intending to make a gain',
  },
  driving: {
    what: [
      'A car was seen to cross the white line again and again. The driver gave a breath test above the limit.',
      'A driver stopped at a road check tested positive for cannabis.',
      'A car pulled out across a cyclist, who went over the bonnet. The driver stayed and was shaken.',
      'The driver of a stopped van was found to be disqualified.',
    ],
    where: ['Main road', 'Ring road', 'Motorway', 'Residential street'],
    how: ['Dashboard and body-worn video; the laboratory’s figure; the plan of the junction.'],
    particulars: 'drove a motor vehicle on a road in the way alleged',
  },
  order: {
    what: [
      'He stood at the school gate although an order forbids him to come within 200 metres.',
      'She was sent three messages by the person whom an order forbids to contact her.',
    ],
    where: ['School', 'Home', 'Place of work'],
    how: ['A certified copy of the order and proof that it was served; ' + device],
    particulars: 'did what an order of the court prohibited them from doing',
  },
}

/** Why somebody decided as they did. Plausible and short; each list is for one decision. */
export const reasons = {
  crime: [
    'What is described is an offence, and nothing credible is against it.',
    'Two accounts agree in what matters, and the scene bears them out.',
    'The victim’s account is clear. Nothing that was found so far contradicts it.',
    'On what is known it is more likely than not that an offence was committed.',
  ],
  noCrime: [
    'Officers found a rehearsal of a play. Nothing that was described is an offence.',
    'It was reported twice; the other report is the crime.',
    'What was missing was found where it had been left.',
  ],
  investigate: [
    'There is a named suspect and a witness.',
    'There are cameras and marks that can be examined.',
    'The injury is more than passing, and the victim supports it.',
    'It is one of several in the same streets.',
  ],
  noInvestigation: [
    'No camera, no witness and nothing left behind that could be examined.',
    'The footage was looked at and shows nobody who could be recognised.',
    'Every line that was proportionate has been followed, and none leads to a suspect.',
    'The time at which it happened is not known to within two days, and no line of inquiry is left.',
  ],
  told: [
    'By telephone, with the reason and how to ask for a review.',
    'By email, as they had asked for, with a number to call.',
    'In person at the front counter; a letter follows.',
    'By telephone to them and, as they wished, to their daughter.',
  ],
  suspected: [
    'Named by the victim, who knows them.',
    'Recognised on footage by an officer who knows them.',
    'A fingerprint on the inside of the window.',
    'The car is registered to them, and a witness describes its driver.',
    'Stopped near by with what had been taken.',
  ],
} as const
