import { type SeenDuty, readDutiesOf } from '../../duties/read-duty.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { Advice, Referral } from './case-referrals.ts'
import { referralStream } from './duties.ts'
import { isOpen } from './standing.ts'

/** What was asked of the prosecutor in a case, as everybody on it may read. */
export type SeenReferrals = {
  readonly advice: readonly Advice[]
  /** The first first. */
  readonly referrals: readonly Referral[]
  /** Those in which police or the prosecutor still have something to do. */
  readonly open: readonly Referral[]
  readonly duties: readonly SeenDuty[]
}

/** Nothing at all where the viewer is not on the case. */
export async function readReferral(tx: Tx, caseId: string): Promise<SeenReferrals> {
  const referrals = await tx
    .selectFrom('case_referral')
    .select('detail')
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute()
  const advice = await tx
    .selectFrom('case_advice')
    .select('detail')
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute()
  const all = referrals.map(({ detail }) => detail)
  return {
    advice: advice.map(({ detail }) => detail),
    referrals: all,
    open: all.filter(isOpen),
    duties: await readDutiesOf(tx, referralStream(caseId)),
  }
}
