import { attributes, html, type Content, type Html } from '../../html.ts'
import { descriptions, fieldLabel, formGroup, type Field } from '../form-group/form-group.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

type Affix = Said & Options<{ classes?: string; attributes?: Attributes }>

export type Input = Field &
  Options<{
    type?: string
    inputmode?: string
    value?: string | number
    disabled?: boolean
    prefix?: Affix
    suffix?: Affix
    inputWrapper?: Options<{ classes?: string; attributes?: Attributes }>
    classes?: string
    autocomplete?: string
    pattern?: string
    spellcheck?: boolean
    autocapitalize?: string
    attributes?: Attributes
  }>

const inputElement = (id: string, options: Input, describedBy: string | undefined): Html =>
  html`<input${attributes({
    class: classNames('govuk-input', options.classes, options.errorMessage && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck?.toString(),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    ...options.attributes,
  })}>`

function affix(words: Affix | undefined, kind: 'prefix' | 'suffix'): Content {
  if (isEmpty(said(words))) return null
  const inside = { class: classNames(`govuk-input__${kind}`, words?.classes), 'aria-hidden': 'true' }
  return html`<div${attributes({ ...inside, ...words?.attributes })}>${said(words)}</div>`
}

/** The input between what stands before and after it, in a wrapper only when there is any. */
function wrapped(options: Input, element: Html): Html {
  const before = said(options.formGroup?.beforeInput)
  const after = said(options.formGroup?.afterInput)
  const prefix = affix(options.prefix, 'prefix')
  const suffix = affix(options.suffix, 'suffix')
  if ([before, prefix, suffix, after].every(isEmpty)) return element
  const wrapper = options.inputWrapper
  return html`<div${attributes({ class: classNames('govuk-input__wrapper', wrapper?.classes), ...wrapper?.attributes })}>
    ${before}
    ${prefix}
    ${element}
    ${suffix}
    ${after}
  </div>`
}

export function input(options: Input): Html {
  const id = options.id || options.name
  const { markup, describedBy } = descriptions(id, options, options.describedBy)
  return formGroup(options, [fieldLabel(id, options), markup, wrapped(options, inputElement(id, options, describedBy))])
}
