import { type Instant, addHours, formatInstant, toLocalDate } from '../../../calendar/instant.ts'
import { formatDate } from '../../../calendar/local-date.ts'
import { paths } from '../../../paths.ts'
import { button } from '../../web/components/button/button.ts'
import { checkboxes } from '../../web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../web/components/date-input/date-input.ts'
import { details } from '../../web/components/details/details.ts'
import { emptyState } from '../../web/components/empty-state/empty-state.ts'
import { input } from '../../web/components/input/input.ts'
import { insetText } from '../../web/components/inset-text/inset-text.ts'
import { summaryList } from '../../web/components/summary-list/summary-list.ts'
import { tag } from '../../web/components/tag/tag.ts'
import { type Content, type Html, html } from '../../web/html.ts'
import { type Form, csrfField, emptyForm } from '../../web/layout/form.ts'
import { type Chrome, page } from '../../web/layout/page.ts'
import type { TokenRow } from './read-tokens.ts'

export type Tokens = {
  readonly chrome: Chrome
  readonly csrfToken: string
  readonly at: Instant
  readonly form: Form
  /** The secret of a token that was just made, shown this once. */
  readonly secret: string | null
  /** True right after a token was ended. */
  readonly ended: boolean
  /** What systems of this agency may be let do, with its sentence. */
  readonly scopes: ReadonlyArray<{ readonly scope: string; readonly text: string }>
  readonly tokens: readonly TokenRow[]
  readonly names: ReadonlyMap<string, string>
}

/** Which other systems of the agency have access, and the form that gives it to one more. */
export function tokensPage(shown: Tokens): Html {
  const { chrome, at, form, secret, ended, scopes, tokens } = shown
  const working = tokens.filter((token) => worksAt(token, at))
  const done = tokens.filter((token) => !worksAt(token, at))
  return page(chrome, {
    title: 'Other systems',
    breadcrumbs: [
      { text: 'Work list', href: paths.desk },
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Other systems' },
    ],
    errors: form.errors,
    notice: ended ? { type: 'success', text: 'The token is ended. It works no longer.' } : undefined,
    lede: 'A token lets another system of your agency, such as a police records system, use the API. It may do only what you choose, and what it does stands on the record under its name.',
    body: [
      secret && secretBlock(secret),
      html`<p class="govuk-body"><a class="govuk-link" href="${paths.api}">How a system uses the API</a></p>`,
      html`<h2 class="govuk-heading-m">Systems with access</h2>`,
      working.length > 0 ? working.map((token) => tokenBlock(shown, token)) : nobody,
      scopes.length > 0 ? makeForm(shown) : nothingOffered,
      done.length > 0 &&
        details({
          summaryText: done.length === 1 ? '1 token that has ended' : `${done.length} tokens that have ended`,
          html: done.map((token) => tokenBlock(shown, token)),
        }),
    ],
  })
}

const worksAt = ({ endedAt, expiresAt }: TokenRow, at: Instant): boolean => endedAt === null && expiresAt > at

const nobody = emptyState({
  heading: 'No other system has access',
  text: 'Each system that you give a token will stand here, with what it may do and when it was last used.',
})

const nothingOffered = html`<p class="govuk-body">
  The API offers nothing yet that an agency like yours does, so no token can be made.
</p>`

const secretBlock = (secret: string): Content => [
  html`<h2 class="govuk-heading-m">The new token</h2>
    <p class="govuk-body">
      Copy it now into the other system, and nowhere else. It is not shown again: we keep only what it takes to recognise
      it.
    </p>`,
  insetText({ html: html`<span class="fp-code">${secret}</span>` }),
]

/** A token that runs out within this time says so. */
const soonHours = 30 * 24

function tokenBlock(shown: Tokens, token: TokenRow): Content {
  const { at, names, scopes } = shown
  const { name, madeAt, madeBy, lastUsedAt } = token
  const may = token.scopes.map((scope) => scopes.find((one) => one.scope === scope)?.text ?? scope)
  return html`<section class="fp-token">
    <h3 class="govuk-heading-s">${name}</h3>
    ${summaryList({
      rows: [
        {
          key: { text: 'May' },
          value: {
            html: html`<ul class="govuk-list govuk-list--bullet">
              ${may.map((text) => html`<li>${text}</li>`)}
            </ul>`,
          },
        },
        { key: { text: 'Made' }, value: { text: `${formatInstant(madeAt)} by ${names.get(madeBy) ?? madeBy}` } },
        { key: { text: 'Last used' }, value: { text: lastUsedAt === null ? 'Never' : formatInstant(lastUsedAt) } },
        { key: { text: 'Works until' }, value: { html: standing(token, at, names) } },
      ],
    })}
    ${worksAt(token, at) && endForm(shown, token)}
  </section>`
}

function standing(
  { endedAt, endedBy, endedReason, expiresAt }: TokenRow,
  at: Instant,
  names: ReadonlyMap<string, string>,
): Html {
  if (endedAt !== null) {
    const by = names.get(endedBy ?? '') ?? endedBy
    return html`${tag({ text: 'Ended', classes: 'govuk-tag--grey' })} ${formatInstant(endedAt)} by ${by}. ${endedReason}`
  }
  const day = formatDate(toLocalDate(expiresAt))
  if (expiresAt <= at) return html`${tag({ text: 'Run out', classes: 'govuk-tag--grey' })} ${day}`
  return expiresAt <= addHours(at, soonHours)
    ? html`${tag({ text: 'Runs out soon', classes: 'govuk-tag--orange' })} the end of ${day}`
    : html`The end of ${day}`
}

/** What was typed belongs to the one token whose form it was. */
function endForm({ csrfToken, form }: Tokens, { id, name }: TokenRow): Html {
  const mine = form.field('token').value === id ? form : emptyForm
  return details({
    summaryText: 'End this token',
    open: mine !== emptyForm,
    html: html`<form method="post" action="${paths.apiTokenEnd(id)}" novalidate>
      ${csrfField(csrfToken)}
      ${input({
        name: 'reason',
        id: `reason-${id}`,
        label: `Why is the access of ${name} ended?`,
        hint: 'It stops working at once and cannot be started again.',
        autocomplete: 'off',
        ...mine.field('reason'),
      })}
      ${button({ text: 'End the token', classes: 'govuk-button--warning', preventDoubleClick: true })}
    </form>`,
  })
}

const makeForm = ({ csrfToken, form, scopes }: Tokens): Html =>
  html`<h2 class="govuk-heading-m">Give a system access</h2>
    <form method="post" action="${paths.apiTokens}" novalidate>
      ${csrfField(csrfToken)}
      ${input({
        name: 'name',
        label: 'Name of the system',
        hint: 'As colleagues know it. It stands on the record beside everything that the system does.',
        classes: 'govuk-input--width-20',
        autocomplete: 'off',
        ...form.field('name'),
      })}
      ${checkboxes({
        name: 'scopes',
        fieldset: { legend: { text: 'What may it do?' } },
        hint: 'Choose no more than it needs.',
        classes: 'govuk-checkboxes--small',
        items: scopes.map(({ scope, text }) => ({ value: scope, text })),
        ...form.choices('scopes'),
      })}
      ${dateInput({
        fieldset: { legend: { text: 'Last day on which it works' } },
        hint: 'At most a year from today. Make a new token before it runs out, then end the old one.',
        ...form.date('expires'),
      })}
      ${button({ text: 'Make a token', preventDoubleClick: true })}
    </form>`
