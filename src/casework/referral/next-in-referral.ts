import type { Instant } from '../../calendar/instant.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import type { OwedBy } from '../../duties/duty.ts'
import { nextStep } from '../../platform/web/components/next-step/next-step.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Referral } from './case-referrals.ts'
import { decisionKey, itemDutyKey, itemState } from './standing.ts'
import { dueLink } from './sent-file.ts'
import { referralStages } from './terms.ts'

type Move = { readonly text: string; readonly whose: string | null; readonly key: string | null }

/** What happens next in one referral, whose move it is, and the duty that has its date. */
function moveIn(referral: Referral, police: Pick<OwedBy, 'name'>): Move {
  const { stage, prosecutors } = referral
  const text = referralStages[stage]
  switch (stage) {
    case 'waiting':
      return { text: 'Ready for the prosecutor to check', whose: prosecutors.name, key: decisionKey(referral) }
    case 'under-review':
      return { text, whose: prosecutors.name, key: decisionKey(referral) }
    case 'rejected':
      return { text, whose: police.name, key: `resubmit-${referral.number}-${referral.submissions.length}` }
    case 'action-plan':
      return planMove(referral, police)
    case 'withdrawn':
    case 'decided':
    case 'finalised':
      return { text, whose: null, key: null }
  }
}

/** Items are with police; where only questions are open, they are with the prosecutor. */
function planMove(referral: Referral, police: Pick<OwedBy, 'name'>): Move {
  const { items, prosecutors } = referral
  const [open, asked] = (['open', 'question'] as const).map((state) => items.filter((one) => itemState(one) === state))
  const earliest = open?.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1))[0]
  if (earliest) {
    const key = itemDutyKey(referral, earliest)
    return { text: `Waiting for police to answer ${listed(open ?? [])}`, whose: police.name, key }
  }
  const text = `Waiting for the prosecutor to answer a question about ${listed(asked ?? [])}`
  return { text, whose: prosecutors.name, key: null }
}

const dueOf = ({ rounds }: Referral['items'][number]): string => rounds.at(-1)?.due.dueAt ?? ''

const listed = (items: Referral['items']): string => items.map(({ key }) => key).join(', ')

/** The same as a line under a heading, with its date and how far off it is. */
export function nextInReferral(
  referral: Referral,
  police: Pick<OwedBy, 'name'>,
  duties: readonly SeenDuty[],
  at: Instant,
): Content {
  const { text, whose, key } = moveIn(referral, police)
  if (whose === null) return null
  const duty = duties.find((one) => one.key === key)
  const standing = duty && at > duty.dueAt ? 'breach' : duty ? 'attention' : undefined
  return nextStep({ text, whose: [whose, duty && html`, by ${dueLink(duties, duty.key, at)}`], standing })
}
