import { attributes, html, type Content, type Html } from '../../html.ts'
import { classNames, given, isEmpty, type Attributes, type Items, type Options, type Said } from '../options.ts'

type Tab = Options<{
  id?: string
  label: string
  attributes?: Attributes
  panel: Said & Options<{ attributes?: Attributes }>
}>

export type Tabs = Options<{
  id?: string
  idPrefix?: string
  title?: string
  items?: Items<Tab>
  classes?: string
  attributes?: Attributes
}>

function panelBody(panel: Said): Content {
  if (!isEmpty(panel.html)) return panel.html
  return isEmpty(panel.text) ? null : html`<p class="govuk-body">${panel.text}</p>`
}

/** Tabs within one page. Without JavaScript they are a list of contents and sections under one another. */
export function tabs(options: Tabs): Html {
  const items = given(options.items).map((item, position) => ({
    ...item,
    panelId: item.id || `${options.idPrefix ?? ''}-${position + 1}`,
    isFirst: position === 0,
  }))
  const list = items.map(
    (item) =>
      html`<li class="${classNames('govuk-tabs__list-item', item.isFirst && 'govuk-tabs__list-item--selected')}">
      <a${attributes({ class: 'govuk-tabs__tab', href: `#${item.panelId}`, ...item.attributes })}>${item.label}</a>
    </li>`,
  )
  const panels = items.map((item) => {
    const classes = classNames('govuk-tabs__panel', !item.isFirst && 'govuk-tabs__panel--hidden')
    return html`<div${attributes({ class: classes, id: item.panelId, ...item.panel.attributes })}>
    ${panelBody(item.panel)}
  </div>`
  })
  return html`<div${attributes({
    id: options.id || null,
    class: classNames('govuk-tabs', options.classes),
    ...options.attributes,
    'data-module': 'govuk-tabs',
  })}>
  <h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>
  ${
    items.length > 0 &&
    html`<ul class="govuk-tabs__list">
      ${list}
    </ul>`
  }
  ${panels}
</div>`
}
