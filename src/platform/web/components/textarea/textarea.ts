import { attributes, html, type Html } from '../../html.ts'
import { descriptions, fieldLabel, formGroup, type Field } from '../form-group/form-group.ts'
import { classNames, said, type Attributes, type Options } from '../options.ts'

export type Textarea = Field &
  Options<{
    spellcheck?: boolean
    rows?: number | string
    value?: string | number
    disabled?: boolean
    classes?: string
    autocomplete?: string
    attributes?: Attributes
  }>

export function textarea(options: Textarea): Html {
  const id = options.id || options.name
  const { markup, describedBy } = descriptions(id, options, options.describedBy)
  const control = html`<textarea${attributes({
    class: classNames('govuk-textarea', options.errorMessage && 'govuk-textarea--error', options.classes),
    id,
    name: options.name,
    rows: options.rows || 5,
    spellcheck: options.spellcheck?.toString(),
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete || null,
    ...options.attributes,
  })}>${options.value}</textarea>`
  const { beforeInput, afterInput } = options.formGroup ?? {}
  return formGroup(options, [fieldLabel(id, options), markup, said(beforeInput), control, said(afterInput)])
}
