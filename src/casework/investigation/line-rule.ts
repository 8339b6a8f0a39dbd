import { dutyKind, dutyRule } from '../../duties/rules.ts'

export const lineOfInquiryKind = dutyKind('line-of-inquiry', 'Lines of inquiry')

export const lineOfInquiry = dutyRule({
  code: 'investigation.line-of-inquiry',
  title: 'Pursuing a reasonable line of inquiry',
  instrument: 'Criminal Procedure and Investigations Act 1996, Code of Practice',
  section: null,
  edition: 'as the Director’s Guidance on Charging tells it: all that are reasonable, towards a suspect or away',
  checkedOn: '2026-11-22',
  confidence: 'unconfirmed',
  unit: 'A date; nothing is counted.',
  boundary: 'In time until the end of that day in London, whether it is a working day or not.',
  movedBy: 'Another day, set with a reason. The Code sets none: the day is the investigators’ own.',
  changedBy: 'Whoever keeps the lines of inquiry of the case.',
})
