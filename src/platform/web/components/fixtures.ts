/**
 * For tests only: compares a component with every example that govuk-frontend ships for it, so that our markup stays
 * theirs when their package is upgraded.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Html } from '../html.ts'

type Fixture = { readonly name: string; readonly options: Record<string, unknown>; readonly html: string }

const require = createRequire(import.meta.url)

function fixturesOf(component: string): readonly Fixture[] {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: readonly Fixture[] }).fixtures
}

/** Options whose strings are markup in govuk-frontend. In ours they are `Html`, since a plain string is escaped. */
const rawOptions = /^(html|\w+Html)$/

function withMarkup(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return rawOptions.test(name) && value !== '' ? new Html(value) : value
  if (Array.isArray(value)) return value.map((one) => withMarkup(one))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withMarkup(one, key)]))
}

const inline = new Set('a abbr b button em i input label select span strong svg textarea time'.split(' '))

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

function normalTag(tag: string): string {
  const [, name = '', rest = ''] = /^<\s*([^\s>/]+)([^]*?)\/?>$/.exec(tag) ?? []
  const attributes = [...rest.matchAll(/([^\s=]+)(?:\s*=\s*"([^"]*)")?/g)].map(([, key, value]) =>
    value === undefined ? key : `${key}="${plain(value).replaceAll(/\s+/g, ' ').trim()}"`,
  )
  return `<${[name, ...attributes.toSorted((a = '', b = '') => a.localeCompare(b))].join(' ')}>`
}

/**
 * Markup as one token a line: attributes sorted, entities resolved, white space that a browser does not show removed.
 * A space between words and an inline element is kept, for it is shown.
 */
export function normalised(markup: string): string {
  const tokens = markup.replaceAll(/<!--[^]*?-->/g, '').match(/<[^>]+>|[^<]+/g) ?? []
  const isInline = (tag: string | undefined): boolean => inline.has(/^<\/?([\w-]+)/.exec(tag ?? '')?.[1] ?? '')
  const lines = tokens.map((token, position) => {
    if (token.startsWith('</')) return token.replaceAll(/\s/g, '')
    if (token.startsWith('<')) return normalTag(token)
    const [before = '', after = ''] = [tokens[position - 1], tokens[position + 1]]
    const keepsStart = isInline(before) && (before.startsWith('</') || before.startsWith('<input'))
    const keepsEnd = isInline(after) && !after.startsWith('</')
    let text = plain(token).replaceAll(/\s+/g, ' ')
    if (text === ' ') return ''
    if (!keepsStart) text = text.trimStart()
    if (!keepsEnd) text = text.trimEnd()
    return text
  })
  return lines.filter(Boolean).join('\n')
}

/**
 * One test for each fixture of a component. `leftOut` names those that ours does not follow, and why; a name that
 * govuk-frontend no longer has fails, so that the list stays true.
 */
export function matchesFixtures(
  component: string,
  render: (options: never) => Html,
  leftOut: Readonly<Record<string, string>> = {},
): void {
  const fixtures = fixturesOf(component)
  void test(`${component}: every fixture left out still exists`, () => {
    const names = new Set(fixtures.map(({ name }) => name))
    assert.deepEqual(
      Object.keys(leftOut).filter((name) => !names.has(name)),
      [],
    )
  })
  for (const { name, options, html } of fixtures) {
    if (name in leftOut) continue
    void test(`${component}: ${name}`, () => {
      assert.equal(normalised(String(render(withMarkup(options) as never))), normalised(html))
    })
  }
}
