import { refusals } from '../../platform/refusal.ts'

export const refuseOutcomes = refusals({
  'outcomes.unusable-file': '{file} was not imported: {reason}. Nothing of it was kept.',
  'outcomes.month-unknown': '{file} was not imported, because its month is not certain: {reason}.',
  'outcomes.month-not-over': 'The outcomes of {month} cannot be complete before that month is over.',
  'outcomes.other-month':
    'The same figures were imported before as those of {held}, so they cannot also be those of {given}. Nothing of them was kept.',
  'outcomes.reason-missing':
    'Give the reason. It stays on the record, and on the page of the month, for anyone to read.',
  'outcomes.nothing-to-withdraw':
    'Nothing of {month} was withdrawn: no figures are in force, or the month has no such revision.',
  'outcomes.no-such-month': 'There are no outcomes of {month} here. {known}',
})
