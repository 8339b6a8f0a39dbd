import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { type Authority, type DutyRule, authorityOf } from '../../duties/rules.ts'
import type { WorkedDate } from '../../duties/worked-date.ts'
import type { OffenceCode } from '../identifiers/offence-code.ts'
import type { DeadlineSettings } from './settings.ts'

/** A date that a rule gives: with its working, its authority, and who may authorise going up to it. */
export type Deadline = WorkedDate & {
  readonly authority: Authority
  /** The rank or court that may allow time up to this date; null where nobody has to. */
  readonly authorisedBy: string | null
}

/** What a rule needs besides what the asker gives. */
export type DeadlineFacts = { readonly holidays: BankHolidays; readonly settings: DeadlineSettings }

/** Something that a rule asks for. */
export type DeadlineKey = {
  /** As it is written on the command line and in an address: `arrested`. */
  readonly name: string
  /** As a label says it: "Time of arrest". */
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
} & (
  | { readonly kind: 'day' | 'moment' | 'number' | 'offence' }
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
)

/** What was given to a rule, checked against its keys. */
export type Given = {
  /** The day on which the clock starts, in London. */
  readonly day: LocalDate
  /** The moment it starts; a rule that counts in hours is never worked out without one. */
  readonly moment: Instant
  dayOf(name: string): LocalDate | null
  momentOf(name: string): Instant | null
  numberOf(name: string): number | null
  offenceOf(name: string): OffenceCode | null
  /** The choice that was made; the first where none was. */
  choiceOf<const Choice extends string>(name: string, choices: Readonly<Record<Choice, string>>): Choice
}

/** A rule of the catalogue that can be worked out by anybody who has a date. */
export type DeadlineRule = {
  readonly rule: DutyRule
  /** Under which heading it stands. */
  readonly group: string
  readonly from: { readonly kind: 'day' | 'moment'; readonly label: string; readonly hint?: string }
  readonly keys: readonly DeadlineKey[]
  /** Throws a `Refusal` where the rule has no answer for what was given. */
  workOut(given: Given, facts: DeadlineFacts): Deadline
}

/** A worked date under its rule. `unsure` marks an answer that rests on something no source confirms. */
export function under(
  rule: DutyRule,
  { unsure: counted = false, ...worked }: WorkedDate & { readonly unsure?: boolean },
  { authorisedBy = null, unsure = false }: { readonly authorisedBy?: string | null; readonly unsure?: boolean } = {},
): Deadline {
  const authority = authorityOf(rule)
  const confidence = counted || unsure ? 'unconfirmed' : authority.confidence
  return { ...worked, authority: { ...authority, confidence }, authorisedBy }
}
