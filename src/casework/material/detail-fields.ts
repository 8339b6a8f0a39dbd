import type { FormReader } from '../../duties/writing/form-reader.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import type { Content } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import { longestDescription, longestExhibitReference, longestTitle } from './requirements.ts'
import type { Giver } from './from-whom.ts'
import { type MaterialKind, materialKinds } from './held-material.ts'
import type { MaterialDetails } from './register.ts'

const kinds = Object.keys(materialKinds) as MaterialKind[]

/** What an item is, as its forms ask for it. */
export const detailFields = (form: Form, givers: readonly Giver[]): Content => [
  select({
    name: 'kind',
    label: 'Kind',
    items: [{ value: '', text: 'Choose a kind' }, ...kinds.map((kind) => ({ value: kind, text: materialKinds[kind] }))],
    ...form.field('kind'),
  }),
  input({
    name: 'title',
    label: 'What it is, in a few words',
    hint: 'Such as “Statement of the shop’s manager” or “CCTV of the car park, 6pm to 8pm”',
    ...form.field('title'),
  }),
  textarea({
    name: 'description',
    rows: 4,
    label: 'Description (optional)',
    hint: 'Where it is unused, enough for the prosecutor to decide whether it must be disclosed',
    ...form.field('description'),
  }),
  select({
    name: 'from',
    label: 'From whom (optional)',
    items: [
      { value: '', text: 'Nobody in particular' },
      ...givers.map(({ person, part, name }) => ({ value: person, text: `${part}: ${name}` })),
    ],
    ...form.field('from'),
  }),
  input({
    name: 'exhibit',
    label: 'Exhibit reference (optional)',
    hint: 'As it is marked, such as QE/1',
    classes: 'govuk-input--width-10',
    spellcheck: false,
    ...form.field('exhibit'),
  }),
]

/** Null, with the errors gathered, where the answers describe no item. */
export function readDetails(reader: FormReader, givers: readonly Giver[]): MaterialDetails | null {
  const kind = reader.choice('kind', kinds, 'Choose what kind of material it is')
  const title = reader.text('title', 'Enter what it is, in a few words', longestTitle)
  const description = reader.text('description', undefined, longestDescription)
  const from = reader.choice('from', ['', ...givers.map(({ person }) => person)], 'Choose somebody of this case')
  const exhibitReference = reader.text('exhibit', undefined, longestExhibitReference) || null
  if (kind === null || from === null) return null
  return { kind, title, description, from: from || null, exhibitReference }
}

/** The fields as they stand recorded, for a form that corrects them. */
export const detailsSent = ({ kind, title, description, from, exhibitReference }: MaterialDetails) => ({
  kind,
  title,
  description,
  from: from ?? '',
  exhibit: exhibitReference ?? '',
})
