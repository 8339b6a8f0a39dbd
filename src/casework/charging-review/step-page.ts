import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type FieldError, formOf } from '../../platform/web/layout/form.ts'
import { missingList } from './beside.ts'
import { missingIn, reviewForm, reviewPage } from './review-page.ts'
import type { SuspectForm, SuspectShown } from './suspect-forms.ts'

/** One form of the suspect as a whole, beside what is still missing. */
export function stepPage(
  suspect: SuspectShown,
  asked: SuspectForm,
  step: string,
  sent: Sent,
  errors: readonly FieldError[],
): Html {
  const { shown } = suspect
  const { caseId, review } = shown.review
  const form = formOf(sent, errors)
  const isOpen = review.standing === 'open' || review.standing === 'again'
  const missing = missingIn(shown)
  return reviewPage(shown, {
    title: asked.title,
    trail: [{ text: asked.title }],
    form,
    body: html`<div class="fp-columns fp-columns--review">
      <div>
        ${reviewForm(shown, {
          action: paths.deskCaseReviewStep(caseId, review.number, step),
          button: asked.button,
          fields: asked.fields(form, suspect),
          cancel: paths.deskCaseReview(caseId, review.number),
        })}
      </div>
      <div class="fp-beside">${isOpen && missingList(shown, null, missing, 'for a decision on this suspect')}</div>
    </div>`,
  })
}
