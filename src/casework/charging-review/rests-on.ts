import { formatDateLong } from '../../calendar/local-date.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { materialStates } from '../material/held-material.ts'
import { type ProvedElement, type ReviewedCharge, stands } from './charging-decision.ts'
import { chargeOutcomes } from './outcomes.ts'
import { answerWords } from './public-interest-forms.ts'
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

const row = (key: string, value: Content): SummaryRow => ({ key: { text: key }, value: { html: html`${value}` } })

/** Everything that the decision on one charge rests on, to be read before it is confirmed. */
export function restsOn(charge: ReviewedCharge): Content {
  const { key, offence } = charge.charge
  const { outcome, notPursued } = charge
  const decided = notPursued ? 'Not pursued' : outcome ? chargeOutcomes[outcome.outcome].words : 'Not decided yet'
  return html`<section class="fp-rests" aria-labelledby="rests-${key}">
    <h2 class="govuk-heading-m" id="rests-${key}">${key} ${offence.title}: ${decided}</h2>
    ${notPursued && paragraphs(notPursued.reasons, 'Reason')} ${outcome?.reasons && paragraphs(outcome.reasons, 'Reasons')}
    ${!notPursued && byItsTest(charge)}
  </section>`
}

const byItsTest = (charge: ReviewedCharge): Content =>
  charge.outcome?.outcome === 'charge' && charge.outcome.test === 'threshold-test'
    ? thresholdPart(charge)
    : [evidentialPart(charge), publicInterestPart(charge)]

const missing = html`<span class="fp-attention">Missing</span>`

function evidentialPart({ elements, questions, likelyDefence, finding }: ReviewedCharge): Content {
  return [
    html`<h3 class="govuk-heading-s">Evidential stage</h3>`,
    summaryList({
      rows: [
        ...elements.map((element) => row(element.words, provedBy(element))),
        ...evidentialQuestionKeys.map((question) => {
          const answered = questions[question]
          const words = answered && [
            html`<strong>${questionAnswers[answered.answer]}</strong> `,
            paragraphs(answered.note),
          ]
          return row(evidentialQuestions[question].question, words ?? missing)
        }),
        row('Likely defence', likelyDefence ? paragraphs(likelyDefence) : missing),
        row(
          'Realistic prospect of conviction',
          stands(finding)
            ? [
                html`<strong>${finding.realisticProspect ? 'Yes' : 'No'}</strong>`,
                paragraphs(finding.reasons),
                html`<p class="govuk-body fp-muted">${testTimings[finding.timing]}.</p>`,
              ]
            : missing,
        ),
      ],
    }),
  ]
}

const provedBy = ({ material, none, note }: ProvedElement): Content => [
  material.map(
    ({ key, title, state }) =>
      html`<p class="govuk-body">
        <span class="fp-code">${key}</span> ${title}
        ${state !== 'received' && html`<span class="fp-attention">${materialStates[state]}</span>`}
      </p>`,
  ),
  none && html`<p class="govuk-body"><strong>None</strong></p>`,
  material.length === 0 && !none && missing,
  note && paragraphs(note),
]

function publicInterestPart({ publicInterest, publicInterestFirst, conclusion }: ReviewedCharge): Content {
  return [
    html`<h3 class="govuk-heading-s">Public interest stage</h3>`,
    publicInterestFirst && paragraphs(publicInterestFirst.reasons, 'Exceptionally taken first'),
    summaryList({
      rows: [
        ...publicInterestKeys.map((question) =>
          row(`(${question}) ${publicInterestQuestions[question].question}`, answerWords(publicInterest[question])),
        ),
        row(
          'What the public interest requires',
          stands(conclusion)
            ? [
                html`<strong>${conclusion.prosecutionRequired ? 'A prosecution' : 'No prosecution'}</strong>`,
                paragraphs(conclusion.reasons),
              ]
            : missing,
        ),
      ],
    }),
  ]
}

function thresholdPart({ threshold }: ReviewedCharge): Content {
  if (!threshold) return missing
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
