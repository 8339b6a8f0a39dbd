import { html, type Html } from '../platform/web/html.ts'
import { type Chrome, page } from '../platform/web/layout/page.ts'
import type { House } from '../platform/web/routing.ts'
import type { Operation } from './operation.ts'

/** How another system uses the API, for whoever writes one. */
export const apiPage = (chrome: Chrome, _: readonly Operation[], __: House): Html =>
  page(chrome, { title: 'For other systems', body: html`<p class="govuk-body">…</p>` })
