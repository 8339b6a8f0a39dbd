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
  'investigation.crime-reference-taken':
    'Another case of the force has this crime reference already. Check the reference.',
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
  'investigation.nothing-changed': 'Nothing was changed, so there is nothing to record.',
  'investigation.no-such-victim': 'There is no such victim in this case.',
  'investigation.no-such-witness': 'There is no such witness in this case.',
  'investigation.witness-twice': 'This person is a witness in this case already.',
  'investigation.witness-withdrawn-already': 'That this witness withdrew is on the record already.',
  'investigation.not-a-urn':
    'A URN is two figures for the force, two letters or figures for the unit, five figures and two for the year, as in 43AA1234526.',
  'investigation.urn-taken': 'Another case has this URN already. Check it with whoever registered the case.',
  'investigation.supervises-themselves': 'The officer in the case cannot be their own supervisor.',
  'investigation.officer-not-named':
    'This case is restricted. Name whoever is to be responsible for it among those who may read it first.',
  'investigation.line-officer-not-named':
    'This case is restricted. A line of inquiry can be given only to somebody who may read it.',
  'investigation.objective-missing': 'Give at least one objective.',
  'investigation.too-many-objectives': 'Give {most} objectives or fewer.',
  'investigation.strategy-missing': 'Say how the objectives will be reached.',
  'investigation.not-investigated':
    'It was decided not to investigate. Decide to investigate first, then add lines of inquiry.',
  'investigation.line-missing': 'Say what the line of inquiry is.',
  'investigation.line-due-in-past': 'A line of inquiry cannot be due on a day that has passed.',
  'investigation.no-such-line': 'There is no such line of inquiry in this case.',
  'investigation.line-closed': 'This line of inquiry is done with. Open it again first, with the reason.',
  'investigation.line-open': 'This line of inquiry is open already.',
  'investigation.outcome-missing': 'Say what came of it, or why it is not pursued.',
  'investigation.not-on-the-case': 'Your agency is not on this case.',
  'investigation.nobody-named': 'Name the people who may read this case.',
  'investigation.shuts-themselves-out': 'Whoever restricts a case must be among those who may read it.',
  'investigation.responsible-shut-out':
    'The officer in the case, the supervisor and everybody with an open line of inquiry must be able to read the case. ' +
    'Name them too, or assign it to somebody else first.',
  'investigation.not-restricted': 'This case is not restricted.',
  'investigation.readers-remain':
    'Somebody of your agency who was named can still read this case. Ask them to name others.',
  'investigation.restricted-by-another': 'Another agency restricted this case, and only that agency can lift it.',
})
