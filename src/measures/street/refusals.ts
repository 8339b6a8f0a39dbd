import { refusals } from '../../platform/refusal.ts'

export const refuseStreet = refusals({
  'street.unusable-file': '{file} was not imported: {reason}. Nothing of it was kept.',
  'street.month-not-over': 'The street crime of {month} cannot be complete before that month is over.',
  'street.not-every-row-counted':
    'The counts add up to {counted} and the file has {rows} rows. Nothing of it was kept.',
  'street.not-imported': 'Only a file that was imported can stand again.',
  'street.no-such-month': 'There is no street crime of {area} for {month} here. {known}',
  'street.part-missing':
    '{area} is the sum of {forces}, and of {missing} there is no street crime for {month} here. Nothing was summed. {known}',
})
