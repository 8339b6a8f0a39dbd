import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { paths } from '../../paths.ts'
import { whenWords } from '../cases/case-words.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { modeOfTrialNames } from '../offences/offence.ts'
import { type WhoMayCharge, whoMayChargeSource } from '../who-may-charge/who-may-charge.ts'
import { whoMayChargeThis } from './charging-answer.ts'
import type { EmergencyCharge } from './emergency-charge.ts'
import type { SeenSuspect } from './read-suspects.ts'
import { row, section } from './suspect-sections.ts'
import type { Offer } from './suspect-page.ts'
import { type SuspectCharge, noFurtherActionGrounds } from './suspect-state.ts'
import { withProsecutor } from './track-of.ts'
import { trackStates } from './track.ts'

export const chargesSection = (
  suspect: SeenSuspect,
  suspects: readonly SeenSuspect[],
  at: Instant,
  offer: Offer,
): Content => {
  const answer = suspect.charges.length > 0 ? whoMayChargeThis(suspect, suspects, at) : null
  return section(
    'Proposed charges',
    [
      answer?.who === 'police' && offer.link('charge-by-police'),
      answer?.who === 'cps' && offer.link('emergency-charge'),
      offer.link('propose-charge', suspect.charges.length > 0 ? 'Propose another charge' : undefined),
      offer.link('no-further-action'),
    ],
    [
      suspect.charges.map((charge) => chargeCard(suspect, charge, offer)),
      answer && answered(answer, suspect, offer),
    ].filter((one) => one !== null && !(Array.isArray(one) && one.length === 0)),
  )
}

function chargeCard({ duties }: SeenSuspect, charge: SuspectCharge, offer: Offer): Content {
  const { key, offence, from, to, where, particulars, facts } = charge
  const limit = duties.find((duty) => duty.key === `time-limit-${key}`)
  const withdraw = offer.href('withdraw-charge', key)
  return summaryList({
    card: {
      title: { text: `${key}: ${offence.title}`, headingLevel: 3 },
      actions: withdraw ? { items: [{ text: 'Withdraw', href: withdraw }] } : undefined,
    },
    rows: [
      row('Offence', [
        html`<span class="fp-code">${offence.code}</span>, `,
        facts.modeOfTrial ? modeOfTrialNames[facts.modeOfTrial].toLowerCase() : 'not an offence that is tried',
      ]),
      row('When and where', [whenWords(from, to), html`<br />`, where]),
      row('Particulars', paragraphs(particulars)),
      limit
        ? row(
            'Proceedings start by',
            html`<a class="govuk-link" href="${paths.duty(limit.id)}">${formatDateLong(limit.dueOn)}</a>`,
          )
        : row('Time limit', 'None: only summary offences have one'),
    ],
  })
}

/** Who decides on the charges, and every step that led there. */
function answered(answer: WhoMayCharge, { assessment, caseId, track }: SeenSuspect, offer: Offer): Content {
  const who = answer.who === 'police' ? 'Police may charge this case' : 'The prosecutor decides on this case'
  const words = assessment ? 'Change what decides it' : 'Say what decides it'
  return insetText({
    html: html`<p class="govuk-body"><strong>${who}</strong>${answer.unsure && ' (rests on something unconfirmed)'}</p>
      ${!assessment && html`<p class="govuk-body">Police have not said yet what the suspect is expected to plead, and what else the rule turns on.</p>`}
      ${details({ summaryText: 'How this follows', html: whoSteps(answer) })}
      <p class="govuk-body fp-actions">
        ${offer.link('who-may-charge', words)}
        ${answer.who === 'cps' && !withProsecutor.has(track) && html`<a class="govuk-link" href="${paths.deskCaseCharging(caseId)}">Go to where the case is referred</a>`}
      </p>`,
  })
}

/** Every step from an offence to who decides on it, and from the offences to the case. */
export const whoSteps = (answer: WhoMayCharge): Html =>
  html`${answer.charges.map(
    ({ steps }) =>
      html`<ul class="govuk-list govuk-list--bullet">
          ${steps.map((step) => html`<li>${step}</li>`)}
        </ul>`,
  )}
    <p class="govuk-body">${answer.steps.join('. ')}.</p>
    <p class="govuk-body fp-muted">Source: ${whoMayChargeSource}.</p>`

export function decisionSection({ decision, put, noFurtherAction, stepNote }: SeenSuspect, offer: Offer): Content {
  const rows = [
    decision &&
      row('The prosecutor decided', [
        decision.step === 'charge-authorised' ? 'Charge' : trackStates[decision.step],
        html`<br />`,
        formatMoment(decision.at),
      ]),
    decision && decision.charges.length > 0 && row('Charges authorised', list(decision.charges)),
    ...put.map(({ at, charges, byWhom, how, decision: by, emergency }) =>
      row('Charged', [
        formatMoment(at),
        list(charges),
        html`${how === 'in-person' ? 'In person' : 'By postal requisition'}, by ${byWhom};
        ${by === 'police' ? 'decided by police' : 'decided by the prosecutor'}`,
        emergency && emergencyWords(emergency),
      ]),
    ),
    noFurtherAction &&
      row('No further action by police', [
        formatDateLong(toLocalDate(noFurtherAction.at)),
        html`<br />`,
        noFurtherActionGrounds[noFurtherAction.ground],
        paragraphs(noFurtherAction.reason, 'Reason'),
      ]),
    stepNote && row('Note', paragraphs(stepNote)),
  ].filter((one) => one !== null && one !== false && one !== '')
  return section(
    'Decision',
    [offer.link('charged'), offer.link('emergency-answer'), put.length > 0 && offer.link('take-back')],
    rows.length > 0 && summaryList({ rows }),
  )
}

const emergencyWords = ({ authorisedBy, why, answer }: EmergencyCharge): Content => [
  html`<p class="govuk-body">In an emergency, authorised by ${authorisedBy}</p>`,
  paragraphs(why, 'Why no prosecutor was asked'),
  answer
    ? paragraphs(
        answer.words,
        `The prosecutor ${answer.authorised ? 'authorised it' : 'did not authorise it'} on ${formatDateLong(answer.on)}`,
      )
    : html`<p class="govuk-body"><strong>The prosecutor has not answered yet.</strong></p>`,
]

const list = (charges: SeenSuspect['authorised']): Content =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${charges.map(({ key, offence }) => html`<li>${offence.title} <span class="fp-muted">${key}</span></li>`)}
  </ul>`

export const noticeSection = ({ notices, duties }: SeenSuspect, offer: Offer): Content =>
  notices.length > 0 &&
  section(
    'Telling the victims',
    [],
    summaryList({
      rows: notices.map(({ key, victim, told, waived }) => {
        const duty = duties.find((one) => one.key === key)
        if (told) return row(victim, [`Told on ${formatDateLong(toLocalDate(told.at))}`, paragraphs(told.how, 'How')])
        if (waived !== null) return row(victim, ['Not told', paragraphs(waived, 'Reason')])
        return row(victim, [
          'To be told by ',
          duty && html`<a class="govuk-link" href="${paths.duty(duty.id)}">${formatDateLong(duty.dueOn)}</a>`,
          html`<br />`,
          offer.link('tell-victim', `Record that ${victim.toLowerCase()} was told`, key),
        ])
      }),
    }),
  )
