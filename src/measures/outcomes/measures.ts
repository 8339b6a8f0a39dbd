import { sql } from 'kysely'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import type { Measure } from '../measure.ts'
import { outcomeCategories, principalOffences } from './categories.ts'
import { cpsOutcomes } from './dataset.ts'
import { outcomeAreaOf, outcomeAreas } from './outcome-areas.ts'
import type { OutcomeCategory } from './outcome-month.ts'
import { notesOn } from './outcome-notes.ts'
import { categoryName } from './report-format.ts'
import './tables.ts'

/** What must stand beside every figure of this dataset. */
const outcomeCaveats = [
  'The figures are management information from the case management system of the CPS. They are provisional and not official statistics.',
  'They count defendants, not charges, cases or victims. One person in two sets of proceedings is counted twice.',
  'A case stands in the month in which it was finalised, which may be long after the offence, the charge or the plea.',
  'The principal offence is the most serious one charged at finalisation, whatever was charged before.',
]

const mixedResults =
  'A defendant who is convicted of one charge and acquitted of another is one conviction: mixed results cannot be seen.'
const notOneCohort =
  'The share is of finalised prosecutions. It says nothing of cases in which nobody was charged, and must not be joined with charging figures.'
const noPrincipalOffence = 'What is administratively finalised has no principal offence and is left out here.'
const smallNumbers = 'In one area and month there may be few defendants, so single cases move the share.'

type Counted = { readonly convictions: boolean; readonly unsuccessful: boolean }

/** Which columns of which categories a measure adds up, above the line and below it. */
type Parts = {
  readonly categories: readonly OutcomeCategory[]
  readonly numerator: Counted
  /** Null for a count. */
  readonly denominator: readonly OutcomeCategory[] | null
}

const all = outcomeCategories.map(({ key }) => key)
const convictions: Counted = { convictions: true, unsuccessful: false }
const both: Counted = { convictions: true, unsuccessful: true }

const areaRows = (place: string): readonly string[] => (outcomeAreaOf(place) ?? { rows: [] }).rows

/** Adds up in SQL what `parts` names, so that a reader can run the same query over the published rows. */
function reading({ categories, numerator, denominator }: Parts): Pick<Measure, 'places' | 'read' | 'readRows'> {
  const inNumerator = sql<number>`case when category = any(${categories}) then ${
    numerator.convictions ? sql`convictions` : sql`0`
  } + ${numerator.unsuccessful ? sql`unsuccessful` : sql`0`} else 0 end`
  const inDenominator =
    denominator === null
      ? sql<null>`null::integer`
      : sql<number>`case when category = any(${denominator}) then convictions + unsuccessful else 0 end`
  const counted = [...new Set([...categories, ...(denominator ?? [])])]
  return {
    places: async () => outcomeAreas,
    async read(tx, place) {
      const rows = await tx
        .selectFrom('current_outcome_count')
        .select([
          'month',
          sql<number>`sum(${inNumerator})`.as('numerator'),
          sql<number | null>`sum(${inDenominator})`.as('denominator'),
        ])
        .where(sql<boolean>`area = any(${areaRows(place)})`)
        .where(sql<boolean>`category = any(${counted})`)
        .groupBy('month')
        .orderBy('month')
        .execute()
      return rows.map(({ month, ...counts }) => ({ month: parseLocalMonth(month), ...counts }))
    },
    async readRows(tx, place, month) {
      const rows = await tx
        .selectFrom('current_outcome_count as c')
        .innerJoin('source_file as f', 'f.content_sha256', 'c.content_sha256')
        .select(['c.area', 'c.category', 'c.line', 'f.file_name', 'f.content_sha256'])
        .select([inNumerator.as('numerator'), sql<number | null>`${inDenominator}`.as('denominator')])
        .where('month', '=', month)
        .where(sql<boolean>`area = any(${areaRows(place)})`)
        .where(sql<boolean>`category = any(${counted})`)
        .orderBy('c.line')
        .execute()
      const order = (category: OutcomeCategory): number => all.indexOf(category)
      return rows
        .toSorted((a, b) => a.line - b.line || order(a.category) - order(b.category))
        .map((row) => ({
          place: outcomeAreaOf(row.area)?.name ?? row.area,
          what: categoryName(row.category),
          numerator: row.numerator,
          denominator: row.denominator,
          fileName: row.file_name,
          contentSha256: row.content_sha256,
          line: row.line,
        }))
    },
  }
}

