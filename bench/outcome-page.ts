import { Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadCpsOutcomes } from '../src/measures/outcomes/demonstration.ts'
import { outcomeFigures } from '../src/measures/outcomes/outcome-figures.ts'
import { outcomeMonth } from '../src/measures/outcomes/outcome-month.ts'
import { outcomeRoutes } from '../src/measures/outcomes/routes.ts'
import { sourceFile } from '../src/measures/sources/source-file.ts'
import type { Installation } from '../src/platform/installation.ts'
import { Html } from '../src/platform/web/html.ts'
import { type Routes, allow, publicPermission } from '../src/platform/web/routing.ts'
import { buildServer } from '../src/platform/web/server.ts'
import { siteOf } from '../src/serve/site.ts'
import { withInstallation } from './installation.ts'
import { answersPerSecond, ask } from './load.ts'
import { type Figure, count, inTurns } from './measure.ts'

// The public page of a month's outcomes against the same server answering a constant page of the same size.

const together = 16
const secondsEach = 1.5
const page = '/performance/outcomes/2016-09'

const silent = { at: () => {}, done: () => {} }

const constantRoute =
  (content: Html): Routes =>
  (app) => {
    app.get('/constant', allow(publicPermission), async (_, reply) => reply.html(content))
  }

async function serving<T>(installation: Installation, routes: readonly Routes[], work: (base: string) => Promise<T>) {
  const app = await buildServer(siteOf(installation, routes, true))
  try {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    return await work(`http://127.0.0.1:${port}`)
  } finally {
    await app.close()
  }
}

async function compare(installation: Installation): Promise<Figure> {
  const sample = await serving(installation, [outcomeRoutes], async (base) => {
    const agent = new Agent()
    return ask(agent, base + page).finally(() => agent.destroy())
  })
  const constant = new Html(sample)
  return serving(installation, [outcomeRoutes, constantRoute(constant)], async (base) => {
    const rate = (path: string) => () => answersPerSecond({ url: base + path, together, seconds: secondsEach })
    const { ours, peer } = await inTurns({ ours: rate(page), peer: rate('/constant') }, 3)
    return {
      name: `public outcome page, ${count(sample.length / 1000)} kB, against a constant page`,
      ours: `${count(ours)}/s`,
      peer: `${count(peer)}/s`,
      ratio: ours / peer,
      aim: 0.5,
    }
  })
}

export async function bench(): Promise<readonly Figure[]> {
  return withInstallation([outcomeFigures, outcomeMonth, sourceFile], '', async (installation) => {
    await loadCpsOutcomes(installation, silent)
    return [await compare(installation)]
  })
}
