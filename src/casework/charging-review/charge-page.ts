import { paths } from '../../paths.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { whenWords } from '../cases/case-words.ts'
import { materialBeside, missingList, stageList } from './beside.ts'
import { chargeForm } from './charge-form.ts'
import type { ReviewedCharge } from './charging-decision.ts'
import { elementsForm } from './elements-form.ts'
import { findingForm, questionsForm } from './evidence-forms.ts'
import { conclusionForm, publicInterestForm, stageTwoIsOpen } from './public-interest-forms.ts'
import { type DraftShown, inCustody, reviewForm, reviewPage } from './review-page.ts'
import type { SectionForm, SectionShown } from './section-form.ts'
import { type ChargeSection, chargeSections, sectionsOf } from './stages.ts'
import { thresholdForm } from './threshold-form.ts'
import { missingForFullCodeTest, missingOnCharge, missingSinceFound } from './what-is-missing.ts'

export const sectionForms: Readonly<Record<ChargeSection, SectionForm>> = {
  charge: chargeForm,
  elements: elementsForm,
  questions: questionsForm,
  finding: findingForm,
  'public-interest': publicInterestForm,
  conclusion: conclusionForm,
  threshold: thresholdForm,
}

/** Each section's heading, and where in the Code it stands. */
const headings: Readonly<Record<ChargeSection, readonly [heading: string, under: string]>> = {
  charge: ['The charge', 'Selection of charges, chapter 6'],
  elements: ['What must be proved, and what proves it', 'Evidential stage'],
  questions: ['Four questions about the evidence', 'Evidential stage, 4.6 to 4.8'],
  finding: ['Is there a realistic prospect of conviction?', 'Evidential stage'],
  'public-interest': ['Seven questions of the public interest', 'Public interest stage, 4.14'],
  conclusion: ['What the public interest requires', 'Public interest stage'],
  threshold: ['Threshold Test', 'Chapter 5'],
}

/** Where the browser goes when a section was saved: the next one of the test. */
export const nextSection: Readonly<Record<ChargeSection, ChargeSection | null>> = {
  charge: null,
  elements: 'questions',
  questions: 'finding',
  finding: 'public-interest',
  'public-interest': 'conclusion',
  conclusion: null,
  threshold: null,
}

/** One section of one charge: left what is asked, right what is missing and the material of the case. */
export function chargePage(section: SectionShown, at: ChargeSection, form: Form): Html {
  const { shown, charge } = section
  const { caseId, review } = shown.review
  const { key, offence } = charge.charge
  const [heading, under] = headings[at]
  const asked = sectionForms[at]
  const needed = charge.outcome ? missingOnCharge(charge) : missingForFullCodeTest(charge)
  const missing = [...needed, ...missingSinceFound(charge, shown.material)]
  const first = at === 'public-interest' && !stageTwoIsOpen(charge)
  return reviewPage(shown, {
    title: `${key}: ${chargeSections[at].toLowerCase()}`,
    heading: `${key} ${offence.title}`,
    trail: [{ text: key }],
    form,
    body: [
      chargeLine(shown, charge),
      stageList(shown, key, sectionsOf(charge, inCustody(shown)), at),
      html`<div class="fp-columns fp-columns--review">
        <div>
          <h2 class="govuk-heading-m fp-review__heading">${heading}</h2>
          <p class="fp-review__under">${under}</p>
          ${
            at === 'threshold' && !inCustody(shown)
              ? html`<p class="govuk-body">
                  The Threshold Test is only for a suspect who is in custody. This one is not, so the Full Code Test applies.
                </p>`
              : reviewForm(shown, {
                  action: paths.deskCaseReviewCharge(caseId, review.number, key, at),
                  button: first ? 'Take the public interest first' : asked.button,
                  fields: asked.fields(form, section),
                })
          }
        </div>
        <div class="fp-beside">
          ${missingList(shown, key, missing, charge.outcome ? 'for the outcome that is proposed' : 'for a charge by the Full Code Test')}
          ${materialBeside(shown)}
        </div>
      </div>`,
    ],
  })
}

/** What is charged, how it came to be so, and that police withdrew it since, where they did. */
export function chargeLine({ suspect }: DraftShown, reviewed: ReviewedCharge): Content {
  const { charge, changedBecause, proposed, notPursued } = reviewed
  const withdrawn = suspect?.proposed.find(({ key }) => key === charge.key)?.withdrawn ?? null
  return [
    html`<p class="govuk-body fp-review__charge">
      ${whenWords(charge.from, charge.to)}, ${charge.where}: ${charge.particulars}
      <span class="fp-muted"><span class="fp-code">${charge.offence.code}</span></span>
    </p>`,
    changedBecause !== null &&
      html`<p class="govuk-body fp-muted">
        ${proposed ? `Police proposed: ${proposed.offence.title}. Changed because: ` : 'Added by the prosecutor because: '}${changedBecause}
      </p>`,
    withdrawn !== null && html`<p class="govuk-body fp-attention">Police withdrew this charge: ${withdrawn}</p>`,
    notPursued && html`<p class="govuk-body"><strong>Not pursued:</strong> ${notPursued.reasons}</p>`,
  ]
}
