import { attributes, html, type Html } from '../../html.ts'
import { descriptions, fieldLabel, formGroup, type Field } from '../form-group/form-group.ts'
import { classNames, said, type Attributes, type Options } from '../options.ts'

export type FileUpload = Field &
  Options<{
    disabled?: boolean
    multiple?: boolean
    classes?: string
    attributes?: Attributes
  }>

/** Without the area to drop files on, which needs a script of its own. */
export function fileUpload(options: FileUpload): Html {
  const id = options.id || options.name
  const { markup, describedBy } = descriptions(id, options, options.describedBy)
  const control = html`<input${attributes({
    class: classNames('govuk-file-upload', options.classes, options.errorMessage && 'govuk-file-upload--error'),
    id,
    name: options.name,
    type: 'file',
    disabled: options.disabled,
    multiple: options.multiple,
    'aria-describedby': describedBy,
    ...options.attributes,
  })}>`
  const { beforeInput, afterInput } = options.formGroup ?? {}
  return formGroup(options, [fieldLabel(id, options), markup, said(beforeInput), control, said(afterInput)])
}
