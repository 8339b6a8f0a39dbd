import { formatDateLong } from '../../calendar/local-date.ts'
import { dueWords, relativeDue } from '../../duties/duty-words.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import { printedHtml } from '../../platform/documents/printed-html.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { page } from '../../platform/web/layout/page.ts'
import { victimNoticeKind } from '../../victims/notices/not-investigated.ts'
import type { Looking } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import type { DecisionRecord } from '../charging-review/charging-decision.ts'
import { victimsToTell } from '../suspects/victims-to-tell.ts'
import { decisionBlocks, decisionTitle } from './decision-document.ts'
import { countingCaveats } from './outcome-caveats.ts'
import type { OutcomeRow } from './outcome-row.ts'
import type { DecisionFile } from './read-decision-file.ts'
import { victimLetters } from './victim-letter.ts'

/** The record of one charging decision: the document, and for its prosecutors what else comes of it. */
export function decisionPage({ chrome, viewer, at }: Looking, file: CaseFile, made: DecisionFile): Html {
  const { record, words, counted } = made
  const { caseId, suspect, prosecutors } = record
  const title = decisionTitle(record)
  const isTheirs = viewer.agency === prosecutors && viewer.permissions.includes('charging.decide')
  // Nobody is to be told of a decision that another took the place of.
  const hasLetter = isTheirs && words.replacedBy === null && victimsToTell(file).length > 0
  return page(chrome, {
    title,
    caption: words.heading,
    breadcrumbs: [
      { text: 'Cases', href: paths.deskCases },
      { text: words.heading, href: paths.deskCase(caseId) },
      { text: 'Charging', href: paths.deskCaseCharging(caseId) },
      { text: `Suspect ${suspect}`, href: paths.deskCaseReview(caseId, suspect) },
      { text: `Decision ${record.decision}` },
    ],
    body: [
      actions(made, hasLetter),
      printedHtml(decisionBlocks(record, words)),
      html`<div class="fp-no-print">
        ${hasLetter && letterDrafts(made, file, at)} ${counted && countedAs(counted, viewer.permissions)}
      </div>`,
    ],
  })
}

function actions({ record, decisions }: DecisionFile, hasLetter: boolean): Content {
  const { caseId, suspect, decision } = record
  const others = Array.from({ length: decisions }, (_, index) => index + 1).filter((one) => one !== decision)
  return html`<div class="fp-actions fp-no-print">
    ${button({ text: 'Download as PDF', href: paths.deskCaseDecisionPdf(caseId, suspect, decision) })}
    <a class="govuk-link" href="${paths.deskCaseWhatIf(caseId, suspect)}">What if some of it were lost?</a>
    ${hasLetter && html`<a class="govuk-link" href="#letter">For the letter to a victim</a>`}
    ${others.map(
      (one) => html`<a class="govuk-link" href="${paths.deskCaseDecision(caseId, suspect, one)}">Decision ${one}</a>`,
    )}
  </div>`
}

function letterDrafts({ record }: DecisionFile, file: CaseFile, at: Looking['at']): Content {
  const letters = victimLetters(record, victimsToTell(file))
  return html`<section aria-labelledby="letter">
    <h2 class="govuk-heading-m" id="letter">${letters.length > 1 ? 'For the letters to the victims: drafts' : 'For the letter to a victim: a draft'}</h2>
    <p class="govuk-body">
      Made from this decision, in general terms. It is a draft for a prosecutor to make theirs: nothing has been sent.
    </p>
    ${letters.length === 0 && html`<p class="govuk-body">No charge concerns a victim, so there is nobody to write to.</p>`}
    ${letters.map(
      ({ to, paragraphs, check }) =>
        html`${letters.length > 1 && html`<h3 class="govuk-heading-s">To ${to.join(' and ').toLowerCase()}</h3>`}
          <div class="govuk-inset-text">${paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`)}</div>
          <p class="govuk-body"><strong>Before it goes</strong></p>
          <ul class="govuk-list govuk-list--bullet">
            ${check.map((text) => html`<li>${text}</li>`)}
          </ul>`,
    )}
    ${tellingDuties(record, file.duties, at)}
  </section>`
}

/** The victims who are still to be told by the CPS. Each date opens how it was worked out. */
function tellingDuties({ caseId, suspect }: DecisionRecord, duties: readonly SeenDuty[], at: Looking['at']): Content {
  const stream = `charging-review/${caseId}-S${suspect}`
  const open = duties.filter(
    (duty) => duty.stream === stream && duty.kind === victimNoticeKind && duty.metAt === null && duty.waived === null,
  )
  return open.map(
    (duty) =>
      html`<p class="govuk-body">
        ${duty.owedTo.name}: ${duty.what}, by
        <a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a>, ${relativeDue(duty, at)}.
        <a class="govuk-link" href="${paths.deskCaseReviewNotice(caseId, suspect, duty.key)}"
          >Record that ${duty.owedTo.name.toLowerCase()} was told</a
        >
      </p>`,
  )
}

function countedAs(counted: OutcomeRow, permissions: readonly string[]): Content {
  const { outcome, letter, referral, referredOn, decidedOn, workingDays } = counted
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return details({
    summaryText: 'How this decision is counted',
    html: html`${summaryList({
      classes: 'govuk-summary-list--no-border',
      rows: [
        row('Outcome', outcome),
        row('CPS letter', letter ?? 'Not known: no source that we hold confirms one'),
        row('Referral', String(referral)),
        row('Referred on', referredOn === null ? 'Not known' : formatDateLong(referredOn)),
        row('Decided on', formatDateLong(decidedOn)),
        row('Working days taken', workingDays === null ? 'Not known' : String(workingDays)),
      ],
    })}
      <ul class="govuk-list govuk-list--bullet">
        ${countingCaveats.map((text) => html`<li>${text}</li>`)}
      </ul>
      ${
        permissions.includes('measures.read') &&
        html`<p class="govuk-body">
          <a class="govuk-link" href="${paths.deskChargingOutcomes}">All charging outcomes of a month</a>
        </p>`
      }`,
  })
}
