import { refusals } from '../../platform/refusal.ts'

export const refusePerson = refusals({
  'person.already-recorded': 'This person is on the record already.',
  'person.not-recorded': 'There is no such person.',
  'person.name-missing': 'Give the person’s name, or the organisation’s.',
  'person.too-long': 'Use {limit} characters or fewer.',
  'person.born-in-future': 'A date of birth cannot be in the future.',
  'person.reason-missing': 'Give the reason for the correction. It stays on the record.',
  'person.nothing-corrected': 'Nothing was changed, so there is nothing to correct.',
})
