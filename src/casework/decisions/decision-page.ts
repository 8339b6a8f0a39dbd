import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { type Content, type Html, attributes, html } from '../../platform/web/html.ts'
import { type Form, csrfField } from '../../platform/web/layout/form.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { caseHeading } from '../investigation/case-heading.ts'

/** A form of a case: who has it before them, the case, and what was typed. */
export type CaseForm = {
  readonly chrome: Chrome
  readonly csrfToken: string
  readonly viewer: Viewer
  readonly at: Instant
  readonly file: CaseFile
  readonly form: Form
}

/**
 * A page on which one thing is decided or recorded. The form carries how much had happened in the case when it was
 * shown, so that nobody decides over what a colleague did meanwhile without knowing it.
 */
export function caseFormPage(
  { chrome, csrfToken, file, form }: CaseForm,
  shown: {
    readonly title: string
    readonly action: string
    readonly button: string
    readonly fields: Content
    readonly beside?: Content
    /** Where Cancel leads, if not to the case. */
    readonly cancel?: string
    /** False where the account of what is alleged does not help. */
    readonly account?: boolean
    /** What in the case the form is about, where that is one thing in it. */
    readonly about?: string
    /** Given where the form brings a file. */
    readonly encoding?: 'multipart/form-data'
  },
): Html {
  const { id, what, happenings } = file.summary
  const heading = caseHeading(file.summary)
  return page(chrome, {
    title: shown.title,
    caption: heading,
    breadcrumbs: [
      { text: 'Cases', href: paths.deskCases },
      { text: heading, href: paths.deskCase(id) },
      { text: shown.title },
    ],
    errors: form.errors,
    body: html`<div class="fp-columns">
      <form class="fp-form" method="post" action="${shown.action}"${attributes({ enctype: shown.encoding })} novalidate>
        ${csrfField(csrfToken)}
        <input type="hidden" name="seen" value="${happenings}" />
        ${shown.about !== undefined && html`<p class="govuk-body-l">${shown.about}</p>`}
        ${shown.account !== false && details({ summaryText: 'What is alleged', html: html`${paragraphs(what)}`, open: true })}
        ${shown.fields}
        <div class="govuk-button-group">
          ${button({ text: shown.button, preventDoubleClick: true })}
          <a class="govuk-link" href="${shown.cancel ?? paths.deskCase(id)}">Cancel</a>
        </div>
      </form>
      <div>${shown.beside}</div>
    </div>`,
  })
}
