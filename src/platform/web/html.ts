/** Markup that is safe to send: every value in it was escaped or was `Html` already. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

/** What may stand in a template. Lists are joined; null, undefined and booleans print nothing. */
export type Content = Html | string | number | boolean | null | undefined | readonly Content[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

function markupOf(content: Content): string {
  if (content instanceof Html) return content.toString()
  if (typeof content === 'string') return escapeHtml(content)
  if (typeof content === 'number') return String(content)
  if (Array.isArray(content)) return content.map(markupOf).join('')
  return ''
}

/** Tag for templates of markup. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = strings[0] ?? ''
  for (const [index, value] of values.entries()) markup += markupOf(value) + (strings[index + 1] ?? '')
  return new Html(markup)
}

export const nothing = new Html('')

/** Attributes from an object: `true` prints the name alone; false, null and undefined print nothing. */
export function attributes(all: Readonly<Record<string, string | number | boolean | null | undefined>> = {}): Html {
  const printed = Object.entries(all).map(([name, value]) => {
    if (value === false || value === null || value === undefined) return ''
    return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
  })
  return new Html(printed.join(''))
}
