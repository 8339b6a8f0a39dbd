import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import type { Content } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import type { SeenSuspect } from './read-suspects.ts'
import { endedTracks } from './track-of.ts'

// What the forms about a suspect share.

type Choices = Readonly<Record<string, string>>

/** The names of a closed list, as a parser wants them. */
export const namesOf = <Name extends string>(choices: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(choices).filter((name): name is Name => Object.hasOwn(choices, name))

/** A few lines of text. */
export const words = (form: Form, name: string, label: string, hint?: string): Content =>
  textarea({ name, rows: 4, label, hint, ...form.field(name) })

/** One of a closed list. */
export const choose = (form: Form, name: string, legend: string, choices: Choices, hint?: string): Content =>
  radios({
    name,
    fieldset: { legend: { text: legend } },
    hint,
    classes: 'govuk-radios--small',
    items: Object.entries(choices).map(([value, text]) => ({ value, text })),
    ...form.field(name),
  })

/** Something may still be recorded of the suspect. */
export const isOpen = ({ track }: Pick<SeenSuspect, 'track'>): boolean => !endedTracks.has(track)

export const isDetained = ({ position }: Pick<SeenSuspect, 'position'>): boolean => position === 'in-custody'
