import type { AgencyRow } from '../../agencies/tables.ts'
import { formatDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { type Filter, filter } from '../../platform/web/components/filter/filter.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { formOf } from '../../platform/web/layout/form.ts'
import { type CasesQuery, casesPath, changedPath, errorsIn, everyCase } from './cases-query.ts'
import { shortStates } from './list-states.ts'

/** The viewer's own agency, and all of the area. */
export type ListedAgencies = { readonly own: AgencyRow | undefined; readonly all: readonly AgencyRow[] }

/** The form that narrows the list. What was chosen stands above it, and each choice can be taken away by itself. */
export function casesFilter(query: CasesQuery, { own, all }: ListedAgencies): Html {
  const { reference, name, offence, words, officer, prosecutor, unit, force, state, order } = query
  const units = own?.units ?? []
  const forces = all.filter(({ kind }) => kind === 'police-force')
  const isPolice = own?.kind === 'police-force'
  return filter({
    heading: 'Find a case',
    action: paths.deskCases,
    submitText: 'Show',
    selected: chosen(query, { own, all }),
    clearHref: casesPath({ ...everyCase, order }),
    open: errorsIn(query).length > 0,
    options: [
      state && html`<input type="hidden" name="state" value="${state}" />`,
      order !== 'latest' && html`<input type="hidden" name="order" value="${order}" />`,
      field('reference', 'Number', reference, 'URN, arrest/summons, crime or report number'),
      field('name', 'Name', name, 'Also misspelt'),
      field('offence', 'Offence', offence, 'By words or by code'),
      field('officer', 'Officer in the case', officer, isPolice ? 'By name, or “me”' : 'By name'),
      field('prosecutor', 'Prosecutor', prosecutor, isPolice ? 'By name' : 'By name, or “me”'),
      units.length > 0 && choice('unit', 'Unit', 'All units', unit, units),
      !isPolice && choice('force', 'Force', 'All forces', force, forces),
      dayField('from', 'Reported from', query),
      dayField('to', 'Reported to', query),
      field('words', 'Words', words, 'In what is alleged, or where'),
    ],
  })
}

const field = (name: keyof CasesQuery, label: string, value: string, hint: string): Html =>
  input({ name, type: 'search', label, hint, value, spellcheck: false })

/** The browser shows the day in the order of its own language; it is sent year first whatever that is. */
const dayField = (name: 'from' | 'to', label: string, query: CasesQuery): Html =>
  input({
    name,
    type: 'date',
    label,
    ...formOf({ [name]: query[name] ?? '' }, errorsIn(query)).field(name),
  })

type Named = { readonly code: string; readonly name: string }

const choice = (name: keyof CasesQuery, label: string, every: string, value: string, items: readonly Named[]): Html =>
  select({
    name,
    label,
    value,
    items: [{ value: '', text: every }, ...items.map((one) => ({ value: one.code, text: one.name }))],
  })

function chosen(query: CasesQuery, { own, all }: ListedAgencies): NonNullable<Filter['selected']> {
  const named = (among: readonly Named[] | undefined, code: string): string =>
    among?.find((one) => one.code === code)?.name ?? code
  const { reference, name, offence, words, officer, prosecutor, state, from, to, unread } = query
  const tags: ReadonlyArray<readonly [string, string, Partial<CasesQuery>]> = [
    ['Number', reference, { reference: '' }],
    ['Name', name, { name: '' }],
    ['Offence', offence, { offence: '' }],
    ['Officer', officer, { officer: '' }],
    ['Prosecutor', prosecutor, { prosecutor: '' }],
    ['Unit', query.unit && named(own?.units, query.unit), { unit: '' }],
    ['Force', query.force && named(all, query.force), { force: '' }],
    ['Where it stands', state ? shortStates[state] : '', { state: null }],
    ['Reported from', from ? formatDate(from) : (unread.from ?? ''), { from: null, unread: { ...unread, from: null } }],
    ['Reported to', to ? formatDate(to) : (unread.to ?? ''), { to: null, unread: { ...unread, to: null } }],
    ['Words', words && `“${words}”`, { words: '' }],
  ]
  return tags.map(([heading, text, change]) => ({
    heading,
    items: text === '' ? [] : [{ text, href: changedPath(query, change) }],
  }))
}
