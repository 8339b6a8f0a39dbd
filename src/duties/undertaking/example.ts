import { bankHolidaysOf } from '../../calendar/bank-holidays.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import {
  type BasisWithFacts,
  type Promised,
  type Undertaking,
  type UndertakingCommand,
  undertaking,
} from './undertaking.ts'

// Shared by the tests of undertakings and of the pages that show them.

const holiday = (date: string, title: string) => ({ date: parseLocalDate(date), title, notes: '' })

export const holidays = bankHolidaysOf(parseLocalDate('2026-02-25'), [
  holiday('2026-12-25', 'Christmas Day'),
  { ...holiday('2026-12-28', 'Boxing Day'), notes: 'Substitute day' },
  holiday('2027-01-01', 'New Year’s Day'),
])

/** Friday 18 December 2026, before Christmas. */
export const promised: Promised = {
  kind: 'undertaking',
  what: 'Send the panel the revised delivery plan',
  about: { text: 'Police and crime plan', path: '/plan' },
  owedBy: { agency: 'thames-valley-police', unit: 'planning', name: 'Planning team' },
  owedTo: { name: 'Police and crime panel', agency: 'thames-valley-panel' },
  public: false,
  source: {
    instrument: 'Minutes of the performance board, 18 December 2026',
    section: 'Item 4',
    edition: null,
    checkedOn: '2026-12-18',
    confidence: 'confirmed',
  },
  startedOn: parseLocalDate('2026-12-18'),
}

export const tenWorkingDays: BasisWithFacts = { kind: 'working-days', workingDays: 10, holidays }
export const byNewYear: BasisWithFacts = { kind: 'fixed-date', dueOn: parseLocalDate('2026-12-31') }

export const acted = { at: parseInstant('2026-12-18T10:00:00.000Z'), by: 'planner' }

export const undertake: UndertakingCommand = {
  type: 'Undertake',
  id: 'one',
  promised,
  basis: tenWorkingDays,
  ...acted,
}

/** What is folded has been on the record. */
export const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))

export const after = (...commands: readonly UndertakingCommand[]): Undertaking | null =>
  commands.reduce<Undertaking | null>(
    (state, command) => fold(undertaking, state, throughJson(undertaking.decide(command, state))),
    null,
  )

export const dutyOf = (state: Undertaking | null) => undertaking.rows(state)['duty']?.[0]
export const historyOf = (state: Undertaking | null) => undertaking.rows(state)['duty_history'] ?? []
