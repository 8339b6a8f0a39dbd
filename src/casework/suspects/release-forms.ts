import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { bailRegime, caseKinds } from '../pre-charge-bail/bail-period.ts'
import { streetBailUntil } from '../pre-charge-bail/street-bail.ts'
import { type BailAuthoriser, bailAuthorisers, initialBail, nextBailSteps } from './bail-steps.ts'
import { detainedIn, longestWords } from './checks.ts'
import { lastAuthoriser } from './decide-release.ts'
import { isDetained, isOpen, namesOf, words } from './form-parts.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { SeenSuspect } from './read-suspects.ts'
import type { About, SuspectForm } from './suspect-form.ts'

const arrestedOn = (suspect: SeenSuspect) => {
  const arrest = detainedIn(suspect)?.arrest ?? suspect.arrests.at(-1)
  return arrest ? toLocalDate(arrest.arrestedAt) : null
}

/** Who may make this bail last longer, and until when. */
const stepsNow = ({ bail }: SeenSuspect) =>
  bail ? nextBailSteps(bail, lastAuthoriser(bail)).filter(({ limit }) => limit.dueOn > bail.endsOn) : []

const regimeWords = ({ suspect }: About): Content => {
  const day = arrestedOn(suspect)
  if (!day) return null
  const regime = bailRegime(day) === '2022' ? 'in force since 28 October 2022' : 'of 3 April 2017 to 27 October 2022'
  return html`<p class="govuk-body">The arrest on ${formatDateLong(day)} decides: the limits are those ${regime}.</p>`
}

/** One bail is kept for a suspect: who is bailed after another arrest is told what that means for the bail before. */
const takesPlaceWords = ({ suspect }: About): Content => {
  const { bail } = suspect
  if (!bail || bail.arrest === detainedIn(suspect)?.arrest.number) return null
  return html`<p class="govuk-body">
    The suspect is on bail after the arrest on ${formatDateLong(bail.arrestedOn)} until
    <strong>${formatDateLong(bail.endsOn)}</strong>. The bail that you record takes its place here, and that date is no
    longer watched. Where both go on, give the earlier day as the last, and name the other in the conditions.
  </p>`
}

/** What may come next for this bail, and until when at most. */
const ladder = ({ suspect }: About): Content =>
  html`<section class="fp-owed" aria-labelledby="ladder">
    <h2 class="govuk-heading-s" id="ladder">Who may extend it until when</h2>
    <ul class="govuk-list fp-ladder">
      ${stepsNow(suspect).map(
        ({ authoriser, limit }) =>
          html`<li>
            <strong>${formatDateLong(limit.dueOn)}</strong><br />${bailAuthorisers[authoriser]}
            ${limit.authority.confidence === 'unconfirmed' && html`<span class="fp-muted">(unconfirmed)</span>`}
          </li>`,
      )}
    </ul>
    ${details({
      summaryText: 'How these dates are worked out',
      html: html`${stepsNow(suspect).map(
        ({ limit }) => html`<p class="govuk-body">${limit.working.steps.join('; ')}.</p>`,
      )}`,
    })}
  </section>`

const conditions = (form: Form): Content =>
  words(
    form,
    'conditions',
    'Conditions (optional)',
    'Leave it empty for bail without conditions. Name no victim or witness.',
  )

