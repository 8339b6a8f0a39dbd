import { html, type Content, type Html } from '../html.ts'
import { genericHeader } from '../components/generic-header/generic-header.ts'
import type { Options } from '../components/options.ts'
import { csrfField } from './form.ts'
import { mark } from './mark.ts'

/** Who is signed in, and the token with which the form that signs out is sent. */
export type Account = Options<{ name: string; href?: string; signOutHref: string; signOutCsrf: string }>

type Head = Options<{ areaName: string; homeHref: string; signedInAs?: Account; signInHref?: string }>

function account({ signedInAs, signInHref }: Head): Content {
  if (signedInAs) {
    const { name, href, signOutHref, signOutCsrf } = signedInAs
    return html`<div class="fp-account">
      ${href ? html`<a class="fp-account__link" href="${href}">${name}</a>` : html`<span>${name}</span>`}
      <form method="post" action="${signOutHref}">
        ${csrfField(signOutCsrf)}
        <button class="fp-account__button" type="submit">Sign out</button>
      </form>
    </div>`
  }
  return signInHref && html`<div class="fp-account"><a class="fp-account__link" href="${signInHref}">Sign in</a></div>`
}

/** The bar at the top: whose site this is, and who is using it. */
export const header = (chrome: Head): Html =>
  genericHeader({
    classes: 'fp-header',
    url: chrome.homeHref,
    logoHtml: html`${mark()}<span class="fp-header__name">Frankpledge</span>
      <span class="fp-header__area">${chrome.areaName}</span>`,
    end: account(chrome),
  })
