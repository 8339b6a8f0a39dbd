import { type RawBuilder, sql } from 'kysely'
import { endOfDay, startOfDay } from '../../calendar/instant.ts'
import type { Tx, Viewer } from '../../platform/database/reading.ts'
import { checkAsn, longAsn } from '../identifiers/asn.ts'
import { offenceList } from '../offences/offence-list.ts'
import { type PersonFound, readPeopleNamed } from './people-named.ts'
import { farness, soughtIn } from '../people/name-match.ts'
import type { CasesQuery } from './cases-query.ts'
import { type ListState, isTrack } from './list-states.ts'

/** A query with what its words mean: people, accounts and codes of offences. */
export type Asked = {
  readonly query: CasesQuery
  readonly agency: string
  /** Whose name was looked for, the nearest first; null where no name was. */
  readonly people: readonly PersonFound[] | null
  readonly morePeople: boolean
  /** The cases that those people are in, those of the nearest first; null where no name was looked for. */
  readonly theirCases: readonly string[] | null
  readonly officers: readonly string[] | null
  readonly prosecutors: readonly string[] | null
  readonly offences: readonly string[] | null
}

export type Found = { readonly id: string }

export async function askedFor(tx: Tx, query: CasesQuery, viewer: Viewer): Promise<Asked> {
  const { name, officer, prosecutor, offence } = query
  const found = name === '' ? null : await readPeopleNamed(tx, name)
  return {
    query,
    agency: viewer.agency,
    people: found?.people ?? null,
    morePeople: found?.more ?? false,
    theirCases: found && (await casesOf(tx, found.people)),
    officers: officer === '' ? null : await accountsNamed(tx, officer, viewer),
    prosecutors: prosecutor === '' ? null : await accountsNamed(tx, prosecutor, viewer),
    offences: offence === '' ? null : offencesWith(offence),
  }
}

/** Nobody is in more cases than this. */
const mostCases = 500

/** Read once: every condition that asks for them again would ask row security again. */
async function casesOf(tx: Tx, people: readonly PersonFound[]): Promise<readonly string[]> {
  const ids = people.map(({ id }) => id)
  const { rows } = await sql<{ id: string; person: string }>`
    select found.id, found.person from unnest(${ids}::text[]) as named (person)
     cross join lateral (
       select case_id as id, person from case_person where person = named.person limit ${mostCases}) found`.execute(tx)
  const place = new Map(ids.map((id, index) => [id, index]))
  const placeOf = ({ person }: { readonly person: string }): number => place.get(person) ?? ids.length
  return [...new Set(rows.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id))]
}

/** How far a colleague's name may be from what was typed, for each word of it. */
const slipsInWord = 1.5

/** "me", or people by name: colleagues, and those of another agency who work on a case that the viewer sees. */
async function accountsNamed(tx: Tx, typed: string, { account }: Viewer): Promise<readonly string[]> {
  if (typed.toLowerCase() === 'me') return [account]
  const sought = soughtIn(typed)
  const known = await tx.selectFrom('account').select(['id', 'name']).execute()
  return known
    .filter(({ name }) => sought.length > 0 && farness(sought, name) <= slipsInWord * sought.length)
    .map(({ id }) => id)
}

/** The codes that begin so, and those whose title has every word. */
function offencesWith(typed: string): readonly string[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const code = typed.replaceAll(/\s/g, '').toUpperCase()
  return offenceList()
    .index.offences.filter((one) => one.code.startsWith(code) || words.every((word) => has(one.title, word)))
    .map((one) => one.code)
}

const has = (title: string, word: string): boolean => title.toLowerCase().includes(word)

/** The text as itself in a LIKE pattern. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

/** Every filter but the state. Each is something that an index answers below row security, but the words alone. */
export function conditionsOf({ query, agency, ...asked }: Asked): readonly RawBuilder<unknown>[] {
  const { reference, words, unit, force, from, to } = query
  const { theirCases, officers, prosecutors, offences } = asked
  const wordsSought = words.toLowerCase().split(/\s+/).filter(Boolean)
  return [
    ...(reference === '' ? [] : [referenceCondition(reference)]),
    ...(theirCases === null ? [] : [sql`c.id = any(${theirCases})`]),
    ...(offences === null ? [] : [offenceCondition(offences)]),
    ...wordsSought.map((word) => sql`c.searched like ${`%${literally(word)}%`}`),
    ...(officers === null ? [] : [sql`c.officer = any(${officers})`]),
    ...(prosecutors === null
      ? []
      : [sql`c.id in (select case_id from charging_review where owner = any(${prosecutors}))`]),
    ...(unit === '' ? [] : [unitCondition(unit, agency)]),
    ...(force === '' ? [] : [sql`c.force = ${force}`]),
    ...(from === null ? [] : [sql`c.reported_at >= ${startOfDay(from)}`]),
    ...(to === null ? [] : [sql`c.reported_at <= ${endOfDay(to)}`]),
  ]
}

/** An arrest/summons number is found in whichever form it is written. */
function referenceCondition(reference: string): RawBuilder<unknown> {
  const written = reference.replaceAll(/\s/g, '').toUpperCase()
  const bare = written.replaceAll(/[-/]/g, '')
  const asn = checkAsn(written)
  const asNumber = asn.ok ? asn.asn : longAsn(bare)
  return sql`(c.urn ^@ ${bare} or c.crime_reference ^@ ${written} or c.id ^@ ${bare}
    or c.id in (select case_id from case_key where kind = 'asn' and (key = ${asNumber} or key ^@ ${bare})))`
}

const offenceCondition = (codes: readonly string[]): RawBuilder<unknown> =>
  sql`(c.offence = any(${codes}) or c.id in (select case_id from case_key where kind = 'offence' and key = any(${codes})))`

/** A unit of the viewer's own agency: it deals with the case, or decides on the referral. */
const unitCondition = (unit: string, agency: string): RawBuilder<unknown> =>
  sql`((c.force = ${agency} and c.unit = ${unit})
    or c.id in (select case_id from case_referral where prosecutors = ${agency} and unit = ${unit}))`

/** A case stands where any of its suspects does; where the report stands, while it has none. */
export const stateCondition = (state: ListState): RawBuilder<unknown> =>
  isTrack(state)
    ? sql`c.id in (select case_id from suspect where track = ${state})`
    : sql`(c.state = ${state} and not exists (select from suspect where suspect.case_id = c.id))`
