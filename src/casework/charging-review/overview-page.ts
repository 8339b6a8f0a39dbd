import { formatInstant } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { nextStep } from '../../platform/web/components/next-step/next-step.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { sinceSent } from '../referral/since-sent.ts'
import { victimsToTell } from '../suspects/victims-to-tell.ts'
import { missingList, stageList } from './beside.ts'
import { chargeLine } from './charge-page.ts'
import type { DecisionRecord } from './charging-decision.ts'
import { suspectOutcomes } from './outcomes.ts'
import { decidedWords } from './rests-on.ts'
import { noticesSection } from './notice-page.ts'
import {
  type DraftShown,
  inCustody,
  missingIn,
  reviewForm,
  reviewPage,
  type ReviewShown,
  suspectWords,
} from './review-page.ts'
import { reviewStandings } from './review-state.ts'
import { chargeSections, sectionsOf } from './stages.ts'
import { reconsiderationGrounds, reviewTypes } from './the-code.ts'

/** The review of one suspect: where it stands, each charge with its steps, and every decision that was made. */
export function overviewPage(shown: ReviewShown): Html {
  const { review, viewer } = shown
  const draft = viewer.permissions.includes('charging.decide') ? review.draft : null
  return reviewPage(shown, {
    title: `Charging review of ${suspectWords(shown).toLowerCase()}`,
    heading: 'Charging review',
    body: [standingLine(shown), draft ? draftBody({ ...shown, draft }) : html`${decisions(shown)} ${notYours(shown)}`],
  })
}

function standingLine(shown: ReviewShown): Content {
  const { review, suspect, referred, material } = shown
  const { standing, owner, thresholdReviewOn } = review.review
  const named = owner === null ? undefined : shown.names.get(owner)
  const reviewing = named === undefined ? 'The reviewing prosecutor' : `The reviewing prosecutor: ${named}`
  const whose = owner === null ? 'Not given to a prosecutor yet' : reviewing
  const by = thresholdReviewOn ? `Full Code Test review by ${formatDateLong(thresholdReviewOn)}. ` : ''
  return [
    suspect?.name && html`<p class="govuk-body-l">${suspect.name}</p>`,
    nextStep({ text: reviewStandings[standing], whose: `${by}${whose}`, standing: by ? 'attention' : undefined }),
    referred && sinceSent(referred.referral, { suspects: referred.suspects, material }),
  ]
}

const notYours = ({ review }: ReviewShown): Content =>
  review.review.standing !== 'decided' &&
  html`<p class="govuk-body">
    The prosecutor decides independently. What is drafted is theirs alone; the decision stands here as soon as it is made.
  </p>`

function draftBody(shown: DraftShown): Content {
  const { draft, review } = shown
  const isOpen = review.review.standing === 'open' || review.review.standing === 'again'
  const missing = missingIn(shown)
  return html`${actions(shown, isOpen, missing.length === 0)} ${reconsidering(shown)}
    <div class="${isOpen ? 'fp-columns fp-columns--review' : ''}">
      <div>
        ${isOpen && draft.charges.map((charge) => chargeCard(shown, charge))} ${decisions(shown)}
        ${noticesSection(shown)}
      </div>
      ${isOpen && html`<div class="fp-beside">${missingList(shown, null, missing, 'for a decision on this suspect')}</div>`}
    </div>`
}

const chargeCard = (shown: DraftShown, charge: DraftShown['draft']['charges'][number]): Content =>
  html`<section class="fp-review__card" aria-labelledby="card-${charge.charge.key}">
    <h2 class="govuk-heading-m" id="card-${charge.charge.key}">${charge.charge.key} ${charge.charge.offence.title}</h2>
    ${chargeLine(shown, charge)}
    ${stageList(shown, charge.charge.key, sectionsOf(charge, inCustody(shown)), null)}
  </section>`

