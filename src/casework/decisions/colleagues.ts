import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { ChosenFor } from '../../agencies/account.ts'
import { readAgencyList } from '../../agencies/tables.ts'
import { type Sent, sentOf, textOf } from '../../platform/access/sent.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { type Select, select } from '../../platform/web/components/select/select.ts'
import type { Content } from '../../platform/web/html.ts'
import { type Form, formOf } from '../../platform/web/layout/form.ts'
import { wordsOfName } from '../people/name-keys.ts'

/** Somebody of an agency, with the unit in words. */
export type Colleague = { readonly account: string; readonly name: string; readonly unitName: string | null }

/** Whom a form offers. */
export type ColleagueList = {
  /** Those who can be chosen. Nobody else is taken when the form comes back. */
  readonly listed: readonly Colleague[]
  /** Who stands in the form's fields and can be chosen no longer: the account was closed, or does other work now. */
  readonly gone: readonly Colleague[]
  /** True where the agency has more people than a list can be read through. */
  readonly isPart: boolean
}

/** More people than these are not listed before somebody says whom they mean. */
export const mostListed = 100

const soughtField = 'colleague'
const findValue = 'find-colleague'

/**
 * Those of an agency who may do the work; of a large one those whose name was typed, with whoever stands in the fields
 * already or did when the form was first shown.
 */
export async function listColleagues(
  tx: Tx,
  { method, body }: Pick<FastifyRequest, 'method' | 'body'>,
  asked: {
    readonly agency: string
    readonly work: ChosenFor
    readonly fields: readonly string[]
    readonly standing: ReadonlyArray<string | null>
  },
): Promise<ColleagueList> {
  const { agency, work, fields } = asked
  const standing = asked.standing.filter((account) => account !== null)
  const able = accounts(tx, agency).where('id', 'in', (works) =>
    works.selectFrom('account_work').select('account').where('agency', '=', agency).where('work', '=', work),
  )
  const first = await able.limit(mostListed + 1).execute()
  const isPart = first.length > mostListed
  const sent: Sent = method === 'POST' ? sentOf(body) : {}
  const chosen = fields.flatMap((field) => [textOf(sent, field), ...formOf(sent).choices(field).values])
  const kept = await withIds(able, [...standing, ...chosen])
  const found = isPart ? await named(able, textOf(sent, soughtField)) : first
  const listed = [...found, ...kept.filter(({ account }) => !has(found, account))]
  const gone = await withIds(
    accounts(tx, agency),
    standing.filter((account) => !has(kept, account)),
  )
  const units = (await readAgencyList(tx)).find(({ code }) => code === agency)?.units ?? []
  const inWords = ({ unit, ...one }: Account): Colleague => ({
    ...one,
    unitName: units.find(({ code }) => code === unit)?.name ?? null,
  })
  return { listed: listed.toSorted(byName).map(inWords), gone: gone.map(inWords), isPart }
}

type Account = { readonly account: string; readonly name: string; readonly unit: string | null }

const accounts = (tx: Tx, agency: string) =>
  tx
    .selectFrom('account')
    .select(['id as account', 'name', 'unit'])
    .where('agency', '=', agency)
    .orderBy('name')
    .orderBy('id')

type Query = ReturnType<typeof accounts>

const withIds = async (query: Query, ids: readonly string[]): Promise<readonly Account[]> =>
  ids.length === 0 ? [] : query.where('id', 'in', [...new Set(ids)]).execute()

/** A name as `wordsOfName` takes it apart: small letters without accents or apostrophes. */
const plainName = sql<string>`regexp_replace(lower(normalize(name, nfd)), '[\\u0300-\\u036F''’]', '', 'g')`

/** Those in whose name each of the words typed begins a word; nobody while none is. */
async function named(query: Query, typed: string): Promise<readonly Account[]> {
  const words = wordsOfName(typed)
  if (words.length === 0) return []
  return words
    .reduce((all, word) => all.where(sql<boolean>`${plainName} ~ ${String.raw`\m${word}`}`), query)
    .limit(mostListed)
    .execute()
}

const has = (list: readonly Account[], account: string): boolean => list.some((one) => one.account === account)

const byName = (a: Account, b: Account): number =>
  a.name.localeCompare(b.name, 'en-GB') || (a.account < b.account ? -1 : 1)

/** Looks colleagues up by name, where there are too many to list. What else was typed stays. */
export const findColleague = (form: Form, ...lists: readonly ColleagueList[]): Content =>
  lists.some(({ isPart }) => isPart) && [
    input({
      name: soughtField,
      label: 'Find a colleague by name',
      hint: 'The beginning of a name is enough. Those found are then in the list below',
      autocomplete: 'off',
      spellcheck: false,
      ...form.field(soughtField),
    }),
    button({ text: 'Find', name: 'do', value: findValue, classes: 'govuk-button--secondary' }),
  ]

export const isFindingColleague = (sent: Sent): boolean => textOf(sent, 'do') === findValue

/** A list in which one colleague may be chosen; `nobody` is what the first, empty choice says. */
export function colleagueSelect(
  form: Form,
  { listed, gone }: ColleagueList,
  shown: { readonly name: string; readonly label: Select['label']; readonly nobody: string; readonly hint?: string },
): Content {
  const { value, errorMessage } = form.field(shown.name)
  const left = gone.find(({ account }) => account === value)
  const until =
    left && `Until now ${left.name}, who can be chosen no longer: their account is closed, or they do other work`
  return select({
    name: shown.name,
    label: shown.label,
    hint: [until, shown.hint].filter(Boolean).join('. ') || undefined,
    items: [
      { value: '', text: shown.nobody },
      ...listed.map(({ account, name, unitName }) => ({
        value: account,
        text: unitName === null ? name : `${name}, ${unitName}`,
      })),
    ],
    value,
    errorMessage,
  })
}

/** Who was chosen; null for nobody, undefined for somebody who cannot be. */
export const colleagueIn = ({ listed }: ColleagueList, chosen: string): string | null | undefined =>
  chosen === '' ? null : listed.find(({ account }) => account === chosen)?.account
