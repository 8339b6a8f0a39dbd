import { html, type Content, type Html } from '../html.ts'
import { backLink } from '../components/back-link/back-link.ts'
import { breadcrumbs, type Breadcrumb } from '../components/breadcrumbs/breadcrumbs.ts'
import { exitThisPage } from '../components/exit-this-page/exit-this-page.ts'
import { notificationBanner, type NotificationBanner } from '../components/notification-banner/notification-banner.ts'
import type { Items, Options } from '../components/options.ts'
import { phaseBanner } from '../components/phase-banner/phase-banner.ts'
import { serviceNavigation, type NavigationItem } from '../components/service-navigation/service-navigation.ts'
import { skipLink } from '../components/skip-link/skip-link.ts'
import { footer, type FooterLink } from './footer.ts'
import { errorSummary, type FieldError } from './form.ts'
import { header, type Account } from './header.ts'

/** What stands round every page: the same for all pages that one viewer sees on one face. */
export type Chrome = Options<{
  /** Such as "Thames and Chiltern". */
  areaName: string
  /** True where all people and cases are made up: every page then says so. */
  demonstration: boolean
  face: 'public' | 'work'
  homeHref: string
  navigation: Items<NavigationItem>
  signedInAs?: Account
  /** Shown where nobody has signed in. */
  signInHref?: string
  footerLinks: readonly FooterLink[]
  assets: { readonly stylesheet: string; readonly script: string; readonly favicon: string }
}>

/** One page. The layout prints its only `h1`, unless `heading` is null because a legend or label in the body is it. */
export type Page = Options<{
  /** For the browser's tab and history, and the heading unless `heading` is given. Never a person's name. */
  title: string
  heading?: Content
  /** Small line above the heading: what the page belongs to. */
  caption?: Content
  /** The first sentence, set larger. */
  lede?: Content
  breadcrumbs?: readonly Breadcrumb[]
  back?: { readonly text: string; readonly href: string }
  /** From a form that was sent and not accepted. */
  errors?: readonly FieldError[]
  /** What has just been done, or what the reader must know first. */
  notice?: NotificationBanner
  body: Content
  /** Where the reader may need to leave at once: a victim's own pages. */
  quickExit?: boolean
}>

const documentTitle = (chrome: Chrome, { title, errors = [] }: Page): string =>
  `${errors.length > 0 ? 'Error: ' : ''}${title} – Frankpledge ${chrome.areaName}`

const head = (chrome: Chrome, content: Page): Html =>
  html`<head>
    <meta charset="utf-8" />
    <title>${documentTitle(chrome, content)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#0b3d2e" />
    <link rel="icon" sizes="any" href="${chrome.assets.favicon}" type="image/svg+xml" />
    <link rel="stylesheet" href="${chrome.assets.stylesheet}" />
    <script type="module" src="${chrome.assets.script}"></script>
  </head>`

const demonstrationBanner = phaseBanner({
  tag: { text: 'Demonstration data', classes: 'govuk-tag--orange' },
  text: 'People and cases here are made up. The published figures are real.',
})

const exitSkipLink = skipLink({
  text: 'Exit this page',
  href: 'https://www.bbc.co.uk/weather',
  classes: 'govuk-js-exit-this-page-skiplink',
  attributes: { rel: 'nofollow noreferrer' },
})

function top(chrome: Chrome, content: Page): Content {
  return html` ${skipLink({ text: 'Skip to main content', href: '#main-content' })} ${content.quickExit && exitSkipLink}
    <header class="fp-top">
      ${header(chrome)}
      ${serviceNavigation({ navigation: chrome.navigation, navigationLabel: chrome.face === 'work' ? 'Work space' : 'Site' })}
      ${chrome.demonstration && demonstrationBanner}
    </header>`
}

function beforeMain({ back, breadcrumbs: crumbs = [], quickExit }: Page): Content {
  return [
    quickExit && exitThisPage(),
    // In a landmark, so that nothing on a page lies between them.
    back && html`<nav aria-label="Back">${backLink(back)}</nav>`,
    crumbs.length > 0 && breadcrumbs({ items: crumbs, collapseOnMobile: true }),
  ]
}

function headingOf({ title, heading, caption, lede }: Page): Content {
  return [
    caption && html`<p class="govuk-caption-l fp-caption">${caption}</p>`,
    heading !== null && html`<h1 class="govuk-heading-l">${heading ?? title}</h1>`,
    lede && html`<p class="govuk-body-l">${lede}</p>`,
  ]
}

/** The whole document. */
export const page = (chrome: Chrome, content: Page): Html =>
  html`<!DOCTYPE html>
    <html lang="en-GB" class="govuk-template">
      ${head(chrome, content)}
      <body class="govuk-template__body fp-${chrome.face}">
        ${top(chrome, content)}
        <div class="govuk-width-container">
          ${beforeMain(content)}
          <main class="govuk-main-wrapper" id="main-content">
            ${errorSummary(content.errors ?? [])} ${content.notice && notificationBanner(content.notice)}
            ${headingOf(content)} ${content.body}
          </main>
        </div>
        ${footer(chrome)}
      </body>
    </html> `
