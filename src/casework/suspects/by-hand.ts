import type { Instant } from '../../calendar/instant.ts'
import { endOfDay } from '../../calendar/instant.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import { dutyRule } from '../../duties/rules.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { formatMoment } from '../deadlines/london-time.ts'

// Some rules move a clock of detention or of bail and are not worked out, because no source that we hold has their
// words. Whoever may decide then decides by hand, and the record says so wherever the date is shown.

/** Why the end of bail was decided by hand, and what to check for it. */
export const bailHandGrounds = {
  'with-prosecutor': {
    text: 'Time while the prosecutor decides on the charge may not count',
    check: 'PACE 1984 s.47ZL, which we have not read',
  },
  'court-to-decide': {
    text: 'A court has yet to decide on an application that was made in time, and bail goes on until it does',
    check: 'PACE 1984 s.47ZJ(3). Give the day on which the court is to decide, and set it again if that moves',
  },
  'earlier-law': {
    text: 'A court extended bail after an arrest before 28 October 2022',
    check: 'the order of the court; the limits before that day are worked out only as far as the superintendent’s',
  },
  'wrong-date': { text: 'The date was recorded wrongly', check: 'the bail notice that the suspect was given' },
  other: { text: 'Something else', check: 'what the decision rests on' },
} as const
export type BailHandGround = keyof typeof bailHandGrounds

/** Why a clock of detention was set by hand, and what to check for it. */
export const detentionHandGrounds = {
  transfer: {
    text: 'The suspect was brought from another police area, or was arrested abroad',
    check: 'PACE 1984 s.41(2) and (5): whether the suspect was questioned there, when they left, when they arrived',
  },
  'answered-bail': {
    text: 'The suspect answered bail, and the hours differ from those worked out',
    check: 'PACE 1984 s.41(2) for street bail, which we have not read; hours that were used before the bail',
  },
  'breach-of-bail': {
    text: 'The suspect was arrested for breach of bail, and some time does not count',
    check: 'PACE 1984 s.47(6A), which we have not read',
  },
  other: { text: 'Something else', check: 'what the decision rests on' },
} as const
export type DetentionHandGround = keyof typeof detentionHandGrounds

const byHand = {
  instrument: 'Police and Criminal Evidence Act 1984, as whoever decided applied it',
  section: null,
  edition: null,
  checkedOn: null,
  confidence: 'unconfirmed',
  movedBy: 'Another decision, recorded in the same way.',
} as const

const bailByHand = dutyRule({
  ...byHand,
  code: 'bail.by-hand',
  title: 'Bail before charge: last day entered by hand',
  unit: 'A date that was entered by hand; nothing is counted.',
  boundary: 'Over at the end of that day.',
  changedBy: 'Whoever may decide on the bail; the record says who did, and why.',
})

/** The last day of bail as it was decided, and not as a rule gives it. */
export function bailEndByHand(
  from: LocalDate,
  endsOn: LocalDate,
  on: LocalDate,
  ground: BailHandGround,
  decidedBy: string,
): Deadline {
  const steps = [
    `entered by hand, and not worked out: ${bailHandGrounds[ground].text}`,
    `decided by ${decidedBy}, ${formatDateLong(on)}`,
    `to be checked: ${bailHandGrounds[ground].check}`,
    `given until ${formatDateLong(endsOn)}; over at the end of that day`,
  ]
  const working = { steps, counted: 'nothing', notCounted: [] } as const
  return under(
    bailByHand,
    { startedOn: from, dueOn: endsOn, dueAt: endOfDay(endsOn), working },
    { authorisedBy: decidedBy },
  )
}

type SetByHand = {
  readonly ground: DetentionHandGround
  readonly relevantAt: Instant
  readonly notCounted: number
  readonly decidedBy: string
}

/** How a clock of detention was set by hand, for its working. */
export const handSteps = ({ ground, relevantAt, notCounted, decidedBy }: SetByHand): readonly string[] => [
  `relevant time = ${formatMoment(relevantAt)}, entered by hand: ${detentionHandGrounds[ground].text}`,
  ...(notCounted > 0 ? [`${notCounted} minutes that do not count are added, entered by hand`] : []),
  `decided by ${decidedBy}; to be checked: ${detentionHandGrounds[ground].check}`,
]
