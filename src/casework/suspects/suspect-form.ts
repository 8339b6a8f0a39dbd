import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { FormReader } from '../../duties/writing/form-reader.ts'
import type { Sent } from '../../platform/access/sent.ts'
import type { Content } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import type { CaseDone } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import type { SeenSuspect } from './read-suspects.ts'
import type { SuspectCommand } from './suspect-commands.ts'

/** What a form about one suspect knows besides what is typed. */
export type About = {
  readonly file: CaseFile
  readonly suspect: SeenSuspect
  /** Every suspect of the case: the prosecutor decides a case as a whole. */
  readonly suspects: readonly SeenSuspect[]
  readonly at: Instant
  readonly holidays: BankHolidays
  readonly settings: DeadlineSettings
  /** What the act is about, where there may be several: the key of a charge or of a notice. */
  readonly key: string
}

/** One thing that can be recorded of a suspect, with its form. */
export type SuspectForm = {
  /** The page's title, and what the link to it says. */
  readonly title: string
  readonly button: string
  readonly permission: 'suspect.record' | 'charge.police' | 'case.record'
  /** True when it can be done now. What cannot is not offered. */
  offered(suspect: SeenSuspect, at: Instant): boolean
  fields(form: Form, about: About, sent: Sent): Content
  beside?(about: About): Content
  /** What the form begins with. */
  start?(about: About): Sent
  /** The command that was typed; null, with errors gathered, when it is not one yet. */
  parse(reader: FormReader, sent: Sent, about: About): Unsigned<SuspectCommand> | null
  /** The field beside which a refusal is shown. */
  readonly field: string
  readonly done: CaseDone
}
