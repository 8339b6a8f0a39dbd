import { attributes, html, type Content, type Html } from '../../html.ts'
import { descriptions, formGroup, questioned, type Group, type Question } from '../form-group/form-group.ts'
import { hint, type Hint } from '../hint/hint.ts'
import { label, type Label } from '../label/label.ts'
import {
  classNames,
  ids,
  isEmpty,
  said,
  worded,
  type Attributes,
  type Items,
  type Options,
  type Said,
} from '../options.ts'

type Value = string | number

type CheckboxItem = Said &
  Options<{
    id?: string
    name?: string
    value?: Value
    label?: Pick<Label, 'classes' | 'attributes'>
    hint?: Hint | string
    /** Text between two choices, such as "or". Such an item is nothing else. */
    divider?: string
    checked?: boolean
    /** Shown while this choice is made; without JavaScript, always. */
    conditional?: Options<{ html?: Content }>
    /** `exclusive` unticks all others, for "None of these". */
    behaviour?: string
    disabled?: boolean
    attributes?: Attributes
  }>

export type Checkboxes = Group &
  Question &
  Options<{
    name: string
    describedBy?: string
    idPrefix?: string
    items: Items<CheckboxItem>
    values?: readonly Value[]
    classes?: string
    attributes?: Attributes
    formGroup?: Options<{ classes?: string; attributes?: Attributes; beforeInputs?: Said; afterInputs?: Said }>
  }>

function isChecked(item: CheckboxItem, values: readonly Value[] | undefined): boolean {
  if (item.checked !== undefined) return item.checked
  return values?.some((value) => String(value) === String(item.value)) ?? false
}

/** `describedBy` is given when no fieldset stands round the boxes to carry it. */
function checkboxItem(options: Checkboxes, item: CheckboxItem, position: number, describedBy?: string): Html {
  if (item.divider) return html`<div class="govuk-checkboxes__divider">${item.divider}</div>`
  const first = options.idPrefix || options.name
  const id = item.id || (position === 0 ? first : `${first}-${position + 1}`)
  const checked = isChecked(item, options.values)
  const itemHint = worded(item.hint)
  const hintId = isEmpty(said(itemHint)) ? null : `${id}-item-hint`
  const reveals = isEmpty(item.conditional?.html) ? null : `conditional-${id}`
  return html`<div class="govuk-checkboxes__item">
      <input${attributes({
        class: 'govuk-checkboxes__input',
        id,
        name: item.name || options.name,
        type: 'checkbox',
        value: item.value ?? '',
        checked,
        disabled: item.disabled,
        'data-aria-controls': reveals,
        'data-behaviour': item.behaviour || null,
        'aria-describedby': ids(describedBy, hintId),
        ...item.attributes,
      })}>
      ${label({ ...item.label, html: item.html, text: item.text, classes: classNames('govuk-checkboxes__label', item.label?.classes), for: id })}
      ${hintId && hint({ ...itemHint, id: hintId, classes: classNames('govuk-checkboxes__hint', hintClasses(item.hint)) })}
    </div>
    ${
      reveals &&
      html`<div
        class="${classNames('govuk-checkboxes__conditional', !checked && 'govuk-checkboxes__conditional--hidden')}"
        id="${reveals}"
      >
        ${item.conditional?.html}
      </div>`
    }`
}

const hintClasses = (words: Hint | string | undefined): string | undefined =>
  typeof words === 'string' ? undefined : words?.classes

export function checkboxes(options: Checkboxes): Html {
  const id = options.idPrefix || options.name
  const { markup, describedBy } = descriptions(id, options, options.fieldset?.describedBy || options.describedBy)
  const onItems = options.fieldset || options.legend !== undefined ? undefined : describedBy
  const inputs = html`${markup}
  <div${attributes({
    class: classNames('govuk-checkboxes', options.classes),
    ...options.attributes,
    'data-module': 'govuk-checkboxes',
  })}>
    ${said(options.formGroup?.beforeInputs)}
    ${options.items.map((item, position) => item && checkboxItem(options, item, position, onItems))}
    ${said(options.formGroup?.afterInputs)}
  </div>`
  return formGroup(options, questioned(options, inputs, { describedBy }))
}
