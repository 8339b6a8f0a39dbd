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

export const isWaiting = ({ told, waived }: VictimNotice): boolean => told === null && waived === null
