import { paths } from '../paths.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { type Html, html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'
import { website } from './website.ts'

/** Every cookie that the website sets, without what stands before its name over HTTPS. */
const cookies = [
  {
    name: 'visit',
    about: 'Holds a random number when you open a form, so that nobody else can send it for you. Lasts 24 hours.',
  },
  {
    name: 'session',
    about:
      'Keeps you signed in, until you sign out or close the browser. A session that nobody uses ends by itself, and none lasts longer than a working day.',
  },
  {
    name: 'new-password',
    about: 'Remembers that you gave a one-time password while you choose your own. Lasts 10 minutes.',
  },
  {
    name: 'openid',
    about: 'Ties your organisation’s answer to this browser while you sign in there. Lasts 10 minutes.',
  },
  {
    name: 'calendar-token',
    about: 'Holds the private address of your calendar until it has been shown. Lasts a minute.',
  },
]

export const privacyPage = (chrome: Chrome): Html =>
  page(chrome, {
    title: 'Privacy and cookies',
    lede: 'You can read every public page without telling us who you are.',
    body: html`
      <h2 class="govuk-heading-m">When you read public pages</h2>
      <p class="govuk-body">
        We do not measure or follow readers, and nothing on a page comes from another company. Our log keeps the time,
        the kind of page, and whether it worked. It does not keep your network address, the address you asked for, or
        what you typed.
      </p>
      <h2 class="govuk-heading-m">When you sign in</h2>
      <p class="govuk-body">
        People who work in the area’s agencies have accounts: a name, a work email address, and roles. Whenever somebody
        opens personal data, the system keeps who they were, when, and why. The Data Protection Act 2018 asks for this
        in section 62.
      </p>
      <h2 class="govuk-heading-m">What public pages never hold</h2>
      <p class="govuk-body">
        Names or details of victims, witnesses, suspects or defendants. Figures about them are counts, from data that
        was published already or that has been checked so that nobody can be recognised.
        ${chrome.demonstration && 'In this demonstration, every person and case in the work space is made up.'}
      </p>
      <h2 class="govuk-heading-m">Cookies</h2>
      ${summaryList({
        rows: cookies.map(({ name, about }) => ({
          key: { html: html`<span class="fp-code">frankpledge-${name}</span>` },
          value: { text: about },
        })),
      })}
      <p class="govuk-body">Each is needed for what you ask the website to do, so we do not ask first. Scripts cannot read them.</p>
      <h2 class="govuk-heading-m">Your rights</h2>
      <p class="govuk-body">
        You can ask what is held about you, and to have it put right or erased. ${whomToAsk()} If you are not happy with
        the answer, complain to the
        <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.
      </p>
    `,
  })

const whomToAsk = (): Html =>
  website.dataProtectionContact
    ? html`Ask ${website.dataProtectionContact}.`
    : html`Ask the agency that holds it; <a class="govuk-link" href="${paths.contact}">contact</a> says which that is.`
