import { input } from '../../platform/web/components/input/input.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { textOf } from '../../platform/access/sent.ts'
import { longestWords } from './checks.ts'
import { choose, isOpen, namesOf } from './form-parts.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { SuspectForm } from './suspect-form.ts'
import { type Interview, interviewKinds, interviewRecords, solicitorParts } from './suspect-state.ts'

/** An interview, voluntary or after arrest. Always under caution: an account without one is no interview. */
export const interviewForm = {
  title: 'Record an interview',
  button: 'Record the interview',
  permission: 'suspect.record',
  field: 'started',
  done: 'suspect-recorded',
  offered: isOpen,
  start: ({ at, suspect }) => ({
    ...momentSent('started', at),
    kind: suspect.arrests.length > 0 ? 'arrested' : 'voluntary',
  }),
  fields: (form) => [
    choose(form, 'kind', 'What was it?', interviewKinds),
    momentFields(form, 'started', 'Day it began'),
    input({ name: 'where', label: 'Where', hint: 'Such as “Custody suite, Example Road”', ...form.field('where') }),
    checkboxes({
      name: 'cautioned',
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'The suspect was cautioned before it' }],
      ...form.choices('cautioned'),
    }),
    choose(form, 'record', 'How was it recorded?', interviewRecords),
    choose(form, 'solicitor', 'Legal advice', solicitorParts),
    textarea({
      name: 'account',
      rows: 6,
      label: 'What the suspect said, in brief',
      hint: 'Name nobody: “victim 1”, “a friend”. “No comment” is an account too.',
      ...form.field('account'),
    }),
  ],
  parse(reader, sent, { at }) {
    const kind = reader.choice('kind', namesOf(interviewKinds), 'Select what kind of interview it was')
    const startedAt = readMoment(reader, sent, 'started', 'the interview', at)
    const where = reader.text('where', 'Enter where the interview was', longestWords)
    if (textOf(sent, 'cautioned') !== 'yes') {
      reader.wrong('cautioned', 'Confirm that the suspect was cautioned. What was said without one is not an interview')
    }
    const record = reader.choice('record', namesOf(interviewRecords), 'Select how it was recorded')
    const solicitor = reader.choice('solicitor', namesOf(solicitorParts), 'Select what legal advice there was')
    const account = reader.text('account', 'Enter what the suspect said, in brief', longestWords)
    if (!kind || !startedAt || !record || !solicitor) return null
    const interview: Interview = { kind, startedAt, where, record, solicitor, account }
    return { type: 'RecordInterview', ...interview }
  },
} as const satisfies SuspectForm
