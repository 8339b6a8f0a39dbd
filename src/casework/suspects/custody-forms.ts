import { toLocalDate } from '../../calendar/instant.ts'
import type { FormReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { type Asn, checkAsn, shortAsn } from '../identifiers/asn.ts'
import { type PncId, checkPncId } from '../identifiers/pnc-id.ts'
import { findOffence, offenceList } from '../offences/offence-list.ts'
import { isIndictable } from '../offences/offence.ts'
import { paths } from '../../paths.ts'
import { offenceFields, offencesFound, readOffence } from '../recording/offence-choice.ts'
import { detainedIn, detainedWhenArrested, longestWords } from './checks.ts'
import { reviewDue } from './detention-deadlines.ts'
import { isDetained, isOpen, words } from './form-parts.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { SeenSuspect } from './read-suspects.ts'
import type { About, SuspectForm } from './suspect-form.ts'
import type { ArrestOffence } from './suspect-state.ts'

/** Detention is authorised once after an arrest: at once, or when bail is answered that was given before any detention. */
const maybeDetained = (suspect: SeenSuspect): boolean => {
  const last = suspect.arrests.at(-1)
  return (
    isOpen(suspect) &&
    !isDetained(suspect) &&
    last !== undefined &&
    last.detention === null &&
    !detainedWhenArrested(suspect, last)
  )
}

const hasIndictable = (suspect: SeenSuspect): boolean =>
  suspect.arrests.some(({ offences }) => offences.some(({ indictable }) => indictable))

const numberFields = (form: Form): Content =>
  html`<div class="fp-columns fp-columns--half fp-columns--form">
    ${input({
      name: 'asn',
      label: 'Arrest/summons number (optional)',
      hint: 'Such as 11/01ZD/01/410836V',
      autocomplete: 'off',
      spellcheck: false,
      ...form.field('asn'),
    })}
    ${input({
      name: 'pnc',
      label: 'PNC id (optional)',
      hint: 'Such as 1979/0163001B',
      autocomplete: 'off',
      spellcheck: false,
      ...form.field('pnc'),
    })}
  </div>`

function readNumbers(reader: FormReader, sent: Sent, { at }: About): { asn: Asn | null; pncId: PncId | null } {
  const [asnText, pncText] = ['asn', 'pnc'].map((name) => textOf(sent, name).replaceAll(' ', '').toUpperCase())
  const asn = asnText ? checkAsn(asnText) : null
  if (asn && !asn.ok) reader.wrong('asn', `This is no arrest/summons number: ${asn.reason}`)
  const pnc = pncText ? checkPncId(pncText, toLocalDate(at)) : null
  if (pnc && !pnc.ok) reader.wrong('pnc', `This is no PNC id: ${pnc.reason}`)
  return { asn: asn?.ok ? asn.asn : null, pncId: pnc?.ok ? pnc.pncId : null }
}

/** Offences that are typed by code, one after another; the words of the search add one more. */
function readOffences(reader: FormReader, sent: Sent): readonly ArrestOffence[] {
  const searched = readOffence(reader, sent)
  const codes = textOf(sent, 'more')
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
  const unknown = codes.find((code) => !findOffence(code))
  if (unknown) reader.wrong('more', `The list of offences does not have ${unknown}`)
  const all = [...(searched ? [searched.code] : []), ...codes].flatMap((code) => findOffence(code) ?? [])
  if (all.length === 0 && reader.errors.length === 0) {
    reader.wrong('offence-words', 'Find the offence that the arrest was for')
  }
  const listed = offenceList().knownOn
  return all.map((offence) => ({ code: offence.code, title: offence.title, listed, indictable: isIndictable(offence) }))
}

const endsNow = ({ suspect }: About): Content => {
  const detained = detainedIn(suspect)
  return (
    detained &&
    html`<p class="govuk-body">
      Arrived ${formatMoment(detained.detention.arrivedAt)}. As it stands detention ends
      <strong>${formatMoment(detained.detention.endsAt)}</strong>.
    </p>`
  )
}

/** Arrest, detention and its clock. */
export const custodyForms = {
  arrest: {
    title: 'Record an arrest',
    button: 'Record the arrest',
    permission: 'suspect.record',
    field: 'arrested',
    done: 'suspect-recorded',
    offered: isOpen,
    start: ({ at, file: { summary } }) => ({
      ...momentSent('arrested', at),
      'offence-words': summary.offence ?? '',
      offence: summary.offence ?? '',
    }),
    fields: (form, { file, suspect }, sent) => [
      momentFields(form, 'arrested', 'Day of the arrest', 'The limits of bail are counted from it'),
      input({
        name: 'where',
        label: 'Where',
        hint: 'A place, without the address of a home',
        ...form.field('where'),
      }),
      offenceFields(
        form,
        offencesFound(sent),
        paths.deskCaseSuspectAct(file.summary.id, suspect.number, 'arrest'),
        'Offence of the arrest',
      ),
      input({
        name: 'more',
        label: 'Codes of further offences (optional)',
        hint: 'With spaces between them, such as TH68006 CJ88116',
        spellcheck: false,
        autocomplete: 'off',
        ...form.field('more'),
      }),
      numberFields(form),
    ],
    parse(reader, sent, about) {
      const arrestedAt = readMoment(reader, sent, 'arrested', 'the arrest', about.at)
      const where = reader.text('where', 'Enter where the arrest was', longestWords)
      const offences = readOffences(reader, sent)
      const numbers = readNumbers(reader, sent, about)
      return arrestedAt && { type: 'RecordArrest', arrestedAt, where, offences, ...numbers }
    },
  },
  numbers: {
    title: 'Record the numbers of the arrest',
    button: 'Record the numbers',
    permission: 'suspect.record',
    field: 'asn',
    done: 'suspect-recorded',
    offered: (suspect) => isOpen(suspect) && suspect.arrests.length > 0,
    start: ({ suspect }) => {
      const asn = suspect.arrests.at(-1)?.asn
      return { asn: asn ? shortAsn(asn) : '', pnc: suspect.pncId ?? '' }
    },
    fields: (form) => numberFields(form),
    parse: (reader, sent, about) => ({ type: 'RecordNumbers', ...readNumbers(reader, sent, about) }),
  },
  detention: {
    title: 'Record that detention was authorised',
    button: 'Record the detention',
    permission: 'suspect.record',
    field: 'arrived',
    done: 'suspect-recorded',
    offered: maybeDetained,
    start: ({ at }) => ({ ...momentSent('arrived', at), ...momentSent('authorised', at) }),
    fields: (form) => [
      momentFields(form, 'arrived', 'Day of arrival at the police station', 'The 24 hours begin with the arrival'),
      momentFields(
        form,
        'authorised',
        'Day the custody officer authorised detention',
        'The first review is due 6 hours later',
      ),
      words(form, 'grounds', 'Why detention is necessary', 'Such as “to obtain evidence by questioning”'),
    ],
    parse(reader, sent, { at }) {
      const arrivedAt = readMoment(reader, sent, 'arrived', 'the arrival', at)
      const authorisedAt = readMoment(reader, sent, 'authorised', 'the authority', at)
      const grounds = reader.text('grounds', 'Enter why detention is necessary', longestWords)
      return arrivedAt && authorisedAt && { type: 'AuthoriseDetention', arrivedAt, authorisedAt, grounds }
    },
  },
  review: {
    title: 'Record a review of detention',
    button: 'Record the review',
    permission: 'suspect.record',
    field: 'held',
    done: 'suspect-recorded',
    offered: isDetained,
    start: ({ at }) => momentSent('held', at),
    beside: ({ suspect }) => {
      const detention = detainedIn(suspect)?.detention
      return (
        detention &&
        html`<p class="govuk-body">
          This review is due <strong>${formatMoment(reviewDue(detention))}</strong>.
        </p>`
      )
    },
    fields: (form) => [
      momentFields(form, 'held', 'Day of the review', 'Held by an inspector or above who is not directly involved'),
      words(form, 'why-late', 'Why it was postponed, if it was held late (optional)'),
    ],
    parse(reader, sent, { at }) {
      const heldAt = readMoment(reader, sent, 'held', 'the review', at)
      const whyLate = reader.text('why-late', undefined, longestWords)
      return heldAt && { type: 'RecordReview', heldAt, whyLate }
    },
  },
  hospital: {
    title: 'Record time in hospital',
    button: 'Record the time in hospital',
    permission: 'suspect.record',
    field: 'from',
    done: 'suspect-recorded',
    offered: isDetained,
    start: ({ at }) => ({ ...momentSent('from', at), ...momentSent('to', at) }),
    beside: endsNow,
    fields: (form) => [
      html`<p class="govuk-body">
        Time in hospital for treatment, and on the way there and back, does not count towards detention while the suspect
        is not questioned. An examination for the investigation is not treatment: do not record it here. We have not read
        this rule (PACE 1984 s.41(6)) in the Act’s own words, so that dates which rest on it say that they are
        unconfirmed.
      </p>`,
      momentFields(form, 'from', 'Day it began'),
      momentFields(form, 'to', 'Day it ended'),
    ],
    parse(reader, sent, { at }) {
      const from = readMoment(reader, sent, 'from', 'leaving for hospital', at)
      const to = readMoment(reader, sent, 'to', 'the return', at)
      return from && to && { type: 'RecordTimeInHospital', from, to }
    },
  },
  'continued-detention': {
    title: 'Record a superintendent’s authority for up to 36 hours',
    button: 'Record the authority',
    permission: 'suspect.record',
    field: 'authorised',
    done: 'suspect-recorded',
    // Also when the 24 hours are over: what was authorised in time may be recorded later.
    offered(suspect) {
      const detention = detainedIn(suspect)?.detention
      return detention ? detention.steps.length === 0 && detention.reviews.length >= 2 && hasIndictable(suspect) : false
    },
    start: ({ at }) => momentSent('authorised', at),
    beside: endsNow,
    fields: (form) => [
      momentFields(form, 'authorised', 'Day the superintendent gave the authority'),
      words(
        form,
        'reason',
        'Why detention is still necessary',
        'And that the investigation is diligent and expeditious',
      ),
    ],
    parse(reader, sent, { at }) {
      const authorisedAt = readMoment(reader, sent, 'authorised', 'the authority', at)
      const reason = reader.text('reason', 'Enter why detention is still necessary', longestWords)
      return authorisedAt && { type: 'AuthoriseContinuedDetention', authorisedAt, reason }
    },
  },
  warrant: {
    title: 'Record a warrant of further detention',
    button: 'Record the warrant',
    permission: 'suspect.record',
    field: 'hours',
    done: 'suspect-recorded',
    offered: (suspect) => isDetained(suspect) && hasIndictable(suspect),
    start: ({ at }) => ({ ...momentSent('issued', at), hours: '36' }),
    beside: endsNow,
    fields: (form) => [
      momentFields(form, 'issued', 'Day the magistrates’ court issued or extended it'),
      input({
        name: 'hours',
        label: 'For how many hours',
        hint: 'At most 36 at a time, and never beyond 96 hours in all',
        classes: 'govuk-input--width-3',
        inputmode: 'numeric',
        ...form.field('hours'),
      }),
      momentFields(
        form,
        'until',
        'Day it ends, if the court named another end (optional)',
        'Without it the hours are counted from the issue, also those of an extension, which is the safe reading',
      ),
      words(form, 'reason', 'Which court, and why'),
    ],
    parse(reader, sent, { at }) {
      const issuedAt = readMoment(reader, sent, 'issued', 'the warrant', at)
      const hours = reader.count('hours', 'Enter for how many hours')
      const isNamed = ['until-day', 'until-month', 'until-year', 'until-time'].some((part) => textOf(sent, part) !== '')
      const until = isNamed ? readMoment(reader, sent, 'until', 'the end', null) : null
      const reason = reader.text('reason', 'Enter which court, and why', longestWords)
      return issuedAt && hours !== null ? { type: 'RecordWarrant', issuedAt, hours, until, reason } : null
    },
  },
} as const satisfies Readonly<Record<string, SuspectForm>>
