import type { MaterialKind } from '../../casework/material/held-material.ts'
import type { Setting } from './offences.ts'

/** Material that a prosecutor asks for, why, and what is answered where it cannot be had. */
type AskedFor = { readonly kind: MaterialKind; readonly what: string; readonly why: string; readonly cannot: string }

const asked = (kind: MaterialKind, what: string, why: string, cannot: string): AskedFor => ({ kind, what, why, cannot })

const writtenOver = 'It was written over before it was asked for; the letter that says so is on the register.'
const identification = asked(
  'other',
  'Result of the identification procedure',
  'Identification is the point in dispute',
  'The witness does not wish to take part, and has said so in writing.',
)
const footage = asked('recording', 'Footage of the quarter of an hour before', 'To see how it began', writtenOver)
const messages = asked(
  'exhibit',
  'Download of the messages of that week',
  'The suspect says that the contact was wished for',
  'The telephone was reset before it was seized; nothing is left on it.',
)
const bystander = asked(
  'statement',
  'Statement of whoever else was near',
  'To have an account of somebody who takes no side',
  'Nobody else came forward, also not after an appeal.',
)
const value = asked(
  'exhibit',
  'Proof of what was taken and of its value',
  'To show whose it was',
  'The receipt was not kept.',
)
const notes = asked(
  'medical',
  'Medical notes with the times',
  'To tell an older injury from this one',
  'The victim did not see a doctor, and does not wish to.',
)
const continuity = asked(
  'statement',
  'Statement of the officer who seized it and sealed it',
  'To show that what was examined is what was found',
  'The officer is on long leave; the property record is on the register instead.',
)

/** What is missing in a file depends on what is alleged. */
export const askedFor: Readonly<Record<Setting, readonly [AskedFor, AskedFor]>> = {
  bicycle: [value, identification],
  shop: [asked('recording', 'Footage from inside', 'The outside camera shows only the door', writtenOver), value],
  theft: [identification, value],
  vehicle: [
    asked(
      'statement',
      'Statement of the keeper that nobody had leave',
      'Consent is not dealt with',
      'The keeper has moved away.',
    ),
    identification,
  ],
  burglary: [
    value,
    asked(
      'forensic',
      'Elimination prints of the household',
      'To exclude marks of their own',
      'They do not wish to give any.',
    ),
  ],
  robbery: [identification, bystander],
  damage: [
    asked('exhibit', 'Estimate of the repair', 'To show how much was damaged', 'It was repaired by the owner.'),
    bystander,
  ],
  assault: [notes, footage],
  home: [notes, messages],
  messages: [
    messages,
    asked(
      'third-party',
      'Who holds the account that they were sent from',
      'The suspect denies it',
      'The provider does not answer.',
    ),
  ],
  sexual: [messages, bystander],
  disorder: [footage, bystander],
  weapon: [continuity, bystander],
  drugs: [
    asked(
      'forensic',
      'Laboratory’s report on the substance',
      'The test at the station is disputed',
      'What was left after the first test is too little to examine.',
    ),
    continuity,
  ],
  fraud: [
    asked(
      'third-party',
      'Statements of the account that was paid',
      'To follow the money',
      'The account is abroad and closed.',
    ),
    asked(
      'third-party',
      'Who holds the number that called',
      'To tie the suspect to it',
      'It was prepaid, and nobody is registered.',
    ),
  ],
  driving: [
    asked(
      'exhibit',
      'Record of the device’s last calibration',
      'The reading is disputed',
      'The supplier no longer has it.',
    ),
    bystander,
  ],
  order: [
    asked(
      'exhibit',
      'Proof that the order was served',
      'The suspect says they did not know of it',
      'The court has no record.',
    ),
    messages,
  ],
}
