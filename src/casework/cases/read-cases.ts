import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../calendar/instant.ts'
import type { Tx, Viewer } from '../../platform/database/reading.ts'
import type { CaseState } from '../investigation/case-state.ts'
import type { PersonFound } from './people-named.ts'
import type { TrackState } from '../suspects/track.ts'
import { type Asked, type Found, askedFor, conditionsOf, stateCondition } from './cases-asked.ts'
import { type CasesQuery, errorsIn } from './cases-query.ts'
import type { ListState } from './list-states.ts'

export const casesPerPage = 25

/** Where one suspect of a listed case stands. */
export type ListedSuspect = {
  readonly number: number
  readonly track: TrackState
  readonly detentionEndsAt: Instant | null
}

export type ListedCase = {
  readonly id: string
  readonly urn: string | null
  readonly crimeReference: string | null
  readonly operation: string | null
  readonly offenceTitle: string | null
  readonly place: string
  readonly state: CaseState
  readonly reportedAt: Instant
  readonly dealtWithBy: string
  readonly officer: string | null
  readonly restricted: boolean
  readonly suspects: readonly ListedSuspect[]
  /** Those of its people whose name was looked for, the nearest first. */
  readonly named: readonly PersonFound[]
}

export type CaseList = {
  /** As asked, on the last page where the page asked for lies beyond it. */
  readonly query: CasesQuery
  readonly total: number
  readonly pages: number
  readonly cases: readonly ListedCase[]
  /** How many there are in each state, with the other filters applied. A case may stand in several. */
  readonly states: ReadonlyMap<ListState, number>
  /** How many there are in any state, with the other filters applied. */
  readonly everyState: number
  /** True where so many people have such a name that not all of them were looked at. */
  readonly morePeople: boolean
}

/** One page of the cases that the viewer is on. */
export async function readCases(tx: Tx, query: CasesQuery, viewer: Viewer): Promise<CaseList> {
  if (errorsIn(query).length > 0) return noCases(query)
  const asked = await askedFor(tx, query, viewer)
  const { states, everyState } = await countByState(tx, asked)
  const total = query.state === null ? everyState : (states.get(query.state) ?? 0)
  const pages = Math.max(1, Math.ceil(total / casesPerPage))
  const shown = { ...query, page: Math.min(query.page, pages) }
  const ids = total === 0 ? [] : await readPage(tx, shown, asked)
  const cases = await readListed(tx, ids, asked.people)
  return { query: shown, total, pages, states, everyState, cases, morePeople: asked.morePeople }
}

const noCases = (query: CasesQuery): CaseList => ({
  query,
  total: 0,
  pages: 1,
  cases: [],
  states: new Map(),
  everyState: 0,
  morePeople: false,
})

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)

type StateCount = { readonly state: ListState | null; readonly count: number }

/** With every filter but the state, so that the states can be counted; the count without a state is that of all. */
async function countByState(tx: Tx, asked: Asked): Promise<Pick<CaseList, 'states' | 'everyState'>> {
  const conditions = conditionsOf(asked)
  const counts = conditions.length === 0 ? countOfAll : countOfThose(all(conditions), isNarrow(asked))
  const { rows } = await counts.execute(tx)
  const everyState = rows.find(({ state }) => state === null)?.count ?? 0
  const states = rows.flatMap(({ state, count }) => (state === null || count === 0 ? [] : [[state, count] as const]))
  return { states: new Map(states), everyState }
}

/**
 * Every case that the viewer may see. Whoever sees a suspect sees the case, so that the cases need not be matched to
 * their suspects: it is enough to know for each whether it has any, which takes half as long.
 */
const countOfAll = sql<StateCount>`
  with tracks as materialized (select distinct case_id, track from suspect),
       reports as materialized (
         select state, count(*) as every, count(*) filter (where id in (select case_id from tracks)) as suspected
           from case_summary group by state)
  select track as state, count(*) as count from tracks group by track
  union all select state, every - suspected from reports
  union all select null, coalesce(sum(every), 0)::bigint from reports`

/**
 * Where few cases can be found, only their suspects are read; otherwise all suspects are, once, which is quicker than
 * asking for each.
 */
function countOfThose(conditions: RawBuilder<unknown>, narrow: boolean): RawBuilder<StateCount> {
  const ofThose = narrow ? sql`where case_id = any(array(select id from found))` : sql``
  return sql<StateCount>`
    with found as materialized (select c.id, c.state from case_summary c where ${conditions}),
         tracks as materialized (select distinct case_id, track from suspect ${ofThose})
    select coalesce(track, state) as state, count(*) as count
      from found left join tracks on tracks.case_id = found.id group by 1
    union all select null, count(*) from found`
}

/** Names, numbers and colleagues lead to few cases; units, days and offences to many. */
const isNarrow = ({ people, officers, prosecutors, query }: Asked): boolean =>
  people !== null || officers !== null || prosecutors !== null || query.reference !== ''

/** The ids of one page. A name's nearest come first; otherwise the order that was asked for. */
async function readPage(tx: Tx, { state, order, page }: CasesQuery, asked: Asked): Promise<readonly string[]> {
  const conditions = all([...conditionsOf(asked), ...(state === null ? [] : [stateCondition(state)])])
  const slice = sql`limit ${casesPerPage} offset ${(page - 1) * casesPerPage}`
  const byTime = order === 'earliest' ? sql`c.reported_at, c.id desc` : sql`c.reported_at desc, c.id`
  const byNearness = asked.theirCases && sql`array_position(${asked.theirCases}::text[], c.id), `
  const query = sql<Found>`
    select c.id from case_summary c where ${conditions} order by ${byNearness ?? sql``} ${byTime} ${slice}`
  const { rows } = await query.execute(tx)
  return rows.map(({ id }) => id)
}

async function readListed(
  tx: Tx,
  ids: readonly string[],
  people: readonly PersonFound[] | null,
): Promise<readonly ListedCase[]> {
  if (ids.length === 0) return []
  const cases = await tx
    .selectFrom('case_summary')
    .select(['id', 'urn', 'crime_reference as crimeReference', 'operation', 'offence_title as offenceTitle', 'place'])
    .select(['state', 'reported_at as reportedAt', 'dealt_with_by as dealtWithBy', 'officer'])
    .select((e) => e('restricted_to', 'is not', null).as('restricted'))
    .where('id', 'in', ids)
    .execute()
  const suspects = await tx
    .selectFrom('suspect')
    .select(['case_id as case', 'number', 'track', 'detention_ends_at as detentionEndsAt'])
    .where('case_id', 'in', ids)
    .orderBy('number')
    .execute()
  const inThem = people ? await readPeopleIn(tx, ids) : []
  return ids.flatMap((id) => {
    const one = cases.find((row) => row.id === id)
    if (!one) return []
    const there = new Set(inThem.filter((row) => row.case === id).map(({ person }) => person))
    const named = people?.filter((person) => there.has(person.id)) ?? []
    const of = suspects.filter((row) => row.case === id)
    return [{ ...one, restricted: Boolean(one.restricted), suspects: of, named }]
  })
}

const readPeopleIn = (tx: Tx, ids: readonly string[]) =>
  tx.selectFrom('case_person').select(['case_id as case', 'person']).where('case_id', 'in', ids).execute()
