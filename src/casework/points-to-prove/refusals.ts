import { refusals } from '../../platform/refusal.ts'

export const refusePoints = refusals({
  'points.words-missing': 'Give the offence a title, and the Act or the common law that makes it one.',
  'points.reason-missing': 'Give the reason for the change. It stays on the record.',
  'points.no-element': 'Say at least one thing that must be proved.',
  'points.too-many': 'An offence has {limit} things to prove at most.',
  'points.element-empty': 'Each thing that must be proved needs words.',
  'points.element-twice': 'The same thing is to be proved twice.',
  'points.too-long': 'Use {limit} characters or fewer.',
  'points.nothing-changed': 'Nothing was changed.',
})
