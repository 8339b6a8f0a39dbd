import type { Setting } from './offences.ts'

const cameras = 'Ask for the footage of the cameras near by before it is written over.'
const witnesses = 'Ask whoever was near what they saw, and whether anything they saw speaks against it.'
const device = 'Examine the telephone, and look in it also for messages that give another account.'

/** How it is looked into. */
export const how: Readonly<Record<Setting, readonly string[]>> = {
  bicycle: [cameras, 'Compare the frame number with what is offered for sale.'],
  shop: ['Footage of the till and the door; a statement of the member of staff.', cameras],
  theft: [cameras, 'Ask the bank where the card was used, and for its pictures.', witnesses],
  vehicle: [
    'Doorbell cameras along the street.',
    'Look at the vehicle for fingerprints, and ask where the plates were seen.',
  ],
  burglary: [
    'Scene examination for fingerprints, shoe marks and DNA; doorbell cameras; what is offered for sale.',
    'Ask the neighbours, and whoever may have seen the household away.',
  ],
  robbery: ['Footage along the way they ran; an identification procedure; the telephone’s last place.', witnesses],
  damage: [cameras, witnesses, 'Photograph it, and ask what it costs to put right.'],
  assault: [
    'Footage of the street and the door; medical notes; ask also who struck first.',
    'Body-worn video, photographs of the injury, and an account of everybody who stood by.',
  ],
  home: [
    'First account on body-worn video, medical notes, the neighbour, earlier calls to the house.',
    device,
    'A risk assessment first; then the diary, the bank statements, and what family and friends noticed.',
  ],
  messages: [device, 'Screenshots with dates; the subscriber of the number; where the suspect was on those mornings.'],
  sexual: [
    'A recorded interview with support; footage; whoever the victim told first. Messages only as far as a line of inquiry needs them.',
  ],
  disorder: [cameras, 'Body-worn video; a statement of whoever was threatened.', witnesses],
  weapon: ['Body-worn video of the search; photograph and measure it; ask why it was carried.'],
  drugs: ['Test of the substance.', device, 'Body-worn video of the stop, and the grounds for it.'],
  fraud: ['Follow the money: the banks, the account’s holder, the number that called.', device],
  driving: ['Dashboard and body-worn video; the laboratory’s figure; the plan of the junction.'],
  order: ['A certified copy of the order and proof that it was served.', device],
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
    'A witness is named who saw part of it.',
    'There is something to follow, and to follow it is in proportion.',
    'The victim supports it, and what is alleged is not trifling.',
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
} as const

const recognised = 'Recognised on footage by an officer who knows them.'
const foundWith = 'Stopped near by with what had been taken.'
const byVictim = 'Named by the victim, who knows them.'
const byWitness = 'Described by a witness, and found near by in the same clothes.'
const searched = 'It was on them when officers searched them.'
const holdsAccount = 'The account that was used is in their name.'

/** Why somebody is suspected, by what is alleged. */
export const suspectedFor: Readonly<Record<Setting, readonly [string, ...string[]]>> = {
  bicycle: [recognised, foundWith],
  shop: [recognised, foundWith, 'Known to the staff, who named them.'],
  theft: [recognised, foundWith, byWitness],
  vehicle: [recognised, foundWith, 'A fingerprint on the inside of the door.'],
  burglary: [recognised, foundWith, 'A fingerprint on the inside of the window.'],
  robbery: [recognised, foundWith, byWitness],
  damage: [recognised, byWitness],
  assault: [recognised, byVictim, byWitness],
  home: [byVictim],
  messages: [byVictim, holdsAccount],
  sexual: [recognised, byVictim, byWitness],
  disorder: [recognised, byWitness],
  weapon: [searched],
  drugs: [searched],
  fraud: [holdsAccount, 'The money was paid to an account of theirs.'],
  driving: ['Was at the wheel when officers stopped the car.'],
  order: [byVictim, 'The order is against them, and they were seen there.'],
}
