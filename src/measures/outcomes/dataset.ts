import { formatMonth, isLocalMonth, parseLocalMonth } from '../../calendar/local-month.ts'
import { paths } from '../../paths.ts'
import { type Dataset, openGovernmentLicence } from '../sources/dataset.ts'

export const cpsOutcomes: Dataset = {
  key: 'cps-outcomes',
  title: 'Case outcomes by principal offence',
  publisher: 'Crown Prosecution Service',
  address: null,
  licence: openGovernmentLicence,
  about:
    'One row for England and Wales and one for each of 42 police force areas: the defendants whose prosecution was finalised in the month, by principal offence, convicted or not.',
  periodName: (period) => (isLocalMonth(period) ? formatMonth(period) : period),
  covers: (period) => ({ month: parseLocalMonth(period), place: null }),
  pageOf: paths.outcomes,
  downloads: [
    { text: 'Every month and area as one CSV file', href: paths.outcomesSeries },
    { text: 'What its columns mean (Frictionless data package)', href: paths.outcomesSeriesDescriptor },
  ],
}
