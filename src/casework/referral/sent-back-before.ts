import { formatInstant } from '../../calendar/instant.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Referral, Submission } from './case-referrals.ts'
import { changesBetween } from './mended.ts'
import { groundWords } from './told-lines.ts'

/** Each earlier time that the file was sent, with the rejection, the answers to it, and what changed in the file. */
export function sentBackBefore({ submissions, stage }: Referral): Content {
  const rejected = submissions.slice(0, -1)
  if (rejected.length === 0) return null
  return details({
    summaryText:
      rejected.length === 1 ? 'It was rejected once before' : `It was rejected ${rejected.length} times before`,
    // Whoever checks it again begins with what was wrong with it.
    open: stage === 'waiting',
    html: html`${rejected.map((one, index) => earlierPart(one, submissions[index + 1])).toReversed()}`,
  })
}

const earlierPart = ({ at, sent, rejection }: Submission, next: Submission | undefined): Content =>
  html`<p class="govuk-body">
      Sent ${formatInstant(at)}, rejected ${rejection && formatInstant(rejection.at)}${next && `, sent again ${formatInstant(next.at)}`}
    </p>
    <ol class="govuk-list govuk-list--number">
      ${rejection?.grounds.map(
        (ground, index) =>
          html`<li>
            ${groundWords(ground)}<br /><span class="fp-muted">Answer of police:</span>
            ${next?.answers.find((one) => one.ground === index)?.answer}
          </li>`,
      )}
    </ol>
    ${next && changed(changesBetween(sent, next.sent))}`

const changed = (changes: readonly string[]): Content =>
  changes.length === 0
    ? html`<p class="govuk-body">Nothing else in the file changed, as far as it is recorded.</p>`
    : html`<p class="govuk-body">What changed in the file:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${changes.map((one) => html`<li>${one}</li>`)}
        </ul>`
