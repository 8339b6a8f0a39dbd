import type {
  ActionItem,
  ActionPlan,
  CaseReferrals,
  FileSent,
  ItemRound,
  Referral,
  Submission,
} from './case-referrals.ts'
import type { TrackState } from '../suspects/track.ts'
import type { ReferralStage } from './terms.ts'

/** Where an item of an action plan stands. */
export const itemStates = {
  open: 'Waiting for police',
  question: 'Waiting for the prosecutor',
  done: 'Done',
  cannot: 'Cannot be done',
  ended: 'Not waited for any longer',
} as const

export type ItemState = keyof typeof itemStates

export function itemState({ rounds, ended }: ActionItem): ItemState {
  if (ended) return 'ended'
  const last = rounds.at(-1)
  return last?.meanwhile?.type ?? last?.answer?.type ?? 'open'
}

/** Police asked in it, and wait for the prosecutor's reply. */
export const isAsking = ({ answer, reply }: ItemRound): boolean => answer?.type === 'question' && reply === null

/** An item that somebody still has to do something about. */
export const isPending = (item: ActionItem): boolean => ['open', 'question'].includes(itemState(item))

export const itemsOf = ({ items }: Referral, plan: ActionPlan): readonly ActionItem[] =>
  items.filter((item) => item.plan === plan.number)

const withSomebody: readonly ReferralStage[] = ['waiting', 'rejected', 'under-review', 'action-plan']

/** Police or the prosecutor still have something to do in it. */
export const isOpen = ({ stage }: Pick<Referral, 'stage'>): boolean => withSomebody.includes(stage)

/** A referral always has a first submission; later ones are those after a rejection. */
export function lastSubmission({ number, submissions }: Referral): Submission {
  const last = submissions.at(-1)
  if (!last) throw new Error(`Referral ${number} holds no submission`)
  return last
}

export const fileOf = (referral: Referral): FileSent => lastSubmission(referral).sent

export const suspectsOf = (referral: Referral): readonly number[] =>
  fileOf(referral).suspects.map(({ number }) => number)

/** The suspects of a referral on whom the prosecutor has not decided. */
export const undecided = (referral: Referral): readonly number[] =>
  suspectsOf(referral).filter((number) => !referral.decisions.some(({ suspect }) => suspect === number))

/** The open referral, other than `but`, that a suspect is in. */
export const openReferralOf = (
  { referrals }: Pick<CaseReferrals, 'referrals'>,
  suspect: number,
  but: number | null = null,
): Referral | null =>
  referrals.find((one) => one.number !== but && isOpen(one) && undecided(one).includes(suspect)) ?? null

const notReferred: ReadonlySet<TrackState> = new Set([
  'charge-authorised',
  'charged',
  'no-further-action-police',
  'eliminated',
])

/**
 * Whether a suspect who stands so may be referred: nobody whom police have done with, or who is or is to be charged.
 * What the prosecutor decided against a charge may come back with more evidence.
 */
export const mayBeReferred = (track: TrackState): boolean => !notReferred.has(track)

/** The key of the duty to answer an item of an action plan: one for each time that it is with police. */
export const itemDutyKey = ({ number }: Pick<Referral, 'number'>, { key, rounds }: ActionItem, round = rounds.length) =>
  `item-${number}-${key}-${round}`

/** The key of the duty to decide, as its clock runs now. */
export const decisionKey = ({ number, submissions, reopenings }: Referral): string =>
  `decision-${number}-${submissions.length}${reopenings.length > 0 ? `-again-${reopenings.length}` : ''}`
