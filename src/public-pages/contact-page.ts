import { insetText } from '../platform/web/components/inset-text/inset-text.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { type Html, html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'
import { website } from './website.ts'

const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`

const matters = [
  { key: 'Somebody is in danger now', value: html`Call ${link('tel:999', '999')}` },
  {
    key: 'A crime, or a case with the police',
    value: html`Call ${link('tel:101', '101')}, or go to the force:
    ${link('https://www.thamesvalley.police.uk/', 'Thames Valley')},
    ${link('https://www.herts.police.uk/', 'Hertfordshire')} or
    ${link('https://www.bedfordshire.police.uk/', 'Bedfordshire')}`,
  },
  {
    key: 'A case in court, as a victim or witness',
    value: html`Speak to the witness care officer named in your letter, or to the
    ${link('https://www.cps.gov.uk/contact-us', 'Crown Prosecution Service')}`,
  },
  {
    key: 'The police and crime plan',
    value: html`Write to the police and crime commissioner for
    ${link('https://www.thamesvalley-pcc.gov.uk/', 'Thames Valley')},
    ${link('https://www.hertscommissioner.org/', 'Hertfordshire')} or
    ${link('https://www.bedfordshire.pcc.police.uk/', 'Bedfordshire')}`,
  },
]

const unstaffed = (): Html =>
  insetText({ text: 'Nobody answers for this website itself: whoever runs it has not named a contact.' })

const aboutTheWebsite = (email: string): Html =>
  html`<p class="govuk-body">
    ${website.runBy && html`This website is run by ${website.runBy}.`} Write to ${link(`mailto:${email}`, email)} about a page that does not work, a figure that seems
    wrong, or a format that you need.
  </p>`

export const contactPage = (chrome: Chrome): Html =>
  page(chrome, {
    title: 'Contact',
    lede: 'This website shows what the area’s agencies do. To speak to one of them, go to it directly.',
    body: html`
      ${summaryList({ rows: matters.map(({ key, value }) => ({ key: { text: key }, value: { html: value } })) })}
      <h2 class="govuk-heading-m">About this website</h2>
      ${website.contactEmail ? aboutTheWebsite(website.contactEmail) : unstaffed()}
    `,
  })
