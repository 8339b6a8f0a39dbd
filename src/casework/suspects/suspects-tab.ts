import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Looking } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import type { SeenSuspect } from './read-suspects.ts'
import {
  clockStanding,
  dueLink,
  endedWords,
  suspectCalled,
  timeLeftWords,
  trackColour,
  whoseMove,
} from './suspect-words.ts'
import { trackStates } from './track.ts'

/** One track for each suspect: where they stand, whose move it is, what is due next, and the charges. */
export function suspectsTab(file: CaseFile, suspects: readonly SeenSuspect[], { viewer, at }: Looking): Content {
  const mayName = viewer.permissions.includes('suspect.record') && viewer.agency === file.summary.force
  // While nobody is named, the head of the case leads there.
  const secondary = suspects.length > 0 ? 'govuk-button--secondary' : ''
  const href = paths.deskCaseSuspectNew(file.summary.id)
  const name = mayName && button({ text: 'Name a suspect', href, classes: secondary })
  if (suspects.length === 0) {
    return [
      emptyState({
        heading: 'Nobody is suspected yet',
        text: 'Each suspect gets a track here: where they stand, whose move it is, and every date with its working.',
      }),
      name && html`<div class="fp-actions">${name}</div>`,
    ]
  }
  return [name && html`<div class="fp-actions">${name}</div>`, suspects.map((suspect) => track(file, suspect, at))]
}

function track(file: CaseFile, suspect: SeenSuspect, at: Looking['at']): Content {
  const { number, name, next, detentionEndsAt, person } = suspect
  const move = whoseMove(suspect, file.summary.dealtWithBy)
  const address = paths.deskCaseSuspect(file.summary.id, number)
  const also = file.people.find(({ id }) => id === person)
  return html`<section class="fp-suspect" aria-labelledby="suspect-${number}">
    <div class="fp-suspect__head">
      <h2 class="govuk-heading-m" id="suspect-${number}">
        <a class="govuk-link" href="${address}">${suspectCalled(suspect)}</a>
        <span class="fp-light">${name ?? 'Erased'}</span>
      </h2>
      ${tag({ text: trackStates[suspect.track], classes: trackColour(suspect.track) })}
    </div>
    ${also && html`<p class="govuk-body fp-muted">Also in the case as ${also.victimNumber === null ? 'who reported it or a witness' : 'a victim'}</p>`}
    ${detentionEndsAt && custodyLine(detentionEndsAt, at)}
    <dl class="fp-suspect__facts">
      ${fact('Whose move', move ?? endedWords(suspect))} ${fact('Next date', next ? [dueLink(next, at), html`<br />${next.what}`] : 'None')}
      ${fact('Charges', chargesOf(suspect))}
    </dl>
  </section>`
}

const fact = (name: string, value: Content): Content =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`

/** How much time a detention has left, in words, first and large: it is the shortest clock there is. */
export function custodyLine(endsAt: NonNullable<SeenSuspect['detentionEndsAt']>, at: Looking['at']): Content {
  const standing = clockStanding(endsAt, at)
  const words = timeLeftWords(endsAt, at)
  return html`<p class="fp-custody${standing ? ` fp-custody--${standing}` : ''}">
    ${
      standing === 'breach'
        ? html`The time for police detention <strong>${words.toLowerCase()}</strong>`
        : html`<strong>${words}</strong> of police detention`
    }
  </p>`
}

function chargesOf({ charges, authorised, charged }: SeenSuspect): Content {
  const done = new Set(charged.map(({ key }) => key))
  const lines = [
    ...charged.map(({ offence }) => [offence.title, 'charged']),
    ...authorised.filter(({ key }) => !done.has(key)).map(({ offence }) => [offence.title, 'authorised']),
    ...(authorised.length > 0 ? [] : charges.map(({ offence }) => [offence.title, 'proposed'])),
  ]
  if (lines.length === 0) return 'None proposed yet'
  return html`<ul class="govuk-list govuk-!-margin-bottom-0">
    ${lines.map(([title, standing]) => html`<li>${title} <span class="fp-muted">${standing}</span></li>`)}
  </ul>`
}
