import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type LocalMonth, isLocalMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { type Tx, thePublic } from '../../platform/database/reading.ts'
import { Invalid, NotFound } from '../../platform/web/failures.ts'
import { type Page, page } from '../../platform/web/layout/page.ts'
import { type House, type Routes, allow, publicPermission } from '../../platform/web/routing.ts'
import { queried } from '../addresses.ts'
import { sendFile } from '../downloads.ts'
import { readFiguresStamp } from '../figures-stamp.ts'
import { keepAnswers } from '../kept-answers.ts'
import { type CrimeMonth, crimeMonthPage, noSuchMonthPage } from './crime-month-page.ts'
import { crimePage } from './crime-page.ts'
import { crimeRowsPage } from './crime-rows-page.ts'
import { type AsksPlace, type Held, type PlaceAsked, placeAsked } from './place-asked.ts'
import { readChanges, readFiles, readHeld, readOutcomesOfTypes, readSeries, readStreetRows } from './read-view.ts'
import { countsCsv, countsJson, streetPackage } from './street-package.ts'

const everybody = allow(publicPermission)

type AsksCrime = { readonly Querystring: AsksPlace }
type AsksMonth = AsksCrime & { readonly Params: { readonly month: string } }
type AsksRows = AsksMonth & { readonly Querystring: { readonly type?: unknown; readonly page?: unknown } }

/** The public pages of recorded street crime, and their downloads. */
export const crimeRoutes: Routes = (app, house) => {
  addPages(app, house)
  addRows(app)
  addDownloads(app, house)
}

function addPages(app: FastifyInstance, { installation: { reading } }: House): void {
  // Worked out once for each state of the figures, without what stands round it, from one reading of them.
  const keep = keepAnswers<Page>(() => reading.as(thePublic, (tx) => readFiguresStamp(tx, 'street_revision')))
  const kept = (key: string, query: AsksPlace, make: (tx: Tx, place: PlaceAsked, held: Held) => Promise<Page>) =>
    keep(key, () =>
      reading.as(thePublic, async (tx) => {
        const held = await readHeld(tx)
        return make(tx, placeAsked(query, held), held)
      }),
    )

  app.get<AsksCrime>(paths.crime, everybody, async (request, reply) => {
    const { place } = await placeFor(request)
    const shown = await kept(keyOf(place), request.query, async (tx, place, held) =>
      crimePage(place, held, await readSeries(tx, place)),
    )
    return reply.html(page(request.chrome, shown))
  })

  app.get<AsksMonth>('/performance/crime/:month', everybody, async (request, reply) => {
    const { place, held } = await placeFor(request)
    const month = monthHeld(request.params.month, place, held)
    if (!month) return reply.code(404).html(page(request.chrome, noSuchMonthPage(request.params.month, place, held)))
    const shown = await kept(`${month} ${keyOf(place)}`, request.query, async (tx, place, held) =>
      crimeMonthPage(await readCrimeMonth(tx, month, place, held)),
    )
    return reply.html(page(request.chrome, shown))
  })
}

async function readCrimeMonth(tx: Tx, month: LocalMonth, place: PlaceAsked, held: Held): Promise<CrimeMonth> {
  const { forces } = place.area
  return {
    month,
    place,
    held,
    counts: await readOutcomesOfTypes(tx, place, month),
    files: await readFiles(tx, forces, month),
    changes: await readChanges(tx, forces, month),
  }
}

async function placeFor(request: FastifyRequest<AsksCrime>): Promise<{ place: PlaceAsked; held: Held }> {
  const held = await request.read(readHeld)
  return { held, place: placeAsked(request.query, held) }
}

const keyOf = ({ area, district }: PlaceAsked): string => `${area.key} ${district ?? ''}`

/** The month of an address when every force of the place has a file for it. */
const monthHeld = (asked: string, { area }: PlaceAsked, held: Held): LocalMonth | null =>
  isLocalMonth(asked) && area.forces.every((force) => held.months.get(force)?.includes(asked)) ? asked : null

/** What the rows page and the downloads are of; 404 where a force of the place has no file. */
async function rowsFor(request: FastifyRequest<AsksMonth>) {
  const { place, held } = await placeFor(request)
  const month = monthHeld(request.params.month, place, held)
  if (!month) throw new NotFound()
  return { place, month, rows: await request.read((tx) => readStreetRows(tx, place, month)) }
}

function addRows(app: FastifyInstance): void {
  app.get<AsksRows>('/performance/crime/:month/rows', everybody, async (request, reply) => {
    const found = await rowsFor(request)
    const type = queried(request.query.type) || null
    if (type !== null && !found.rows.some(({ crimeType }) => crimeType === type)) {
      throw new Invalid(`No row of the month has the crime type '${type}'.`)
    }
    return reply.html(page(request.chrome, crimeRowsPage({ ...found, type, page: pageAsked(request.query.page) })))
  })
}

function pageAsked(given: unknown): number {
  const text = queried(given) ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Invalid('A page is a number, such as 2.')
  return Number(text)
}

function addDownloads(app: FastifyInstance, { installation: { configuration } }: House): void {
  for (const [format, write] of [
    ['csv', countsCsv],
    ['json', countsJson],
  ] as const) {
    app.get<AsksMonth>(`/performance/crime/:month/street.${format}`, everybody, async (request, reply) => {
      const { place, month, rows } = await rowsFor(request)
      return sendFile(reply, `street-crime-${place.area.key}-${month}.${format}`, write(rows, month))
    })
  }
  app.get<AsksMonth>('/performance/crime/:month/datapackage.json', everybody, async (request) => {
    const { place, month, rows } = await rowsFor(request)
    return streetPackage(rows, month, place, configuration.publicUrl)
  })
}
