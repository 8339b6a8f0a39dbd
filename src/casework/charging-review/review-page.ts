import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import type { Breadcrumb } from '../../platform/web/components/breadcrumbs/breadcrumbs.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Form, csrfField } from '../../platform/web/layout/form.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import type { HeldMaterial } from '../material/held-material.ts'
import type { SeenMaterial } from '../material/read-material.ts'
import type { Referral } from '../referral/case-referrals.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import { victimsToTell } from '../suspects/victims-to-tell.ts'
import type { ReviewFile } from './read-reviews.ts'
import { clockLine } from './suspect-lines.ts'
import { reviewDone, type ReviewDone } from './review-words.ts'
import type { DraftDocument } from './tables.ts'
import { type Missing, missingForDecision } from './what-is-missing.ts'

/** What a page of a review is made from: who looks, the case, and everything that is known of the suspect's review. */
export type ReviewShown = {
  readonly chrome: Chrome
  readonly csrfToken: string
  readonly viewer: Viewer
  readonly at: Instant
  readonly file: CaseFile
  readonly review: ReviewFile
  readonly suspect: SeenSuspect | null
  readonly material: readonly SeenMaterial[]
  /** The referral that asks for this decision, and everybody in it; null where none is open. */
  readonly referred: { readonly referral: Referral; readonly suspects: readonly SeenSuspect[] } | null
  /** Names of colleagues, by account. */
  readonly names: ReadonlyMap<string, string>
  readonly done: ReviewDone | null
}

/** The same for a prosecutor, who sees what is drafted. */
export type DraftShown = ReviewShown & { readonly draft: DraftDocument }

export const suspectWords = ({ review }: ReviewShown): string => `Suspect ${review.review.number}`

export const inCustody = ({ suspect, review }: ReviewShown): boolean =>
  (suspect?.position ?? review.draft?.position) === 'in-custody'

/** The register of the case as commands carry it. */
export const registerIn = ({ material }: ReviewShown): readonly HeldMaterial[] =>
  material.map(({ key, kind, title, state, use, from }) => ({ key, kind, title, state, use, from }))

/** Everything that is missing before the suspect can be decided on, as the case stands now. */
export const missingIn = (shown: DraftShown): readonly Missing[] =>
  missingForDecision(
    { ...shown.draft, standing: shown.review.review.standing },
    { material: shown.material, victims: victimsToTell(shown.file) },
  )

/** One page of a review, under its case. */
export function reviewPage(
  shown: ReviewShown,
  content: {
    readonly title: string
    readonly heading?: Content
    readonly trail?: readonly Breadcrumb[]
    readonly form?: Form
    readonly body: Content
  },
): Html {
  const { file, review, chrome, done } = shown
  const heading = caseHeading(file.summary)
  const id = file.summary.id
  return page(chrome, {
    title: content.title,
    heading: content.heading,
    caption: [heading, suspectWords(shown)].join(' · '),
    breadcrumbs: [
      { text: 'Cases', href: paths.deskCases },
      { text: heading, href: paths.deskCase(id) },
      { text: 'Charging', href: paths.deskCaseCharging(id) },
      { text: suspectWords(shown), href: paths.deskCaseReview(id, review.review.number) },
      ...(content.trail ?? []),
    ],
    errors: content.form?.errors,
    notice: done && (content.form?.errors.length ?? 0) === 0 ? { type: 'success', text: reviewDone[done] } : undefined,
    body: [clockLine(shown), content.body],
  })
}

/** A form of a review. It carries how often the draft had changed, so that nobody saves over a colleague unawares. */
export const reviewForm = (
  { csrfToken, review }: ReviewShown,
  shown: { readonly action: string; readonly button: string; readonly fields: Content; readonly cancel?: string },
): Html =>
  html`<form class="fp-form" method="post" action="${shown.action}" novalidate>
    ${csrfField(csrfToken)}
    <input type="hidden" name="seen" value="${review.changes}" />
    ${shown.fields}
    <div class="govuk-button-group">
      ${button({ text: shown.button, preventDoubleClick: true })}
      ${shown.cancel !== undefined && html`<a class="govuk-link" href="${shown.cancel}">Cancel</a>`}
    </div>
  </form>`
