import { Refusal } from '../../platform/refusal.ts'
import { type FieldError } from '../../platform/web/layout/form.ts'

type Field = { readonly field: string; readonly href?: string }

/** The field that a refusal is about, where the reader can mend it there. */
const fields: Readonly<Record<string, Field>> = {
  'calendar.beyond-known-holidays': { field: 'days' },
  'calendar.no-holidays-loaded': { field: 'days' },
  'duties.days-out-of-range': { field: 'days' },
  'duties.path-not-ours': { field: 'path' },
  'duties.start-out-of-range': { field: 'started', href: '#started-day' },
  'duties.start-after-met': { field: 'started', href: '#started-day' },
  'duties.due-out-of-range': { field: 'due', href: '#due-day' },
  'duties.due-before-start': { field: 'due', href: '#due-day' },
  'duties.met-before-start': { field: 'on', href: '#on-day' },
  'duties.met-in-future': { field: 'on', href: '#on-day' },
  'duties.nothing-corrected': { field: 'what' },
  'duties.assigned-already': { field: 'account' },
  // What happened meanwhile stands at the top of the form.
  'duties.changed-meanwhile': { field: 'meanwhile' },
  'duties.already-met': { field: 'meanwhile' },
  'duties.already-waived': { field: 'meanwhile' },
  'duties.still-open': { field: 'meanwhile' },
}

/** What a refusal says, beside the field it is about. Throws on anything that no field of a form can mend. */
export function refusedField(error: unknown): FieldError {
  const field = error instanceof Refusal ? fields[error.code] : undefined
  if (!field || !(error instanceof Refusal)) throw error
  return { ...field, text: error.message }
}
