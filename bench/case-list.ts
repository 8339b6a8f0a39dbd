import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { permissions } from '../src/agencies/permissions.ts'
import { roles } from '../src/agencies/roles.ts'
import { loadDemonstrationAccounts } from '../src/agencies/demonstration-accounts.ts'
import { parseInstant } from '../src/calendar/instant.ts'
import { caseRoutes } from '../src/casework/cases/routes.ts'
import { loadCases } from '../src/demonstration/cases/load-cases.ts'
import { loadArea } from '../src/demonstration/load.ts'
import { deciders } from '../src/features.ts'
import type { Installation } from '../src/platform/installation.ts'
import { siteAssets } from '../src/platform/web/assets.ts'
import { buildServer } from '../src/platform/web/server.ts'
import { withInstallation } from './installation.ts'
import { type Figure, median } from './measure.ts'

// An area of 50,000 made-up cases: how long it takes to make, and each page of its list of cases, from request to HTML,
// under row security, for a police force with half of them and for the prosecutors to whom they are referred.

const cases = 50_000
const limitSeconds = 600
const limitMs = 200
const rounds = 7

const at = parseInstant('2026-11-22T12:00:00.000Z')
const silent = { at: () => {}, done: () => {} }

const viewers = {
  police: {
    account: 'demonstration-police-officer',
    agency: 'thames-valley-police',
    unit: 'investigations',
    permissions: roles['police-officer'].permissions,
  },
  prosecutor: {
    account: 'demonstration-prosecutor',
    agency: 'cps-thames-and-chiltern',
    unit: 'crown-court',
    permissions: roles.prosecutor.permissions,
  },
} as const

type Who = keyof typeof viewers

const lists: ReadonlyArray<readonly [name: string, who: Who, query: string]> = [
  ['first page of all', 'police', ''],
  ['a page far on', 'police', 'page=900'],
  ['earliest first', 'police', 'order=earliest'],
  ['one state', 'police', 'state=bailed'],
  ['a state of the report', 'police', 'state=to-record'],
  ['a unit', 'police', 'unit=investigations'],
  ['a common offence', 'police', 'offence=assault'],
  ['an offence by its code', 'police', 'offence=TH68010'],
  ['days', 'police', 'from=2026-06-01&to=2026-09-30'],
  ['a number', 'police', 'reference=43AA'],
  ['a name', 'police', 'name=bracken+teapot'],
  ['a common word of a name', 'police', 'name=bracken'],
  ['a misspelt name', 'police', 'name=brakcen+taepot'],
  ['my own', 'police', 'officer=me'],
  ['words', 'police', 'words=footage+shop'],
  ['five filters together', 'police', 'name=kettle&offence=theft&from=2026-01-01&state=charged&unit=investigations'],
  ['first page of all', 'prosecutor', ''],
  ['one state', 'prosecutor', 'state=under-review'],
  ['a unit and a force', 'prosecutor', 'unit=crown-court&force=bedfordshire-police'],
  ['my own', 'prosecutor', 'prosecutor=me'],
  ['a name', 'prosecutor', 'name=thistle'],
]

async function load(installation: Installation): Promise<number> {
  await loadArea(installation, silent)
  await loadDemonstrationAccounts(installation, at)
  const start = performance.now()
  await loadCases(installation, { cases, seed: 'bench', at }, silent)
  const seconds = (performance.now() - start) / 1000
  // As the server does by itself within a minute.
  await installation.pool.query('vacuum analyze')
  return seconds
}

function serverFor(installation: Installation, who: Who): Promise<FastifyInstance> {
  return buildServer({
    installation,
    routes: [caseRoutes],
    permissions: Object.keys(permissions),
    identify: async () => ({ viewer: viewers[who], name: 'Bench', role: 'Bench' }),
    keepLook: async () => {},
    areaName: 'Bench',
    demonstration: true,
    places: { home: '/', work: '/desk', account: '/desk/account', signIn: '/sign-in', signOut: '/sign-out' },
    navigation: { public: [], work: [] },
    footer: [],
    assets: siteAssets(),
    log: null,
    now: () => at,
  })
}

async function msFor(app: FastifyInstance, url: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const reply = await app.inject({ url, headers: { cookie: 'frankpledge-session=bench' } })
    times.push(performance.now() - start)
    if (reply.statusCode !== 200 || !reply.body.includes('Find a case')) throw new Error(`${url} shows no list`)
  }
  return median(times.slice(1))
}

/** Each list as its page is asked for, in milliseconds. */
export async function timesOfLists(installation: Installation): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const who of ['police', 'prosecutor'] as const) {
    const app = await serverFor(installation, who)
    try {
      for (const [name, , query] of lists.filter((one) => one[1] === who)) {
        const taken = await msFor(app, `/desk/cases${query && `?${query}`}`)
        const [ours, peer] = [`${taken.toFixed(1)} ms`, `${limitMs} ms`]
        figures.push({ name: `Case list, ${who}, ${name}`, ours, peer, ratio: limitMs / taken, aim: 1 })
      }
    } finally {
      await app.close()
    }
  }
  return figures
}

export async function bench(): Promise<readonly Figure[]> {
  return withInstallation(deciders, '', async (installation) => {
    const seconds = await load(installation)
    const made = { ours: `${seconds.toFixed(0)} s`, peer: `${limitSeconds} s`, ratio: limitSeconds / seconds, aim: 1 }
    return [{ name: '50,000 made-up cases through the deciders', ...made }, ...(await timesOfLists(installation))]
  })
}
