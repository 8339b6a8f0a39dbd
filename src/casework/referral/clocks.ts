import { type Instant, startOfDay, toLocalDate } from '../../calendar/instant.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DutyRule } from '../../duties/rules.ts'
import { fixedDate } from '../../duties/rules.ts'
import { dueOnFixedDate } from '../../duties/worked-date.ts'
import { chargingDeadlines } from '../charging/charging-deadlines.ts'
import {
  actionPlanChaser,
  actionPlanResponse,
  administrativeFinalisation,
  greenPriorityReview,
  greenReview,
  redReview,
  resubmission,
} from '../charging/charging-rules.ts'
import { type Deadline, type DeadlineFacts, type Given, under } from '../deadlines/deadline.ts'
import { dueAfterDays } from '../deadlines/periods.ts'
import type { DeadlineSettings } from '../deadlines/settings.ts'
import type { ReferredSuspect } from './referred-suspect.ts'
import type { Category, ReviewType } from './terms.ts'

// The clocks of a referral, each worked out by its rule of the catalogue when it starts. What they count and how sure
// we are of them stands in `charging/charging-rules.ts`.

type Values = { readonly limit?: Instant | null; readonly choice?: string }

const isChoice = <Choice extends string>(
  choices: Readonly<Record<Choice, string>>,
  text: string | undefined,
): text is Choice => text !== undefined && Object.hasOwn(choices, text)

const givenAt = (moment: Instant, { limit = null, choice }: Values): Given => ({
  day: toLocalDate(moment),
  moment,
  dayOf: () => null,
  momentOf: () => limit,
  numberOf: () => null,
  offenceOf: () => null,
  choiceOf(name, choices) {
    if (!isChoice(choices, choice)) throw new Error(`${name} is not a choice of the rule`)
    return choice
  },
})

function workOut({ code }: DutyRule, moment: Instant, facts: DeadlineFacts, values: Values = {}): Deadline {
  const found = chargingDeadlines.find(({ rule }) => rule.code === code)
  if (!found) throw new Error(`${code} is no rule of the catalogue`)
  return found.workOut(givenAt(moment, values), facts)
}

/** The first moment at which a suspect who is in detention must be charged or released; null where none is known. */
export const detentionEnd = (suspects: readonly ReferredSuspect[]): Instant | null =>
  suspects
    .filter(({ position }) => position === 'in-custody')
    .map(({ detentionEndsAt }) => detentionEndsAt)
    .filter((end) => end !== null)
    .toSorted()[0] ?? null

/** By when the prosecutor is to decide on a referral received at `receivedAt`. Red: never past the end of detention. */
export function reviewDue(
  category: Category,
  receivedAt: Instant,
  suspects: readonly ReferredSuspect[],
  facts: DeadlineFacts,
): Deadline {
  switch (category) {
    case 'red':
      return workOut(redReview, receivedAt, facts, { limit: detentionEnd(suspects) })
    case 'green-priority':
      return workOut(greenPriorityReview, receivedAt, facts)
    case 'green':
      return workOut(greenReview, receivedAt, facts)
  }
}

/** The kind of review decides anew where it names a number of days; otherwise the category's clock runs on. */
export function dueAsAccepted(
  reviewType: ReviewType,
  receivedAt: Instant,
  running: Deadline,
  facts: DeadlineFacts,
): Deadline {
  switch (reviewType) {
    case 'five-days':
      return workOut(greenPriorityReview, receivedAt, facts)
    case 'twenty-eight-days':
      return workOut(greenReview, receivedAt, facts)
    case 'priority':
    case 'early-advice':
      return running
  }
}

/**
 * By when the prosecutor is to decide on a referral that was closed and is opened again. What came is received on that
 * day; that the clock of a referral runs from it is our reading. Nothing is closed while its suspect is in detention,
 * so that red does not come back.
 */
export function dueAsReopened(reviewType: ReviewType, openedAt: Instant, settings: DeadlineSettings): Deadline {
  const isPriority = reviewType === 'five-days'
  const days = settings[isPriority ? 'charging.green-priority-review-days' : 'charging.green-review-days']
  const worked = dueAfterDays(toLocalDate(openedAt), days, 'the day of receipt')
  return under(isPriority ? greenPriorityReview : greenReview, worked)
}

/** The day by which police are to send a rejected referral again, as the prosecutor names it. */
export const respondBy = (rejectedAt: Instant, on: LocalDate): Deadline =>
  under(resubmission, dueOnFixedDate(toLocalDate(rejectedAt), on, 'the rejection'))

/** The day on which the prosecutor looks whether they did. */
export const reminderOn = (rejectedAt: Instant, on: LocalDate): Deadline =>
  under(fixedDate, dueOnFixedDate(toLocalDate(rejectedAt), on, 'the rejection'))

/** The day by which police would like advice, which they name themselves. */
export const adviceNeededBy = (askedAt: Instant, on: LocalDate): Deadline =>
  under(fixedDate, dueOnFixedDate(toLocalDate(askedAt), on, 'the request for advice'))

/** When an item of an action plan is due: on the day that the prosecutor sets, or so many days after by the settings. */
export const itemDue = (sentAt: Instant, on: LocalDate | null, urgent: boolean, facts: DeadlineFacts): Deadline =>
  on === null
    ? workOut(actionPlanResponse, sentAt, facts, { choice: urgent ? 'urgent' : 'standard' })
    : under(actionPlanResponse, dueOnFixedDate(toLocalDate(sentAt), on, 'the action plan'))

/** When police are chased for what they have not answered: the first and the second time. */
export const chasersDue = (sentAt: Instant, facts: DeadlineFacts): readonly Deadline[] =>
  ['first', 'second'].map((choice) => workOut(actionPlanChaser, sentAt, facts, { choice }))

/** The last day that police have once they were chased. After it the referral may be closed administratively. */
export const lastAnswerDue = (firstChasedAt: Instant, facts: DeadlineFacts): Deadline =>
  workOut(administrativeFinalisation, startOfDay(toLocalDate(firstChasedAt)), facts)
