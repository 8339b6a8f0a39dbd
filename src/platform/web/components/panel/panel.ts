import { attributes, html, Html, type Content } from '../../html.ts'
import { button } from '../button/button.ts'
import { classNames, isEmpty, said, type Attributes, type Options, type Said } from '../options.ts'

type PanelAction = Options<{
  text: string
  href?: string
  type?: 'button' | 'submit' | 'reset'
  classes?: string
  attributes?: Attributes
}>

export type Panel = Said &
  Options<{
    titleText?: string
    titleHtml?: Html
    headingLevel?: string | number
    classes?: string
    attributes?: Attributes
    /** Only for a panel of class `govuk-panel--interruption`. */
    actions?: Options<{ items?: readonly PanelAction[]; classes?: string; attributes?: Attributes }>
  }>

function panelAction(action: PanelAction): Html {
  if (!action.href || action.type === 'button') {
    const classes = classNames('govuk-button--inverse', action.classes)
    return button({ ...action, type: action.type || 'button', classes })
  }
  const classes = classNames('govuk-link govuk-link--inverse', action.classes)
  return html`<a${attributes({ class: classes, href: action.href, ...action.attributes })}>${action.text}</a>`
}

function panelActions(actions: Panel['actions']): Content {
  if (!actions) return null
  const items = actions.items ?? []
  return html`<div${attributes({ class: classNames('govuk-panel__actions', actions.classes), ...actions.attributes })}>
    ${items.length > 0 && html`<div class="govuk-button-group">${items.map(panelAction)}</div>`}
  </div>`
}

export function panel(options: Panel): Html {
  const interruption = options.classes?.includes('govuk-panel--interruption') ?? false
  const heading = new Html(`h${Number(options.headingLevel || 1)}`)
  const body = said(options)
  return html`<div${attributes({
    class: classNames('govuk-panel', !interruption && 'govuk-panel--confirmation', options.classes),
    ...options.attributes,
  })}>
  <${heading} class="govuk-panel__title">
    ${said({ html: options.titleHtml, text: options.titleText })}
  </${heading}>
  ${isEmpty(body) ? null : html`<div class="govuk-panel__body">${body}</div>`}
  ${interruption && panelActions(options.actions)}
</div>`
}
