import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { adviceParts } from './advice-parts.ts'
import { type ChargingFacts, chargingAct, policeOf } from './charging-facts.ts'
import { referralPart } from './referral-part.ts'
import { isOpen, mayBeReferred, openReferralOf } from './standing.ts'

/** Charging in a case as its page shows it. Everybody on the case sees the same, and each their own acts. */
export type ChargingView = {
  readonly file: CaseFile
  readonly facts: ChargingFacts
  readonly viewer: Viewer
  readonly at: Instant
  /** Names of colleagues by account, as far as the viewer may know them. */
  readonly names: ReadonlyMap<string, string>
}

/** What police asked of the prosecutor in the case, and what came back. */
export function chargingTab(view: ChargingView): Content {
  const { referrals, advice } = view.facts.referrals
  if (referrals.length === 0 && advice.length === 0) return [actions(view), nothingYet(view)]
  const police = policeOf(view.file)
  const inOrder = [...referrals.filter(isOpen), ...referrals.filter((one) => !isOpen(one)).toReversed()]
  return [
    actions(view),
    inOrder.map((referral) => referralPart(view, referral, police)),
    advice.length > 0 && html`<h2 class="govuk-heading-m">Early advice</h2>`,
    adviceParts(view),
  ]
}

const mayDo = ({ viewer }: ChargingView, permission: string): boolean => viewer.permissions.includes(permission)

/** Somebody who may be referred is left: not with the prosecutor yet, and with a charge proposed. */
const somebodyLeft = ({ facts: { suspects, referrals } }: ChargingView): boolean =>
  suspects.some(
    ({ number, charges, track }) => charges.length > 0 && mayBeReferred(track) && !openReferralOf(referrals, number),
  )

function actions(view: ChargingView): Content {
  if (!mayDo(view, 'case.refer')) return null
  const { id } = view.file.summary
  const ask = { text: 'Ask for early advice', href: chargingAct(id, 'advice') }
  if (!somebodyLeft(view)) {
    return html`<div class="fp-actions">
      <a class="govuk-link" href="${ask.href}">${ask.text}</a>
    </div>`
  }
  return html`<div class="fp-actions">
    ${button({ text: 'Refer to the prosecutor', href: chargingAct(id, 'refer') })}
    <a class="govuk-link" href="${ask.href}">${ask.text}</a>
  </div>`
}

/** What will stand here, and how it gets here. */
function nothingYet(view: ChargingView): Html {
  const { suspects } = view.facts
  const { id } = view.file.summary
  const first = suspects[0]
  const how =
    suspects.length === 0
      ? html`Name a suspect and propose a charge first.
          <a class="govuk-link" href="${paths.deskCaseSuspectNew(id)}">Name a suspect</a>.`
      : somebodyLeft(view)
        ? 'A charge is proposed, so that the case can be referred.'
        : html`Propose a charge against a suspect first.
            <a class="govuk-link" href="${paths.deskCaseSuspect(id, first?.number ?? 1)}">Open Suspect ${first?.number}</a>.`
  return emptyState({
    heading: 'Nothing is with the prosecutor yet',
    text: html`Police refer a case here when it is ready for a charging decision, and may ask for advice before.
    ${mayDo(view, 'case.refer') && how}`,
  })
}
