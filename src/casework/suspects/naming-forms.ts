import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { longestWords } from './checks.ts'
import { isOpen } from './form-parts.ts'
import type { SuspectForm } from './suspect-form.ts'
import { withProsecutor } from './track-of.ts'

const reasonField = (form: Form, label: string, hint?: string) =>
  textarea({ name: 'reason', rows: 4, label, hint, ...form.field('reason') })

/** Why somebody is suspected, and whether they still are. */
export const namingForms = {
  correct: {
    title: 'Correct the reason for suspicion',
    button: 'Correct the reason',
    permission: 'suspect.record',
    field: 'reason',
    done: 'suspect-recorded',
    offered: isOpen,
    start: ({ suspect }) => ({ reason: suspect.reason }),
    fields: (form) => [
      reasonField(form, 'Reason for suspicion'),
      textarea({
        name: 'why',
        rows: 3,
        label: 'Why this is corrected',
        hint: 'What stood before stays on the record',
        ...form.field('why'),
      }),
    ],
    parse(reader) {
      const reason = reader.text('reason', 'Enter the reason for suspicion', longestWords)
      const why = reader.text('why', 'Enter why this is corrected', longestWords)
      return { type: 'CorrectSuspicion', reason, why }
    },
  },
  eliminate: {
    title: 'Eliminate from suspicion',
    button: 'Eliminate the suspect',
    permission: 'suspect.record',
    field: 'reason',
    done: 'suspect-recorded',
    offered: (suspect) => isOpen(suspect) && suspect.position !== 'in-custody' && !withProsecutor.has(suspect.track),
    fields: (form) =>
      reasonField(
        form,
        'Why this person is no longer suspected',
        'Bail and release under investigation end with it. The suspect can be brought back.',
      ),
    parse: (reader) => ({
      type: 'EliminateSuspect',
      reason: reader.text('reason', 'Enter why this person is no longer suspected', longestWords),
    }),
  },
  'bring-back': {
    title: 'Bring the suspect back',
    button: 'Bring the suspect back',
    permission: 'suspect.record',
    field: 'reason',
    done: 'suspect-recorded',
    offered: ({ track }) => track === 'eliminated' || track === 'no-further-action-police',
    fields: (form) => reasonField(form, 'Why this person is suspected again'),
    parse: (reader) => ({
      type: 'BringBackSuspect',
      reason: reader.text('reason', 'Enter why this person is suspected again', longestWords),
    }),
  },
} as const satisfies Readonly<Record<string, SuspectForm>>
