/** What is alleged and where such a thing happens. */
export type Scene = readonly [what: string, where: string]

type Told = {
  readonly scenes: readonly [Scene, ...Scene[]]
  /** The particulars of a charge, after the name of the suspect's part. */
  readonly particulars: string
}

const told = (particulars: string, ...scenes: [Scene, ...Scene[]]): Told => ({ scenes, particulars })

const harassed = told(
  'pursued a course of conduct which amounted to harassment and which they knew to be so',
  ['More than a hundred messages in a fortnight after the victim had asked for no more.', 'Home'],
  ['Notes were left on the car on five mornings, each ruder than the one before.', 'Place of work'],
)
const touched = told(
  'intentionally touched another sexually without their consent and without reasonably believing that they consented',
  ['The victim was touched under the clothes by somebody who stood behind in the crowd.', 'Nightclub'],
  ['The victim says that a colleague touched them at a works evening and laughed.', 'Works canteen'],
  ['The victim woke on the last train with a stranger’s hand under their coat.', 'Train'],
)
const abused = told(
  'used threatening or abusive words or behaviour',
  ['Shouting and threats at the staff of the ticket office after a train was cancelled.', 'Railway station'],
  ['A driver got out at the lights and shouted abuse at a cyclist, with his fist at the helmet.', 'Town centre'],
  ['A visitor who was asked to wait swore at everybody in the waiting room.', 'Hospital'],
)

