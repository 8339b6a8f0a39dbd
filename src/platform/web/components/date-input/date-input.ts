import { attributes, html, type Html } from '../../html.ts'
import { descriptions, formGroup, questioned, type Group, type Question } from '../form-group/form-group.ts'
import { input } from '../input/input.ts'
import { classNames, given, said, type Attributes, type Items, type Options, type Said } from '../options.ts'

type DatePart = Options<{
  id?: string
  name?: string
  label?: string
  value?: string | number
  /** True marks this part as the wrong one; false marks it as right. By default an error message marks all parts. */
  error?: boolean
  classes?: string
  autocomplete?: string
  inputmode?: string
  pattern?: string
  attributes?: Attributes
}>

export type DateInput = Group &
  Question &
  Options<{
    id: string
    namePrefix?: string
    /** False leaves this part out: a birthday has no year. */
    day?: DatePart | false
    month?: DatePart | false
    year?: DatePart | false
    items?: Items<DatePart>
    /** Values by the name that each part is sent under. */
    values?: Readonly<Record<string, string | number | undefined>>
    classes?: string
    attributes?: Attributes
    formGroup?: Options<{ classes?: string; attributes?: Attributes; beforeInputs?: Said; afterInputs?: Said }>
  }>

const kinds = ['day', 'month', 'year'] as const

type Part = { readonly kind: (typeof kinds)[number] | undefined; readonly part: DatePart }

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()

const marksError = (part: DatePart): boolean =>
  part.error === true || (part.classes?.includes('govuk-input--error') ?? false)

/** The parts asked for, each with what it is, so that a year is given room for four digits. */
function partsOf(options: DateInput): readonly Part[] {
  const usual = kinds.flatMap((kind) => {
    const part = options[kind] ?? { name: kind }
    return part === false ? [] : [{ kind, part }]
  })
  const items = given(options.items)
  if (items.length === 0) return usual
  return items.map((part) => {
    const same = usual.find(({ kind, part: own }) => part.name && (part.name === kind || part.name === own.name))
    return { kind: same?.kind, part: { ...part, value: part.value ?? same?.part.value } }
  })
}

function partInput(options: DateInput, { kind, part }: Part, anyMarked: boolean): Html {
  const name = part.name ?? kind ?? ''
  const sentAs = options.namePrefix ? `${options.namePrefix}-${name}` : name
  const wrong = marksError(part) || (part.error !== false && Boolean(options.errorMessage) && !anyMarked)
  return html`<div class="govuk-date-input__item">
    ${input({
      label: { text: part.label || capitalised(name), classes: 'govuk-date-input__label' },
      id: part.id || `${options.id}-${name}`,
      classes: classNames(
        'govuk-date-input__input',
        wrong && !part.classes?.includes('govuk-input--error') && 'govuk-input--error',
        !part.classes?.includes('govuk-input--width-') && `govuk-input--width-${kind === 'year' ? 4 : 2}`,
        part.classes,
      ),
      name: sentAs,
      value: part.value ?? options.values?.[sentAs],
      inputmode: part.inputmode || 'numeric',
      autocomplete: part.autocomplete,
      pattern: part.pattern,
      attributes: part.attributes,
    })}
  </div>`
}

export function dateInput(options: DateInput): Html {
  const parts = partsOf(options)
  const anyMarked = parts.some(({ part }) => marksError(part))
  const { markup, describedBy } = descriptions(options.id, options, options.fieldset?.describedBy)
  const inputs = html`${markup}
  <div${attributes({
    class: classNames('govuk-date-input', options.classes),
    ...options.attributes,
    id: options.id || null,
  })}>
    ${said(options.formGroup?.beforeInputs)}
    ${parts.map((part) => partInput(options, part, anyMarked))}
    ${said(options.formGroup?.afterInputs)}
  </div>`
  return formGroup(options, questioned(options, inputs, { describedBy, role: 'group' }))
}
