import { dutyRule } from '../../duties/rules.ts'

const pace = {
  instrument: 'Police and Criminal Evidence Act 1984',
  edition: null,
  checkedOn: '2026-11-22',
  confidence: 'confirmed',
  unit: 'Hours that pass, whatever the clocks on the wall do.',
} as const

const endOfHours = 'What is done at the very moment the hours end is in time; a minute later is late.'
const noOneMoves = 'Nobody: only Parliament. Release or charge at any time before.'

export const firstReview = dutyRule({
  ...pace,
  code: 'custody.first-review',
  title: 'First review of detention',
  section: '40(3)(a)',
  boundary: endOfHours,
  movedBy: 'A review that is not practicable at that moment may be postponed, with the reason recorded (s.40(4)).',
  changedBy:
    'The review officer: an inspector or above who is not directly involved in the investigation (s.40(1)(b)).',
})

export const laterReview = dutyRule({
  ...pace,
  code: 'custody.later-review',
  title: 'Second or later review of detention',
  section: '40(3)(b) and (c)',
  boundary: `Counted from the review before. ${endOfHours}`,
  movedBy: 'A review that is not practicable at that moment may be postponed, with the reason recorded (s.40(4)).',
  changedBy:
    'The review officer: an inspector or above who is not directly involved in the investigation (s.40(1)(b)).',
})

export const withoutCharge = dutyRule({
  ...pace,
  code: 'custody.detention-without-charge',
  title: 'Detention without charge: 24 hours',
  section: '41(1) and (2)',
  boundary: `Counted from the relevant time: arrival at the station, or 24 hours after arrest if earlier. ${endOfHours}`,
  movedBy: 'A superintendent’s authority or a magistrates’ warrant. Time in hospital is added (s.41(6), unconfirmed).',
  changedBy: 'A superintendent or above, for an indictable offence (s.42).',
})

export const continuedDetention = dutyRule({
  ...pace,
  code: 'custody.continued-detention',
  title: 'Continued detention on a superintendent’s authority: 36 hours',
  section: '42(1) and (4)',
  boundary:
    'Counted from the relevant time, not from the authority. The authority must be given within 24 hours of the ' +
    `relevant time and not before the second review. ${endOfHours}`,
  movedBy: 'A magistrates’ warrant of further detention.',
  changedBy:
    'A superintendent or above responsible for the station authorises up to this moment, for an indictable offence.',
})

export const furtherDetention = dutyRule({
  ...pace,
  code: 'custody.warrant-of-further-detention',
  title: 'Warrant of further detention: up to 36 hours more',
  section: '43',
  boundary: `Counted from the issue of the warrant, and never beyond 96 hours from the relevant time. ${endOfHours}`,
  movedBy: 'What the warrant says: it may give less. A court may extend it (s.44).',
  changedBy: 'A magistrates’ court, on a constable’s application.',
})

export const longestDetention = dutyRule({
  ...pace,
  code: 'custody.longest-detention',
  title: 'Longest detention without charge: 96 hours',
  section: '44',
  boundary: `Counted from the relevant time. Each extension gives no more than 36 hours. ${endOfHours}`,
  movedBy: 'Nothing moves it later. An extension may give less.',
  changedBy: noOneMoves,
})
