import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { longestReason } from '../investigation/words.ts'

/** A page that asks for nothing but words: why a referral is withdrawn, how police were chased. */
type ReasonPage = {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly missing: string
  /** What follows from it, beside the form. */
  readonly follows: Content
}

export function parseReason(sent: Sent, { missing }: ReasonPage): Parsed<string> {
  const reader = formReader(sent)
  const words = reader.text('words', missing, longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted(words)
}

export function reasonPage(shown: CaseForm, action: string, page: ReasonPage): Html {
  return caseFormPage(shown, {
    title: page.title,
    action,
    button: page.button,
    cancel: paths.deskCaseCharging(shown.file.summary.id),
    account: false,
    fields: textarea({ name: 'words', rows: 4, label: page.label, hint: page.hint, ...shown.form.field('words') }),
    beside: html`<p class="govuk-body">${page.follows}</p>`,
  })
}

export const reasonPages = {
  'withdraw-advice': {
    title: 'Withdraw the question',
    label: 'Why do you no longer need the advice?',
    hint: 'The prosecutor reads this',
    button: 'Withdraw the question',
    missing: 'Enter why you no longer need the advice',
    follows: 'The question stays on the record. You may ask another one at any time.',
  },
  withdraw: {
    title: 'Withdraw the referral',
    label: 'Why do you withdraw it?',
    hint: 'The prosecutor reads this',
    button: 'Withdraw the referral',
    missing: 'Enter why you withdraw it',
    follows: 'The suspects are then with police again. You may refer the case anew.',
  },
  remind: {
    title: 'Record that police were reminded',
    label: 'How were they reminded, and what did they say?',
    hint: 'Such as by telephone to the officer in the case',
    button: 'Record it',
    missing: 'Enter how police were reminded',
    follows: 'Police still owe the answer by the date of the rejection.',
  },
  'withdraw-item': {
    title: 'No longer ask for this',
    label: 'Why is it no longer needed?',
    hint: 'Police read this',
    button: 'No longer ask for it',
    missing: 'Enter why it is no longer needed',
    follows: 'Once nothing else of the action plan is waited for, the review goes on.',
  },
  chase: {
    title: 'Record that police were chased',
    label: 'How were they chased, and what did they say?',
    hint: 'Such as by email to the officer and the supervisor',
    button: 'Record it',
    missing: 'Enter how police were chased',
    follows:
      'With the first chaser the last clock starts: when it has ended without an answer, the referral may be closed. How long it is, is unconfirmed and the area’s to change.',
  },
  finalise: {
    title: 'Close until more evidence comes',
    label: 'Why is it closed?',
    hint: 'Police read this',
    button: 'Close the referral',
    missing: 'Enter why it is closed',
    follows:
      'This decides nothing about any suspect. If police answer later, the case is opened again; so may you open it, with a reason.',
  },
  reopen: {
    title: 'Open the referral again',
    label: 'Why is it opened again?',
    hint: 'Police read this',
    button: 'Open it again',
    missing: 'Enter why it is opened again',
    follows: 'Every suspect who is not decided on is with the prosecutor again.',
  },
} as const satisfies Readonly<Record<string, ReasonPage>>

export type ReasonAct = keyof typeof reasonPages
