import type { Permission } from '../../agencies/permissions.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { victimNoticeKind } from '../../victims/notices/not-investigated.ts'
import { thresholdReviewKind } from '../charging-review/threshold-review-rule.ts'
import { lineOfInquiryKind } from '../investigation/line-rule.ts'
import { adviceKind, chaserKind } from '../referral/duties.ts'
import { materialKind } from '../material/rows.ts'
import { bailKind, chargeKind, detentionKind, timeLimitKind, underInvestigationKind } from '../suspects/duty-kinds.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import { actAddress } from '../suspects/suspect-forms.ts'
import { suspectCalled } from '../suspects/suspect-words.ts'
import { suspectStream } from '../suspects/rows.ts'
import { endedTracks } from '../suspects/track-of.ts'

/** What `mayWait` is never what the case waits for: to decide anew, or to do today what is owed later. */
export type Step = { readonly text: string; readonly href: string; readonly mayWait?: boolean }

type Stands = Pick<SeenSuspect, 'number' | 'track'>

/** Who ends a duty of each kind. What is not here ends by a step that the case offers by where its suspects stand. */
const endedWith: Readonly<Record<string, Permission>> = {
  [lineOfInquiryKind]: 'suspect.record',
  [materialKind]: 'material.record',
  [detentionKind]: 'suspect.record',
  [bailKind]: 'suspect.record',
  [underInvestigationKind]: 'suspect.record',
  [timeLimitKind]: 'suspect.record',
  [chargeKind]: 'charge.police',
  [thresholdReviewKind]: 'charging.decide',
  [adviceKind]: 'charging.advise',
  [chaserKind]: 'charging.decide',
}

const victimTold = 'Record that the victim was told'

/** The step that ends a duty, for a viewer whose agency owes it and who may take it; null for anybody else. */
export function stepForDuty(duty: SeenDuty, caseId: string, suspects: readonly Stands[], viewer: Viewer): Step | null {
  const suspect = suspects.find(({ number }) => duty.stream === suspectStream(caseId, number))
  const permission = duty.kind === victimNoticeKind ? noticePermission(duty, suspect) : endedWith[duty.kind]
  if (duty.owedBy.agency !== viewer.agency || !permission || !viewer.permissions.includes(permission)) return null
  if (suspect) return stepWithSuspect(duty, caseId, suspect)
  const [, review] = /^charging-review\/.*-S(\d+)$/.exec(duty.stream) ?? []
  if (review !== undefined && duty.kind === victimNoticeKind) {
    return { text: victimTold, href: paths.deskCaseReviewNotice(caseId, Number(review), duty.key) }
  }
  return duty.about?.path ? { text: duty.what, href: duty.about.path } : null
}

/** Police tell a victim of what they decided, and the prosecutor of what prosecutors did. */
const noticePermission = ({ stream }: SeenDuty, suspect: Stands | undefined): Permission | null => {
  if (suspect) return 'case.record'
  return stream.startsWith('charging-review/') ? 'charging.decide' : null
}

function stepWithSuspect({ kind, key, what }: SeenDuty, caseId: string, one: Stands): Step {
  const act = (address: string): string => paths.deskCaseSuspectAct(caseId, one.number, address)
  const called = suspectCalled(one).toLowerCase()
  if (kind === victimNoticeKind) return { text: victimTold, href: act(actAddress('tell-victim', key)) }
  if (kind === detentionKind && endedTracks.has(one.track)) {
    return { text: `Record the release of ${called}`, href: act(actAddress('release')) }
  }
  if (key.startsWith('detention-review')) return { text: what, href: act(actAddress('review')) }
  if (kind === underInvestigationKind) return { text: what, href: act(actAddress('review-under-investigation')) }
  return { text: `Go to ${called}`, href: paths.deskCaseSuspect(caseId, one.number) }
}
