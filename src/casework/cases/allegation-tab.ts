import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { dueWords } from '../../duties/duty-words.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { calledIn, countVictims, momentWords, partOf, happenedWords } from './case-words.ts'
import { paragraphs } from './paragraphs.ts'
import type { CaseFile, CaseNotice } from './read-case.ts'

/** What is alleged, as it was reported, and what was decided on it. */
export const allegationTab = (file: CaseFile, viewer: Viewer): Content => [
  html`<h2 class="govuk-heading-m">What is alleged</h2>`,
  paragraphs(file.summary.what),
  summaryList({ rows: allegationRows(file) }),
  correctLine(file, viewer),
  html`<h2 class="govuk-heading-m">Who is responsible</h2>`,
  summaryList({ rows: responsibleRows(file, viewer) }),
  html`<h2 class="govuk-heading-m">What was decided</h2>`,
  summaryList({ rows: decisionRows(file, viewer) }),
  file.notices.length > 0 && html`<h2 class="govuk-heading-m">Telling the victims</h2>`,
  file.notices.length > 0 && summaryList({ rows: file.notices.map((notice) => noticeRow(file, notice, viewer)) }),
]

const row = (key: string, value: Content): SummaryRow => ({ key: { text: key }, value: { html: html`${value}` } })

function allegationRows({ summary, people }: CaseFile): readonly SummaryRow[] {
  const reporter = people.find(({ isReporter }) => isReporter)
  const victims = people.filter(({ victimNumber }) => victimNumber !== null)
  return [
    row('Where', summary.place),
    row('When', happenedWords(summary)),
    row('Suspected offence', summary.offence ? [summary.offenceTitle, code(summary.offence)] : 'Not clear yet'),
    row('Victims', victims.length > 0 ? lines(victims.map(calledIn)) : 'None that can be named'),
    row('Reported', momentWords(summary.reportedAt)),
    row('Reported by', reporter ? calledIn(reporter) : 'Somebody who gave no name'),
  ]
}

/** That it was corrected, and the way to correct it. What stood before is on the timeline. */
function correctLine({ summary: { id, correctedAt } }: CaseFile, { permissions }: Viewer): Content {
  const correct = permissions.includes('case.record')
  if (!correct && correctedAt === null) return null
  return html`<p class="govuk-body">
    ${correctedAt !== null && html`Corrected on ${formatDateLong(toLocalDate(correctedAt))}: <a class="govuk-link" href="${paths.deskCaseRecord(id)}">what stood before and why</a>. `}
    ${correct && html`<a class="govuk-link" href="${paths.deskCaseAllegationCorrect(id)}">Correct the allegation</a>`}
  </p>`
}

/** The officer and the supervisor by name, the case's number, and who alone may read it where it is restricted. */
function responsibleRows({ summary, names }: CaseFile, viewer: Viewer): readonly SummaryRow[] {
  const { id, urn, operation, officer, supervisor, restrictedTo, restrictedReason } = summary
  const may = (permission: string, href: string, text: string, of: string) =>
    viewer.permissions.includes(permission) ? { items: [{ href, text, visuallyHiddenText: of }] } : undefined
  const called = (account: string | null): string =>
    account === null ? 'Nobody yet' : (names.get(account) ?? 'Somebody of another agency')
  const assign = may(
    'case.decide',
    paths.deskCaseAssign(id),
    officer === null ? 'Assign' : 'Change',
    'who is responsible',
  )
  return [
    { ...row('Officer in the case', called(officer)), actions: assign },
    row('Supervisor', called(supervisor)),
    row('Dealt with by', summary.dealtWithBy),
    {
      ...row('URN', urn === null ? 'Not given yet' : html`<span class="fp-code">${urn}</span>`),
      actions: may('case.record', paths.deskCaseUrn(id), urn === null ? 'Give' : 'Change', 'the URN and the operation'),
    },
    ...(operation === null ? [] : [row('Operation', operation)]),
    {
      ...row(
        'Who reads it',
        restrictedTo === null
          ? 'Those who read the cases of the agencies on it'
          : [
              html`<p class="govuk-body"><strong>Restricted to</strong> ${restrictedTo.map(called).join(', ')}</p>`,
              restrictedReason && paragraphs(restrictedReason, 'Reason'),
            ],
      ),
      actions: may(
        'case.restrict',
        paths.deskCaseRestrict(id),
        restrictedTo === null ? 'Restrict' : 'Change',
        'who reads the case',
      ),
    },
  ]
}

const code = (offence: string): Content => html` <span class="fp-code fp-muted">${offence}</span>`

const lines = (all: readonly string[]): Content => all.map((one, index) => [index > 0 && html`<br />`, one])

function decisionRows({ summary }: CaseFile, { permissions }: Viewer): readonly SummaryRow[] {
  const { id, crime, crimeReference, crimeReason, investigate, how, investigateReason } = summary
  const crimeWords = crime ? `Recorded as crime ${crimeReference ?? ''}` : 'Recorded as no crime'
  const change = (href: string, text: string, of: string) =>
    permissions.includes('case.decide') ? { items: [{ href, text, visuallyHiddenText: of }] } : undefined
  return [
    {
      ...row('Is it a crime?', crime === null ? 'Not decided yet' : decided(crimeWords, [['Reason', crimeReason]])),
      actions: change(paths.deskCaseCrime(id), crime === null ? 'Decide' : 'Decide again', 'whether it is a crime'),
    },
    {
      ...row(
        'Is it investigated?',
        investigate === null
          ? 'Not decided yet'
          : decided(investigate ? 'Yes' : 'No', [
              ['How', how],
              ['Reason', investigateReason],
            ]),
      ),
      actions: change(
        paths.deskCaseInvestigate(id),
        investigate === null ? 'Decide' : 'Decide again',
        'whether to investigate',
      ),
    },
  ]
}

const decided = (words: string, details: ReadonlyArray<readonly [string, string | null]>): Content => [
  html`<p class="govuk-body"><strong>${words}</strong></p>`,
  details.map(([label, text]) => text && paragraphs(text, label)),
]

function noticeRow({ summary, people }: CaseFile, notice: CaseNotice, { permissions }: Viewer): SummaryRow {
  const { key, toldAt, how, waivedReason, duty } = notice
  const person = people.find(({ id }) => id === notice.person)
  const part = person ? partOf(person, countVictims(people)) : 'Victim'
  const by = duty && html`<a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a>`
  const isOpen = toldAt === null && waivedReason === null
  const told = toldAt && [
    html`<p class="govuk-body"><strong>Told on ${formatDateLong(toLocalDate(toldAt))}</strong></p>`,
  ]
  return {
    key: { html: html`${part}<br /><span class="fp-light">${person && calledIn(person)}</span>` },
    value: {
      html: html`${isOpen && html`<p class="govuk-body">To be told by ${by}</p>`} ${told} ${how && paragraphs(how, 'How')}
      ${waivedReason && [html`<p class="govuk-body"><strong>Not told</strong></p>`, paragraphs(waivedReason, 'Reason')]}`,
    },
    actions:
      isOpen && permissions.includes('case.record')
        ? {
            items: [
              {
                href: paths.deskCaseNotice(summary.id, key),
                text: 'Record',
                visuallyHiddenText: `that ${part.toLowerCase()} was told`,
              },
            ],
          }
        : undefined,
  }
}