/** By the code of the offence, so that what is told is what is charged. */
const scenes: Readonly<Record<string, Told>> = {
  TH68006: told(
    'stole a bicycle belonging to another',
    ['The bicycle stood locked to a rail and was gone an hour later. The lock lay cut on the ground.', 'Bicycle rack'],
    ['Two bicycles were taken from a shared shed overnight. The hasp had been unscrewed.', 'Shared shed'],
    ['A folding bicycle was left beside a bench for a moment, and was not there afterwards.', 'Railway station'],
  ),
  TH68010: told(
    'stole goods from the shop',
    ['Somebody filled a bag with cheese and coffee and walked out past the till.', 'Supermarket'],
    ['Two bottles of spirits went under a coat and out of the door.', 'Petrol station shop'],
    [
      'Staff saw razors and batteries put into a foil-lined bag. The alarm at the door did not sound.',
      'High street chemist',
    ],
    ['The same person as last week took cosmetics from the shelf by the entrance and left on foot.', 'Shopping area'],
  ),
  TH68020: told(
    'stole property belonging to another',
    ['A parcel that was said to have been left by the door was not there in the evening.', 'Home'],
    ['Copper pipe disappeared from a building site over the weekend.', 'Building site'],
    ['A wallet that was handed in at the counter was kept by somebody else who claimed it.', 'Café'],
  ),
  TH78011: told(
    'made off without having paid, knowing that payment on the spot was required',
    ['Somebody drove off without paying for a tank of fuel.', 'Petrol station'],
    ['Four guests ate three courses and left by the garden door.', 'Restaurant'],
    ['A passenger got out at the lights and ran without paying the taxi.', 'Town centre'],
  ),
  TH68003: told(
    'stole property belonging to their employer',
    ['The till was short on six evenings, each with the same person on duty.', 'Garden centre'],
    ['Tools that were booked out to one fitter never came back.', 'Building site'],
  ),
  TH68001: told(
    'stole property from the person of another',
    ['A purse was taken out of a shoulder bag on a crowded bus. A card was used twice the same afternoon.', 'Bus'],
    ['A telephone was lifted from a back pocket in the queue.', 'Market square'],
  ),
  TH68007: told(
    'stole property from a motor vehicle',
    ['A side window was broken and tools were taken from the van.', 'Car park'],
    ['Both number plates were unscrewed overnight.', 'Residential street'],
    ['A bag was taken from the boot while its owner paid for parking.', 'Retail park'],
  ),
  TH68013: told(
    'stole a motor vehicle belonging to another',
    ['The car was gone in the morning. Both keys are still in the house.', 'Residential street'],
    ['A motorcycle was lifted into a van. The chain lay cut on the ground.', 'Car park'],
  ),
  CA81001: told(
    'interfered with a motor vehicle, intending that it or something in it be stolen',
    ['Somebody tried the handles of every car in the row and ran when a light came on.', 'Residential street'],
    ['The lock of a van was being worked at with a screwdriver when its driver came back.', 'Motorway services'],
  ),
  TH68073: told(
    'dishonestly received stolen goods, knowing or believing them to be stolen',
    ['A drill that was stolen in May was offered for sale online by its serial number.', 'Online'],
    ['Nine telephones, three of them reported stolen, lay in a drawer of the shop.', 'Market stall'],
  ),
  TH68036: told(
    'entered a dwelling as a trespasser and stole in it',
    ['The back door was forced while nobody was at home. Every drawer had been emptied; jewellery is missing.', 'Home'],
    ['Somebody was heard downstairs, shouted at, and left through the kitchen with a handbag.', 'Home'],
    ['A laptop was taken from a bedroom through a window that stood open.', 'Shared house'],
  ),
  TH68037: told(
    'entered a building as a trespasser and stole in it',
    ['The office was entered at night through the roof light. Laptops are missing from four desks.', 'Office building'],
    ['A window of the garage was levered open and two power tools were taken.', 'Garage'],
    ['The padlock of the allotment shed was cut and a strimmer taken.', 'Allotments'],
  ),
  TH68023: told(
    'robbed another of property, using force to do so or putting them in fear of it',
    ['Two people blocked the path, showed something that looked like a knife, and took a telephone.', 'Footpath'],
    ['A scooter and a watch were taken by somebody who held the victim against a wall.', 'Underpass'],
    ['A bag was pulled from the shoulder so hard that its owner fell.', 'Bus stop'],
  ),
  CD71039: told(
    'without lawful excuse damaged property belonging to another, intending to do so or being reckless',
    ['The window of the shop was broken with a stone from the flower bed.', 'Shopping area'],
    ['Paint was thrown over the door and the wall beside it.', 'Residential street'],
    ['The wing mirrors of three parked cars were kicked off in a row.', 'Car park'],
  ),
  CD71015: told(
    'without lawful excuse damaged property by fire, intending to do so or being reckless',
    ['A fire was lit against the fence and scorched it over two metres before it was put out.', 'School'],
    ['A bin was set alight and burned the shelter beside it.', 'Bus shelter'],
  ),
  CJ88116: told(
    'assaulted another by beating them',
    ['A passenger who was asked to turn down his music slapped the one who had asked.', 'Bus'],
    ['Neighbours quarrelled about a hedge. One was pushed twice and not hurt.', 'Residential street'],
    ['There was an argument in the queue, and one of them was struck with a bag.', 'Takeaway'],
  ),
  OF61102: told(
    'assaulted another, thereby occasioning them actual bodily harm',
    ['There was an argument in the queue. One of them was punched once and has a cut over the eye.', 'Takeaway'],
    [
      'Neighbours quarrelled about a hedge. One was struck with the handle of a rake and is badly bruised.',
      'Residential street',
    ],
    ['The victim was punched at the bar and has a broken tooth.', 'Outside a pub'],
  ),
  OF61131: told(
    'unlawfully and maliciously wounded another or inflicted grievous bodily harm upon them',
    ['The victim was pushed down three steps at the end of an evening and has a badly broken wrist.', 'Nightclub'],
    ['A glass was thrown. The cut in the cheek was stitched in two layers.', 'Outside a pub'],
  ),
  CJ88160: told(
    'assaulted by beating an emergency worker acting in the exercise of their functions',
    ['An officer who tried to part two people was kicked in the shin.', 'Outside a pub'],
    ['A nurse was pushed against a trolley by a patient who wished to leave.', 'Hospital'],
    ['A paramedic’s hand was struck away and his radio torn off.', 'Residential street'],
  ),
  PH97004: harassed,
  PH97006: told(
    'pursued a course of conduct which amounted to stalking and which they knew to be harassment',
    [
      'The same person stood across the road on five mornings and followed the victim to the bus.',
      'Residential street',
    ],
    ['A tracker was found under the car, and its owner was met by chance three times that week.', 'Place of work'],
  ),
  CA03005: told(
    'sent by a public communications network a message that was grossly offensive or of a menacing character',
    ['A stranger sent threats through a game that both of them play.', 'Online'],
    ['A picture with a threat under it was sent to the whole of a works group.', 'Online'],
  ),
  SC15004: told(
    'repeatedly engaged in controlling or coercive behaviour towards a person with whom they were personally connected',
    ['The victim describes two years of being told whom to see, what to spend and when to be at home.', 'Home'],
    ['The victim’s wages went to the suspect’s account, and the telephone was read every evening.', 'Home'],
  ),
  SC15005: told(
    'intentionally strangled another',
    ['The victim says that a former partner held them by the throat after an argument about the children.', 'Home'],
    ['A neighbour heard a fall. The victim has marks on both sides of the neck.', 'Shared house'],
  ),
  OF61014: told(
    'without lawful excuse made a threat to kill, intending that it be feared that it would be carried out',
    ['The victim’s partner said that they would kill the victim who left. A neighbour heard shouting.', 'Home'],
    ['A former partner came to the door and said what would happen with a knife on Sunday.', 'Home'],
  ),
  SX03007: touched,
  SX03008: touched,
  PU86149: abused,
  PU86116: abused,
  PU86004: told(
    'used threatening words or behaviour, intending that somebody fear that violence would be used against them at once',
    ['A group argued outside the takeaway; one took off his shirt and invited everybody to fight.', 'Town centre'],
    ['A customer leaned over the counter and said that he would wait outside until closing time.', 'Town hall'],
  ),
  PU86003: told(
    'used or threatened unlawful violence such as would make a person of reasonable firmness fear for their safety',
    ['Six people fought between the tables with chairs and bottles. Families left through the kitchen.', 'Restaurant'],
    ['Two men fought across the road with belts while the traffic stood.', 'Town centre'],
  ),
  CJ88144: told(
    'had an article with a blade or point with them in a public place without good reason or lawful authority',
    ['A kitchen knife was found in a waistband when officers searched after a call about a quarrel.', 'Town centre'],
    ['A lock knife fell from a jacket at the door of the club.', 'Nightclub'],
  ),
  PC53001: told(
    'had an offensive weapon with them in a public place without lawful authority or reasonable excuse',
    ['Officers found a metal bar beside the driver’s seat. The driver spoke of fear and of no trouble.', 'Car park'],
    ['A knuckleduster was found in a search after a call about a fight.', 'Park'],
  ),
  MD71530: told(
    'had cannabis, a controlled drug of Class B, in their possession',
    ['A bag with a little cannabis was found in a search at the station.', 'Railway station'],
    [
      'A stop for a broken light led to a smell of cannabis and to one small bag in the glove box.',
      'Residential street',
    ],
  ),
  MD71210: told(
    'had cocaine, a controlled drug of Class A, in their possession',
    ['Powder in a knotted bag was found at the door of the club.', 'Nightclub'],
    ['A wrap of powder was found in a coin pocket after a stop.', 'Car park'],
  ),
  MD71526: told(
    'had cannabis, a controlled drug of Class B, in their possession with intent to supply it to another',
    ['A stop for a broken light led to a smell of cannabis and to nineteen small bags in the glove box.', 'Car park'],
    ['Officers saw bags pass between two hands. One of them had scales and a list of first names.', 'Park'],
  ),
  MD71230: told(
    'had cocaine, a controlled drug of Class A, in their possession with intent to supply it to another',
    ['Officers saw something pass between two hands. One of them had wraps and a list of first names.', 'Park'],
    ['Forty wraps and two telephones were found under the spare wheel.', 'Car park'],
  ),
  FA06001: told(
    'dishonestly made a false representation, intending to make a gain for themselves or another',
    ['A caller said that he was from the bank and had two transfers made to a new account.', 'Home'],
    ['A kitchen was paid for and never came. The firm’s address is an empty field.', 'Home'],
    ['A holiday home was let to four families for the same week.', 'Online'],
  ),
  SE20002: told(
    'without reasonable excuse did what a restraining order prohibited them from doing',
    ['The victim saw him at the school gate, although an order forbids him to come within 200 metres.', 'School'],
    ['The victim was sent three messages by the person whom an order forbids to make contact.', 'Home'],
  ),
  FL96001: told(
    'without reasonable excuse did what a non-molestation order prohibited them from doing',
    ['The victim found a former partner waiting in the car park, whom an order forbids to come near.', 'Place of work'],
    ['The victim was rung nine times in a night by the person whom an order forbids to make contact.', 'Home'],
  ),
  RT88007: told(
    'drove a motor vehicle on a road after consuming so much alcohol that the proportion exceeded the prescribed limit',
    [
      'A car was seen to cross the white line again and again. The driver gave a breath test above the limit.',
      'Main road',
    ],
  ),
  RT88584: told('drove a motor vehicle on a road with a proportion of a specified controlled drug above the limit', [
    'A driver stopped at a road check tested positive for cannabis.',
    'Ring road',
  ]),
  RT88333: told('drove a motor vehicle on a road while disqualified', [
    'The driver of a stopped van was found to be disqualified.',
    'Main road',
  ]),
  RT88575: told(
    'drove a mechanically propelled vehicle on a road without due care and attention',
    [
      'A car pulled out across a cyclist, who went over the bonnet. The driver stayed and was shaken.',
      'Residential street',
    ],
    ['A van changed lanes into a car that was beside it. Nobody was hurt.', 'Motorway'],
  ),
  RT88026: told('drove a mechanically propelled vehicle dangerously on a road', [
    'A car passed a line of traffic on the wrong side at a bend and did not stop for officers.',
    'Main road',
  ]),
  RT88010: told('failed without reasonable excuse to provide a specimen for analysis', [
    'A driver who was found asleep at the wheel blew into the device once and then refused.',
    'Main road',
  ]),
}

/** What is told of an offence; every offence that is drawn has some. */
export function sceneOf(code: string): Told {
  const found = scenes[code]
  if (!found) throw new Error(`The demonstration has no scene for ${code}`)
  return found
}
