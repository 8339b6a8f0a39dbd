import { html } from '../html.ts'
import type { Page } from './page.ts'

/** 404. The same words for what never was and for what the reader may not know of. */
export const notFoundPage = (homeHref: string): Page => ({
  title: 'Page not found',
  body: html` <p class="govuk-body">
      If you typed the address, check that it is right. If you pasted it, check that you copied all of it.
    </p>
    <p class="govuk-body">
      A page that moved or was withdrawn still answers and says where to go. This address has never been one of ours, or
      it is about something you do not have access to.
    </p>
    <p class="govuk-body"><a class="govuk-link" href="${homeHref}">Start again from the first page</a></p>`,
})

/** 403. */
export const notAllowedPage = (homeHref: string): Page => ({
  title: 'You do not have permission to do this',
  body: html` <p class="govuk-body">Nothing was changed.</p>
    <p class="govuk-body">
      Your role does not include this. If your work needs it, ask the person who manages access for your unit, and tell
      them the address of this page.
    </p>
    <p class="govuk-body"><a class="govuk-link" href="${homeHref}">Go back to the first page</a></p>`,
})

/** 403, when a form was sent too late or from elsewhere, so that its token did not match. */
export const formExpiredPage = (backHref: string): Page => ({
  title: 'This form has expired',
  body: html` <p class="govuk-body">
      Nothing was changed. The form was open for too long, or you signed in again in another window.
    </p>
    <p class="govuk-body"><a class="govuk-link" href="${backHref}">Open the form again</a> and send it once more.</p>`,
})

/** 409: a rule said no. `sentence` is the refusal's own. */
export const refusedPage = (sentence: string, backHref: string): Page => ({
  title: 'That could not be done',
  lede: sentence,
  body: html` <p class="govuk-body">Nothing was recorded.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="${backHref}">Go back and see how things stand now</a>. Someone else may have acted on
      this since you opened it.
    </p>`,
})

/** 500. `reference` finds the failure in the log. */
export const failedPage = (reference: string, homeHref: string): Page => ({
  title: 'Sorry, something went wrong',
  body: html` <p class="govuk-body">
      This is our fault, not yours. What you sent may not have been recorded: check before you send it again.
    </p>
    <p class="govuk-body">
      Try again in a few minutes. If it happens again, report it and give this reference:
      <strong class="fp-code">${reference}</strong>
    </p>
    <p class="govuk-body"><a class="govuk-link" href="${homeHref}">Go back to the first page</a></p>`,
})
