import { attributes, html, Html } from '../../html.ts'
import { classNames, given, said, type Attributes, type Items, type Options, type Said } from '../options.ts'

type TimelineItem = Said &
  Options<{
    label: Said
    /** Who did it. Printed after "by". */
    byline?: Said
    /** `timestamp` for machines; `text` as the reader should see it. */
    datetime: { readonly timestamp: string; readonly text: string }
    classes?: string
    attributes?: Attributes
  }>

export type Timeline = Options<{
  items: Items<TimelineItem>
  headingLevel?: number
  classes?: string
  attributes?: Attributes
}>

function timelineItem(item: TimelineItem, level: Html): Html {
  return html`<div${attributes({ class: classNames('moj-timeline__item', item.classes), ...item.attributes })}>
    <div class="moj-timeline__header">
      <${level} class="moj-timeline__title">${said(item.label)}</${level}>
      ${item.byline && html`<p class="moj-timeline__byline">by ${said(item.byline)}</p>`}
    </div>
    <p class="moj-timeline__date">
      <time datetime="${item.datetime.timestamp}">${item.datetime.text}</time>
    </p>
    <div class="moj-timeline__description">${said(item)}</div>
  </div>
  `
}

export function timeline(options: Timeline): Html {
  const level = new Html(`h${options.headingLevel ?? 2}`)
  return html`<div${attributes({ class: classNames('moj-timeline', options.classes), ...options.attributes })}>
  ${given(options.items).map((item) => timelineItem(item, level))}
</div>`
}
