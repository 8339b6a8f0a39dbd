import { toldOfNoInvestigation, victimToldBy } from '../../victims/notices/not-investigated.ts'
import type { DeadlineRule } from './deadline.ts'

const rights = { standard: 'Standard rights', enhanced: 'Enhanced rights' } as const

const told: DeadlineRule = {
  rule: toldOfNoInvestigation,
  group: 'Telling victims',
  from: { kind: 'day', label: 'Day of the decision' },
  keys: [{ name: 'rights', kind: 'choice', label: 'The victim’s rights', choices: rights }],
  workOut(given, { holidays }) {
    const grounds = given.choiceOf('rights', rights) === 'enhanced' ? (['vulnerable'] as const) : []
    return { ...victimToldBy(given.day, grounds, holidays), authorisedBy: null }
  },
}

/** The clocks by which victims are told. */
export const noticeDeadlines: readonly DeadlineRule[] = [told]
