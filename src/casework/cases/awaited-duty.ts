import type { Instant } from '../../calendar/instant.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { victimNoticeKind } from '../../victims/notices/not-investigated.ts'
import { detentionKind } from '../suspects/duty-kinds.ts'
import { suspectStream } from '../suspects/rows.ts'
import { isOpenDuty, whoseMove } from '../suspects/suspect-words.ts'
import type { TrackState } from '../suspects/track.ts'

/** What the head of a case is worked out from: who stands where, and what is owed, the earliest first. */
export type CaseStanding = {
  readonly summary: { readonly id: string; readonly force: string; readonly state: string }
  readonly suspects: ReadonlyArray<{ readonly number: number; readonly track: TrackState }>
  readonly duties: readonly SeenDuty[]
}

/** The kinds of duty that end what each stage of a referral waits for. */
const endsStage: Partial<Record<TrackState, string>> = {
  referred: 'referral-decision',
  'under-review': 'referral-decision',
  'referral-rejected': 'referral-resubmission',
  'action-plan': 'action-plan-item',
  'charge-authorised': 'charge-to-put',
}

/** While police investigate, their lines of inquiry and what they asked for are waited for as well as the suspect. */
const investigated: ReadonlySet<TrackState> = new Set(['suspected', 'bailed', 'under-investigation', 'in-custody'])

/**
 * The earliest open duty that belongs to what the case waits for; none where only other things are owed. While somebody
 * is detained the clock of their detention comes before all else that police owe. Where no suspect's track waits for
 * anybody, whatever is still owed is what happens next.
 */
export function awaitedDuty({ summary, suspects, duties }: CaseStanding): SeenDuty | undefined {
  const open = duties.filter(isOpenDuty)
  if (summary.state === 'to-tell') return open.find(({ kind }) => kind === victimNoticeKind)
  if (suspects.every((one) => whoseMove(one, summary.force) === null)) return open[0]
  const awaited = open.filter((duty) => suspects.some((one) => isAwaited(duty, one, summary)))
  return awaited.find(({ kind }) => kind === detentionKind) ?? awaited[0]
}

function isAwaited(
  { kind, stream, owedBy }: SeenDuty,
  one: CaseStanding['suspects'][number],
  { id, force }: CaseStanding['summary'],
): boolean {
  const { number, track } = one
  if (whoseMove(one, force) === null) return false
  const prosecutorsMove = track === 'referred' || track === 'under-review'
  if ((owedBy.agency === force) === prosecutorsMove) return false
  const wanted = endsStage[track]
  if (wanted !== undefined) return kind === wanted && (!stream.startsWith('suspect/') || isOf(stream, id, number))
  return isOf(stream, id, number) || (investigated.has(track) && /^(investigation|material)\//.test(stream))
}

const isOf = (stream: string, caseId: string, number: number): boolean => stream === suspectStream(caseId, number)

/** What is late in the case besides the duty that is waited for, the earliest first. */
export const lateBesides = (duties: readonly SeenDuty[], awaited: SeenDuty | undefined, at: Instant) =>
  duties.filter((duty) => duty !== awaited && isOpenDuty(duty) && at > duty.dueAt)
