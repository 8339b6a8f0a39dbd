import { type Html } from '../../html.ts'
import { button } from '../button/button.ts'
import { input, type Input } from '../input/input.ts'
import { classNames, said, type Options } from '../options.ts'

/** Named so that it is known for one wherever a form's fields are gone through: no page shows its value again. */
type PasswordName = 'password' | `${string}-password` | `password-${string}`

export type PasswordInput = Pick<
  Input,
  | 'id'
  | 'label'
  | 'hint'
  | 'errorMessage'
  | 'formGroup'
  | 'describedBy'
  | 'value'
  | 'disabled'
  | 'classes'
  | 'attributes'
> &
  Options<{
    name: PasswordName
    /** `current-password` unless told; `new-password` where one is chosen. */
    autocomplete?: string
    button?: Options<{ classes?: string }>
    showPasswordText?: string
    hidePasswordText?: string
    showPasswordAriaLabelText?: string
    hidePasswordAriaLabelText?: string
    passwordShownAnnouncementText?: string
    passwordHiddenAnnouncementText?: string
  }>

function toggle(options: PasswordInput): Html {
  return button({
    type: 'button',
    classes: classNames(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      options.button?.classes,
    ),
    text: options.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': options.id || options.name,
      'aria-label': options.showPasswordAriaLabelText ?? 'Show password',
      hidden: true,
    },
  })
}

export function passwordInput(options: PasswordInput): Html {
  const { formGroup } = options
  return input({
    ...options,
    formGroup: {
      ...formGroup,
      classes: classNames('govuk-password-input', formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        'data-i18n.show-password': options.showPasswordText || null,
        'data-i18n.hide-password': options.hidePasswordText || null,
        'data-i18n.show-password-aria-label': options.showPasswordAriaLabelText || null,
        'data-i18n.hide-password-aria-label': options.hidePasswordAriaLabelText || null,
        'data-i18n.password-shown-announcement': options.passwordShownAnnouncementText || null,
        'data-i18n.password-hidden-announcement': options.passwordHiddenAnnouncementText || null,
        ...formGroup?.attributes,
      },
      afterInput: { html: [toggle(options), said(formGroup?.afterInput)] },
    },
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    classes: classNames('govuk-password-input__input govuk-js-password-input-input', options.classes),
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete || 'current-password',
  })
}
