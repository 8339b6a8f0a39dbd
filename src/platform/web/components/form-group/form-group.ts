import { attributes, html, type Content, type Html } from '../../html.ts'
import { errorMessage, type ErrorMessage } from '../error-message/error-message.ts'
import { fieldset, type Fieldset } from '../fieldset/fieldset.ts'
import { hint, type Hint } from '../hint/hint.ts'
import { label, type Label } from '../label/label.ts'
import { classNames, ids, isEmpty, worded, type Attributes, type Options, type Said } from '../options.ts'

/** What every field may have, whatever its control is. */
export type Group = Options<{
  hint?: Hint | string
  errorMessage?: ErrorMessage | string
  formGroup?: Options<{ classes?: string; attributes?: Attributes }>
}>

/** What a field with one control may have. `id` is the name unless told. */
export type Field = Group &
  Options<{
    name: string
    id?: string
    label?: Label | string
    describedBy?: string
    formGroup?: Options<{ classes?: string; attributes?: Attributes; beforeInput?: Said; afterInput?: Said }>
  }>

/** A legend alone, in the size for a question that is not the page's heading. */
export type Question = Options<{ legend?: string; fieldset?: Omit<Fieldset, 'html' | 'role'> }>

export const formGroup = (options: Group, body: Content): Html =>
  html`<div${attributes({
    class: classNames(
      'govuk-form-group',
      options.errorMessage && 'govuk-form-group--error',
      options.formGroup?.classes,
    ),
    ...options.formGroup?.attributes,
  })}>
  ${body}
</div>`

/** The hint and error message that stand before a control, and the ids by which the control is described. */
export function descriptions(id: string, group: Group, describedBy?: string) {
  const hintId = group.hint && `${id}-hint`
  const errorId = group.errorMessage && `${id}-error`
  const markup: Content = [
    hintId ? hint({ ...worded(group.hint), id: hintId }) : null,
    errorId ? errorMessage({ ...worded(group.errorMessage), id: errorId }) : null,
  ]
  return { markup, describedBy: ids(describedBy, hintId, errorId) }
}

export const fieldLabel = (id: string, field: Field): Html => label({ ...worded(field.label), for: id })

/** A set of controls under one question; without one, the controls alone. */
export function questioned(
  { legend, fieldset: options }: Question,
  body: Content,
  more: Options<{ describedBy?: string; role?: string }>,
): Content {
  if (legend === undefined && options === undefined) return body
  const short = isEmpty(legend) ? undefined : { text: legend, classes: 'govuk-fieldset__legend--m' }
  return fieldset({ ...options, legend: options?.legend ?? short, ...more, html: body })
}
