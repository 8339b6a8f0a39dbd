import { refusals } from '../platform/refusal.ts'

export const refuseDuty = refusals({
  'duties.already-written': 'This duty is written down already.',
  'duties.not-written': 'There is no such duty.',
  'duties.words-missing': 'Say what is owed, who owes it, to whom, and under which instrument, decision or plan.',
  'duties.too-long': 'Use {limit} characters or fewer for each answer.',
  'duties.path-not-ours': 'Give the address of a page on this site, beginning with a single /.',
  'duties.days-out-of-range': 'The number of working days must be a whole number from 1 to {most}.',
  'duties.start-out-of-range': 'The day that starts the clock must be in the years {first} to {last}.',
  'duties.due-out-of-range': 'The due date must be in the years {first} to {last}.',
  'duties.due-before-start': 'A duty cannot be due before the day that starts its clock.',
  'duties.reason-missing': 'Say why: the reason is kept with the duty.',
  'duties.how-missing': 'Say how the duty was met.',
  'duties.already-met': 'This duty was met already.',
  'duties.already-waived': 'This duty was waived already.',
  'duties.met-before-start': 'A duty cannot be met before the day that starts its clock.',
  'duties.start-after-met': 'The clock cannot start after the day on which the duty was met.',
  'duties.met-in-future': 'A duty cannot be met on a day that has not come yet.',
  'duties.still-open': 'This duty is open, so it cannot be opened again.',
  'duties.nothing-corrected': 'This correction changes nothing.',
  'duties.changed-meanwhile':
    'Somebody changed this duty while you had this page open, and nothing of yours was recorded. Read what happened, then send yours again if it still fits.',
  'duties.assigned-already': 'The duty is already assigned in this way. Choose another unit or colleague.',
  'duties.not-a-colleague': 'A duty can only be assigned to somebody of the agency that owes it.',
  'duties.stays-published':
    'A promise that was published stays published. Correct its words or its date, or waive it with a reason that everybody can read.',
  'duties.published': 'Everybody can read this promise, so only those who may publish can correct or waive it.',
  'duties.not-yours-to-change':
    'Only the agency that owes a duty may correct or assign it, and only the one it is owed to may waive it. Both may record that it was met.',
})
