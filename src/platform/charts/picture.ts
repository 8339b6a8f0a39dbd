import { html, type Content, type Html } from '../web/html.ts'

/**
 * Every chart is drawn twice, and the styles show the one that fits: letters keep their size on a phone and in a
 * narrow column, which one drawing scaled to fit would not give.
 */
export type Size = { readonly name: 'wide' | 'narrow'; readonly width: number }

export const sizes: readonly Size[] = [
  { name: 'wide', width: 720 },
  { name: 'narrow', width: 340 },
]

export type Drawing = { readonly height: number; readonly body: Content }

export type Described = {
  readonly title: string
  /** What the chart shows, in a sentence, for those who do not see it. */
  readonly description: string
  /** Tells charts of one title on one page apart. */
  readonly id?: string | undefined
}

export function chartId({ id, title }: Described): string {
  return id ?? `chart-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
}

export function pictures(chart: Described, draw: (size: Size) => Drawing): readonly Html[] {
  return sizes.map((size) => {
    const { height, body } = draw(size)
    const id = `${chartId(chart)}-${size.name}`
    return html`<svg
      class="fp-chart__picture fp-chart__picture--${size.name}"
      viewBox="0 0 ${size.width} ${height}"
      role="img"
      aria-labelledby="${id}-title ${id}-description"
      font-size="14"
    >
      <title id="${id}-title">${chart.title}</title>
      <desc id="${id}-description">${chart.description}</desc>
      ${body}
    </svg>`
  })
}

/** A chart with its title above and, below, what must be read with it. */
export const figure = (chart: Described, pictures: Content, caption: readonly string[], after: Content = null): Html =>
  html`<figure class="fp-chart">
    <p class="fp-chart__title">${chart.title}</p>
    ${pictures}
    <figcaption class="fp-chart__caption">${[chart.description, ...caption].join(' ')}</figcaption>
    ${after}
  </figure>`

/** Two decimals are finer than any screen shows. */
export const at = (length: number): number => Math.round(length * 100) / 100

/** Breaks words into lines of about `most` letters. SVG does not do it. */
export function lines(words: string, most: number): readonly string[] {
  const broken: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = broken.at(-1)
    if (last !== undefined && last.length + word.length < most) broken[broken.length - 1] = `${last} ${word}`
    else broken.push(word)
  }
  return broken
}

/** Kept by their decimals: making one takes longer than drawing a chart. */
const formats = new Map<number, Intl.NumberFormat>()

/** Decimals to print: as told, or none when all values are whole, or one. */
export function numberFormat(values: ReadonlyArray<number | null>, decimals?: number): Intl.NumberFormat {
  const digits = decimals ?? (values.every((value) => value === null || Number.isInteger(value)) ? 0 : 1)
  const known = formats.get(digits)
  if (known) return known
  const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  formats.set(digits, format)
  return format
}
