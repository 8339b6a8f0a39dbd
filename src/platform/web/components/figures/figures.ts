import { html, type Content, type Html } from '../../html.ts'
import { classNames, type Options } from '../options.ts'

export type Figure = Options<{
  /** The number as the reader should see it, such as "1,204" or "83.1". */
  value: string | number
  /** Set smaller after the number: "%", "days". */
  unit?: string
  /** What it counts, and over what time. */
  label: Content
  /** The trend or comparison, in words. */
  note?: Content
  /** Where the figure is explained. */
  href?: string
  standing?: 'attention' | 'breach'
}>

function figure(item: Figure): Html {
  const label = item.href ? html`<a class="govuk-link" href="${item.href}">${item.label}</a>` : item.label
  const gap = item.unit === '%' ? '' : ' '
  const unit = item.unit && html`<span class="fp-figure__unit">${gap}${item.unit}</span>`
  return html`<li class="${classNames('fp-figure', item.standing && `fp-figure--${item.standing}`)}">
    <p class="fp-figure__value">${item.value}${unit}</p>
    <p class="fp-figure__label">${label}</p>
    ${item.note && html`<p class="fp-figure__note">${item.note}</p>`}
  </li>`
}

/** A few numbers side by side, each with what it counts. */
export const figures = (items: readonly Figure[]): Html =>
  html`<ul class="fp-figures">
    ${items.map(figure)}
  </ul>`
