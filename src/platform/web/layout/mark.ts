import { attributes, Html, html } from '../html.ts'

/** A tithing was ten households that answered for each other: ten dots in a ring, one of them filled. */
const households = 10

const ringRadius = 15
const centre = 20

/** Centres of the dots, clockwise from the top, to two decimals. */
const dots = Array.from({ length: households }, (_, place) => {
  const angle = (place / households) * 2 * Math.PI
  const x = centre + ringRadius * Math.sin(angle)
  const y = centre - ringRadius * Math.cos(angle)
  return { x: Number(x.toFixed(2)), y: Number(y.toFixed(2)), filled: place === 0 }
})

function circles(colour: string, filled: string): Html {
  return html`${dots.map((dot) =>
    dot.filled
      ? html`<circle cx="${dot.x}" cy="${dot.y}" r="4" fill="${filled}" />`
      : html`<circle cx="${dot.x}" cy="${dot.y}" r="2.9" fill="none" stroke="${colour}" stroke-width="1.6" />`,
  )}`
}

/** The mark in the colour of the words beside it. It stands beside the name, so it is hidden from screen readers. */
export const mark = ({ size = 32, classes = 'fp-mark' } = {}): Html =>
  html`<svg${attributes({ class: classes, width: size, height: size, viewBox: '0 0 40 40' })} aria-hidden="true" focusable="false">${circles('currentColor', 'currentColor')}</svg>`

/** The mark as a picture of its own, for a browser's tab: light dots on deep green. */
export const favicon = (): string =>
  String(
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
      <rect width="40" height="40" rx="8" fill="#0b3d2e" />
      ${circles('#ffffff', '#ffffff')}
    </svg>`,
  )
