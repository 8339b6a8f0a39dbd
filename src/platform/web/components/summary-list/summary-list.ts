import { attributes, html, Html, type Content } from '../../html.ts'
import { classNames, given, isEmpty, said, type Attributes, type Items, type Options, type Said } from '../options.ts'

type Action = Said & Options<{ href?: string; visuallyHiddenText?: string; classes?: string; attributes?: Attributes }>
type Actions = Options<{ items?: readonly Action[]; classes?: string }>
type Words = Said & Options<{ classes?: string }>

export type SummaryRow = Options<{
  key: Words
  value: Words
  actions?: Actions
  classes?: string
}>

type CardTitle = Words & Options<{ headingLevel?: number }>
type Card = Options<{ title?: CardTitle; actions?: Actions; classes?: string; attributes?: Attributes }>

export type SummaryList = Options<{
  rows: Items<SummaryRow>
  card?: Card
  classes?: string
  attributes?: Attributes
}>

function actionLink(action: Action, cardTitle: Words | undefined): Html {
  const hidden = [
    action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : null,
    cardTitle ? [' (', said(cardTitle), ')'] : null,
  ]
  return html`<a${attributes({
    class: classNames('govuk-link', action.classes),
    href: action.href ?? '',
    ...action.attributes,
  })}>${said(action)}${isEmpty(hidden) ? null : html`<span class="govuk-visually-hidden">${hidden}</span>`}</a>`
}

function rowActions(actions: Actions | undefined, cardTitle: Words | undefined): Content {
  const links = (actions?.items ?? []).map((action) => actionLink(action, cardTitle))
  if (links.length === 0) return null
  const list = html`<ul class="govuk-summary-list__actions-list">
    ${links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`)}
  </ul>`
  return html`<dd class="${classNames('govuk-summary-list__actions', actions?.classes)}">
    ${links.length === 1 ? links : list}
  </dd>`
}

function summaryRow(row: SummaryRow, card: Card | undefined, anyActions: boolean): Html {
  const bare = anyActions && !row.actions?.items
  return html`<div
    class="${classNames('govuk-summary-list__row', bare && 'govuk-summary-list__row--no-actions', row.classes)}"
  >
    <dt class="${classNames('govuk-summary-list__key', row.key.classes)}">${said(row.key)}</dt>
    <dd class="${classNames('govuk-summary-list__value', row.value.classes)}">${said(row.value)}</dd>
    ${rowActions(row.actions, card?.title)}
  </div> `
}

function cardActions({ actions, title }: Card): Content {
  const links = (actions?.items ?? []).map((action) => actionLink(action, title))
  if (links.length === 0) return null
  const classes = classNames('govuk-summary-card__actions', actions?.classes)
  if (links.length === 1) return html`<div class="${classes}">${links}</div>`
  return html`<ul class="${classes}">
    ${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}
  </ul>`
}

function carded(card: Card, list: Html): Html {
  const level = new Html(`h${card.title?.headingLevel || 2}`)
  const title =
    card.title &&
    html`<${level} class="${classNames('govuk-summary-card__title', card.title.classes)}"
      >${said(card.title)}</${level}
    >`
  return html`<div${attributes({ class: classNames('govuk-summary-card', card.classes), ...card.attributes })}>
  <div class="govuk-summary-card__title-wrapper">
    ${title}
    ${cardActions(card)}
  </div>
  <div class="govuk-summary-card__content">
    ${list}
  </div>
</div>`
}

export function summaryList(options: SummaryList): Html {
  const rows = given(options.rows)
  const anyActions = rows.some((row) => (row.actions?.items?.length ?? 0) > 0)
  const list = html`<dl${attributes({ class: classNames('govuk-summary-list', options.classes), ...options.attributes })}>
  ${rows.map((row) => summaryRow(row, options.card, anyActions))}
</dl>`
  return options.card ? carded(options.card, list) : list
}
