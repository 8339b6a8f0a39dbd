import type { FastifyRequest } from 'fastify'
import { textarea } from './components/textarea/textarea.ts'
import { html } from './html.ts'
import type { Page } from './layout/page.ts'

/** 400. */
export const invalidPage = (sentence: string, backHref: string): Page => ({
  title: 'That address or form cannot be used',
  lede: sentence,
  body: html`<p class="govuk-body">Nothing was changed.</p>
    <p class="govuk-body"><a class="govuk-link" href="${backHref}">Go back and try again</a></p>`,
})

/** 413. */
export const tooLargePage = (backHref: string): Page => ({
  title: 'That was too large to send',
  body: html`<p class="govuk-body">Nothing was changed. Shorten the text, or send it in parts.</p>
    <p class="govuk-body"><a class="govuk-link" href="${backHref}">Go back and try again</a></p>`,
})

/** 401, for another system: there is no page on which it could sign in. */
export const noTokenPage = (backHref: string): Page => ({
  title: 'A token is needed here',
  lede: 'Send a token of your agency that still works, as “Authorization: Bearer …”. An administrator of the agency makes them.',
  body: html`<p class="govuk-body"><a class="govuk-link" href="${backHref}">Go back</a></p>`,
})

/** 403, when a form was sent after the session had ended. */
export const signInAgainPage = (signInHref: string): Page => ({
  title: 'You need to sign in again',
  body: html`<p class="govuk-body">Nothing was changed. You were signed out before you sent the form.</p>
    <p class="govuk-body"><a class="govuk-link" href="${signInHref}">Sign in and go back to the form</a></p>`,
})

/** Shorter answers are quickly given again. */
const worthKeeping = 20

function typedTexts({ body }: FastifyRequest): readonly string[] {
  if (body === null || typeof body !== 'object') return []
  return Object.entries(body)
    .filter(([name]) => name !== 'csrf' && !name.toLowerCase().includes('password'))
    .map(([, value]: [string, unknown]) => value)
    .filter((value) => typeof value === 'string')
    .filter((text) => text.length >= worthKeeping)
}

/**
 * A page about a form that was not accepted, with the longer texts that were typed into it, so that they can be
 * copied. Shown only to a browser that says that the form was on a page of ours.
 */
export function withTypedText(content: Page, request: FastifyRequest): Page {
  const texts = request.headers['sec-fetch-site'] === 'same-origin' ? typedTexts(request) : []
  if (texts.length === 0) return content
  const boxes = texts.map((text, index) =>
    textarea({
      id: `typed-${index + 1}`,
      name: `typed-${index + 1}`,
      rows: 6,
      value: text,
      label: { text: texts.length > 1 ? `What you typed (${index + 1} of ${texts.length})` : 'What you typed' },
      hint: { text: 'Copy this before you leave the page, and paste it into the form.' },
      attributes: { readonly: true },
    }),
  )
  return { ...content, body: html`${content.body} ${boxes}` }
}
