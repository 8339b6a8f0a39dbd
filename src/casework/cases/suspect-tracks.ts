import type { Instant } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import {
  clockStanding,
  dueLink,
  suspectCalled,
  timeLeftWords,
  trackColour,
  whoseMove,
} from '../suspects/suspect-words.ts'
import { trackStates } from '../suspects/track.ts'
import type { CaseFile } from './read-case.ts'

/**
 * One track for each suspect, side by side: where they stand, whose move it is, where they are, and the charges. Above
 * every tab but the first they give way to the tab's own matter where the screen is narrow.
 */
export const suspectTracks = ({ summary, suspects }: CaseFile, at: Instant, isFirstTab: boolean): Content =>
  suspects.length > 0 &&
  html`<section class="${isFirstTab ? 'fp-tracks' : 'fp-tracks fp-tracks--wide'}" aria-label="Suspects">
    ${suspects.map((one) => trackCard(one, summary.id, summary.dealtWithBy, at))}
  </section>`

function trackCard(one: SeenSuspect, caseId: string, dealtWithBy: string, at: Instant): Content {
  const { number, name, track, next } = one
  const move = whoseMove(one, dealtWithBy)
  return html`<article class="fp-track">
    <h2 class="govuk-heading-s fp-track__who">
      <a class="govuk-link" href="${paths.deskCaseSuspect(caseId, number)}">${suspectCalled(one)}</a>
      <span class="fp-light">${name ?? 'Erased'}</span>
    </h2>
    <p class="fp-track__stands">${tag({ text: trackStates[track], classes: trackColour(track) })}</p>
    <dl class="fp-track__facts">
      ${move && fact('Whose move', move)} ${next && fact('Next', [next.what, html`, by ${dueLink(next, at)}`])}
      ${whereabouts(one, at)} ${chargesOf(one)}
    </dl>
  </article>`
}

const fact = (label: string, words: Content): Content => html`<div><dt>${label}</dt><dd>${words}</dd></div>`

/** Where the suspect is while the case goes on, and until when. */
function whereabouts({ position, detentionEndsAt, bailEndsOn, ruiReviewOn }: SeenSuspect, at: Instant): Content {
  if (position === 'in-custody' && detentionEndsAt) {
    const standing = clockStanding(detentionEndsAt, at)
    const left = html`<strong class="${standing && 'fp-attention'}">${timeLeftWords(detentionEndsAt, at)}</strong>`
    return fact('In detention', ['until ', formatMoment(detentionEndsAt), html`<br />`, left])
  }
  if (position === 'bailed' && bailEndsOn) return fact('On bail', `until ${formatDateLong(bailEndsOn)}`)
  if (position === 'under-investigation' && ruiReviewOn) {
    return fact('Released under investigation', `to be reviewed by ${formatDateLong(ruiReviewOn)}`)
  }
  return null
}

/** What was put, else what was authorised, else what is proposed. */
function chargesOf({ charged, authorised, charges }: SeenSuspect): Content {
  const [label, shown] =
    charged.length > 0
      ? ['Charged with', charged]
      : authorised.length > 0
        ? ['To be charged with', authorised]
        : ['Proposed charges', charges]
  const titles = [...new Set(shown.map(({ offence }) => offence.title))]
  return (
    titles.length > 0 &&
    fact(
      label,
      titles.map((title, index) => [index > 0 && html`<br />`, title]),
    )
  )
}
