import { toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { dueWords, relativeDue } from '../../duties/duty-words.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { calledIn } from '../cases/case-words.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import type { CaseNotice, CasePerson } from '../cases/read-case.ts'
import { longestReason } from '../investigation/words.ts'
import { type CaseForm, caseFormPage } from './decision-page.ts'

type NoticeTyped =
  | { readonly type: 'TellVictim'; readonly on: LocalDate; readonly how: string }
  | { readonly type: 'GiveUpTellingVictim'; readonly reason: string }

const choices = ['told', 'not-told'] as const

export function parseNotice(sent: Sent): Parsed<NoticeTyped> {
  const reader = formReader(sent)
  const told = reader.choice('told', choices, 'Select whether the victim was told')
  if (told === 'told') {
    const on = reader.date('on', 'the day the victim was told')
    const how = reader.text('words', 'Enter how the victim was told, and what was said', longestReason)
    return reader.errors.length > 0 || !on ? rejected(sent, reader.errors) : accepted({ type: 'TellVictim', on, how })
  }
  const reason = told === null ? '' : reader.text('words', 'Enter why nobody can tell the victim', longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ type: 'GiveUpTellingVictim', reason })
}

/** Records that a victim was told of the decision, beside whom to tell, how to reach them and what to say. */
export function noticePage(shown: CaseForm, notice: CaseNotice, person: CasePerson | null): Html {
  const { form, file } = shown
  return caseFormPage(shown, {
    title: 'Was the victim told?',
    action: paths.deskCaseNotice(file.summary.id, notice.key),
    button: 'Record it',
    account: false,
    fields: noticeFields(form, 'Was the victim told that it is not investigated, and why?'),
    beside: [whomToTell(person, file.summary.investigateReason), byWhen(shown, notice)],
  })
}

/** Whether the victim was told, on which day, and how; `legend` asks of what. */
export const noticeFields = (form: Form, legend: string): Content => [
  radios({
    name: 'told',
    fieldset: {
      legend: {
        text: legend,
        classes: 'govuk-fieldset__legend--s',
      },
    },
    classes: 'govuk-radios--small',
    items: [
      { value: 'told', text: 'Yes' },
      { value: 'not-told', text: 'No, and nobody can tell them' },
    ],
    ...form.field('told'),
  }),
  dateInput({ fieldset: { legend: { text: 'On which day, if they were' } }, ...form.date('on') }),
  textarea({
    name: 'words',
    rows: 4,
    label: 'How and what was said, or why nobody can tell them',
    hint: 'Such as “by telephone; declined referral to victim support”, “asked not to be told”, or each attempt to reach them',
    ...form.field('words'),
  }),
]

const row = (key: string, value: Content): SummaryRow => ({ key: { text: key }, value: { html: html`${value}` } })

/** Whom to tell, how to reach them and, where it is given, what to say. */
export function whomToTell(person: CasePerson | null, reason: string | null = null): Content {
  const { phone, email, address, contactNote } = person?.details ?? {}
  return html`<section class="fp-owed" aria-labelledby="whom">
    <h2 class="govuk-heading-s" id="whom">Whom and what</h2>
    ${summaryList({
      classes: 'govuk-summary-list--no-border fp-narrow-keys',
      rows: [
        row('Victim', person ? calledIn(person) : 'Not known'),
        phone && row('Telephone', phone),
        email && row('Email', email),
        address && row('Address', paragraphs(address)),
        contactNote && row('Contact', paragraphs(contactNote)),
        reason && row('Reason to give', paragraphs(reason)),
      ],
    })}
  </section>`
}

const byWhen = ({ at }: CaseForm, { duty }: CaseNotice): Content =>
  duty &&
  html`<p class="govuk-body">
    By <a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a>, ${relativeDue(duty, at)}.
    The clock started on the day of the decision.
  </p>`

/** The form as it begins: told today. */
export const noticeSent = (at: CaseForm['at']): Sent => {
  const [year = '', month = '', day = ''] = toLocalDate(at).split('-')
  return { 'on-day': String(Number(day)), 'on-month': String(Number(month)), 'on-year': year }
}