const common = {
  dataset: cpsOutcomes,
  notesOn: (place: string) => notesOn(areaRows(place)).map(({ note }) => note),
} as const

const overall: readonly Measure[] = [
  {
    ...common,
    code: 'conviction-proportion',
    title: 'Prosecutions that ended in conviction',
    definition:
      'Of the defendants whose prosecution was finalised in the month, the share who were convicted: by a guilty plea, after a trial, or by proof in their absence.',
    numerator: 'Defendants convicted, all principal offences',
    denominator: 'Defendants whose prosecution was finalised, the administratively finalised included',
    unit: '%',
    better: 'neither',
    caveats: [mixedResults, notOneCohort, ...outcomeCaveats],
    ...reading({ categories: all, numerator: convictions, denominator: all }),
  },
  {
    ...common,
    code: 'outcomes-completed',
    title: 'Completed prosecutions',
    definition: 'The defendants whose prosecution was finalised in the month, convicted or not.',
    numerator: 'Defendants whose prosecution was finalised, the administratively finalised included',
    denominator: null,
    unit: 'defendants',
    better: 'neither',
    caveats: outcomeCaveats,
    ...reading({ categories: all, numerator: both, denominator: null }),
  },
  {
    ...common,
    code: 'admin-finalised',
    title: 'Administratively finalised',
    definition:
      'The defendants whose prosecution could not go on: a warrant could not be carried out, they could not be found for a summons, they had died, or they were unfit to plead.',
    numerator: 'Defendants administratively finalised',
    denominator: null,
    unit: 'defendants',
    better: 'lower',
    caveats: outcomeCaveats,
    ...reading({ categories: ['admin'], numerator: both, denominator: null }),
  },
  {
    ...common,
    code: 'admin-finalised-proportion',
    title: 'Administratively finalised, as a share of prosecutions',
    definition:
      'Of the defendants whose prosecution was finalised in the month, the share whose prosecution could not go on and was closed without a verdict.',
    numerator: 'Defendants administratively finalised',
    denominator: 'Defendants whose prosecution was finalised, the administratively finalised included',
    unit: '%',
    better: 'lower',
    caveats: outcomeCaveats,
    ...reading({ categories: ['admin'], numerator: both, denominator: all }),
  },
]

/** Groups with enough defendants in an area and month for a share to mean something. */
const withShares = ['against-person', 'sexual', 'burglary', 'robbery', 'theft', 'damage', 'drugs', 'public-order']

const byOffence: readonly Measure[] = principalOffences
  .filter(({ key }) => withShares.includes(key))
  .map(({ key, name }) => ({
    ...common,
    code: `conviction-proportion-${key}`,
    title: `${name}: prosecutions that ended in conviction`,
    definition: `Of the defendants finalised in the month whose principal offence was in the group “${name.toLowerCase()}”, the share who were convicted.`,
    numerator: `Defendants convicted, principal offence: ${name.toLowerCase()}`,
    denominator: `Defendants finalised, principal offence: ${name.toLowerCase()}`,
    unit: '%',
    better: 'neither',
    caveats: [smallNumbers, noPrincipalOffence, mixedResults, notOneCohort, ...outcomeCaveats],
    ...reading({ categories: [key], numerator: convictions, denominator: [key] }),
  }))

/** The measures that the monthly tables of case outcomes give. */
export const outcomeMeasures: readonly Measure[] = [...overall, ...byOffence]

/** The measure whose trend belongs to a line of the report, where there is one. */
export const measureOfCategory = (category: OutcomeCategory | 'total'): string | null => {
  if (category === 'total') return 'conviction-proportion'
  if (category === 'admin') return 'admin-finalised'
  return withShares.includes(category) ? `conviction-proportion-${category}` : null
}
