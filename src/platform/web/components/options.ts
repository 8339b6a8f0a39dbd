import { Html, type Content } from '../html.ts'

/**
 * The options of a component. What is optional may also be passed as undefined, so that a form's
 * `...form.field(name)` can be spread into them.
 */
export type Options<Shape> = {
  readonly [Name in keyof Shape]: Shape extends Record<Name, unknown> ? Shape[Name] : Shape[Name] | undefined
}

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** As in govuk-frontend, `html` wins over `text`; unlike there, a plain string is escaped in either. */
export type Said = Options<{ text?: Content; html?: Content }>

/** Items of a list that a page may leave out by a condition: `isOpen && { text: 'Close' }`. */
export type Items<Item> = ReadonlyArray<Item | null | undefined | false | ''>

export function isEmpty(content: Content): boolean {
  if (content instanceof Html) return content.toString() === ''
  if (Array.isArray(content)) return content.every(isEmpty)
  return content === undefined || content === null || content === false || content === ''
}

export const said = (words: Said | undefined): Content => (isEmpty(words?.html) ? words?.text : words?.html)

export const classNames = (...names: ReadonlyArray<string | false | null | undefined>): string =>
  names.filter(Boolean).join(' ')

/** Ids for `aria-describedby`: undefined, and so not printed, when there is none. */
export const ids = (...some: ReadonlyArray<string | false | null | undefined>): string | undefined =>
  classNames(...some) || undefined

export const given = <Item>(items: Items<Item> | undefined): readonly Item[] =>
  (items ?? []).filter((item): item is Item => Boolean(item))

/** Lets a caller write `hint: 'For example, 31 3 2027'` for `hint: { text: 'For example, 31 3 2027' }`. */
export function worded<Words extends Said>(words: Words | string | undefined): Words | Said | undefined {
  return typeof words === 'string' ? { text: words } : words
}
