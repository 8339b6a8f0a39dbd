import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(new URL('frankpledge.css', import.meta.url), 'utf8')

/** Our colours as the first `:root` after `from` states them. */
function coloursAfter(from: number): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(':root', from), css.indexOf('}', css.indexOf(':root', from)))
  return new Map(
    [...block.matchAll(/--fp-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const light = coloursAfter(0)
const dark = new Map([...light, ...coloursAfter(css.indexOf('prefers-color-scheme: dark'))])

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const onPaperAndWash = ['ink', 'muted', 'green', 'link', 'link-hover', 'visited', 'attention-ink', 'breach', 'kept']

/** Words on the ground that they stand on. */
const pairs: ReadonlyArray<readonly [words: string, ground: string]> = [
  ...onPaperAndWash.flatMap((words) => [[words, 'paper'] as const, [words, 'wash'] as const]),
  ['attention', 'paper'],
  ['ink', 'wash-deep'],
  ['link-hover', 'wash-deep'],
  ['on-bar', 'bar'],
  ['on-bar-muted', 'bar'],
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['on-breach', 'breach'],
  ['on-breach', 'breach-hover'],
  ['on-focus', 'focus'],
  ['attention-ink', 'attention-wash'],
  ['breach-ink', 'breach-wash'],
  ['kept-ink', 'kept-wash'],
  ['info-ink', 'info-wash'],
  ['other-ink', 'other-wash'],
  ['paper', 'ink'],
]

/** Lines and edges that carry meaning need 3:1 (WCAG 2.2, 1.4.11). */
const edges: ReadonlyArray<readonly [line: string, ground: string]> = [
  ['edge', 'paper'],
  ['edge', 'wash'],
  ['action', 'paper'],
  ...[1, 2, 3, 4, 5, 6].map((series) => [`series-${series}`, 'paper'] as const),
]

for (const [mode, colours] of [
  ['light', light],
  ['dark', dark],
] as const) {
  const ratio = (pair: readonly [string, string]): number => {
    const [one, other] = pair.map((name) => colours.get(name))
    assert.ok(one && other, `${pair.join(' on ')} is not declared`)
    return contrast(one, other)
  }

  test(`every pair of our colours reads at 4.5:1 or better, ${mode}`, () => {
    const weak = pairs
      .filter((pair) => ratio(pair) < 4.5)
      .map((pair) => `${pair.join(' on ')} ${ratio(pair).toFixed(2)}`)
    assert.deepEqual(weak, [])
  })

  test(`every edge that carries meaning shows at 3:1 or better, ${mode}`, () => {
    const weak = edges.filter((pair) => ratio(pair) < 3).map((pair) => `${pair.join(' on ')} ${ratio(pair).toFixed(2)}`)
    assert.deepEqual(weak, [])
  })
}

test('no rule of ours states a colour of its own', () => {
  const rules = css.replaceAll(/--fp-[\w-]+:[^;]*;/g, '').replaceAll(/\/\*[^]*?\*\//g, '')
  assert.doesNotMatch(rules, /#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i)
})
