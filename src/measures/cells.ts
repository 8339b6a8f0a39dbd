import type { Cell } from '../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../platform/web/html.ts'

/** `10,720` */
export const thousands = (number: number): string => number.toLocaleString('en-GB')

export const numeric = (text: Content): Cell => ({ text, format: 'numeric' })
export const strong = (text: Content): Html => html`<strong>${text}</strong>`
