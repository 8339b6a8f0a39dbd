import { type LocalMonth, formatMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { withQuery } from '../addresses.ts'
import { type Field, dataPackage } from '../data-package.ts'
import { cpsOutcomes } from './dataset.ts'
import type { OutcomeReport } from './read-outcomes.ts'
import { reportCsv } from './report-format.ts'

const category: Field = {
  name: 'category',
  type: 'string',
  title: 'Principal offence',
  description:
    'Group of the most serious offence charged at finalisation; admin is administratively finalised, which has none; total is all of them, admin included.',
}
const convictions: Field = {
  name: 'convictions',
  type: 'integer',
  title: 'Convictions',
  description: 'Defendants convicted. Always 0 for admin.',
}
const unsuccessful: Field = {
  name: 'unsuccessful',
  type: 'integer',
  title: 'Unsuccessful outcomes',
  description: 'Defendants whose prosecution ended otherwise.',
}

const share = (name: string, title: string): Field => ({
  name,
  type: 'number',
  title,
  description:
    'Percent of the defendants on the line, one decimal, a half rounded up. Empty where nothing was finalised.',
})

const reportFields: readonly Field[] = [
  category,
  convictions,
  share('convictions_percent', 'Convictions, share'),
  unsuccessful,
  share('unsuccessful_percent', 'Unsuccessful outcomes, share'),
]

/** What the download of one month and area is. */
export function outcomePackage(
  report: OutcomeReport,
  source: { readonly fileName: string; readonly contentSha256: string },
  publicUrl: string,
) {
  const { month, area, revision } = report
  const query = { area: area.key, revision }
  return dataPackage({
    name: `case-outcomes-${area.key}-${month}`,
    title: `Case outcomes by principal offence: ${area.name}, ${formatMonth(month)}`,
    description: `Counts of defendants whose prosecution was finalised in ${formatMonth(month)}, revision ${revision}. Management information, provisional, not official statistics.`,
    homepage: publicUrl + withQuery(paths.outcomes(month), query),
    dataset: cpsOutcomes,
    sources: [{ title: source.fileName, path: publicUrl + paths.sourceFile(source.contentSha256) }],
    resource: {
      name: 'outcomes',
      title: `${area.name}, ${formatMonth(month)}`,
      path: publicUrl + withQuery(paths.outcomesDownload(month, 'csv'), query),
      csv: reportCsv(report),
      fields: reportFields,
      primaryKey: ['category'],
    },
  })
}

export const seriesColumns = ['month', 'area', 'category', 'convictions', 'unsuccessful'] as const

const seriesFields: readonly Field[] = [
  { name: 'month', type: 'yearmonth', title: 'Month', description: 'Month in which the prosecutions were finalised.' },
  {
    name: 'area',
    type: 'string',
    title: 'Area',
    description: 'A police force area as the CPS reports it, or national, which is the sum of the others.',
  },
  { ...category, description: 'Group of the most serious offence charged at finalisation; admin has none.' },
  convictions,
  unsuccessful,
]

/** What the download of all months and areas is. */
export const seriesPackage = (csv: string, months: readonly LocalMonth[], publicUrl: string) =>
  dataPackage({
    name: 'case-outcomes',
    title: 'Case outcomes by principal offence, every month and area held',
    description: `Counts of defendants by the month in which their prosecution was finalised, from the revision in force of each of ${months.length} monthly tables. A month that is not there is not held. Management information, provisional, not official statistics.`,
    homepage: publicUrl + paths.data,
    dataset: cpsOutcomes,
    sources: [{ title: `${cpsOutcomes.publisher}: ${cpsOutcomes.title}`, path: publicUrl + paths.data }],
    resource: {
      name: 'case-outcomes',
      title: 'Every month and area',
      path: publicUrl + paths.outcomesSeries,
      csv,
      fields: seriesFields,
      primaryKey: ['month', 'area', 'category'],
    },
  })
