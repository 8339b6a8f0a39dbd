import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import { readNames } from '../../platform/access/read-accounts.ts'
import { sentOf, textOf } from '../../platform/access/sent.ts'
import { Refusal } from '../../platform/refusal.ts'
import { found } from '../../platform/web/failures.ts'
import { type FieldError, formOf } from '../../platform/web/layout/form.ts'
import { allow } from '../../platform/web/routing.ts'
import { findOffence, offenceList } from '../offences/offence-list.ts'
import { searchOffences } from '../offences/offence-search.ts'
import { changePointsPage, parsePoints, pointsSent } from './change-form.ts'
import { ownPoints } from './own-points.ts'
import { type ListedPoints, pointsListPage, pointsPage } from './points-pages.ts'
import { commonOffences, seededPointsToProve } from './points-to-prove.ts'
import { readOwnPoints, readPoints, readPointsVersions } from './read-points.ts'

type ByCode = { readonly Params: { readonly code: string } }

/** What must be proved for an offence: read by whoever reads cases, changed by the area's lawyers. */
export function pointsRoutes(app: FastifyInstance): void {
  app.get(paths.deskPointsToProve, allow('case.read'), async (request, reply) => {
    const query = sentOf(request.query)
    const words = textOf(query, 'words')
    const asked = /^[1-9]\d{0,3}$/.test(textOf(query, 'page')) ? Number(textOf(query, 'page')) : 1
    return reply.html(pointsListPage(request.chrome, words, await listed(request, words), asked))
  })

  app.get<ByCode>('/desk/points-to-prove/:code', allow('case.read'), async (request, reply) => {
    const offence = found(findOffence(request.params.code))
    const { points, versions, names } = await request.read(async (tx) => {
      const versions = await readPointsVersions(tx, offence.code)
      const accounts = versions.map(({ changedBy }) => changedBy)
      return { points: await readPoints(tx, offence.code), versions, names: await readNames(tx, accounts) }
    })
    const mayChange = request.viewer.permissions.includes('charging.points')
    const saved = sentOf(request.query)['done'] === 'saved'
    return reply.html(pointsPage(request.chrome, offence, points, versions, { names, mayChange, saved }))
  })

  changeRoutes(app)
}

function changeRoutes(app: FastifyInstance): void {
  const address = '/desk/points-to-prove/:code/change'

  app.get<ByCode>(address, allow('charging.points'), async (request, reply) => {
    const offence = found(findOffence(request.params.code))
    const { points, version } = await pointsNow(request, offence.code)
    return reply.html(changePointsPage(request, offence, version, formOf(pointsSent(offence, points))))
  })

  app.post<ByCode>(address, allow('charging.points'), async (request, reply) => {
    const offence = found(findOffence(request.params.code))
    const { points, version } = await pointsNow(request, offence.code)
    const sent = sentOf(request.body)
    const again = (code: number, errors: readonly FieldError[]) =>
      reply.code(code).html(changePointsPage(request, offence, version, formOf(sent, errors)))
    const parsed = parsePoints(sent, points)
    if (!parsed.ok) return again(400, parsed.errors)
    if (textOf(sent, 'version') !== String(version)) return again(400, [{ field: 'elements', text: changedMeanwhile }])
    const { at, viewer } = request
    const command = { type: 'ChangePoints', code: offence.code, ...parsed.command, at, by: viewer.account } as const
    try {
      await request.record.perform(ownPoints, offence.code, command)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return again(409, [{ field: 'elements', text: error.message }])
    }
    return reply.redirect(`${paths.deskPointsToProveOf(offence.code)}?done=saved`, 303)
  })
}

const changedMeanwhile =
  'While you wrote, a colleague saved another version. Read it, check what you typed and send it again'

/** The points of an offence, with the number of the area's version that they are. */
const pointsNow = (request: FastifyRequest, code: string) =>
  request.read(async (tx) => ({
    points: await readPoints(tx, code),
    version: (await readPointsVersions(tx, code))[0]?.version ?? 0,
  }))

/** With words every offence that they find; without, those whose points are written down, by title. */
async function listed(request: FastifyRequest, words: string): Promise<readonly ListedPoints[]> {
  const own = new Map((await request.read(readOwnPoints)).map((one) => [one.code, one]))
  const codes =
    words === ''
      ? [...new Set<string>([...own.keys(), ...commonOffences()])]
      : searchOffences(offenceList().index, words).map(({ code }) => code)
  const all = codes.map((code): ListedPoints => {
    const points = own.get(code) ?? seededPointsToProve(code)
    return { code, title: findOffence(code)?.title ?? code, points, own: own.has(code) }
  })
  return words === '' ? all.toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB')) : all
}
