import { formatInstant } from '../../calendar/instant.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { DutyHappening } from '../duty.ts'
import type { Undertaking } from '../undertaking/undertaking.ts'

/**
 * What somebody who fills in a form has seen of the duty: the form carries how long its history was, so that nobody
 * acts on what a colleague changed meanwhile.
 */
export type Seen = {
  readonly count: number
  /** What happened since the form was first shown: none until it was refused for that. */
  readonly meanwhile: readonly DutyHappening[]
}

/** How much the sender of a form had seen; undefined when it does not say. */
export function seenIn(sent: Sent): number | undefined {
  const text = textOf(sent, 'seen')
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

export const seenNow = ({ history }: Undertaking, before: number = history.length): Seen => ({
  count: history.length,
  meanwhile: history.slice(before),
})

/** Carries what was seen, after a note of what happened meanwhile. */
export const seenFields = ({ count, meanwhile }: Seen): Content => [
  html`<input type="hidden" name="seen" value="${count}" />`,
  meanwhile.length > 0 &&
    insetText({
      attributes: { id: 'meanwhile', tabindex: '-1' },
      html: html`<p class="govuk-body govuk-!-font-weight-bold">What happened meanwhile</p>
        ${meanwhile.map(
          ({ at, event, detail = '' }) =>
            html`<p class="govuk-body">
              ${event} on ${formatInstant(at)}.${detail.split('\n').map((line) => html`<br />${line}`)}
            </p>`,
        )}`,
    }),
]