function actions(shown: DraftShown, isOpen: boolean, isComplete: boolean): Content {
  const { caseId, review } = shown.review
  const step = (name: string): string => paths.deskCaseReviewStep(caseId, review.number, name)
  const link = (name: string, text: string): Content => html`<a class="govuk-link" href="${step(name)}">${text}</a>`
  if (isOpen) {
    const hasVictims = victimsToTell(shown.file).length > 0
    const next = isComplete ? { text: 'Check the decision', href: step('decide') } : nextToDo(shown)
    return html`<div class="fp-actions">
      ${button(next)} ${!isComplete && link('decide', 'See what it rests on')} ${link('outcomes', 'Say what is decided')}
      ${link('notes', 'Disclosure and notes')} ${hasVictims && link('victims', 'Whom each charge concerns')}
      ${link('add-charge', 'Add a charge')}
      <a class="govuk-link" href="${paths.deskCaseWhatIf(caseId, review.number)}">What if…</a>
      ${link('assign', 'Give to a colleague')}
    </div>`
  }
  if (review.standing !== 'decided') return null
  return html`<div class="fp-actions">${link('reconsider', 'Reconsider the decision')} ${link('assign', 'Give to a colleague')}</div>
    ${
      review.thresholdReviewOn !== null &&
      reviewForm(shown, {
        action: step('full-review'),
        button: 'Begin the Full Code Test review',
        fields: null,
      })
    }`
}

/** The first section of the Full Code Test that is not done; then what is decided, and what goes with it. */
function nextToDo(shown: DraftShown): { readonly text: string; readonly href: string } {
  const { draft, review } = shown
  const { caseId } = review
  const { number } = review.review
  for (const charge of draft.charges.filter(({ notPursued, outcome }) => notPursued === null && outcome === null)) {
    const { key } = charge.charge
    const open = sectionsOf(charge, inCustody(shown)).find(({ section, done }) => !done && section !== 'threshold')
    if (open) {
      const href = paths.deskCaseReviewCharge(caseId, number, key, open.section)
      return { text: `Go on with ${key}: ${chargeSections[open.section].toLowerCase()}`, href }
    }
  }
  const undecided = draft.charges.some(({ notPursued, outcome }) => notPursued === null && outcome === null)
  return undecided
    ? { text: 'Say what is decided', href: paths.deskCaseReviewStep(caseId, number, 'outcomes') }
    : { text: 'See what is missing', href: paths.deskCaseReviewStep(caseId, number, 'decide') }
}

const reconsidering = ({ draft: { reconsidering: now } }: DraftShown): Content =>
  now &&
  html`<p class="govuk-body">
    Decision ${now.decision} is being reconsidered: ${reconsiderationGrounds[now.ground].toLowerCase()}. ${now.reasons}
  </p>`

function decisions(shown: ReviewShown): Content {
  const { review } = shown
  if (review.decisions.length === 0) return null
  return html`<h2 class="govuk-heading-m">Decisions</h2>
    ${summaryList({
      rows: review.decisions.toReversed().map((one) => ({
        key: { text: `Decision ${one.decision}` },
        value: { html: decisionWords(shown, one) },
        actions: {
          items: [
            {
              href: paths.deskCaseDecision(review.caseId, review.review.number, one.decision),
              text: 'Read it',
              visuallyHiddenText: `: decision ${one.decision}`,
            },
          ],
        },
      })),
    })}`
}

function decisionWords(shown: ReviewShown, one: DecisionRecord): Html {
  const who = [shown.names.get(one.decidedBy), one.role].filter(Boolean).join(', ')
  const charges =
    one.charges.length === 1
      ? html`<br />`
      : html`<ul class="govuk-list">
          ${one.charges.map((each) => html`<li>${each.charge.key} ${each.charge.offence.title}: ${decidedWords(each)}</li>`)}
        </ul>`
  return html`<strong>${suspectOutcomes[one.outcome]}</strong>${charges}${formatInstant(one.decidedAt)}, ${who}<br /><span
      class="fp-muted"
      >${reviewTypes[one.reviewType]}. ${one.code.instrument}, ${one.code.edition}</span
    >`
}
