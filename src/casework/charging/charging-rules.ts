import { dutyRule } from '../../duties/rules.ts'

const review = {
  instrument: 'Director’s Guidance on Charging',
  section: null,
  edition:
    '6th edition, Desktop Guide, for the category; the CPS’s published design work of December 2025 for the time',
  checkedOn: '2026-11-22',
  confidence: 'unconfirmed',
  movedBy: 'A rejection at triage ends it; a new submission starts it again.',
} as const

const days = {
  unit: 'Calendar days.',
  boundary: 'The day of receipt is day 0. In time until the end of the last day, weekend or bank holiday or not.',
} as const

export const redReview = dutyRule({
  ...review,
  code: 'charging.red-review',
  title: 'Review of a red referral: suspect in custody',
  unit: 'Hours that pass.',
  boundary: 'Counted from receipt. Never later than the end of the detention clock, where that is given.',
  changedBy: 'The area, by its setting charging.red-review-hours.',
})

export const greenPriorityReview = dutyRule({
  ...review,
  ...days,
  code: 'charging.green-priority-review',
  title: 'Review of a green priority referral',
  changedBy: 'The area, by its setting charging.green-priority-review-days.',
})

export const greenReview = dutyRule({
  ...review,
  ...days,
  code: 'charging.green-review',
  title: 'Review of a green referral: suspect not in custody',
  changedBy: 'The area, by its setting charging.green-review-days.',
})

const noSource = {
  instrument: 'Practice between police and the CPS',
  section: null,
  edition: null,
  checkedOn: null,
  confidence: 'unconfirmed',
} as const

export const resubmission = dutyRule({
  ...noSource,
  code: 'charging.resubmission',
  title: 'Resubmission of a referral that was rejected at triage',
  unit: 'Calendar days.',
  boundary: 'The day of the rejection is day 0. In time until the end of the last day.',
  movedBy: 'The response date that the prosecutor names in the rejection takes its place.',
  changedBy: 'The prosecutor who rejects; otherwise the area, by its setting charging.resubmission-days.',
})

export const actionPlanResponse = dutyRule({
  ...noSource,
  code: 'charging.action-plan-response',
  title: 'Police answer to an action plan',
  unit: 'Calendar days.',
  boundary: 'The day the plan was sent is day 0. In time until the end of the last day.',
  movedBy: 'The date that the prosecutor sets for an item takes its place.',
  changedBy:
    'The prosecutor, item by item; otherwise the area, by its settings charging.action-plan-days and charging.urgent-action-plan-days.',
})

const chasers = {
  instrument: 'CPS practice on chasers',
  section: null,
  edition: 'as in CPS-Innovation/prosecute-a-case-prototype, commit a737152, 2 July 2026',
  checkedOn: '2026-11-22',
  confidence: 'unconfirmed',
  unit: 'Calendar months.',
  changedBy: 'The area, by its settings charging.first-chaser-months and charging.second-chaser-months.',
} as const

export const actionPlanChaser = dutyRule({
  ...chasers,
  code: 'charging.action-plan-chaser',
  title: 'Chaser for an action plan without an answer',
  boundary: 'From the day the plan was sent, which does not count; that it runs from then is our reading.',
  movedBy: 'An answer ends it: what was received is not chased.',
})

export const chargeChaser = dutyRule({
  ...chasers,
  code: 'charging.charge-chaser',
  title: 'Chaser for a charge that was authorised and not yet put',
  boundary: 'From the day the charge was authorised, which does not count; that it runs from then is our reading.',
  movedBy: 'The charge ends it.',
})

export const administrativeFinalisation = dutyRule({
  ...noSource,
  code: 'charging.administrative-finalisation',
  title: 'Administrative finalisation of a case without an answer',
  unit: 'Calendar months.',
  boundary: 'From the first chaser, whose day does not count.',
  movedBy: 'An answer ends it; a case finalised so can be opened again.',
  changedBy: 'The area, by its setting charging.administrative-finalisation-months.',
})

export const crimeRecording = dutyRule({
  code: 'investigation.crime-recording',
  title: 'Recording a report as a crime',
  instrument: 'Home Office Crime Recording Rules',
  section: null,
  edition: 'as of 26 April 2025, read in summary',
  checkedOn: '2026-11-22',
  confidence: 'confirmed',
  unit: 'Hours that pass.',
  boundary: 'Counted from the report. What is recorded at the very moment they end is in time.',
  movedBy: 'Nothing moves it. A report that is no crime is recorded as an incident, with the reason.',
  changedBy: 'Nobody here: the Home Office.',
})
