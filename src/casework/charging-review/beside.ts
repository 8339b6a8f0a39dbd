import { paths } from '../../paths.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { materialKinds, materialStates, materialUses } from '../material/held-material.ts'
import type { SeenMaterial } from '../material/read-material.ts'
import type { DraftShown } from './review-page.ts'
import { type ChargeSection, chargeSections, isChargeSection, type SectionStanding } from './stages.ts'
import { gathered } from './gathered.ts'
import type { Missing } from './what-is-missing.ts'

/** The sections of a charge as steps, each saying where it stands, so that what is left is always in view. */
export const stageList = (
  { review }: DraftShown,
  charge: string,
  standings: readonly SectionStanding[],
  current: ChargeSection | null,
): Content =>
  html`<nav class="fp-stages" aria-label="Parts of the review of ${charge}">
    <ol class="fp-stages__list">
      ${standings.map(
        ({ section, words, done }) =>
          html`<li class="fp-stages__item ${done && 'fp-stages__item--done'}">
            <a
              class="govuk-link fp-stages__link"
              href="${paths.deskCaseReviewCharge(review.caseId, review.review.number, charge, section)}"
              ${section === current && html`aria-current="step"`}
              ><span class="fp-stages__name">${chargeSections[section]}</span>
              <span class="fp-stages__standing">${words}</span></a
            >
          </li>`,
      )}
    </ol>
  </nav>`

/** Everything that is still missing, each leading to where it is given. `within` is the charge whose page it is. */
export function missingList(
  shown: DraftShown,
  within: string | null,
  missing: readonly Missing[],
  target: string,
): Content {
  const { caseId, review } = shown.review
  const href = ({ charge, section }: Missing): string =>
    charge !== null && isChargeSection(section)
      ? paths.deskCaseReviewCharge(caseId, review.number, charge, section)
      : paths.deskCaseReviewStep(caseId, review.number, stepOf(section))
  return html`<section class="fp-owed fp-missing" aria-labelledby="missing">
    <h2 class="govuk-heading-s" id="missing">${missing.length === 0 ? 'Nothing is missing' : 'Still missing'}</h2>
    <p class="govuk-body fp-muted">${missing.length === 0 ? `Everything is there ${target}.` : `${capitalised(target)}.`}</p>
    ${
      missing.length > 0 &&
      html`<ul class="fp-missing__list">
        ${gathered(missing).map(
          (one) =>
            html`<li>
              <a class="govuk-link" href="${href(one)}">${one.charge !== null && one.charge !== within && `${one.charge}: `}${one.words}</a>
            </li>`,
        )}
      </ul>`
    }
  </section>`
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function stepOf(section: Missing['section']): string {
  if (section === 'outcome') return 'outcomes'
  return section === 'victims' ? 'victims' : 'notes'
}

const stateColours: Readonly<Record<SeenMaterial['state'], string>> = {
  requested: 'govuk-tag--blue',
  received: 'govuk-tag--green',
  missing: 'govuk-tag--red',
  refused: 'govuk-tag--red',
  'not-reasonable': 'govuk-tag--grey',
}

/** The register of the case's material with where each item stands, beside what it is to prove. */
export const materialBeside = ({ material, review }: DraftShown): Content =>
  html`<section class="fp-owed" aria-labelledby="material">
    <h2 class="govuk-heading-s" id="material">Material of the case</h2>
    ${
      material.length === 0
        ? html`<p class="govuk-body">The register is empty. <a class="govuk-link" href="${paths.deskCaseMaterial(review.caseId)}">Open the register</a></p>`
        : html`<ol class="fp-register" tabindex="0" role="list" aria-label="Items of the register">
            ${material.map((item) => materialItem(review.caseId, item))}
          </ol>`
    }
  </section>`

const materialItem = (caseId: string, { key, title, kind, state, use }: SeenMaterial): Content =>
  html`<li class="fp-register__item">
    <span class="fp-register__key fp-code">${key}</span>
    <div>
      <a class="govuk-link" href="${paths.deskCaseMaterialItem(caseId, key)}">${title}</a>
      <p class="fp-register__kind">${materialKinds[kind]}</p>
      <p class="fp-register__kind">
        ${tag({ text: materialStates[state], classes: stateColours[state] })}
        ${use !== 'undecided' && html`<span class="fp-muted">${materialUses[use]}</span>`}
      </p>
    </div>
  </li>`
