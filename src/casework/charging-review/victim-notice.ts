import type { Instant } from '../../calendar/instant.ts'
import type { DutyHappening } from '../../duties/duty.ts'
import type { Authority } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'

/** That a victim is owed being told of a decision not to charge, as the decision recorded it. */
export type NoticeOwed = {
  /** `tell-victim-1`: its number in the review. */
  readonly key: string
  /** The victim's person, by id. */
  readonly person: string
  /** "The victim", or "Victim 2" where there are more. */
  readonly victim: string
  /** The charges that are not put, where others on the suspect go on; not given where nothing is charged at all. */
  readonly charges?: readonly string[]
  readonly due: WorkedDate & { readonly authority: Authority }
}

/** The same with what became of it. */
export type VictimNotice = NoticeOwed & {
  readonly decision: number
  readonly told: { readonly at: Instant; readonly how: string } | null
  /** Why nobody tells the victim: `reason` on the case, `inDuty` where people see it who are not on the case. */
  readonly waived: { readonly at: Instant; readonly reason: string; readonly inDuty: string } | null
  readonly history: readonly DutyHappening[]
}

/** Whom nothing is charged on, in words that go on from "that": "suspect 1 is not charged on C2 and C3". */
export const notChargedWords = ({ charges }: Pick<NoticeOwed, 'charges'>, suspect: number): string =>
  charges === undefined
    ? `no further action is taken against suspect ${suspect}`
    : `suspect ${suspect} is not charged on ${listed(charges)}`

/** What a victim is told besides. Where other charges go on it is not certain that a review can be asked for. */
export const toldBesides = ({ charges }: Pick<NoticeOwed, 'charges'>): string =>
  charges === undefined ? 'why, and how to ask for a review' : 'why, and whether they may ask for a review'

const listed = (keys: readonly string[]): string =>
  keys.length < 2 ? keys.join('') : `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)}`

export const isWaiting = ({ told, waived }: VictimNotice): boolean => told === null && waived === null
