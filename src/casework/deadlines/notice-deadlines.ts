import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Authority, DutyRule } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import { toldOfNoFurtherAction, victimToldOfNoFurtherAction } from '../../victims/notices/no-further-action.ts'
import { toldOfNoCharge, victimToldOfNoCharge } from '../../victims/notices/not-charged.ts'
import { toldOfNoInvestigation, victimToldBy } from '../../victims/notices/not-investigated.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import type { DeadlineRule } from './deadline.ts'

const rights = { standard: 'Standard rights', enhanced: 'Enhanced rights' } as const

type ToldBy = (
  decidedOn: LocalDate,
  grounds: readonly EnhancedGround[],
  holidays: BankHolidays,
) => WorkedDate & { readonly authority: Authority }

const told = (rule: DutyRule, toldBy: ToldBy): DeadlineRule => ({
  rule,
  group: 'Telling victims',
  from: { kind: 'day', label: 'Day of the decision' },
  keys: [{ name: 'rights', kind: 'choice', label: 'The victim’s rights', choices: rights }],
  workOut(given, { holidays }) {
    const grounds = given.choiceOf('rights', rights) === 'enhanced' ? (['vulnerable'] as const) : []
    return { ...toldBy(given.day, grounds, holidays), authorisedBy: null }
  },
})

/** The clocks by which victims are told. */
export const noticeDeadlines: readonly DeadlineRule[] = [
  told(toldOfNoInvestigation, victimToldBy),
  told(toldOfNoFurtherAction, victimToldOfNoFurtherAction),
  told(toldOfNoCharge, victimToldOfNoCharge),
]
