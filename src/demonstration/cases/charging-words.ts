import type { Direction } from '../../casework/investigation/lines.ts'
import type {
  EvidentialQuestion,
  PublicInterestAnswer,
  PublicInterestQuestion,
  ThresholdCondition,
} from '../../casework/charging-review/the-code.ts'

type Lines = ReadonlyArray<{ readonly what: string; readonly direction: Direction; readonly words: string }>

const lines = (direction: Direction, all: readonly string[]): Lines =>
  all.map((what) => ({ what, direction, words: what }))

/** What an investigation is planned, followed and recorded with. */
export const inquiryWords = {
  plan: {
    objectives: ['Find out what happened, and who was there', 'Keep what shows it, for and against the suspect'],
    strategy: 'Secure the footage first. Take the accounts while they are fresh. Then speak to the suspect.',
  },
  towards: lines('towards', [
    'Footage from the cameras nearest to the scene, for the hour before and after',
    'Account of whoever was nearest',
    'Marks at the scene, compared with the suspect’s',
    'The suspect’s clothing, as the witness describes it',
  ]),
  away: lines('away', [
    'Where the suspect says they were: till receipt and travel card',
    'Whether anybody else fits the description and was near',
    'What the suspect’s friend, who was there, has to say',
    'Whether what was found has another explanation',
  ]),
  online: {
    towards: lines('towards', [
      'Who holds the account or number that was used',
      'What was sent that day, and from where',
    ]),
    away: lines('away', ['Whether anybody else uses that account', 'Whether what was sent has another meaning']),
  },
  both: lines('both', [
    'Messages between victim and suspect, as far as the line of inquiry needs them',
    'Earlier calls to the same address',
  ]),
  results: [
    'Obtained and looked at. It shows that something happened, and not how it began.',
    'Done, and written up the same day. It agrees with what was known in what matters.',
    'Asked for and received. Nothing in it speaks against the suspect’s account of the time.',
    'Done. It neither helps nor harms, and is on the schedule.',
  ],
  notPursued: [
    'What there was had been written over before the report.',
    'Nobody at any address that is known could help.',
  ],
  witness: ['Was near and saw part of it', 'Came forward after the appeal', 'Named by the victim'],
  needs: ['Works nights; by text first', 'Would like a screen in court', 'Needs an interpreter'],
} as const

export const custodyWords = {
  arrestPlaces: ['At home', 'Near the scene', 'By appointment at the station', 'In the street'],
  grounds: [
    'To secure evidence and to obtain evidence by questioning.',
    'To obtain evidence by questioning, and to protect a witness until an account is taken.',
  ],
  accounts: [
    'Answered no question, on advice.',
    'Admitted being there and denied the rest.',
    'Accepted what was put, and said sorry.',
    'A prepared statement: was there for another reason.',
    'Said that it was somebody else, and named nobody.',
  ],
  conditions: [
    'Not to contact the victim, directly or through anybody else.',
    'Not to contact the victim and the witness; not to go within 100 metres of the place.',
    'To live and sleep at the address given.',
  ],
  released: [
    'More inquiries are needed, and bail would not be necessary and proportionate.',
    'The laboratory needs some weeks, and nothing calls for conditions.',
  ],
  reviewed: [
    'The investigation goes on: the laboratory’s answer is awaited.',
    'Looked at with the supervisor. The telephone is still being examined. The suspect was told.',
  ],
  lateReview: ['The inspector was called to an incident.', 'The suspect was with the doctor.'],
  policeNoFurtherAction: [
    'The victim does not support a prosecution, and what else there is does not reach the evidential standard.',
    'It is one word against another, and nothing supports either.',
    'The footage does not show how it began, and nobody saw it.',
  ],
  policePublicInterest: [
    'A first incident, and little harm was done; everybody concerned says that it is over.',
    'The suspect is very ill and is cared for at home.',
  ],
} as const

/** What a prosecutor writes. */
export const reviewWords = {
  finding: [
    'The account is consistent from the first call on, the footage supports it, and the defence does not explain it.',
    'Taken together the evidence is strong. The point in dispute is identification, and three things support it.',
    'The admission in interview agrees with what was found. No other material speaks against it.',
  ],
  noProspect: [
    'The identification rests on a glimpse at night. Nothing supports it, and the suspect’s account cannot be disproved.',
    'The suspect’s account was given at once and cannot be disproved: nobody saw how it began.',
    'The victim has withdrawn, and without that account one thing that must be proved has no evidence.',
  ],
  defence: [
    'Mistaken identity',
    'Accepts being there and denies the rest',
    'Denies that it was meant',
    'None put forward',
  ],
  none: 'Nothing that can be used in court goes to this.',
  required: [
    'Those for a prosecution outweigh the others: the harm is real and it has happened before.',
    'A prosecution is required. Nothing that speaks against it is of much weight.',
  ],
  notRequired: [
    'A prosecution is not required. It was a single moment, the victim does not wish it, and the suspect has sought help.',
    'The penalty would be nominal, and the suspect’s circumstances have changed altogether.',
  ],
  outOfCourt: ['A conditional caution with compensation answers the offence better than a court would.'],
  disclosure: [
    'The schedules were read. Nothing on them undermines the case or helps the suspect.',
    'One log notes an earlier argument. It was weighed, and is to be disclosed.',
  ],
  instructions: [
    'Serve the footage in a playable form. Certificate of conviction before the first hearing.',
    'Ask the victim for a personal statement, and whether special measures are wished for.',
    '',
  ],
  alternatives: ['A lesser charge was considered and does not reflect what was done.', ''],
  bailRisk: 'The suspect has no fixed address, and did not come when bailed before.',
  expected: ['The laboratory’s report on the swab', 'The full record of the telephone'],
} as const

