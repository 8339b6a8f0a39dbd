import { refusals } from '../platform/refusal.ts'

export const refuseDuty = refusals({
  'duties.already-written': 'This duty is written down already.',
  'duties.not-written': 'There is no such duty.',
  'duties.words-missing': 'Say what is owed, who owes it, to whom, and under which instrument, decision or plan.',
  'duties.too-long': 'Use {limit} characters or fewer for each answer.',
  'duties.path-not-ours': 'Give the address of a page on this site, beginning with a single /.',
  'duties.days-out-of-range': 'The number of working days must be a whole number from 1 to {most}.',
  'duties.date-out-of-range': 'Every date must be in the years {first} to {last}.',
  'duties.due-before-start': 'A duty cannot be due before the day that starts its clock.',
  'duties.reason-missing': 'Say why: the reason is kept with the duty.',
  'duties.how-missing': 'Say how the duty was met.',
  'duties.already-met': 'This duty was met already.',
  'duties.already-waived': 'This duty was waived already.',
  'duties.met-before-start': 'A duty cannot be met before the day that starts its clock.',
  'duties.met-in-future': 'A duty cannot be met on a day that has not come yet.',
  'duties.still-open': 'This duty is open, so it cannot be opened again.',
  'duties.nothing-corrected': 'This correction changes nothing.',
  'duties.not-yours-to-change':
    'Only the agency that owes a duty may correct it, and only the one it is owed to may waive it. Both may record that it was met.',
})
