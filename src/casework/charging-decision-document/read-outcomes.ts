import { sql } from 'kysely'
import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import type { LocalMonth } from '../../calendar/local-month.ts'
import { firstDayOf, lastDayOf } from '../../calendar/local-month.ts'
import type { Tx } from '../../platform/database/reading.ts'
import type { ChargeOutcome } from '../charging-review/outcomes.ts'
import { type OutcomeRow, outcomeRow } from './outcome-row.ts'

/** Only what the row needs of a decision's record: what was decided on each charge that was pursued. */
const decidedOnCharges = sql<readonly ChargeOutcome[]>`jsonb_path_query_array(
  charging_decision.record, '$.charges[*] ? (@.notPursued == null).outcome.outcome')`

const firstSent = sql<Instant | null>`case_referral.detail #>> '{submissions,0,at}'`

/**
 * The outcomes decided in a month, as far as the viewer may read the cases: the last decision on each suspect in each
 * referral, whenever the ones before it were made.
 */
export async function readOutcomes(tx: Tx, month: LocalMonth, holidays: BankHolidays): Promise<readonly OutcomeRow[]> {
  const rows = await tx
    .selectFrom('charging_decision')
    .leftJoin('case_referral', (join) =>
      join
        .onRef('case_referral.case_id', '=', 'charging_decision.case_id')
        .onRef('case_referral.number', '=', 'charging_decision.referral'),
    )
    .select(['charging_decision.case_id as caseId', 'charging_decision.number as suspect', 'referral', 'decision'])
    .select(['charging_decision.category', 'outcome', 'decided_on as decidedOn'])
    .select(decidedOnCharges.as('chargeOutcomes'))
    .select(firstSent.as('sentAt'))
    .where('decided_on', '>=', firstDayOf(month))
    .where('decided_on', '<=', lastDayOf(month))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('charging_decision as later')
            .select('later.decision')
            .whereRef('later.case_id', '=', 'charging_decision.case_id')
            .whereRef('later.number', '=', 'charging_decision.number')
            .whereRef('later.referral', '=', 'charging_decision.referral')
            .whereRef('later.decision', '>', 'charging_decision.decision'),
        ),
      ),
    )
    .orderBy('decided_on')
    .orderBy('charging_decision.case_id')
    .orderBy('charging_decision.number')
    .execute()
  return rows.map(({ sentAt, ...row }) =>
    outcomeRow({ ...row, referredOn: sentAt === null ? null : toLocalDate(sentAt) }, holidays),
  )
}