export const questionNotes: Readonly<Record<EvidentialQuestion, readonly string[]>> = {
  canBeUsed: [
    'Nothing suggests that any of it would be excluded.',
    'The interview was under caution, with a solicitor.',
  ],
  reliable: ['The footage is clear and its clock was checked.', 'The first account was given within minutes.'],
  credible: [
    'The witness knows neither of them and has no reason to take sides.',
    'Two small differences are explained by where each stood.',
  ],
  otherMaterial: [
    'The unused material was read. Nothing points the other way.',
    'The telephone shows no other contact that day.',
  ],
}

/** What is weighed for a prosecution and against it; what is answered in one way only stands under that alone. */
export const publicInterestNotes = {
  a: { for: ['It is serious of its kind.'], against: ['It is at the lower end of its kind.'] },
  b: {
    for: ['Acted alone and began it.', 'It was planned, and there are earlier convictions for the like.'],
    against: ['A small part, on the spur of the moment.'],
  },
  c: {
    for: [
      'The victim was alone and has not gone out in the evening since.',
      'The victim supports a prosecution.',
      'Nobody in particular was harmed, and everybody who uses the place is.',
    ],
  },
  d: { 'not-relevant': ['An adult, of ordinary maturity.'] },
  e: {
    for: [
      'There have been several of these in the same streets.',
      'People there ask to be able to go about without fear.',
    ],
    against: ['A single event; nothing like it is known there.'],
  },
  f: {
    for: ['A hearing of half a day; a prosecution is in proportion.'],
    against: ['A trial would cost far more than any likely penalty is worth.'],
  },
  g: { 'not-relevant': ['There is no source to protect.'] },
} as const satisfies Readonly<
  Record<PublicInterestQuestion, Readonly<Partial<Record<PublicInterestAnswer, readonly string[]>>>>
>

export const thresholdNotes: Readonly<Record<ThresholdCondition, string>> = {
  suspicion: 'Known to the officers who were called, and found near by.',
  furtherEvidence: 'The laboratory’s report and the telephone are expected within weeks.',
  seriousness: 'Grave of its kind, and alleged to have been done while on bail for the like.',
  bail: 'Did not come when bailed before; no condition would prevent it.',
  publicInterest: 'Nothing speaks against a prosecution at this stage.',
}

export const triageWords = {
  supervisor: [
    'Read in full. The lines of inquiry are done, and the file is ready for a decision.',
    'I have checked statements, schedules and antecedents. The victim knows that this goes to the prosecutor today.',
  ],
  priorityAtHome: [
    'Domestic abuse; the victim lives at the address that the suspect knows.',
    'A further approach is feared.',
  ],
  priority: ['A linked case is listed soon, and the two belong together.', 'The suspect is to leave the country.'],
  gap: ['It is being prepared and follows within a week.', 'Asked for; the decision does not turn on it.'],
  rejected: [
    { reason: 'R06', about: 'A witness statement that the summary names was not sent.' },
    { reason: 'R08', about: 'No summary of the interview came with the file.' },
    { reason: 'R02', about: 'The schedule of unused material is missing.' },
    { reason: 'R04', about: 'The supervisor’s comments do not say what was looked at.' },
    { reason: 'R11', about: 'The footage was sent in a form that cannot be played.' },
  ],
  answered: ['Sent again with this file.', 'Corrected; it stands on the register now.'],
  done: ['Obtained and on the register.', 'Done; what came of it is on the register.'],
  chased: 'The action plan is not answered. Please answer it, or say when you will.',
  adviceQuestion: [
    'Is what we have enough to go on, and what else should we ask for before we refer it?',
    'Which lines of inquiry would a prosecutor want to see followed before a decision?',
  ],
  adviceReasons: 'Without these the evidential stage could not be looked at properly.',
  adviceTakenBack: 'The case has moved on, and the question has answered itself.',
  finalised: 'Nothing came after two reminders. To be opened again when the evidence comes.',
} as const
