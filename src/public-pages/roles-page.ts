import { table } from '../platform/web/components/table/table.ts'
import { type Html, html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'

const steps = [
  [
    'A crime is reported',
    'Record it, and decide whether and how to investigate.',
    'May advise early when the police ask, in serious or complex cases.',
  ],
  [
    'It is investigated',
    'Follow all reasonable lines of inquiry, whether they point towards the suspect or away.',
    'Do not investigate, and do not direct the police.',
  ],
  [
    'Whether there is a charge',
    'Decide in less serious cases, such as those that only a magistrates’ court can hear. May end a case that cannot meet the evidential standard, and record why.',
    'Decide in all other cases, and where a case has both kinds of offence.',
  ],
  ['The charge is made', 'Always the police, also where the prosecutor decided.', 'Authorise; they do not charge.'],
  [
    'The case goes to court',
    'Keep gathering evidence, and keep the prosecutor informed.',
    'Present the case, and keep asking whether it should go on: if the test is no longer met, it stops.',
  ],
] as const

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
      ${table({
        caption: 'A case, step by step',
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: ['Step', 'Police', 'Prosecutors'],
        rows: steps,
      })}
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
