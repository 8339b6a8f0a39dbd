import type { FastifyRequest } from 'fastify'
import { readAgencyList } from '../../agencies/tables.ts'
import { type Sent, sentOf, textOf } from '../../platform/access/sent.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { input } from '../../platform/web/components/input/input.ts'
import type { Content } from '../../platform/web/html.ts'
import { type Form, formOf } from '../../platform/web/layout/form.ts'
import { wordsOfName } from '../people/name-keys.ts'

/** Somebody of an agency whose account is open, with the unit in words. */
export type Colleague = { readonly account: string; readonly name: string; readonly unitName: string | null }

/** Everybody of an agency whose names the viewer may see, by name. */
export async function readColleaguesOf(tx: Tx, agency: string): Promise<readonly Colleague[]> {
  const units = (await readAgencyList(tx)).find(({ code }) => code === agency)?.units ?? []
  const found = await tx
    .selectFrom('account')
    .select(['id as account', 'name', 'unit'])
    .where('agency', '=', agency)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return found.map(({ account, name, unit }) => ({
    account,
    name,
    unitName: units.find(({ code }) => code === unit)?.name ?? null,
  }))
}

/** Whom a form lists. `isPart` where the agency has more people than a list can be read through. */
export type ColleagueList = { readonly listed: readonly Colleague[]; readonly isPart: boolean }

/** More people than these are not listed before somebody says whom they mean. */
export const mostListed = 100

const soughtField = 'colleague'
const findValue = 'find-colleague'

/**
 * Everybody of an agency; of a large one those whose name was typed, with whoever stands in the fields already or did
 * when the form was first shown.
 */
export async function listColleagues(
  tx: Tx,
  agency: string,
  { method, body }: Pick<FastifyRequest, 'method' | 'body'>,
  { fields, standing }: { readonly fields: readonly string[]; readonly standing: ReadonlyArray<string | null> },
): Promise<ColleagueList> {
  const all = await readColleaguesOf(tx, agency)
  if (all.length <= mostListed) return { listed: all, isPart: false }
  const sent: Sent = method === 'POST' ? sentOf(body) : {}
  const chosen = fields.flatMap((field) => [textOf(sent, field), ...formOf(sent).choices(field).values])
  const kept = new Set([...standing, ...chosen])
  const sought = wordsOfName(textOf(sent, soughtField))
  const found = sought.length === 0 ? [] : all.filter(({ name }) => hasWords(name, sought)).slice(0, mostListed)
  const meant = new Set(found)
  return { listed: all.filter((one) => meant.has(one) || kept.has(one.account)), isPart: true }
}

/** Whether each of the words begins a word of the name. */
function hasWords(name: string, sought: readonly string[]): boolean {
  const words = wordsOfName(name)
  return sought.every((one) => words.some((word) => word.startsWith(one)))
}

/** Looks colleagues up by name, where there are too many to list. What else was typed stays. */
export const findColleague = (form: Form, { isPart }: ColleagueList): Content =>
  isPart && [
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

const shown = ({ name, unitName }: Colleague): string => (unitName === null ? name : `${name}, ${unitName}`)

/** The choices of a list in which one colleague may be chosen; `nobody` is what the first, empty one says. */
export const colleagueItems = (colleagues: readonly Colleague[], nobody: string) => [
  { value: '', text: nobody },
  ...colleagues.map((one) => ({ value: one.account, text: shown(one) })),
]

/** Who was chosen; null for nobody, undefined for somebody who is not among them. */
export const colleagueIn = (colleagues: readonly Colleague[], chosen: string): string | null | undefined =>
  chosen === '' ? null : colleagues.find(({ account }) => account === chosen)?.account
