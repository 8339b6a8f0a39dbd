import type { Instant } from '../../calendar/instant.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, addMonths, formatDate, formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { shortAsn } from '../identifiers/asn.ts'
import { detailNames } from '../people/person.ts'
import { caseKinds } from '../pre-charge-bail/bail-period.ts'
import { bailAuthorisers } from './bail-steps.ts'
import { endKey } from './evolve-custody.ts'
import type { SeenSuspect } from './read-suspects.ts'
import type { Offer } from './suspect-page.ts'
import { bailHandGrounds, detentionHandGrounds } from './by-hand.ts'
import {
  type Arrest,
  type Detention,
  type Pause,
  interviewKinds,
  interviewRecords,
  solicitorParts,
} from './suspect-state.ts'
import { timeLeftWords } from './suspect-words.ts'
import { withProsecutor } from './track-of.ts'

export const row = (key: string, value: Content): SummaryRow => ({
  key: { text: key },
  value: { html: html`${value}` },
})

/** A part of the page with what may be recorded in it. Nothing at all where it is empty and nothing may be added. */
export function section(heading: string, acts: readonly Content[], body: Content): Content {
  const offered = acts.filter(Boolean)
  const isEmpty = !body || (Array.isArray(body) && body.length === 0)
  if (offered.length === 0 && isEmpty) return null
  return html`<section class="fp-part">
    <h2 class="govuk-heading-m">${heading}</h2>
    ${body} ${offered.length > 0 && html`<div class="fp-actions">${offered}</div>`}
  </section>`
}

const monthsToAdult = 18 * 12

const bornWords = (born: LocalDate, at: Instant): Content => [
  formatDate(born),
  addMonths(born, monthsToAdult) > toLocalDate(at) && html` <strong>Under 18</strong>`,
]

export const whoSection = ({ details, pncId }: SeenSuspect, at: Instant, correct: string | null): Content =>
  section(
    'Who it is',
    [correct && html`<a class="govuk-link" href="${correct}">Correct the details</a>`],
    summaryList({
      rows: details
        ? [
            row(detailNames.name, details.name ?? 'Not known'),
            details.organisation && row(detailNames.organisation, details.organisation),
            row(detailNames.dateOfBirth, details.dateOfBirth ? bornWords(details.dateOfBirth, at) : 'Not known'),
            details.phone && row(detailNames.phone, details.phone),
            details.email && row(detailNames.email, details.email),
            details.address && row(detailNames.address, paragraphs(details.address)),
            details.contactNote && row(detailNames.contactNote, paragraphs(details.contactNote)),
            pncId && row('PNC id', html`<span class="fp-code">${pncId}</span>`),
          ]
        : [row('Details', 'Erased. That somebody was here stays on the record.')],
    }),
  )

export const suspicionSection = ({ reason, eliminated }: SeenSuspect, offer: Offer): Content =>
  section(
    'Suspicion',
    [offer.link('correct'), offer.link('eliminate'), offer.link('bring-back')],
    summaryList({
      rows: [
        row('Why suspected', paragraphs(reason)),
        eliminated !== null && row('Eliminated because', paragraphs(eliminated)),
      ],
    }),
  )

export const custodySection = (suspect: SeenSuspect, at: Instant, offer: Offer): Content =>
  section(
    'Arrest and detention',
    [
      offer.link('detention'),
      offer.link('return'),
      offer.link('hospital'),
      offer.link('continued-detention'),
      offer.link('warrant'),
      offer.link('clock-by-hand'),
      offer.link('numbers'),
      offer.link('arrest', suspect.arrests.length > 0 ? 'Record another arrest' : undefined),
      suspect.put.length === 0 && offer.link('take-back'),
    ],
    suspect.arrests.map((arrest) => arrestCard(suspect, arrest, at)),
  )

const arrestCard = (suspect: SeenSuspect, arrest: Arrest, at: Instant): Content =>
  summaryList({
    card: { title: { text: suspect.arrests.length === 1 ? 'Arrest' : `Arrest ${arrest.number}`, headingLevel: 3 } },
    rows: [
      row('Arrested', [formatMoment(arrest.arrestedAt), html`<br />`, arrest.where]),
      row('For', lines(arrest.offences.map(({ title, indictable }) => `${title}${indictable ? '' : ' (summary)'}`))),
      row(
        'Arrest/summons number',
        arrest.asn ? html`<span class="fp-code">${shortAsn(arrest.asn)}</span>` : 'Not recorded yet',
      ),
      ...(arrest.detention ? detentionRows(suspect, arrest.number, arrest.detention, at) : []),
    ],
  })

const lines = (all: readonly Content[]): Content => all.map((one, index) => [index > 0 && html`<br />`, one])

const fromTo = ({ from, to }: Pause): string => `${formatMoment(from)} to ${formatMoment(to)}`

