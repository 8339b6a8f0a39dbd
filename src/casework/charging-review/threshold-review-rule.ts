import { dutyKind, dutyRule } from '../../duties/rules.ts'

export const thresholdReviewKind = dutyKind('threshold-review', 'Review after a Threshold Test charge')

/** The Full Code Test that must follow a charge by the Threshold Test, on the day that the prosecutor set for it. */
export const thresholdReview = dutyRule({
  code: 'charging.threshold-review',
  title: 'Full Code Test review after a Threshold Test charge',
  instrument: 'Code for Crown Prosecutors',
  section: 'chapter 5',
  edition: '8th edition, 26 October 2018, read in summary',
  checkedOn: '2026-11-22',
  confidence: 'unconfirmed',
  unit: 'A date; nothing is counted.',
  boundary:
    'The Code gives no number of days: the Full Code Test is applied as soon as the expected evidence arrives. Here the prosecutor names a day, which must come before the last day of the custody time limit. In time until the end of that day.',
  movedBy: 'A later decision on the same suspect.',
  changedBy: 'The prosecutor who decides, by another decision.',
})
