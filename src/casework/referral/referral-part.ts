import type { OwedBy } from '../../duties/duty.ts'
import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { type Cell, table } from '../../platform/web/components/table/table.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { outcomeWords } from './outcome-words.ts'
import type { Referral } from './case-referrals.ts'
import { chargingAct } from './charging-facts.ts'
import type { ChargingView } from './charging-tab.ts'
import { nextInReferral } from './next-in-referral.ts'
import { planParts } from './plan-parts.ts'
import { suspectPositions } from './referred-suspect.ts'
import { dueLink, sentFile } from './sent-file.ts'
import { sentBackBefore } from './sent-back-before.ts'
import { sinceSent } from './since-sent.ts'
import { fileOf, isOpen, lastSubmission } from './standing.ts'
import { referralStages } from './terms.ts'
import { groundWords } from './told-lines.ts'

/** One referral: what happens next, what may be done, whom it is about, what was sent and what came back. */
export function referralPart(view: ChargingView, referral: Referral, police: OwedBy): Content {
  const { number, stage, closed } = referral
  const { duties } = view.facts.referrals
  const heading = `referral-${number}`
  const sent = sentFile(referral, duties, view.at, view.names)
  return html`<section aria-labelledby="${heading}">
    <h2 class="govuk-heading-m" id="${heading}">Referral ${number}</h2>
    ${
      isOpen(referral)
        ? nextInReferral(referral, police, duties, view.at)
        : html`<p class="govuk-body"><strong>${referralStages[stage]}</strong></p>`
    }
    ${closed && paragraphs(closed.reason, 'Reason')} ${sinceSent(referral, view.facts)}
    ${actionsOf(view, referral)} ${rejectionOf(view, referral)}
    ${planParts(view, referral)} ${suspectTable(view, referral)}
    ${details({ summaryText: 'What police sent', html: html`${sent}`, open: stage === 'waiting' })}
    ${sentBackBefore(referral)}
  </section>`
}

type Act = { readonly text: string; readonly act: string }

/** What this viewer may do with the referral as it stands: one main act, and others. */
function actsOf({ viewer }: ChargingView, referral: Referral): readonly Act[] {
  const may = (permission: string) => viewer.permissions.includes(permission)
  const { stage } = referral
  const police: Partial<Record<typeof stage, readonly Act[]>> = {
    waiting: [
      { text: 'Correct it', act: 'correct' },
      { text: 'Withdraw it', act: 'withdraw' },
    ],
    rejected: [
      { text: 'Answer the rejection and send it again', act: 'send-again' },
      { text: 'Withdraw it', act: 'withdraw' },
    ],
  }
  const triage: Partial<Record<typeof stage, readonly Act[]>> = {
    waiting: [
      { text: 'Accept it for review', act: 'accept' },
      { text: 'Send it back', act: 'reject' },
    ],
    rejected: [{ text: 'Record a reminder', act: 'remind' }],
  }
  const deciding: Partial<Record<typeof stage, readonly Act[]>> = {
    'under-review': [{ text: 'Ask police for more', act: 'action-plan' }],
    'action-plan': [{ text: 'Ask police for more', act: 'action-plan' }, ...closing(referral)],
    finalised: [{ text: 'Open it again', act: 'reopen' }],
  }
  return [
    ...(may('case.refer') ? (police[stage] ?? []) : []),
    ...(may('referral.triage') ? (triage[stage] ?? []) : []),
    ...(may('charging.decide') ? (deciding[stage] ?? []) : []),
  ]
}

/** Closing is offered once police were chased; the form says from when it may be done. */
const closing = ({ plans }: Referral): readonly Act[] =>
  plans.some(({ endedAt, finaliseFrom }) => endedAt === null && finaliseFrom !== null)
    ? [{ text: 'Close until more evidence comes', act: 'finalise' }]
    : []

const mainActs = ['accept', 'send-again']

function actionsOf(view: ChargingView, referral: Referral): Content {
  const acts = actsOf(view, referral)
  if (acts.length === 0) return null
  const href = (act: string) => chargingAct(view.file.summary.id, act, { referral: referral.number })
  return html`<div class="fp-actions">
    ${acts.map(({ text, act }) =>
      mainActs.includes(act)
        ? button({ text, href: href(act) })
        : html`<a class="govuk-link" href="${href(act)}"
            >${text}<span class="govuk-visually-hidden">: referral ${referral.number}</span></a
          >`,
    )}
  </div>`
}

/** Why it was sent back, while police have not answered. */
function rejectionOf(view: ChargingView, referral: Referral): Content {
  const { rejection } = lastSubmission(referral)
  if (!rejection || referral.stage === 'withdrawn') return null
  const key = `resubmit-${referral.number}-${referral.submissions.length}`
  return html`<h3 class="govuk-heading-s">Why it was sent back</h3>
    <ol class="govuk-list govuk-list--number">
      ${rejection.grounds.map((ground) => html`<li>${groundWords(ground)}</li>`)}
    </ol>
    <p class="govuk-body">Police answer by ${dueLink(view.facts.referrals.duties, key, view.at)}</p>`
}

const labelled = (label: string, content: Content): Cell => ({
  html: html`${content}`,
  attributes: { 'data-label': label },
})

function suspectTable(view: ChargingView, referral: Referral): Content {
  const { id } = view.file.summary
  const { decisions, acceptance } = referral
  return table({
    classes: 'fp-stacked',
    caption: 'Suspects referred',
    captionClasses: 'govuk-table__caption--s',
    head: ['Suspect', 'Proposed charges', 'Where they were', 'Decision'],
    rows: fileOf(referral).suspects.map(({ number, charges, position }) => {
      const decision = decisions.find(({ suspect }) => suspect === number)
      const name = view.facts.suspects.find((one) => one.number === number)?.name
      return [
        labelled(
          'Suspect',
          html`<a class="govuk-link" href="${paths.deskCaseSuspect(id, number)}">Suspect ${number}</a
            >${name && html`<br /><span class="fp-muted">${name}</span>`}`,
        ),
        labelled(
          'Charges',
          charges.map(({ offence }, index) => [index > 0 && html`<br />`, offence.title]),
        ),
        labelled('Where', suspectPositions[position]),
        labelled(
          'Decision',
          html`${decision ? outcomeWords(decision) : 'Not decided'}${
            acceptance &&
            html`<br /><a class="govuk-link" href="${paths.deskCaseReview(id, number)}">Open the review</a>`
          }`,
        ),
      ]
    }),
  })
}
