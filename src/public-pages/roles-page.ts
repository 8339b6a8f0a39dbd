import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { type Html, html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'

type Step = { readonly step: string; readonly police: string; readonly prosecutors: string }

const steps: readonly Step[] = [
  {
    step: 'A crime is reported',
    police: 'Record it, and decide whether and how to investigate.',
    prosecutors: 'May advise early when the police ask, in serious or complex cases.',
  },
  {
    step: 'It is investigated',
    police: 'Follow all reasonable lines of inquiry, whether they point towards the suspect or away.',
    prosecutors: 'Do not investigate.',
  },
  {
    step: 'Is there a charge?',
    police:
      'Decide in less serious cases, such as most of those that only a magistrates’ court can hear. May end a case that cannot meet the evidential standard, and record why.',
    prosecutors: 'Decide in all other cases, and for every offence of a case that has both kinds.',
  },
  {
    step: 'The charge is made',
    police: 'Always make it, also where a prosecutor decided.',
    prosecutors: 'Authorise it, and do not make it.',
  },
  {
    step: 'The case goes to court',
    police: 'Keep gathering evidence, and keep the prosecutor informed.',
    prosecutors: 'Present it, and keep asking whether it should go on. If the test is no longer met, it stops.',
  },
]

const stepShown = ({ step, police, prosecutors }: Step): Html =>
  summaryList({
    card: { title: { text: step, headingLevel: 3 } },
    rows: [
      { key: { text: 'Police' }, value: { text: police } },
      { key: { text: 'Prosecutors' }, value: { text: prosecutors } },
    ],
  })

const codeForCrownProsecutors = 'https://www.cps.gov.uk/publication/full-code-test'
const chargingGuidance = 'https://www.cps.gov.uk/legal-guidance/dg6-desktop-guide'

/**
 * Sources: Director's Guidance on Charging, 6th edition, Desktop Guide (who charges what); Code for Crown
 * Prosecutors, 8th edition, the Full Code Test and that it is applied throughout a case.
 */
export const rolesPage = (chrome: Chrome): Html =>
  page(chrome, {
    title: 'How police and prosecutors’ roles differ',
    lede: 'The police find out what happened. The Crown Prosecution Service decides whether a court should hear it. They work on one case and answer for different decisions.',
    body: html`
      <h2 class="govuk-heading-m">A case, step by step</h2>
      ${steps.map(stepShown)}
      <h2 class="govuk-heading-m">The test that prosecutors apply</h2>
      <p class="govuk-body">Both parts must be met, in this order.</p>
      <ol class="govuk-list govuk-list--number">
        <li>The evidential stage: is there enough evidence for a realistic prospect of conviction?</li>
        <li>The public interest stage: does the public interest need a prosecution?</li>
      </ol>
      <h2 class="govuk-heading-m">What commissioners do</h2>
      <p class="govuk-body">
        A police and crime commissioner sets the plan for policing in a force’s area and holds the force to account for
        it in public. A commissioner decides nothing in a case.
      </p>
      <h2 class="govuk-heading-m">Where this comes from</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href="${chargingGuidance}">Director of Public Prosecutions’ Guidance on Charging</a>,
          6th edition, in force from 31 December 2020, in its shorter Desktop Guide
        </li>
        <li>
          <a class="govuk-link" href="${codeForCrownProsecutors}">Code for Crown Prosecutors</a>, 8th edition, the Full
          Code Test
        </li>
      </ul>
      <p class="govuk-body">These pages explain the law in plain words. They are not legal advice.</p>
    `,
  })
