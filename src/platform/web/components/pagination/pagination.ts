import { attributes, html, type Content, type Html } from '../../html.ts'
import { classNames, given, isEmpty, said, type Attributes, type Items, type Options, type Said } from '../options.ts'

type PageItem = Options<{
  number?: string | number
  visuallyHiddenText?: string
  href?: string
  current?: boolean
  ellipsis?: boolean
  attributes?: Attributes
}>

type PageLink = Said & Options<{ href?: string; labelText?: string; attributes?: Attributes }>

export type Pagination = Options<{
  items?: Items<PageItem>
  previous?: PageLink
  next?: PageLink
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}>

const arrows = {
  prev: html`<svg
    class="govuk-pagination__icon govuk-pagination__icon--prev"
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path
      d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
    ></path>
  </svg>`,
  next: html`<svg
    class="govuk-pagination__icon govuk-pagination__icon--next"
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path
      d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
    ></path>
  </svg>`,
}

const usualWords = {
  prev: html`Previous<span class="govuk-visually-hidden"> page</span>`,
  next: html`Next<span class="govuk-visually-hidden"> page</span>`,
}

/** `block` is the layout without page numbers, where each arrow stands on a line of its own. */
function arrowLink(kind: 'prev' | 'next', link: PageLink | undefined, block: boolean): Content {
  if (!link?.href) return null
  const words = isEmpty(said(link)) ? usualWords[kind] : said(link)
  const before = block || kind === 'prev'
  const title = classNames(
    'govuk-pagination__link-title',
    block && !link.labelText && 'govuk-pagination__link-title--decorated',
  )
  return html`<div class="govuk-pagination__${kind}">
    <a${attributes({ class: 'govuk-link govuk-pagination__link', href: link.href, rel: kind, ...link.attributes })}>
      ${before && arrows[kind]}
      <span class="${title}">${words}</span>
      ${
        link.labelText &&
        block &&
        html`<span class="govuk-visually-hidden">:</span>
          <span class="govuk-pagination__link-label">${link.labelText}</span>`
      }
      ${!before && arrows[kind]}
    </a>
  </div>`
}

function pageItem(item: PageItem): Html {
  if (item.ellipsis) return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`
  return html`<li class="${classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}">
    <a${attributes({
      class: 'govuk-link govuk-pagination__link',
      href: item.href ?? '',
      'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
      'aria-current': item.current ? 'page' : null,
      ...item.attributes,
    })}>
      ${item.number}
    </a>
  </li>`
}

export function pagination(options: Pagination): Html {
  const block = !options.items && Boolean(options.next || options.previous)
  const items = given(options.items).filter((item) => Object.keys(item).length > 0)
  return html`<nav${attributes({
    class: classNames('govuk-pagination', block && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel || 'Pagination',
    ...options.attributes,
  })}>
  ${arrowLink('prev', options.previous, block)}
  ${
    options.items &&
    html`<ul class="govuk-pagination__list">
      ${items.map(pageItem)}
    </ul>`
  }
  ${arrowLink('next', options.next, block)}
</nav>`
}

/** The pages that a reader of page `current` may want: the ends, and those beside this one. */
function nearby(current: number, last: number): readonly number[] {
  const wanted = [1, current - 1, current, current + 1, last]
  return [...new Set(wanted)].filter((page) => page >= 1 && page <= last)
}

/** Pagination of a list by page number. Nothing when all of it stands on one page. */
export function pagesOf(list: {
  readonly current: number
  readonly last: number
  readonly href: (page: number) => string
}): Content {
  const { current, last, href } = list
  if (last <= 1) return null
  const items = nearby(current, last).flatMap((page, position, pages): PageItem[] => {
    const item = { number: page, href: href(page), current: page === current }
    const gap = page - (pages[position - 1] ?? 0) > 1
    return gap ? [{ ellipsis: true }, item] : [item]
  })
  return pagination({
    items,
    previous: current > 1 ? { href: href(current - 1) } : undefined,
    next: current < last ? { href: href(current + 1) } : undefined,
  })
}
