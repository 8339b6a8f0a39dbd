import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { parseInstant } from '../src/calendar/instant.ts'
import { addDays, parseLocalDate } from '../src/calendar/local-date.ts'
import { dutyRoutes } from '../src/duties/routes.ts'
import { type UndertakingCommand, undertaking } from '../src/duties/undertaking/undertaking.ts'
import type { Installation } from '../src/platform/installation.ts'
import { siteAssets } from '../src/platform/web/assets.ts'
import { buildServer } from '../src/platform/web/server.ts'
import { withInstallation } from './installation.ts'
import { type Figure, count, median } from './measure.ts'

// A page of the work list of an agency with 50,000 open duties, from request to HTML, against the limit of 200 ms.
// Beside it stand 50,000 duties of others and 1,000 in restricted cases, which row security must keep out.

const limitMs = 200
const duties = 100_000
/** Restricted cases of the agency, none of which the viewer reads. */
const restricted = 1000
const batchSize = 10_000
const rounds = 15

const at = parseInstant('2026-11-25T12:00:00.000Z')
const act = { actor: 'bench', at }
const startedOn = parseLocalDate('2026-06-01')
const units = ['investigations', 'criminal-justice', 'witness-care']

function duty(number: number): UndertakingCommand {
  const agency = number % 2 === 0 ? 'police' : `other-${number % 11}`
  const unit = units[number % units.length] ?? ''
  return {
    type: 'Undertake',
    id: `duty-${number}`,
    promised: {
      kind: number % 10 === 0 ? 'statutory' : 'undertaking',
      what: `Tell the victim what was decided in case ${number}, and write down that they were told`,
      about: { text: `43AA${number}26`, path: `/desk/cases/43AA${number}26` },
      owedBy: { agency, unit, name: unit, ...(number % 400 === 0 && { account: 'officer' }) },
      owedTo: { name: 'The victim' },
      public: false,
      source: { instrument: 'The plan', section: null, edition: null, checkedOn: null, confidence: 'unconfirmed' },
      startedOn,
    },
    basis: { kind: 'fixed-date', dueOn: addDays(startedOn, number % 365) },
    at,
    by: 'bench',
  }
}

async function load({ record, pool }: Installation): Promise<number> {
  const start = performance.now()
  for (let first = 0; first < duties; first += batchSize) {
    const commands = Array.from({ length: batchSize }, (_, index) => duty(first + index))
    await record.performAll(
      commands.map((command, index) => ({ decider: undertaking, id: `duty-${first + index}`, command, act })),
    )
  }
  const perSecond = duties / ((performance.now() - start) / 1000)
  // What is owed in a case that is closed to the viewer is left out of every list.
  await pool.query(
    `insert into case_restriction (case_id, matter, force, agencies, named, named_agencies)
     select number, '/desk/cases/43AA' || number || '26', 'police', '{police}', '{colleague}', '{police}'
       from generate_series(2, $1 - 1, $2) number`,
    [duties, duties / restricted],
  )
  // As the server does by itself within a minute.
  await pool.query('vacuum analyze duty, case_restriction')
  return perSecond
}

async function server(installation: Installation): Promise<FastifyInstance> {
  const permissions = ['duties.read', 'duties.write']
  const viewer = { account: 'officer', agency: 'police', unit: 'witness-care', permissions }
  return buildServer({
    installation,
    routes: [dutyRoutes(async () => [], {})],
    permissions,
    identify: async () => ({ viewer, name: 'Bench', role: 'Officer' }),
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
    if (reply.statusCode !== 200 || !reply.body.includes('open duties')) throw new Error(`${url} shows no list`)
  }
  return median(times.slice(1))
}

const lists = [
  { name: 'first page of 50,000 duties of an agency', url: '/desk?whose=agency' },
  { name: 'last page of them', url: '/desk?whose=agency&page=2000' },
  { name: 'page of a unit’s', url: '/desk?whose=unit' },
  { name: 'page of what is assigned to one person', url: '/desk' },
  { name: 'page found by words', url: '/desk?whose=agency&q=43aa7+decided' },
  { name: 'page of one kind, this week', url: '/desk?whose=agency&kind=statutory-step&when=week' },
]

export async function bench(): Promise<readonly Figure[]> {
  return withInstallation([undertaking], '', async (installation) => {
    const perSecond = await load(installation)
    const app = await server(installation)
    try {
      const figures: Figure[] = []
      for (const { name, url } of lists) {
        const taken = await msFor(app, url)
        const [ours, peer] = [`${taken.toFixed(1)} ms`, `${limitMs} ms`]
        figures.push({ name: `Work list, ${name}`, ours, peer, ratio: limitMs / taken, aim: 1 })
      }
      const written = { ours: `${count(perSecond)}/s`, peer: 'none', ratio: 1, aim: null }
      return [...figures, { name: 'Duties written down through record.performAll', ...written }]
    } finally {
      await app.close()
    }
  })
}
