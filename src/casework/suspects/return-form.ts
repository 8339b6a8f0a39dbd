import { html } from '../../platform/web/html.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { longestWords } from './checks.ts'
import { isDetained, isOpen, words } from './form-parts.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { SeenSuspect } from './read-suspects.ts'
import type { SuspectForm } from './suspect-form.ts'

const detentionBefore = ({ arrests, bail }: SeenSuspect) =>
  arrests.find(({ number }) => number === bail?.arrest)?.detention ?? null

/** Detention of somebody who came back from bail, under the hours that are left. */
export const returnForm: SuspectForm = {
  title: 'Record detention on return from bail',
  button: 'Record the detention',
  permission: 'suspect.record',
  field: 'arrived',
  done: 'suspect-recorded',
  offered: (suspect) => isOpen(suspect) && !isDetained(suspect) && Boolean(detentionBefore(suspect)?.ended),
  start: ({ at }) => ({ ...momentSent('arrived', at), ...momentSent('authorised', at) }),
  beside: ({ suspect }) => {
    const before = detentionBefore(suspect)
    return (
      before?.ended &&
      html`<p class="govuk-body">
        Released ${formatMoment(before.ended.at)}, when detention could have lasted until
        <strong>${formatMoment(before.endsAt)}</strong>. What was left then is left now: the time on bail is not counted
        (PACE 1984 s.47(6)).
      </p>`
    )
  },
  fields: (form) => [
    html`<p class="govuk-body">
      For somebody who answers bail, or was arrested for not answering it. An arrest for another offence is recorded as
      an arrest.
    </p>`,
    momentFields(form, 'arrived', 'Day of the return to the police station'),
    momentFields(form, 'authorised', 'Day the custody officer authorised detention again'),
    words(form, 'grounds', 'Why detention is necessary', 'Such as “to obtain evidence by questioning”'),
  ],
  parse(reader, sent, { at }) {
    const arrivedAt = readMoment(reader, sent, 'arrived', 'the return', at)
    const authorisedAt = readMoment(reader, sent, 'authorised', 'the authority', at)
    const grounds = reader.text('grounds', 'Enter why detention is necessary', longestWords)
    return arrivedAt && authorisedAt && { type: 'ResumeDetention', arrivedAt, authorisedAt, grounds }
  },
}
