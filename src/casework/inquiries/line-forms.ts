import { type LocalDate } from '../../calendar/local-date.ts'
import { type FormReader, formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { type ColleagueList, colleagueIn, colleagueSelect, findColleague } from '../decisions/colleagues.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { type Direction, type LineWords, directions } from '../investigation/lines.ts'
import { longestReason } from '../investigation/words.ts'
import type { SeenLine } from './read-inquiries.ts'

// The forms of a line of inquiry: what it is, what came of it, and opening it again.

type LineTyped = LineWords & { readonly dueOn: LocalDate | null; readonly reason: string }

export function parseLine(sent: Sent, colleagues: ColleagueList, changing: boolean): Parsed<LineTyped> {
  const reader = formReader(sent)
  const what = reader.text('what', 'Enter what the line of inquiry is', longestReason)
  const direction = reader.choice('direction', Object.keys(directions) as Direction[], 'Select where it may point')
  const who = colleagueIn(colleagues, textOf(sent, 'who'))
  if (who === undefined) reader.wrong('who', 'Choose somebody from the list, or nobody in particular')
  const dueOn = readDay(reader, sent)
  const reason = changing ? reader.text('reason', 'Enter why it is changed', longestReason) : ''
  if (reader.errors.length > 0 || direction === null || who === undefined) return rejected(sent, reader.errors)
  return accepted({ what, direction, who, dueOn, reason })
}

const readDay = (reader: FormReader, sent: Sent): LocalDate | null =>
  ['day', 'month', 'year'].every((part) => textOf(sent, `by-${part}`) === '')
    ? null
    : reader.date('by', 'the day by which it is to be done')

/** Adds a line of inquiry, or changes the one given. */
export function linePage(shown: CaseForm, colleagues: ColleagueList, line: SeenLine | null): Html {
  const { form, file } = shown
  const { id } = file.summary
  return caseFormPage(shown, {
    title: line ? `Change line of inquiry ${line.number}` : 'Add a line of inquiry',
    action: line ? paths.deskCaseLineAct(id, line.number, 'change') : paths.deskCaseInquiryAct(id, 'add'),
    button: line ? 'Change it' : 'Add it',
    cancel: paths.deskCaseInquiries(id),
    account: line === null,
    fields: [
      textarea({
        name: 'what',
        rows: 4,
        label: 'What is to be found out, and how',
        hint: 'Such as “CCTV of the forecourt between 6pm and 8pm, before it is written over”',
        ...form.field('what'),
      }),
      radios({
        name: 'direction',
        fieldset: { legend: { text: 'Where may it point?', classes: 'govuk-fieldset__legend--s' } },
        hint: 'Lines that point away from a suspect are pursued like any other.',
        classes: 'govuk-radios--small',
        items: Object.entries(directions).map(([value, text]) => ({ value, text })),
        ...form.field('direction'),
      }),
      findColleague(form, colleagues),
      colleagueSelect(form, colleagues, { name: 'who', label: 'Who pursues it', nobody: 'The officer in the case' }),
      dateInput({
        fieldset: { legend: { text: 'By which day (optional)' } },
        hint: 'Then it stands in the work list until it is done',
        ...form.date('by'),
      }),
      line &&
        textarea({
          name: 'reason',
          rows: 3,
          label: 'Why it is changed',
          hint: 'It stays on the record of the case',
          ...form.field('reason'),
        }),
    ],
  })
}

const outcomes = ['pursued', 'not-pursued'] as const

type ClosedTyped = { readonly outcome: (typeof outcomes)[number]; readonly words: string }

export function parseClosed(sent: Sent): Parsed<ClosedTyped> {
  const reader = formReader(sent)
  const outcome = reader.choice('outcome', outcomes, 'Select whether it was pursued')
  const missing = outcome === 'not-pursued' ? 'Enter why it is not pursued' : 'Enter what came of it'
  const words = reader.text('words', missing, longestReason)
  return reader.errors.length > 0 || outcome === null ? rejected(sent, reader.errors) : accepted({ outcome, words })
}

export const closePage = (shown: CaseForm, line: SeenLine): Html =>
  caseFormPage(shown, {
    title: `What came of line of inquiry ${line.number}?`,
    action: paths.deskCaseLineAct(shown.file.summary.id, line.number, 'close'),
    button: 'Record it',
    cancel: paths.deskCaseInquiries(shown.file.summary.id),
    account: false,
    fields: [
      theLine(line),
      radios({
        name: 'outcome',
        fieldset: { legend: { text: 'Was it pursued?', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: [
          { value: 'pursued', text: 'Yes, and this came of it' },
          { value: 'not-pursued', text: 'No: it is not reasonable to pursue it' },
        ],
        ...shown.form.field('outcome'),
      }),
      textarea({
        name: 'words',
        rows: 4,
        label: 'The result, or why it is not pursued',
        hint: 'What it showed, also where it showed nothing. It stays on the record of the case',
        ...shown.form.field('words'),
      }),
    ],
  })

export function parseReopened(sent: Sent): Parsed<{ readonly reason: string }> {
  const reader = formReader(sent)
  const reason = reader.text('reason', 'Enter why it is opened again', longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ reason })
}

export const reopenPage = (shown: CaseForm, line: SeenLine): Html =>
  caseFormPage(shown, {
    title: `Open line of inquiry ${line.number} again`,
    action: paths.deskCaseLineAct(shown.file.summary.id, line.number, 'reopen'),
    button: 'Open it again',
    cancel: paths.deskCaseInquiries(shown.file.summary.id),
    account: false,
    fields: [
      theLine(line),
      textarea({ name: 'reason', rows: 3, label: 'Why it is opened again', ...shown.form.field('reason') }),
    ],
  })

const theLine = ({ what, words }: SeenLine): Content =>
  html`<div class="govuk-inset-text">${paragraphs(what)} ${words && paragraphs(words, 'What came of it')}</div>`
