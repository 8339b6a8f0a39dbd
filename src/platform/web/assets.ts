import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { favicon } from './layout/mark.ts'
import { stylesheet } from './styles/stylesheet.ts'

/** A file that pages load. Its path changes with its contents, so that a browser may keep it for ever. */
export type Asset = {
  readonly path: string
  readonly body: string
  readonly contentType: string
  readonly immutable: true
}

export type Assets = {
  /** Paths for the layout. */
  readonly stylesheet: string
  readonly script: string
  readonly favicon: string
  /** All files to serve, those that other files ask for included. */
  readonly files: readonly Asset[]
}

const require = createRequire(import.meta.url)

function asset(name: string, extension: string, contentType: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${hash}.${extension}`, body, contentType, immutable: true }
}

const javascript = 'text/javascript; charset=utf-8'

function govukScript(): Asset {
  const path = require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js')
  return asset(
    'govuk-frontend',
    'js',
    javascript,
    readFileSync(path, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
  )
}

/** Says that scripts run, which the styles ask, and starts govuk-frontend's. Every page works without. */
const ownScript = (govuk: string): string => `import { initAll } from '${govuk}'
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
`

/** Makes all files of the site. Read once, when the server starts. */
export function siteAssets(): Assets {
  const css = asset('frankpledge', 'css', 'text/css; charset=utf-8', stylesheet())
  const govuk = govukScript()
  const script = asset('frankpledge', 'js', javascript, ownScript(govuk.path))
  const icon = asset('frankpledge', 'svg', 'image/svg+xml', favicon())
  return { stylesheet: css.path, script: script.path, favicon: icon.path, files: [css, govuk, script, icon] }
}
