import { formatInstant, toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { directions } from '../investigation/lines.ts'
import type { Inquiries, SeenLine } from './read-inquiries.ts'

/** What the investigation is to find out and how, and every line of inquiry with what came of it. */
export function inquiriesTab(file: CaseFile, inquiries: Inquiries, { permissions }: Viewer): Content {
  const mayWrite = permissions.includes('suspect.record')
  return [
    html`<h2 class="govuk-heading-m">Investigation plan</h2>`,
    plan(file, inquiries, mayWrite),
    html`<h2 class="govuk-heading-m">Lines of inquiry</h2>`,
    standing(inquiries),
    inquiries.lines.map((line) => lineCard(file, inquiries, line, mayWrite)),
    mayWrite &&
      file.summary.investigate !== false &&
      button({
        text: 'Add a line of inquiry',
        href: paths.deskCaseInquiryAct(file.summary.id, 'add'),
        classes: inquiries.lines.length > 0 ? 'govuk-button--secondary' : '',
      }),
  ]
}

function plan({ summary }: CaseFile, { plans, names }: Inquiries, mayWrite: boolean): Content {
  const [latest, ...earlier] = plans
  const write = paths.deskCaseInquiryAct(summary.id, 'plan')
  if (!latest) {
    return html`<p class="govuk-body">No plan is written yet. It says what the investigation is to establish, and how.</p>
      ${mayWrite && button({ text: 'Write the plan', href: write, classes: 'govuk-button--secondary' })}`
  }
  const version = (one: Inquiries['plans'][number]): string =>
    `Version ${one.number}, ${formatInstant(one.at)}, by ${names.get(one.account) ?? 'somebody in another agency'}`
  return [
    planWords(latest),
    html`<p class="govuk-body fp-muted">${version(latest)}</p>`,
    mayWrite && html`<p class="govuk-body"><a class="govuk-link" href="${write}">Change the plan</a></p>`,
    earlier.length > 0 &&
      details({
        summaryText: earlier.length === 1 ? 'The version before' : `The ${earlier.length} versions before`,
        html: html`${earlier.map((one) => [html`<h3 class="govuk-heading-s">${version(one)}</h3>`, planWords(one)])}`,
      }),
  ]
}

const planWords = ({ objectives, strategy }: Inquiries['plans'][number]): Content => [
  html`<ol class="govuk-list govuk-list--number">
    ${objectives.map((objective) => html`<li>${objective}</li>`)}
  </ol>`,
  paragraphs(strategy),
]

/** How much is left, or that nothing is: then the case is ready for a decision on what was found. */
function standing({ lines }: Inquiries): Content {
  const open = lines.filter(({ outcome }) => outcome === null).length
  const onlyTowards = lines.length > 0 && lines.every(({ direction }) => direction === 'towards')
  return [
    html`<p class="govuk-body">
      Every reasonable line is pursued, whether it points towards a suspect or away (Criminal Procedure and
      Investigations Act 1996, Code of Practice).
    </p>`,
    lines.length > 0 &&
      open === 0 &&
      insetText({ text: 'Every line of inquiry is done. Add another if something new comes to light.' }),
    open > 0 && html`<p class="govuk-body"><strong>${open} of ${lines.length} still open.</strong></p>`,
    onlyTowards &&
      html`<p class="govuk-body">None recorded so far points away from a suspect. Is there one that could?</p>`,
  ]
}

const row = (key: string, value: Content): SummaryRow => ({ key: { text: key }, value: { html: html`${value}` } })

function lineCard({ summary, duties }: CaseFile, { names }: Inquiries, line: SeenLine, mayWrite: boolean): Content {
  const { number, what, direction, who, dueOn, outcome, words, closedAt } = line
  const act = (text: string, name: string) => ({ text, href: paths.deskCaseLineAct(summary.id, number, name) })
  const duty = duties.find(({ stream, key }) => stream === `investigation/${summary.id}` && key === `line-${number}`)
  const day = dueOn && formatDateLong(dueOn)
  const actions =
    outcome === null ? [act('Record what came of it', 'close'), act('Change', 'change')] : [act('Open again', 'reopen')]
  return summaryList({
    card: {
      title: { text: `Line of inquiry ${number}` },
      actions: mayWrite ? { items: actions } : undefined,
    },
    rows: [
      row('Line', paragraphs(what)),
      row('Direction', directions[direction]),
      row(
        'Who',
        who === null ? 'The officer in the case' : (names.get(who) ?? 'Somebody whose account you cannot see'),
      ),
      row(
        'By',
        duty && day ? html`<a class="govuk-link" href="${paths.duty(duty.id)}">${day}</a>` : (day ?? 'No day set'),
      ),
      outcome !== null &&
        closedAt &&
        row(outcome === 'pursued' ? 'Pursued' : 'Not pursued', [
          html`<p class="govuk-body"><strong>${formatDateLong(toLocalDate(closedAt))}</strong></p>`,
          paragraphs(words ?? '', outcome === 'pursued' ? 'Result' : 'Reason'),
        ]),
      outcome === null && row('Standing', html`<strong>Open</strong>`),
    ],
  })
}
