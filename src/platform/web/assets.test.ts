import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteAssets } from './assets.ts'

const assets = siteAssets()
const bodyOf = (path: string): string => assets.files.find((file) => file.path === path)?.body ?? ''
const css = bodyOf(assets.stylesheet)

test('the stylesheet carries no typeface, crown or crest of GOV.UK', () => {
  assert.doesNotMatch(css, /GDS Transport/i)
  assert.doesNotMatch(css, /crown|crest/i)
  assert.doesNotMatch(css, /@font-face/)
})

test('every url() in the stylesheet is a file that is served', () => {
  const paths = new Set(assets.files.map(({ path }) => path))
  const urls = [...css.matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, url = '']) => url)
  assert.deepEqual(
    urls.filter((url) => !paths.has(url)),
    [],
  )
})

test('the stylesheet keeps govuk-frontend and MOJ rules, ours last', () => {
  for (const selector of ['.govuk-button{', '.govuk-error-summary{', '.moj-timeline__item{', '.fp-header']) {
    assert.ok(css.includes(selector), selector)
  }
  assert.ok(css.indexOf('.fp-footer') > css.lastIndexOf('.moj-badge--large{'))
  assert.equal(css.split('{').length, css.split('}').length)
})

test('every script that a script imports is served', () => {
  const [, imported = ''] = /from '([^']+)'/.exec(bodyOf(assets.script)) ?? []
  assert.match(bodyOf(imported), /initAll/)
  assert.doesNotMatch(bodyOf(imported), /sourceMappingURL/)
})

test('a path names its contents, so that it may be kept for ever', () => {
  for (const { path, immutable } of assets.files) {
    assert.match(path, /^\/assets\/[a-z-]+-[0-9a-f]{12}\.(?:css|js|svg)$/)
    assert.equal(immutable, true)
  }
  assert.deepEqual(siteAssets().files, assets.files)
})
