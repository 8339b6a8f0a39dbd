import { attributes, html, type Html } from '../../html.ts'
import { descriptions, fieldLabel, formGroup, type Field } from '../form-group/form-group.ts'
import { classNames, given, said, type Attributes, type Items, type Options } from '../options.ts'

type Value = string | number

type SelectItem = Options<{
  value?: Value
  text: Value
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>

export type Select = Field &
  Options<{
    items: Items<SelectItem>
    value?: Value
    disabled?: boolean
    classes?: string
    attributes?: Attributes
  }>

/** An option without a value is known by its text, as in a browser. */
function isSelected(item: SelectItem, value: Value | undefined): boolean {
  if (item.selected !== undefined) return item.selected
  return Boolean(value) && String(item.value ?? item.text) === String(value)
}

export function select(options: Select): Html {
  const id = options.id || options.name
  const { markup, describedBy } = descriptions(id, options, options.describedBy)
  const choices = given(options.items).map(
    (item) =>
      html`
    <option${attributes({
      value: item.value,
      selected: isSelected(item, options.value),
      disabled: item.disabled,
      ...item.attributes,
    })}>${item.text}</option>`,
  )
  const control = html`<select${attributes({
    class: classNames('govuk-select', options.classes, options.errorMessage && 'govuk-select--error'),
    id,
    name: options.name,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    ...options.attributes,
  })}>${choices}
  </select>`
  const { beforeInput, afterInput } = options.formGroup ?? {}
  return formGroup(options, [fieldLabel(id, options), markup, said(beforeInput), control, said(afterInput)])
}
