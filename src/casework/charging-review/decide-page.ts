import { paths } from '../../paths.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { victimsToTell } from '../suspects/victims-to-tell.ts'
import { missingList } from './beside.ts'
import { stands } from './charging-decision.ts'
import { type DraftShown, missingIn, reviewForm, reviewPage } from './review-page.ts'
import { restsOn } from './rests-on.ts'
import { codeEdition } from './the-code.ts'
import { whomToTell } from './whom-to-tell.ts'

/** The decision before it is made: everything it rests on, what is still missing, and one button. */
export function decidePage(shown: DraftShown, form: Form, role: string): Html {
  const { draft, review } = shown
  const missing = missingIn(shown)
  const action = paths.deskCaseReviewStep(review.caseId, review.review.number, 'decide')
  return reviewPage(shown, {
    title: 'Check and record the decision',
    trail: [{ text: 'Decision' }],
    form,
    body: html`<div class="fp-columns fp-columns--review">
      <div>
        ${notWilling(shown)} ${draft.charges.map(restsOn)}
        <h2 class="govuk-heading-m">What goes with it</h2>
        ${summaryList({ rows: [...noteRows(shown), ...(missing.length === 0 ? toldRows(shown) : [])] })}
        ${
          missing.length === 0 &&
          reviewForm(shown, {
            action,
            button: 'Record the decision',
            cancel: paths.deskCaseReview(review.caseId, review.review.number),
            fields: html`<p class="govuk-body">
              You decide as ${role}, independently, under the ${codeEdition.instrument}, ${codeEdition.edition}
              (${codeEdition.issuedOn}). Police see the decision at once. It cannot be changed afterwards, only reconsidered.
            </p>`,
          })
        }
      </div>
      <div class="fp-beside">${missingList(shown, null, missing, 'for this decision')}</div>
    </div>`,
  })
}

/** A witness may be made to come; that one does not want to, or withdrew, is known before it is decided. */
function notWilling({ file, draft }: DraftShown): Content {
  const pursued = draft.charges.filter(({ notPursued }) => notPursued === null)
  const named = pursued.flatMap(({ elements }) => elements.flatMap(({ material }) => material))
  return file.people
    .filter(({ witness }) => witness !== null && !witness.willing)
    .flatMap(({ id, witness }) => {
      const items = [...new Set(named.filter(({ from }) => from === id).map(({ key }) => key))]
      if (items.length === 0 || !witness) return []
      const why = witness.withdrawnAt === null ? 'is not willing to give evidence' : 'withdrew'
      return [insetText({ text: `Witness ${witness.number}, from whom ${items.join(', ')} is, ${why}.` })]
    })
}

function noteRows({ draft }: DraftShown): readonly SummaryRow[] {
  const { notes, disclosure } = draft
  const row = (key: string, text: string): SummaryRow => ({
    key: { text: key },
    value: { html: html`${paragraphs(text)}` },
  })
  return [
    row('Disclosure', stands(disclosure) ? disclosure.effect : 'Not declared yet'),
    ...(notes.alternatives ? [row('Alternatives considered', notes.alternatives)] : []),
    ...(notes.instructions ? [row('Instructions to police', notes.instructions)] : []),
    ...(notes.witnesses ? [row('Victims and witnesses', notes.witnesses)] : []),
    ...(notes.monitoring.length > 0 ? [row('Monitoring', notes.monitoring.join(', '))] : []),
  ]
}

/** Who will be owed being told, before it is decided. */
function toldRows({ draft, file }: DraftShown): readonly SummaryRow[] {
  const victims = victimsToTell(file)
  if (victims.length === 0) return []
  const told = whomToTell(draft.charges, victims).map(
    ({ victim, charges }) => `${victim.victim}: ${charges.join(', ')}`,
  )
  return [{ key: { text: 'To be told what is not charged' }, value: { text: told.join('; ') || 'Nobody' } }]
}
