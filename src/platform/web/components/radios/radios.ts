import { attributes, html, type Content, type Html } from '../../html.ts'
import { descriptions, formGroup, questioned, type Group, type Question } from '../form-group/form-group.ts'
import { hint, type Hint } from '../hint/hint.ts'
import { label, type Label } from '../label/label.ts'
import { classNames, isEmpty, said, worded, type Attributes, type Items, type Options, type Said } from '../options.ts'

type Value = string | number

type RadioItem = Said &
  Options<{
    id?: string
    value?: Value
    label?: Pick<Label, 'classes' | 'attributes'>
    hint?: Hint | string
    /** Text between two choices, such as "or". Such an item is nothing else. */
    divider?: string
    checked?: boolean
    /** Shown while this choice is made; without JavaScript, always. */
    conditional?: Options<{ html?: Content }>
    disabled?: boolean
    attributes?: Attributes
  }>

export type Radios = Group &
  Question &
  Options<{
    name: string
    idPrefix?: string
    items: Items<RadioItem>
    value?: Value
    classes?: string
    attributes?: Attributes
    formGroup?: Options<{ classes?: string; attributes?: Attributes; beforeInputs?: Said; afterInputs?: Said }>
  }>

function isChecked(item: RadioItem, value: Value | undefined): boolean {
  if (item.checked !== undefined && item.checked !== null) return item.checked
  return Boolean(value) && String(item.value) === String(value)
}

function radioItem(options: Radios, item: RadioItem, position: number): Html {
  if (item.divider) return html`<div class="govuk-radios__divider">${item.divider}</div>`
  const first = options.idPrefix || options.name
  const id = item.id || (position === 0 ? first : `${first}-${position + 1}`)
  const checked = isChecked(item, options.value)
  const itemHint = worded(item.hint)
  const hintId = isEmpty(said(itemHint)) ? null : `${id}-item-hint`
  const reveals = isEmpty(item.conditional?.html) ? null : `conditional-${id}`
  return html`<div class="govuk-radios__item">
      <input${attributes({
        class: 'govuk-radios__input',
        id,
        name: options.name,
        type: 'radio',
        value: item.value ?? '',
        checked,
        disabled: item.disabled,
        'data-aria-controls': reveals,
        'aria-describedby': hintId,
        ...item.attributes,
      })}>
      ${label({ ...item.label, html: item.html, text: item.text, classes: classNames('govuk-radios__label', item.label?.classes), for: id })}
      ${hintId && hint({ ...itemHint, id: hintId, classes: classNames('govuk-radios__hint', hintClasses(item.hint)) })}
    </div>
    ${
      reveals &&
      html`<div
        class="${classNames('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}"
        id="${reveals}"
      >
        ${item.conditional?.html}
      </div>`
    }`
}

const hintClasses = (words: Hint | string | undefined): string | undefined =>
  typeof words === 'string' ? undefined : words?.classes

export function radios(options: Radios): Html {
  const id = options.idPrefix || options.name
  const { markup, describedBy } = descriptions(id, options, options.fieldset?.describedBy)
  const inputs = html`${markup}
  <div${attributes({
    class: classNames('govuk-radios', options.classes),
    ...options.attributes,
    'data-module': 'govuk-radios',
  })}>
    ${said(options.formGroup?.beforeInputs)}
    ${options.items.map((item, position) => item && radioItem(options, item, position))}
    ${said(options.formGroup?.afterInputs)}
  </div>`
  return formGroup(options, questioned(options, inputs, { describedBy }))
}
