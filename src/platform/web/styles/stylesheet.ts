import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/** A rule of a stylesheet: what stands before the brace, and what stands within. */
type Rule = { readonly prelude: string; readonly block: string }

/** Splits a stylesheet, without comments, into its outermost rules. */
function rulesOf(css: string): readonly Rule[] {
  const rules: Rule[] = []
  let from = 0
  let opened = 0
  let depth = 0
  for (const { index } of css.matchAll(/[{}]/g)) {
    if (css[index] === '{') {
      depth += 1
      if (depth === 1) opened = index
    } else {
      depth -= 1
      if (depth > 0) continue
      rules.push({ prelude: css.slice(from, opened).trim(), block: css.slice(opened + 1, index) })
      from = index + 1
    }
  }
  return rules
}

const isNested = (prelude: string): boolean => /^@(?:media|supports)\b/.test(prelude)

/** Parts of govuk-frontend that only a GOV.UK site may show, and those that we make ourselves. */
const notOurs = /\.govuk-(?:header|footer|logo|cookie-banner)|crown|crest/i

/** The components of the Ministry of Justice that we use. */
const fromMoj = /\.moj-(?:filter|sub-navigation|timeline)/

type Keep = (selector: string) => boolean

/**
 * The declarations of a block in our font, without pictures: everything that a page shows is words, or drawn in it.
 */
function declarations(block: string): string {
  return block
    .split(/;(?![^(]*\))/)
    .filter((declaration) => !declaration.includes('url('))
    .map((declaration) => declaration.replace(/^font-family:.*/, 'font-family:var(--fp-font)'))
    .join(';')
}

/** A stylesheet with only the selectors that `keep` keeps, and without fonts or pictures of its own. */
function trimmed(css: string, keep: Keep): string {
  return rulesOf(css)
    .map(({ prelude, block }) => {
      if (isNested(prelude)) {
        const inside = trimmed(block, keep)
        return inside && `${prelude}{${inside}}`
      }
      if (prelude.startsWith('@')) return prelude === '@font-face' ? '' : `${prelude}{${block}}`
      const selectors = prelude.split(',').filter((selector) => keep(selector.trim()))
      const inside = declarations(block)
      return selectors.length > 0 && inside ? `${selectors.join(',')}{${inside}}` : ''
    })
    .join('')
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*@charset[^;]*;/, '')
}

const notice =
  '/*! Contains styles of govuk-frontend and of @ministryofjustice/frontend, used under the MIT License. */\n'

/**
 * The one stylesheet of the site: govuk-frontend's and the Ministry of Justice's, without what belongs to GOV.UK alone
 * (its typeface, its arms), then ours.
 */
export function stylesheet(): string {
  const govuk = read(require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'))
  const moj = read(require.resolve('@ministryofjustice/frontend/moj/moj-frontend.min.css'))
  const ours = readFileSync(fileURLToPath(new URL('frankpledge.css', import.meta.url)), 'utf8')
  return [
    notice,
    trimmed(govuk, (selector) => !notOurs.test(selector)),
    trimmed(moj, (selector) => fromMoj.test(selector)),
    '\n',
    ours,
  ].join('')
}
