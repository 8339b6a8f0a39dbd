import { type Instant, formatInstant } from '../../calendar/instant.ts'
import { dueWords, relativeDue } from '../../duties/duty-words.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { fileTypes } from '../file-check/file-check.ts'
import { anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import type { Referral } from './case-referrals.ts'
import { decisionKey, fileOf, lastSubmission } from './standing.ts'
import { caseTypes, categories, reviewTypes } from './terms.ts'
import { materialWords } from './told-lines.ts'

export const row = (key: string, value: Content): SummaryRow => ({
  key: { text: key },
  value: { html: html`${value}` },
})

/** The date of a duty, which opens how it was worked out, and how far off it is. */
export function dueLink(duties: readonly SeenDuty[], key: string, at: Instant): Content {
  const duty = duties.find((one) => one.key === key)
  if (!duty) return null
  const isOpen = duty.metAt === null && duty.waived === null
  return html`<a class="govuk-link" href="${paths.duty(duty.id)}"
      >${dueWords(duty)}<span class="govuk-visually-hidden">: how this date was worked out</span></a
    >${isOpen && html` <span class="fp-muted">(${relativeDue(duty, at)})</span>`}`
}

/** What police sent, as it stands. */
export function sentFile(
  referral: Referral,
  duties: readonly SeenDuty[],
  at: Instant,
  names: ReadonlyMap<string, string> = new Map(),
): Content {
  const { acceptance } = referral
  const { category, categoryReason, plea, fileType, supervisorComments, material, gaps } = fileOf(referral)
  return summaryList({
    classes: 'fp-narrow-keys',
    rows: [
      row('Category', [html`<p class="govuk-body">${categories[category].title}</p>`, paragraphs(categoryReason)]),
      row('Sent', formatInstant(lastSubmission(referral).at)),
      row('Decision due', dueLink(duties, decisionKey(referral), at)),
      acceptance && row('Accepted as', `${reviewTypes[acceptance.reviewType]}. ${caseTypes[acceptance.caseType]}`),
      row('With', referral.prosecutors.name),
      acceptance?.owner && row('Prosecutor', names.get(acceptance.owner) ?? 'Named by the CPS'),
      row('Plea expected', anticipatedPleas[plea]),
      row('File', fileTypes[fileType]),
      row('Holds', listOf(material.map(materialWords), 'Nothing on the register')),
      row(
        'Lacks',
        gaps.length === 0
          ? 'Nothing'
          : gaps.map(({ what, reason }) => [
              html`<p class="govuk-body"><strong>${what}</strong></p>`,
              paragraphs(reason),
            ]),
      ),
      row('Supervisor', paragraphs(supervisorComments)),
    ],
  })
}

const listOf = (words: readonly string[], none: string): Content =>
  words.length === 0
    ? none
    : html`<ul class="govuk-list govuk-!-margin-bottom-0">
        ${words.map((one) => html`<li>${one}</li>`)}
      </ul>`
