import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RouteOptions } from 'fastify'
import { permissions } from '../src/agencies/permissions.ts'
import { loadAgencies } from '../src/agencies/load-agencies.ts'
import { startCalendar } from '../src/calendar/commands.ts'
import { deciders, routes } from '../src/features.ts'
import { force, recordCase } from './support/cases.ts'
import { testInstallation } from './support/database.ts'
import { testMoment, testSite } from './support/web.ts'

// Read from the server's own table of routes, so that a page made tomorrow is held to this without being named here.

const table: RouteOptions[] = []
const installation = await testInstallation(deciders)
const site = await testSite(
  installation,
  [(app) => void app.addHook('onRoute', (route) => void table.push(route)), ...routes],
  { permissions: Object.keys(permissions) },
)

const nameOf = ({ method, url }: RouteOptions): string => `${[method].flat().join()} ${url}`
const below = (prefix: string) => table.filter(({ url }) => url === prefix || url.startsWith(`${prefix}/`))

/** What shows nothing of anybody: an empty form. */
const impersonal = ['GET /desk/cases/new', 'HEAD /desk/cases/new']

test('everything that shows a case or somebody in one is logged, by page, by form and by message', () => {
  const personal = [...below('/desk/cases'), ...below('/desk/duties/:id/assign')]
  const read = below('/api/v1/cases').filter(({ method }) => method !== 'POST')
  assert.ok(personal.length > 100 && read.length >= 8)
  const unlogged = [...personal, ...read].filter(({ config }) => config?.personal !== true).map(nameOf)
  assert.deepEqual(unlogged, impersonal)
})

test('nothing of the work space is for everybody, and no page of it is for systems', () => {
  const desk = below('/desk')
  assert.deepEqual(desk.filter(({ config }) => config?.permission === 'public').map(nameOf), [])
  const forSystems = table.filter(({ config }) => config?.byToken === true)
  assert.ok(forSystems.length >= 12)
  const elsewhere = forSystems.filter(({ url }) => !url.startsWith('/api/v1/'))
  assert.deepEqual(elsewhere.map(nameOf), [])
})

test('nothing that a feature offers to everybody changes anything', () => {
  const changing = table.filter(({ method, config }) => config?.permission === 'public' && isChange(method))
  assert.deepEqual(changing.map(nameOf), [])
})

const isChange = (method: RouteOptions['method']): boolean =>
  [method].flat().some((one) => one !== 'GET' && one !== 'HEAD')

test('every address of a case answers somebody of another agency as though the case were not there', async () => {
  await loadAgencies(installation.record, { actor: 'test', at: testMoment })
  await startCalendar(installation, testMoment)
  await recordCase(installation, '7KQ2M9XD')
  const all = Object.keys(permissions)
  const own = site.signedIn(all, { agency: force })
  assert.equal((await own.get('/desk/cases/7KQ2M9XD')).statusCode, 200)
  const stranger = site.signedIn(all, { agency: 'hertfordshire-constabulary' })
  const pages = below('/desk/cases/:id').filter(({ method }) => method === 'GET')
  for (const { url } of pages) {
    const address = url.replace(':id', '7KQ2M9XD').replace(':item', 'M1').replaceAll(/:\w+/g, '1')
    assert.equal((await stranger.get(address)).statusCode, 404, url)
  }
  assert.deepEqual(
    site.looks.filter(({ viewer }) => viewer.agency !== force),
    [],
  )
})