function detentionRows(suspect: SeenSuspect, number: number, detention: Detention, at: Instant): readonly SummaryRow[] {
  const { arrivedAt, authorisedAt, grounds, reviews, pauses, timesOnBail, steps, byHand, answeredBail, endsAt, ended } =
    detention
  const duty = suspect.duties.find(({ key }) => key === endKey(number, detention))
  const end = duty
    ? html`<a class="govuk-link" href="${paths.duty(duty.id)}">${formatMoment(endsAt)}</a>`
    : formatMoment(endsAt)
  const all = [
    row('Arrived', formatMoment(arrivedAt)),
    row('Detention authorised', [formatMoment(authorisedAt), paragraphs(grounds, 'Grounds')]),
    reviews.length > 0 &&
      row(
        'Reviews',
        lines(reviews.map(({ heldAt, whyLate }) => `${formatMoment(heldAt)}${whyLate ? `, late: ${whyLate}` : ''}`)),
      ),
    pauses.length > 0 && row('In hospital', lines(pauses.map(fromTo))),
    timesOnBail.length > 0 && row('On bail in between', lines(timesOnBail.map(fromTo))),
    ...steps.map(({ kind, givenAt, reason }) =>
      row(kind === 'continued' ? 'Superintendent’s authority' : 'Warrant of further detention', [
        formatMoment(givenAt),
        paragraphs(reason, 'Reason'),
      ]),
    ),
    byHand &&
      row('Clock set by hand', [
        `Counted from ${formatMoment(byHand.relevantAt)}`,
        byHand.notCounted > 0 && `, without ${byHand.notCounted} minutes`,
        html`<br />${detentionHandGrounds[byHand.ground].text}<br />Decided by ${byHand.decidedBy}`,
      ]),
    answeredBail &&
      !byHand &&
      !ended &&
      row(
        'To be checked by hand',
        'The suspect answered bail, and the hours are counted from the arrival. No source that we hold has the rule for street bail. Where other hours count, set the clock by hand.',
      ),
    ended
      ? row('Ended', `${formatMoment(ended.at)}: ${ended.why.toLowerCase()}`)
      : row('Must end', [end, html`<br />`, html`<strong>${timeLeftWords(endsAt, at)}</strong>`]),
  ]
  return all.filter((one) => one !== false && one !== undefined)
}

export function bailSection(suspect: SeenSuspect, offer: Offer): Content {
  const { bail, underInvestigation } = suspect
  return section(
    'Bail and release',
    [
      offer.link('extend-bail'),
      offer.link('bail-by-hand'),
      offer.link('bail-conditions'),
      offer.link('review-under-investigation'),
      offer.link('release'),
      offer.link('bail'),
      offer.link('street-bail'),
      offer.link('under-investigation'),
    ],
    [
      bail &&
        summaryList({
          rows: [
            row('Bail ends', [
              dateOfDuty(suspect, 'bail-', formatDateLong(bail.endsOn)),
              bail.byHand &&
                html`<br />Entered by hand: ${bailHandGrounds[bail.byHand.ground].text}. Decided by ${bail.byHand.decidedBy}`,
            ]),
            !bail.byHand &&
              withProsecutor.has(suspect.track) &&
              row(
                'To be checked by hand',
                'Time while the prosecutor decides may not count towards bail (PACE 1984 s.47ZL, which we have not read). The date above runs on regardless. Where it does not end bail, enter by hand the day that was decided on.',
              ),
            row('Conditions', bail.conditions.trim() ? paragraphs(bail.conditions) : 'None'),
            row(
              'Allowed by',
              lines(
                bail.steps.map(
                  ({ authoriser, on, endsOn }) =>
                    `${bailAuthorisers[authoriser]}, on ${formatDateLong(on)}: until ${formatDateLong(endsOn)}`,
                ),
              ),
            ),
            bail.caseKind !== 'standard' && row('Kind of case', caseKinds[bail.caseKind]),
          ],
        }),
      underInvestigation &&
        summaryList({
          rows: [
            row('Under investigation since', formatDateLong(underInvestigation.since)),
            row('Review by', dateOfDuty(suspect, 'under-investigation-', formatDateLong(underInvestigation.reviewOn))),
          ],
        }),
    ].filter((one) => one !== null),
  )
}

/** A date that opens its working: that of the open duty whose key begins so. */
function dateOfDuty({ duties }: SeenSuspect, prefix: string, text: string): Content {
  const duty = duties.find(({ key, metAt, waived }) => key.startsWith(prefix) && metAt === null && waived === null)
  return duty ? html`<a class="govuk-link" href="${paths.duty(duty.id)}">${text}</a>` : text
}

export const interviewSection = ({ interviews }: SeenSuspect, offer: Offer): Content =>
  section(
    'Interviews',
    [offer.link('interview')],
    interviews.map(({ kind, startedAt, where, record, solicitor, account }) =>
      summaryList({
        card: {
          title: { text: `${interviewKinds[kind]}, ${formatDateLong(toLocalDate(startedAt))}`, headingLevel: 3 },
        },
        rows: [
          row('Begun', [formatMoment(startedAt), html`<br />`, where]),
          row('Recorded as', interviewRecords[record]),
          row('Legal advice', solicitorParts[solicitor]),
          row('Account, in brief', paragraphs(account)),
        ],
      }),
    ),
  )
