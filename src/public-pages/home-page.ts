import type { Instant } from '../calendar/instant.ts'
import { paths } from '../paths.ts'
import type { Tx } from '../platform/database/reading.ts'
import { insetText } from '../platform/web/components/inset-text/inset-text.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'

/** What a feature shows on the first page, its heading included; null while it has nothing to show. */
export type HomeSection = (tx: Tx, at: Instant) => Promise<Content>

const ways = [
  {
    href: paths.promises,
    text: 'Promises',
    about: 'What each agency owes the public, by when, and whether it was kept.',
  },
  {
    href: paths.plan,
    text: 'The plan',
    about: 'The police and crime plan: its objectives, and how each is measured.',
  },
  {
    href: paths.performance,
    text: 'What came of it',
    about: 'How prosecutions ended, month by month, and the crime that was recorded.',
  },
  {
    href: paths.data,
    text: 'Check it yourself',
    about: 'Every source file and every table behind a figure, to download.',
  },
]

const wayIn = ({ href, text, about }: (typeof ways)[number]): Html =>
  html`<div class="govuk-grid-column-one-half">
    <h2 class="govuk-heading-m"><a class="govuk-link" href="${href}">${text}</a></h2>
    <p class="govuk-body">${about}</p>
  </div>`

/** Two and two, so that they stand level whatever their length. */
const waysIn = (): Html =>
  html`<div class="govuk-grid-row">${ways.slice(0, 2).map(wayIn)}</div>
    <div class="govuk-grid-row">${ways.slice(2).map(wayIn)}</div>`

const demonstrationInvitation = (): Html =>
  insetText({
    html: html`This is a demonstration. The published figures and the statutory dates are real; the people, their cases and what
      else they owe are made up.
      <a class="govuk-link" href="${paths.demonstration}">Choose whom to be</a> and look at the work space from inside.`,
  })

export const homePage = (chrome: Chrome, sections: readonly Content[]): Html =>
  page(chrome, {
    title: `Crime and justice in ${chrome.areaName}`,
    lede: `What police, prosecutors and police and crime commissioners in ${chrome.areaName} promise, and what comes of it, on one record that anyone can check.`,
    body: html`
      ${chrome.demonstration && demonstrationInvitation()} ${waysIn()} ${sections}
      <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      <h2 class="govuk-heading-m">Who does what</h2>
      <p class="govuk-body">
        The police investigate. Prosecutors decide, in all but less serious cases, whether there is a charge, and then
        bring the case to court. Neither does the other’s work.
        <a class="govuk-link" href="${paths.roles}">How police and prosecutors’ roles differ</a>
      </p>
      <h2 class="govuk-heading-m">Why it is called Frankpledge</h2>
      <p class="govuk-body">
        In medieval England a frankpledge was the joint promise of ten households to bring offenders among them to
        justice. A public court checked that they kept it.
      </p>
    `,
  })