/** Leaving detention: on bail, under investigation, or for good. */
export const releaseForms = {
  bail: {
    title: 'Release on bail before charge',
    button: 'Record the bail',
    permission: 'suspect.record',
    field: 'ends',
    done: 'suspect-recorded',
    offered: (suspect) =>
      isOpen(suspect) && suspect.arrests.length > 0 && (isDetained(suspect) || suspect.bail === null),
    start({ suspect, at }) {
      const day = arrestedOn(suspect)
      const first = day && initialBail(day, 'standard').limit.dueOn
      const isReturn = suspect.bail !== null && suspect.bail.arrest === detainedIn(suspect)?.arrest.number
      const ends = first && isReturn && suspect.bail.endsOn > first ? suspect.bail.endsOn : first
      return { ...momentSent('released', at), case: 'standard', ...(ends && dateParts('ends', ends)) }
    },
    beside: (about) => [regimeWords(about), takesPlaceWords(about)],
    fields: (form) => [
      momentFields(form, 'released', 'Day of the release'),
      dateInput({
        fieldset: { legend: { text: 'Last day of bail, by which the suspect returns' } },
        hint: 'Filled in with the longest that is allowed as it stands, in a standard case',
        ...form.date('ends'),
      }),
      radios({
        name: 'case',
        fieldset: { legend: { text: 'Who investigates?' } },
        classes: 'govuk-radios--small',
        items: Object.entries(caseKinds).map(([value, text]) => ({ value, text })),
        ...form.field('case'),
      }),
      conditions(form),
    ],
    parse(reader, sent, { at }) {
      const releasedAt = readMoment(reader, sent, 'released', 'the release', at)
      const endsOn = reader.date('ends', 'the last day of bail')
      const caseKind = reader.choice('case', namesOf(caseKinds), 'Select who investigates')
      const text = reader.text('conditions', undefined, longestWords)
      return (
        releasedAt && endsOn && caseKind && { type: 'ReleaseOnBail', releasedAt, caseKind, endsOn, conditions: text }
      )
    },
  },
  'street-bail': {
    title: 'Record street bail',
    button: 'Record the street bail',
    permission: 'suspect.record',
    field: 'ends',
    done: 'suspect-recorded',
    offered: (suspect) =>
      isOpen(suspect) && !isDetained(suspect) && suspect.bail === null && suspect.arrests.at(-1)?.detention === null,
    start({ suspect, at }) {
      const day = arrestedOn(suspect)
      return { ...momentSent('released', at), ...(day && dateParts('ends', streetBailUntil(day).dueOn)) }
    },
    beside: regimeWords,
    fields: (form) => [
      html`<p class="govuk-body">
        Bail that a constable granted where the suspect was arrested, to attend a police station later. It ends when the
        suspect is detained there, charged, or released from it.
      </p>`,
      momentFields(form, 'released', 'Day of the release'),
      dateInput({
        fieldset: { legend: { text: 'Day on which the suspect is to attend' } },
        hint: 'Filled in with the last that is allowed, as we read the law (unconfirmed)',
        ...form.date('ends'),
      }),
      conditions(form),
    ],
    parse(reader, sent, { at }) {
      const releasedAt = readMoment(reader, sent, 'released', 'the release', at)
      const endsOn = reader.date('ends', 'the day on which the suspect is to attend')
      const text = reader.text('conditions', undefined, longestWords)
      return releasedAt && endsOn && { type: 'ReleaseOnStreetBail', releasedAt, endsOn, conditions: text }
    },
  },
  'extend-bail': {
    title: 'Extend bail',
    button: 'Record the extension',
    permission: 'suspect.record',
    field: 'ends',
    done: 'suspect-recorded',
    // Also when bail is over: what was authorised in time may be recorded later.
    offered: (suspect) => stepsNow(suspect).length > 0,
    start({ suspect, at }) {
      const [first] = stepsNow(suspect)
      const by = first ? { authoriser: first.authoriser, ...dateParts('ends', first.limit.dueOn) } : {}
      return { ...dateParts('on', toLocalDate(at)), ...by }
    },
    beside: (about) => [regimeWords(about), ladder(about)],
    fields: (form, { suspect }) => [
      radios({
        name: 'authoriser',
        fieldset: { legend: { text: 'Who authorised it?' } },
        hint: 'Each extension needs the one before it. A higher rank may act for a lower one, within that one’s limit.',
        classes: 'govuk-radios--small',
        items: stepsNow(suspect).map(({ authoriser, limit }) => ({
          value: authoriser,
          text: bailAuthorisers[authoriser],
          hint: `At most until ${formatDateLong(limit.dueOn)}`,
        })),
        ...form.field('authoriser'),
      }),
      dateInput({
        fieldset: { legend: { text: 'Day it was authorised' } },
        hint: suspect.bailEndsOn ? `Before bail ends, on ${formatDateLong(suspect.bailEndsOn)}` : undefined,
        ...form.date('on'),
      }),
      dateInput({ fieldset: { legend: { text: 'New last day of bail' } }, ...form.date('ends') }),
      words(form, 'reason', 'Why more time is needed', 'And that representations were considered'),
    ],
    parse(reader) {
      const all: readonly BailAuthoriser[] = namesOf(bailAuthorisers)
      const authoriser = reader.choice('authoriser', all, 'Select who authorised it')
      const on = reader.date('on', 'the day it was authorised')
      const endsOn = reader.date('ends', 'the new last day of bail')
      const reason = reader.text('reason', 'Enter why more time is needed', longestWords)
      return authoriser && on && endsOn && { type: 'ExtendBail', authoriser, on, endsOn, reason }
    },
  },
  'bail-conditions': {
    title: 'Change the conditions of bail',
    button: 'Change the conditions',
    permission: 'suspect.record',
    field: 'conditions',
    done: 'suspect-recorded',
    offered: ({ bail }) => bail !== null,
    start: ({ suspect }) => ({ conditions: suspect.bail?.conditions ?? '' }),
    fields: (form) => [conditions(form), words(form, 'reason', 'Why they are changed')],
    parse: (reader) => ({
      type: 'ChangeBailConditions',
      conditions: reader.text('conditions', undefined, longestWords),
      reason: reader.text('reason', 'Enter why they are changed', longestWords),
    }),
  },
  'under-investigation': {
    title: 'Release under investigation',
    button: 'Record the release',
    permission: 'suspect.record',
    field: 'released',
    done: 'suspect-recorded',
    offered: (suspect) =>
      isOpen(suspect) && suspect.arrests.length > 0 && (isDetained(suspect) || suspect.underInvestigation === null),
    start: ({ at }) => momentSent('released', at),
    fields: (form, { settings }) => [
      html`<p class="govuk-body">
        No statute limits how long a suspect may be under investigation. So that nobody is forgotten, this area reviews
        each after ${settings['investigation.under-investigation-review-days']} days.
      </p>`,
      momentFields(form, 'released', 'Day of the release, or of the end of bail'),
      words(form, 'reason', 'Why without bail'),
    ],
    parse(reader, sent, { at, settings }) {
      const releasedAt = readMoment(reader, sent, 'released', 'the release', at)
      const reason = reader.text('reason', 'Enter why the release is without bail', longestWords)
      return releasedAt && { type: 'ReleaseUnderInvestigation', releasedAt, reason, settings }
    },
  },
  'review-under-investigation': {
    title: 'Record a review of the release under investigation',
    button: 'Record the review',
    permission: 'suspect.record',
    field: 'on',
    done: 'suspect-recorded',
    offered: ({ underInvestigation }) => underInvestigation !== null,
    start: ({ at }) => dateParts('on', toLocalDate(at)),
    fields: (form) => [
      dateInput({ fieldset: { legend: { text: 'Day of the review' } }, ...form.date('on') }),
      words(form, 'outcome', 'What is still to be done, and by when'),
    ],
    parse(reader, _sent, { settings }) {
      const on = reader.date('on', 'the day of the review')
      const outcome = reader.text('outcome', 'Enter what is still to be done', longestWords)
      return on && { type: 'ReviewUnderInvestigation', on, outcome, settings }
    },
  },
  release: {
    title: 'Record the release from detention',
    button: 'Record the release',
    permission: 'suspect.record',
    field: 'released',
    done: 'suspect-recorded',
    offered: (suspect) => isDetained(suspect) && !isOpen(suspect),
    start: ({ at }) => momentSent('released', at),
    fields: (form) => momentFields(form, 'released', 'Day of the release'),
    parse(reader, sent, { at }) {
      const releasedAt = readMoment(reader, sent, 'released', 'the release', at)
      return releasedAt && { type: 'RecordRelease', releasedAt }
    },
  },
} as const satisfies Readonly<Record<string, SuspectForm>>
