import type { FastifyInstance } from 'fastify'
import { dateParts, formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import type { CaseSummary } from '../cases/read-case.ts'
import { caseAct, noFacts, orderOn } from '../decisions/case-act.ts'
import { londonIso } from '../deadlines/london-time.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import type { Facts } from '../investigation/investigation.ts'
import { longestReason } from '../investigation/words.ts'
import { factFields, recordOnEnter, reportedFields } from './fact-fields.ts'
import { offencesFound } from './offence-choice.ts'
import { readFacts } from './parse-allegation.ts'

/** Corrects what is recorded of the report. What stood before stays on the record, with why it was changed. */
export function correctAllegationRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/allegation/correct',
    permission: 'case.record',
    what: 'Case: correction of the allegation',
    facts: noFacts,
    begin: ({ file }) => standingSent(file.summary),
    parse: (sent, { at }) => parseCorrected(sent, at),
    page: correctAllegationPage,
    field: () => 'what',
    perform: (request, corrected, { file }) => orderOn(request, file, { type: 'CorrectAllegation', ...corrected }),
    done: ({ summary }) => ({ path: paths.deskCase(summary.id), done: 'allegation-corrected' }),
    asksOnly: (sent) => textOf(sent, 'do') === 'find-offence',
  })
}

/** The form filled in with what stands. */
const standingSent = (summary: NonNullable<CaseSummary>): Sent => ({
  ...dateParts('reported', toLocalDate(summary.reportedAt)),
  'reported-time': londonIso(summary.reportedAt).slice(11, 16),
  what: summary.what,
  where: summary.place,
  ...dateParts('from', summary.from),
  'from-time': summary.fromTime ?? '',
  ...(summary.to !== summary.from && dateParts('to', summary.to)),
  'to-time': summary.toTime ?? '',
  'offence-words': summary.offence ?? '',
})

function parseCorrected(sent: Sent, at: Instant): Parsed<{ readonly facts: Facts; readonly reason: string }> {
  const reader = formReader(sent)
  const facts = readFacts(reader, sent, at)
  const reason = reader.text('reason', 'Enter why it is corrected', longestReason)
  return reader.errors.length > 0 || !facts ? rejected(sent, reader.errors) : accepted({ facts, reason })
}

function correctAllegationPage(shown: CaseForm): Html {
  const { form, file } = shown
  const action = paths.deskCaseAllegationCorrect(file.summary.id)
  const words = { 'offence-words': form.field('offence-words').value ?? '' }
  return caseFormPage(shown, {
    title: 'Correct the allegation',
    action,
    button: 'Correct it',
    account: false,
    fields: [
      recordOnEnter,
      reportedFields(form),
      factFields(form, offencesFound(words), action),
      textarea({
        name: 'reason',
        rows: 3,
        label: 'Why it is corrected',
        hint: 'It stays on the record of the case, with what stood before',
        ...form.field('reason'),
      }),
    ],
    beside: html`<p class="govuk-body">
      Who reported it and the people in the case are changed on the tab
      <a class="govuk-link" href="${paths.deskCasePeople(file.summary.id)}">People</a>. A report about something else is
      another allegation.
    </p>`,
  })
}
