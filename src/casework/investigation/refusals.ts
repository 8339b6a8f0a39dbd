import { refusals } from '../../platform/refusal.ts'

export const refuseInvestigation = refusals({
  'investigation.already-recorded': 'This allegation is on the record already.',
  'investigation.not-recorded': 'There is no such allegation.',
  'investigation.words-missing': 'Say what is alleged, where it happened, and which force and unit deal with it.',
  'investigation.too-long': 'Use {limit} characters or fewer.',
  'investigation.reported-in-future': 'An allegation cannot be reported at a time that has not come yet.',
  'investigation.happened-after-report': 'What is alleged cannot have begun after it was reported.',
  'investigation.ends-before-it-begins': 'What is alleged cannot end before it began.',
  'investigation.reason-missing': 'Give the reason. It stays on the record.',
  'investigation.crime-reference-missing': 'An allegation that is recorded as a crime needs its crime reference.',
  'investigation.decided-so-already':
    'This was decided so already. Another decision needs another reason to be recorded.',
  'investigation.not-a-crime': 'This was recorded as no crime. Record it as a crime first, with the reason.',
  'investigation.how-missing': 'Say how it will be investigated.',
  'investigation.being-investigated':
    'This is being investigated. Decide not to investigate any longer first, with the reason.',
  'investigation.victim-twice': 'The same person is named as a victim twice.',
  'investigation.no-such-notice': 'No victim is to be told of that.',
  'investigation.notice-done-with': 'That the victim was told, or could not be, is on the record already.',
  'investigation.how-told-missing': 'Say how the victim was told.',
  'investigation.told-in-future': 'The victim cannot have been told on a day that has not come yet.',
  'investigation.told-before-decision': 'The victim cannot have been told before it was decided.',
})
