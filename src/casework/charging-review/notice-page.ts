import { toLocalDate } from '../../calendar/instant.ts'
import { dueWords, relativeDue } from '../../duties/duty-words.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { noticeFields, whomToTell } from '../decisions/notice-form.ts'
import { type DraftShown, reviewForm, reviewPage } from './review-page.ts'
import { type VictimNotice, isWaiting, notChargedWords, toldBesides } from './victim-notice.ts'

/** The form as it begins: told today. */
export const noticeSent = ({ at }: DraftShown): Sent => dateParts('on', toLocalDate(at))

const dutyOf = ({ file, review }: DraftShown, { key }: VictimNotice) =>
  file.duties.find(
    (duty) => duty.stream === `charging-review/${review.caseId}-S${review.review.number}` && duty.key === key,
  )

/** By when the victim is told. The date opens how it was worked out. */
function byWhen(shown: DraftShown, notice: VictimNotice): Content {
  const duty = dutyOf(shown, notice)
  if (!duty) return formatDateLong(notice.due.dueOn)
  return html`<a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a>, ${relativeDue(duty, shown.at)}`
}

/** Records that a victim was told of a decision not to charge, or why nobody can tell them. */
export function noticePage(shown: DraftShown, notice: VictimNotice, form: Form): Html {
  const { caseId, review } = shown.review
  const victim = shown.file.people.find(({ id }) => id === notice.person) ?? null
  return reviewPage(shown, {
    title: 'Was the victim told?',
    trail: [{ text: 'Telling a victim' }],
    form,
    body: html`<div class="fp-columns fp-columns--review">
      <div>
        ${reviewForm(shown, {
          action: paths.deskCaseReviewNotice(caseId, review.number, notice.key),
          button: 'Record it',
          cancel: paths.deskCaseReview(caseId, review.number),
          fields: noticeFields(
            form,
            `Was the victim told that ${notChargedWords(notice, review.number)}, ${toldBesides(notice)}?`,
          ),
        })}
      </div>
      <div class="fp-beside">
        ${whomToTell(victim)}
        <p class="govuk-body">By ${byWhen(shown, notice)}. The clock started on the day of the decision.</p>
        <p class="govuk-body">
          <a class="govuk-link" href="${paths.deskCaseDecision(caseId, review.number, notice.decision)}#letter"
            >The draft for the letter</a
          >
        </p>
      </div>
    </div>`,
  })
}

/** Every victim who is owed being told, and what became of it. */
export function noticesSection(shown: DraftShown): Content {
  const { notices } = shown.draft
  if (notices.length === 0) return null
  return html`<h2 class="govuk-heading-m">Telling the victims</h2>
    ${summaryList({ rows: notices.map((notice) => noticeRow(shown, notice)) })}`
}

function noticeRow(shown: DraftShown, notice: VictimNotice): SummaryRow {
  const { victim, decision, charges, told, waived, key } = notice
  const { caseId, review } = shown.review
  const of = [`Decision ${decision}`, charges?.join(', ')].filter(Boolean).join(', ')
  const value = told
    ? html`Told on ${formatDateLong(toLocalDate(told.at))}${paragraphs(told.how, 'How')}`
    : waived
      ? html`Not told${paragraphs(waived.reason, 'Reason')}`
      : html`To be told by ${byWhen(shown, notice)}`
  return {
    key: { html: html`${victim}<br /><span class="fp-light">${of}</span>` },
    value: { html: value },
    ...(isWaiting(notice) && {
      actions: {
        items: [
          {
            href: paths.deskCaseReviewNotice(caseId, review.number, key),
            text: 'Record that they were told',
            visuallyHiddenText: `: ${victim.toLowerCase()}`,
          },
        ],
      },
    }),
  }
}
