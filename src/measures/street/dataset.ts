import { formatMonth, parseLocalMonth } from '../../calendar/local-month.ts'
import { type Dataset, openGovernmentLicence } from '../sources/dataset.ts'

/** Periods are `thames-valley/2025-06`. */
export const streetCrime: Dataset = {
  key: 'street-crime',
  title: 'Street-level crime',
  publisher: 'data.police.uk',
  address: 'https://data.police.uk/data/',
  licence: openGovernmentLicence,
  about: 'One row is one crime or one incident of anti-social behaviour that a force recorded in the month.',
  periodName(period) {
    const [force = '', month = ''] = period.split('/')
    return `${forceTitle(force)}, ${formatMonth(parseLocalMonth(month))}`
  },
  covers(period) {
    const [force = '', month = ''] = period.split('/')
    return { month: parseLocalMonth(month), place: force }
  },
}

/** `thames-valley` → `Thames Valley` */
export const forceTitle = (force: string): string =>
  force
    .split('-')
    .map((word) => (word === 'and' ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join(' ')
