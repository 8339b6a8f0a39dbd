import { formatDate, parseLocalDate } from '../calendar/local-date.ts'
import { paths } from '../paths.ts'
import { type Html, html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'
import { website } from './website.ts'

const equalityAdvisoryService = 'https://www.equalityadvisoryservice.com/'

/**
 * The accessibility statement.
 *
 * Source: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, SI 2018/952,
 * reg 8 (what is not accessible and why; alternatives; how to report; enforcement) and reg 9 (the standard).
 */
export const accessibilityPage = (chrome: Chrome): Html =>
  page(chrome, {
    title: 'Accessibility statement',
    lede: 'We want everybody to be able to use this website, whatever they use it with.',
    body: html`
      <p class="govuk-body">You should be able to:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>use every page with a keyboard alone, or with speech</li>
        <li>listen to it with a screen reader</li>
        <li>enlarge it to 400% without text running off the screen</li>
        <li>use it without JavaScript, in light or dark colours, and on a narrow phone</li>
        <li>read every chart as a table of numbers</li>
      </ul>
      <h2 class="govuk-heading-m">How accessible this website is</h2>
      <p class="govuk-body">
        This website is meant to meet the Web Content Accessibility Guidelines version 2.2, level AA. It is
        <strong>partially compliant</strong>, because of what stands below and because no disabled person has yet tested
        it with us.
      </p>
      <h2 class="govuk-heading-m">What is not accessible</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Source files that other bodies published (CSV) come as they were made, without explanations of their columns
          in the file. The same figures are on our pages as tables.
        </li>
        <li>
          Pages have not been tested with real assistive technology: screen readers, screen magnifiers or speech
          control. We do not know what such tests would find.
        </li>
      </ul>
      <p class="govuk-body">We have not claimed that anything would be a disproportionate burden to put right.</p>
      <h2 class="govuk-heading-m">Tell us, or ask for another format</h2>
      <p class="govuk-body">
        If something does not work for you, or you need what is here in another format,
        <a class="govuk-link" href="${paths.contact}">contact us</a>. Say which page it is and what you use.
      </p>
      <h2 class="govuk-heading-m">If you are not happy with our answer</h2>
      <p class="govuk-body">
        The Equality and Human Rights Commission enforces the accessibility regulations. Contact the
        <a class="govuk-link" href="${equalityAdvisoryService}">Equality Advisory and Support Service</a>.
      </p>
      <h2 class="govuk-heading-m">How this statement was made</h2>
      <p class="govuk-body">
        It was prepared on ${formatDate(parseLocalDate(website.accessibilityPreparedOn))} from our own tests: every
        public page is checked with the axe rules in Chromium at two widths, each time the software changes.
      </p>
    `,
  })
