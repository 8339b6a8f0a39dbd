import { formatDateLong } from '../../calendar/local-date.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { materialStates } from '../material/held-material.ts'
import { type ProvedElement, type ReviewedCharge, stands } from './charging-decision.ts'
import { chargeOutcomes } from './outcomes.ts'
import { answerWords } from './public-interest-forms.ts'
import { endsAtStageOne } from './stages.ts'
import {
  evidentialQuestionKeys,
  evidentialQuestions,
  publicInterestKeys,
  publicInterestQuestions,
  questionAnswers,
  testTimings,
  thresholdConditionKeys,
  thresholdConditions,
} from './the-code.ts'
import { type ReviewSection, missingOnCharge } from './what-is-missing.ts'

const row = (key: string, value: Content): SummaryRow => ({ key: { text: key }, value: { html: html`${value}` } })

export function decidedWords({ notPursued, outcome }: ReviewedCharge): string {
  if (notPursued) return 'Not pursued'
  return outcome ? chargeOutcomes[outcome.outcome].words : 'Not decided yet'
}

/** Everything that the decision on one charge rests on, to be read before it is confirmed. */
export function restsOn(charge: ReviewedCharge): Content {
  const { key, offence } = charge.charge
  const { outcome, notPursued } = charge
  return html`<section class="fp-rests" aria-labelledby="rests-${key}">
    <h2 class="govuk-heading-m" id="rests-${key}">${key} ${offence.title}: ${decidedWords(charge)}</h2>
    ${notPursued && paragraphs(notPursued.reasons, 'Reason')} ${outcome?.reasons && paragraphs(outcome.reasons, 'Reasons')}
    ${!notPursued && byItsTest(charge)}
  </section>`
}

function byItsTest(charge: ReviewedCharge): Content {
  const needed = new Set(missingOnCharge(charge).map(({ section }) => section))
  const absent: Absent = (section) =>
    charge.outcome === null || needed.has(section)
      ? html`<span class="fp-attention">Missing</span>`
      : html`<span class="fp-muted">Not recorded, and not needed for this outcome</span>`
  return charge.outcome?.outcome === 'charge' && charge.outcome.test === 'threshold-test'
    ? thresholdPart(charge, absent)
    : [evidentialPart(charge, absent), publicInterestPart(charge, absent)]
}

/** What stands where nothing does: only what the outcome needs is missing. */
type Absent = (section: ReviewSection) => Content

function evidentialPart(charge: ReviewedCharge, absent: Absent): Content {
  const { elements, questions, likelyDefence, finding } = charge
  return [
    html`<h3 class="govuk-heading-s">Evidential stage</h3>`,
    summaryList({
      rows: [
        ...elements.map((element) => row(element.words, provedBy(element, absent))),
        ...evidentialQuestionKeys.map((question) => {
          const answered = questions[question]
          const words = answered && [
            html`<strong>${questionAnswers[answered.answer]}</strong> `,
            paragraphs(answered.note),
          ]
          return row(evidentialQuestions[question].question, words ?? absent('questions'))
        }),
        row('Likely defence', likelyDefence ? paragraphs(likelyDefence) : absent('questions')),
        row(
          'Realistic prospect of conviction',
          stands(finding)
            ? [
                html`<strong>${finding.realisticProspect ? 'Yes' : 'No'}</strong>`,
                paragraphs(finding.reasons),
                html`<p class="govuk-body fp-muted">${testTimings[finding.timing]}.</p>`,
              ]
            : absent('finding'),
        ),
      ],
    }),
  ]
}

const provedBy = ({ material, none, note }: ProvedElement, absent: Absent): Content => [
  material.map(
    ({ key, title, state }) =>
      html`<p class="govuk-body">
        <span class="fp-code">${key}</span> ${title}
        ${state !== 'received' && html`<span class="fp-attention">${materialStates[state]}</span>`}
      </p>`,
  ),
  none && html`<p class="govuk-body"><strong>None</strong></p>`,
  material.length === 0 && !none && absent('elements'),
  note && paragraphs(note),
]

function publicInterestPart(charge: ReviewedCharge, absent: Absent): Content {
  const { publicInterest, publicInterestFirst, conclusion } = charge
  const heading = html`<h3 class="govuk-heading-s">Public interest stage</h3>`
  if (endsAtStageOne(charge)) {
    return [heading, html`<p class="govuk-body">Not reached, because the evidential stage is not passed.</p>`]
  }
  return [
    heading,
    publicInterestFirst && paragraphs(publicInterestFirst.reasons, 'Exceptionally taken first'),
    summaryList({
      rows: [
        ...publicInterestKeys.map((question) =>
          row(
            `(${question}) ${publicInterestQuestions[question].question}`,
            publicInterest[question] ? answerWords(publicInterest[question]) : absent('public-interest'),
          ),
        ),
        row(
          'What the public interest requires',
          stands(conclusion)
            ? [
                html`<strong>${conclusion.prosecutionRequired ? 'A prosecution' : 'No prosecution'}</strong>`,
                paragraphs(conclusion.reasons),
              ]
            : absent('conclusion'),
        ),
      ],
    }),
  ]
}

function thresholdPart({ threshold }: ReviewedCharge, absent: Absent): Content {
  if (!threshold) return absent('threshold')
  return [
    html`<h3 class="govuk-heading-s">Threshold Test</h3>`,
    summaryList({
      rows: [
        row('Risk of bail', paragraphs(threshold.bailRisk)),
        ...thresholdConditionKeys.map((condition) => {
          const { met, reasons } = threshold.conditions[condition]
          return row(thresholdConditions[condition], [
            html`<strong>${met ? 'Met' : 'Not met'}</strong>`,
            paragraphs(reasons),
          ])
        }),
        row('Expected evidence', paragraphs(threshold.expected.join('\n'))),
        row('Custody time limit', formatDateLong(threshold.custodyLimit)),
        row('Full Code Test review by', formatDateLong(threshold.reviewOn)),
      ],
    }),
  ]
}
