import type { DutyRule } from '../../duties/rules.ts'
import { type DeadlineRule, under } from '../deadlines/deadline.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { countedHours, dueAfterDays, dueAfterHours, dueAfterMonths, dueAtMoment } from '../deadlines/periods.ts'
import type { DeadlineSetting } from '../deadlines/settings.ts'
import {
  actionPlanChaser,
  actionPlanResponse,
  administrativeFinalisation,
  chargeChaser,
  crimeRecording,
  greenPriorityReview,
  greenReview,
  redReview,
  resubmission,
} from './charging-rules.ts'

const group = 'Recording, referral and charging'

const recording: DeadlineRule = {
  rule: crimeRecording,
  group,
  from: { kind: 'moment', label: 'Time of the report' },
  keys: [],
  workOut: ({ moment }) => under(crimeRecording, dueAfterHours(moment, 24, [`report = ${formatMoment(moment)}`])),
}

/** Red: hours from receipt, and never later than the end of the detention clock. */
const red: DeadlineRule = {
  rule: redReview,
  group,
  from: { kind: 'moment', label: 'Time of receipt' },
  keys: [{ name: 'custody-limit', kind: 'moment', label: 'End of the detention clock' }],
  workOut(given, { settings }) {
    const hours = settings['charging.red-review-hours']
    const received = [`received = ${formatMoment(given.moment)}`]
    const worked = dueAfterHours(given.moment, hours, received)
    const limit = given.momentOf('custody-limit')
    if (!limit || limit >= worked.dueAt) return under(redReview, worked)
    const steps = [
      ...received,
      `${countedHours(hours)} later is ${formatMoment(worked.dueAt)}`,
      'the detention clock ends before that, and decides',
    ]
    return under(redReview, dueAtMoment(given.moment, limit, steps))
  },
}

/** Calendar days by a setting of the area, from a day that does not count. */
const inDays = (rule: DutyRule, label: string, what: string, setting: DeadlineSetting): DeadlineRule => ({
  rule,
  group,
  from: { kind: 'day', label },
  keys: [],
  workOut: ({ day }, { settings }) => under(rule, dueAfterDays(day, settings[setting], what)),
})

const urgencies = { standard: 'Standard', urgent: 'Urgent' } as const

const actionPlan: DeadlineRule = {
  rule: actionPlanResponse,
  group,
  from: { kind: 'day', label: 'Day the action plan was sent' },
  keys: [{ name: 'urgency', kind: 'choice', label: 'Urgency', choices: urgencies }],
  workOut(given, { settings }) {
    const urgent = given.choiceOf('urgency', urgencies) === 'urgent'
    const days = settings[urgent ? 'charging.urgent-action-plan-days' : 'charging.action-plan-days']
    return under(actionPlanResponse, dueAfterDays(given.day, days, 'the day the action plan was sent'))
  },
}

const chaserNumbers = { first: 'First', second: 'Second' } as const

const chaser = (rule: DutyRule, label: string, what: string): DeadlineRule => ({
  rule,
  group,
  from: { kind: 'day', label },
  keys: [{ name: 'chaser', kind: 'choice', label: 'Which chaser', choices: chaserNumbers }],
  workOut(given, { settings }) {
    const second = given.choiceOf('chaser', chaserNumbers) === 'second'
    const months = settings[second ? 'charging.second-chaser-months' : 'charging.first-chaser-months']
    return under(rule, dueAfterMonths(given.day, months, what))
  },
})

const finalisation: DeadlineRule = {
  rule: administrativeFinalisation,
  group,
  from: { kind: 'day', label: 'Day of the first chaser' },
  keys: [],
  workOut: ({ day }, { settings }) =>
    under(
      administrativeFinalisation,
      dueAfterMonths(day, settings['charging.administrative-finalisation-months'], 'the first chaser'),
    ),
}

/** The clocks of recording, referral and charging review, for the catalogue. */
export const chargingDeadlines: readonly DeadlineRule[] = [
  recording,
  red,
  inDays(greenPriorityReview, 'Day of receipt', 'the day of receipt', 'charging.green-priority-review-days'),
  inDays(greenReview, 'Day of receipt', 'the day of receipt', 'charging.green-review-days'),
  inDays(resubmission, 'Day of the rejection', 'the day of the rejection', 'charging.resubmission-days'),
  actionPlan,
  chaser(actionPlanChaser, 'Day the action plan was sent', 'action plan sent'),
  chaser(chargeChaser, 'Day the charge was authorised', 'charge authorised'),
  finalisation,
]
