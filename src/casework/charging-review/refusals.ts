import { refusals } from '../../platform/refusal.ts'

export const refuseReview = refusals({
  'review.not-open': 'There is no charging review of this suspect.',
  'review.decided': 'This was decided. A decision is not changed: it is reconsidered, with the reason.',
  'review.finalised': 'This referral was closed until more evidence comes. Open it again first.',
  'review.not-decided': 'Nothing was decided yet that could be reconsidered.',
  'review.changed-meanwhile':
    'While you wrote, a colleague changed this in the review: {what}. Check what you typed and send it again.',
  'review.no-such-charge': 'There is no such charge in this review.',
  'review.charge-not-pursued': 'This charge is not pursued. Take it up again first.',
  'review.reasons-missing': 'Give the reasons. They stay on the record.',
  'review.too-long': 'Use {limit} characters or fewer.',
  'review.nothing-changed': 'Nothing was changed.',
  'review.none-beside-material': 'Choose the material that proves “{element}”, or none, and not both.',
  'review.element-twice': 'The same thing is to be proved twice.',
  'review.evidence-incomplete':
    'There can be no finding of a realistic prospect of conviction yet. Missing: {missing}.',
  'review.element-without-material':
    'Nothing proves {elements}. That cannot stand beside a realistic prospect of conviction.',
  'review.evidential-stage-open':
    'The public interest is weighed once the evidential stage is passed on this charge, unless it is exceptionally taken first, with the reason.',
  'review.evidential-stage-passed':
    'The evidential stage is passed on this charge, so that the public interest is weighed in any case.',
  'review.first-only-against':
    'While the evidential stage is open, the public interest can only be a reason not to prosecute.',
  'review.public-interest-incomplete': 'The public interest cannot be concluded on yet. Missing: {missing}.',
  'review.not-in-custody':
    'The Threshold Test is only for a suspect who is in custody. This one is not: use the Full Code Test.',
  'review.threshold-incomplete': 'The Threshold Test is not complete. Missing: {missing}.',
  'review.threshold-review-too-late': 'The review must come before the custody time limit: on a day before {limit}.',
  'review.threshold-review-past':
    'The day of the Full Code Test review has passed. Set today or a later day on the Threshold Test.',
  'review.full-review-not-owed': 'No charge rests on the Threshold Test without a review since.',
  'review.full-review-needs-full-test': 'A review after a Threshold Test charge is by the Full Code Test.',
  'review.incomplete': 'This cannot be decided yet. Missing: {missing}.',
  'review.no-charge-pursued':
    'No charge is pursued. Decide on at least one: a decision not to charge has its reasons there.',
  'review.charge-ends-before-it-begins': 'The last day of an offence cannot come before the first.',
  'review.charge-words-missing': 'A charge says where, and what the suspect is said to have done.',
  'review.no-such-notice': 'Nobody is to be told of this decision under that number. Open the review again.',
  'review.notice-done-with': 'It is recorded already what became of telling this victim. Read it on the review.',
  'review.told-in-future':
    'The day on which the victim was told cannot be in the future. Enter the day they were told.',
  'review.told-before-decision':
    'The victim cannot have been told before the decision was made. Enter the day they were told.',
  'review.same-owner': 'That is whose review it is already.',
})
