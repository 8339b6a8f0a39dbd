import { toLocalDate } from '../../calendar/instant.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { textOf } from '../../platform/access/sent.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { bailHandGrounds, detentionHandGrounds } from './by-hand.ts'
import { detainedIn, longestWords } from './checks.ts'
import { isDetained, namesOf, words } from './form-parts.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { SuspectForm } from './suspect-form.ts'

const longestRole = 200

const why = (
  form: Form,
  grounds: Readonly<Record<string, { readonly text: string; readonly check: string }>>,
): Content =>
  radios({
    name: 'ground',
    fieldset: { legend: { text: 'Why is it entered by hand?' } },
    classes: 'govuk-radios--small',
    items: Object.entries(grounds).map(([value, { text, check }]) => ({ value, text, hint: `Check ${check}.` })),
    ...form.field('ground'),
  })

const whoDecided = (form: Form, hint: string): Content =>
  input({ name: 'decided-by', label: 'Who decided it, as a role', hint, ...form.field('decided-by') })

const notWorkedOut = html`<p class="govuk-body">
  What you enter here is not worked out and not checked against the law. It takes the place of the date that was, and is
  marked as entered by hand wherever it is shown.
</p>`

/** Dates that somebody authorised decided, where no rule that is worked out here gives them; and entries taken back. */
export const byHandForms = {
  'bail-by-hand': {
    title: 'Enter the last day of bail by hand',
    button: 'Record the date',
    permission: 'suspect.record',
    field: 'ends',
    done: 'suspect-recorded',
    offered: ({ bail }) => bail !== null,
    start: ({ at }) => dateParts('on', toLocalDate(at)),
    fields: (form) => [
      notWorkedOut,
      why(form, bailHandGrounds),
      dateInput({ fieldset: { legend: { text: 'Last day of bail, as it was decided' } }, ...form.date('ends') }),
      whoDecided(form, 'Such as “magistrates’ court” or “superintendent”, without a name'),
      dateInput({
        fieldset: { legend: { text: 'On which day' } },
        hint: 'Of an application that a court has yet to decide: the day on which it was made',
        ...form.date('on'),
      }),
      words(form, 'reason', 'What the decision rests on'),
    ],
    parse(reader) {
      const ground = reader.choice('ground', namesOf(bailHandGrounds), 'Select why it is entered by hand')
      const endsOn = reader.date('ends', 'the last day of bail')
      const decidedBy = reader.text('decided-by', 'Enter who decided it', longestRole)
      const on = reader.date('on', 'the day on which it was decided')
      const reason = reader.text('reason', 'Enter what the decision rests on', longestWords)
      return ground && endsOn && on && { type: 'SetBailEnd', ground, endsOn, decidedBy, on, reason }
    },
  },
  'clock-by-hand': {
    title: 'Set the detention clock by hand',
    button: 'Set the clock',
    permission: 'suspect.record',
    field: 'relevant',
    done: 'suspect-recorded',
    offered: isDetained,
    start({ suspect, at }) {
      const detention = detainedIn(suspect)?.detention
      const from = detention?.byHand?.relevantAt ?? detention?.arrivedAt ?? at
      return { ...momentSent('relevant', from), minutes: String(detention?.byHand?.notCounted || '') }
    },
    fields: (form) => [
      notWorkedOut,
      why(form, detentionHandGrounds),
      momentFields(
        form,
        'relevant',
        'From when the hours are counted',
        'The relevant time: 24, 36 and 96 hours run from it',
      ),
      input({
        name: 'minutes',
        label: 'Minutes that do not count (optional)',
        hint: 'Beside those in hospital, which are recorded as such',
        classes: 'govuk-input--width-5',
        inputmode: 'numeric',
        ...form.field('minutes'),
      }),
      whoDecided(form, 'Such as “custody officer”, without a name'),
      words(form, 'reason', 'What the decision rests on'),
    ],
    parse(reader, sent, { at }) {
      const ground = reader.choice('ground', namesOf(detentionHandGrounds), 'Select why it is entered by hand')
      const relevantAt = readMoment(reader, sent, 'relevant', 'the start of the hours', at)
      const isNone = ['', '0'].includes(textOf(sent, 'minutes'))
      const notCounted = isNone ? 0 : reader.count('minutes', '')
      const decidedBy = reader.text('decided-by', 'Enter who decided it', longestRole)
      const reason = reader.text('reason', 'Enter what the decision rests on', longestWords)
      if (!ground || !relevantAt || notCounted === null) return null
      return { type: 'SetDetentionClock', ground, relevantAt, notCounted, decidedBy, reason }
    },
  },
  'take-back': {
    title: 'Take back a wrong entry',
    button: 'Take the entry back',
    permission: 'suspect.record',
    field: 'reason',
    done: 'suspect-recorded',
    offered: ({ lastEntry }) => lastEntry !== null,
    fields: (form, { suspect }) => [
      html`<p class="govuk-body">
          Recorded last: <strong>${suspect.lastEntry?.what}</strong>. Everything will stand as it did before, and you can
          record it again. What was recorded stays on the timeline of the case, with your reason.
        </p>
        <p class="govuk-body">An earlier entry can be taken back once those after it were.</p>`,
      words(form, 'reason', 'What was wrong with it'),
    ],
    parse: (reader, _sent, { suspect }) => ({
      type: 'TakeBackEntry',
      entry: suspect.lastEntry?.number ?? 0,
      reason: reader.text('reason', 'Enter what was wrong with it', longestWords),
    }),
  },
} as const satisfies Readonly<Record<string, SuspectForm>>
