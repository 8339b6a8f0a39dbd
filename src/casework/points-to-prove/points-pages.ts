import { formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { pagesOf } from '../../platform/web/components/pagination/pagination.ts'
import { table } from '../../platform/web/components/table/table.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { timeline } from '../../platform/web/components/timeline/timeline.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import type { Offence } from '../offences/offence.ts'
import { type PointsToProve, lawWords } from './points-to-prove.ts'
import type { PointsHere, PointsVersion } from './read-points.ts'

/** An offence of the list, with what is written of it; null where nothing is. */
export type ListedPoints = {
  readonly code: string
  readonly title: string
  readonly points: Pick<PointsToProve, 'title' | 'confidence'> | null
  readonly own: boolean
}

const confidenceTag = (confidence: PointsToProve['confidence']): Html =>
  confidence === 'confirmed'
    ? tag({ text: 'Checked by lawyers', classes: 'govuk-tag--green' })
    : tag({ text: 'Unconfirmed', classes: 'govuk-tag--orange' })

/** The offences whose points to prove are written down, or, with words, every offence that these find. */
export function pointsListPage(chrome: Chrome, words: string, found: readonly ListedPoints[], asked: number): Html {
  return page(chrome, {
    title: 'Points to prove',
    lede: 'What must be proved for an offence, one thing at a time. A charging review ties material to each of them.',
    body: [
      html`<form class="fp-form" method="get" action="${paths.deskPointsToProve}" role="search">
        ${input({
          name: 'words',
          label: 'Find an offence',
          hint: 'Words of its title, or a code such as TH68010',
          value: words,
          autocomplete: 'off',
          formGroup: { afterInput: { html: button({ text: 'Find', classes: 'govuk-button--secondary' }) } },
          inputWrapper: { classes: 'fp-find' },
        })}
      </form>`,
      found.length === 0
        ? emptyState({ heading: 'No offence is found', text: 'Use fewer or other words, or the code of the offence.' })
        : listOf(words, found, asked),
    ],
  })
}

const offencesPerPage = 25

function listOf(words: string, found: readonly ListedPoints[], asked: number): Content {
  const last = Math.ceil(found.length / offencesPerPage)
  const current = Math.min(asked, last)
  const first = (current - 1) * offencesPerPage
  const shown = found.slice(first, first + offencesPerPage)
  const query = words === '' ? '' : `words=${encodeURIComponent(words)}&`
  return [
    html`<p class="govuk-body fp-muted">
      ${
        words === ''
          ? `${found.length} offences have their points to prove written down. The first drafts came from the statutes and are to be checked by the area’s lawyers.`
          : `${found.length} ${found.length === 1 ? 'offence' : 'offences'} found by “${words}”.`
      }
      ${last > 1 && `Here are ${first + 1} to ${first + shown.length}.`}
    </p>`,
    table({
      caption: 'Offences',
      captionClasses: 'govuk-visually-hidden',
      head: [{ text: 'Offence' }, { text: 'What must be proved' }],
      rows: shown.map(offenceRow),
    }),
    pagesOf({ current, last, href: (wanted) => `${paths.deskPointsToProve}?${query}page=${wanted}` }),
  ]
}

const offenceRow = ({ code, title, points }: ListedPoints) => [
  {
    html: html`<a class="govuk-link" href="${paths.deskPointsToProveOf(code)}">${title}</a><br /><span
        class="fp-code fp-muted"
        >${code}</span
      >`,
  },
  {
    html: points
      ? html`${points.title}<br />${confidenceTag(points.confidence)}`
      : html`<span class="fp-muted">Not written yet</span>`,
  },
]

/** What must be proved for one offence, where it comes from, and how it came to be. */
export function pointsPage(
  chrome: Chrome,
  offence: Offence,
  points: PointsHere | null,
  versions: readonly PointsVersion[],
  shown: { readonly names: ReadonlyMap<string, string>; readonly mayChange: boolean; readonly saved: boolean },
): Html {
  const { code, title } = offence
  const change = button({ text: points ? 'Change' : 'Write them', href: `${paths.deskPointsToProveOf(code)}/change` })
  return page(chrome, {
    title: `Points to prove: ${title}`,
    heading: title,
    caption: `Points to prove · ${code}`,
    breadcrumbs: [{ text: 'Points to prove', href: paths.deskPointsToProve }, { text: code }],
    notice: shown.saved ? { type: 'success', text: 'What must be proved is saved' } : undefined,
    body: [
      points
        ? elementList(points)
        : emptyState({
            heading: 'Nobody has written them yet',
            text: 'Until then the prosecutor of each case writes what must be proved, for that case.',
          }),
      shown.mayChange && html`<div class="fp-actions">${change}</div>`,
      versions.length > 0 && html`<h2 class="govuk-heading-m">How it came to be</h2>`,
      versions.length > 0 && history(versions, shown.names),
    ],
  })
}

function elementList(points: PointsHere): Content {
  const { title, elements, defences, source, confidence } = points
  return [
    html`<p class="govuk-body">${title}, ${lawWords(points)} ${confidenceTag(confidence)}</p>`,
    html`<ol class="govuk-list govuk-list--number govuk-list--spaced">
      ${elements.map(({ words }) => html`<li>${words}</li>`)}
    </ol>`,
    defences.length > 0 &&
      html`<h2 class="govuk-heading-s">Defences in the statute</h2>
        <ul class="govuk-list govuk-list--bullet">
          ${defences.map((words) => html`<li>${words}</li>`)}
        </ul>`,
    html`<p class="govuk-body fp-muted">Source: ${source}.</p>`,
  ]
}

const history = (versions: readonly PointsVersion[], names: ReadonlyMap<string, string>): Content =>
  timeline({
    headingLevel: 3,
    items: versions.map(({ version, elements, reason, changedAt, changedBy }) => ({
      label: { text: `Version ${version}` },
      byline: { text: names.get(changedBy) ?? 'somebody in another agency' },
      datetime: { timestamp: changedAt, text: formatInstant(changedAt) },
      html: [
        paragraphs(reason, 'Reason'),
        html`<ol class="govuk-list govuk-list--number">
          ${elements.map(({ words }) => html`<li>${words}</li>`)}
        </ol>`,
      ],
    })),
  })
