import type { CaseHappening } from '../happenings/happening.ts'
import type { CaseReferrals } from './case-referrals.ts'
import type { EventOf, ReferralEvent } from './commands.ts'
import {
  due,
  fileLines,
  followedLine,
  groundWords,
  itemLines,
  materialWords,
  optional,
  type Line,
} from './told-lines.ts'
import { adviceStages, caseTypes, reviewTypes } from './terms.ts'

type Told = Pick<CaseHappening, 'event' | 'detail'>
type OfAdvice = EventOf<'AdviceAsked' | 'AdviceGiven' | 'AdviceRequestWithdrawn' | 'AdviceFollowed'>
type OfSending = EventOf<'Referred' | 'Resubmitted' | 'ReferralCorrected' | 'ReferralWithdrawn'>
type OfPlan = EventOf<
  'ActionPlanSent' | 'ItemAnswered' | 'QuestionReplied' | 'ItemWithdrawn' | 'ActionPlanAnswered' | 'Chased'
>
/**
 * Whose review it is stands on the timeline of the prosecutors' review, what police ended on that of the suspect, and
 * who has the case on that of the case.
 */
type Silent = EventOf<'ReviewerNoted' | 'SuspectEnded' | 'PoliceNoted' | 'HeadingNoted'>
type ToldEvent = Exclude<ReferralEvent, Silent>
type OfReview = Exclude<ToldEvent, OfAdvice | OfSending | OfPlan>

const advice = ['AdviceAsked', 'AdviceGiven', 'AdviceRequestWithdrawn', 'AdviceFollowed']
const sending = ['Referred', 'Resubmitted', 'ReferralCorrected', 'ReferralWithdrawn']
const plan = ['ActionPlanSent', 'ItemAnswered', 'QuestionReplied', 'ItemWithdrawn', 'ActionPlanAnswered', 'Chased']

const silent = ['ReviewerNoted', 'SuspectEnded', 'PoliceNoted', 'HeadingNoted']

export const isSilent = (event: ReferralEvent): event is Silent => silent.includes(event.type)
const isOfAdvice = (event: ToldEvent): event is OfAdvice => advice.includes(event.type)
const isOfSending = (event: ToldEvent): event is OfSending => sending.includes(event.type)
const isOfPlan = (event: ToldEvent): event is OfPlan => plan.includes(event.type)

/** What the timeline of the case says of an event. People are named by their part: "Suspect 1". */
export function happeningOf(event: ToldEvent, state: CaseReferrals): Told {
  if (isOfAdvice(event)) return adviceTold(event)
  if (isOfSending(event)) return sendingTold(event)
  if (isOfPlan(event)) return planTold(event)
  return reviewTold(event, state)
}

function adviceTold(event: OfAdvice): Told {
  switch (event.type) {
    case 'AdviceAsked':
      return {
        event: 'Early advice asked for',
        detail: [
          ['At what stage', adviceStages[event.stage]],
          ['Question', event.question],
          ...event.material.map((one): Line => ['Material', materialWords(one)]),
        ],
      }
    case 'AdviceGiven':
      return {
        event: 'Early advice given',
        detail: [
          ...event.points.map((point, index): Line => [`Point ${index + 1}`, point]),
          ...optional('Reasons', event.reasons),
        ],
      }
    case 'AdviceRequestWithdrawn':
      return { event: 'Question to the prosecutor withdrawn', detail: [['Reason', event.reason]] }
    case 'AdviceFollowed':
      return { event: 'Said whether the file followed the advice', detail: event.points.map(followedLine) }
  }
}

function sendingTold(event: OfSending): Told {
  switch (event.type) {
    case 'Referred':
      return { event: 'Referred to the prosecutor', detail: [...fileLines(event.file), due('Decision due', event)] }
    case 'Resubmitted':
      return {
        event: 'Referred again after the rejection',
        detail: [
          ...event.answers.map(({ answer }, index): Line => [`Answer to reason ${index + 1}`, answer]),
          ...fileLines(event.file),
          due('Decision due', event),
        ],
      }
    case 'ReferralCorrected':
      return {
        event: 'Referral corrected',
        detail: [['Reason', event.reason], ...fileLines(event.file), due('Decision due', event)],
      }
    case 'ReferralWithdrawn':
      return { event: 'Referral withdrawn', detail: [['Reason', event.reason]] }
  }
}

function planTold(event: OfPlan): Told {
  switch (event.type) {
    case 'ActionPlanSent':
      return { event: 'Action plan sent to police', detail: event.items.flatMap(itemLines) }
    case 'ItemAnswered':
      return itemTold(event)
    case 'QuestionReplied':
      return { event: `Question about ${event.item} answered`, detail: [['Answer', event.reply], due('Due', event)] }
    case 'ItemWithdrawn':
      return { event: `${event.item} of the action plan no longer asked for`, detail: [['Reason', event.reason]] }
    case 'ActionPlanAnswered':
      return { event: 'Nothing in the action plan is waited for any longer', detail: [] }
    case 'Chased':
      return {
        event: 'Police chased for the action plan',
        detail: [
          ['How', event.words],
          ...(event.finaliseFrom ? [due('May be closed after', { due: event.finaliseFrom })] : []),
        ],
      }
  }
}

function itemTold({ item, answer }: EventOf<'ItemAnswered'>): Told {
  switch (answer.type) {
    case 'done':
      return {
        event: `${item} of the action plan done`,
        detail: [
          ...(answer.material ? [['Material', materialWords(answer.material)] as const] : []),
          ...optional('What was done', answer.words),
        ],
      }
    case 'cannot':
      return { event: `${item} of the action plan cannot be done`, detail: [['Reason', answer.words]] }
    case 'question':
      return { event: `Police asked about ${item} of the action plan`, detail: [['Question', answer.words]] }
  }
}

function reviewTold(event: OfReview, state: CaseReferrals): Told {
  switch (event.type) {
    case 'Accepted':
      return {
        event: 'Referral accepted for review',
        detail: [
          ['Review', reviewTypes[event.reviewType]],
          ['Kind of case', caseTypes[event.caseType]],
          ['Unit', event.prosecutors.name],
          due('Decision due', event),
        ],
      }
    case 'Rejected':
      return {
        event: 'Referral rejected',
        detail: [
          ...event.grounds.map((ground, index): Line => [`Reason ${index + 1}`, groundWords(ground)]),
          due('Police answer by', event),
        ],
      }
    case 'PoliceReminded':
      return { event: 'Police reminded of the rejection', detail: [['How', event.words]] }
    case 'AdministrativelyFinalised':
      return { event: 'Closed until more evidence comes', detail: [['Reason', event.reason]] }
    case 'Reopened':
      return { event: 'Opened again', detail: [['Reason', event.reason], due('Decision due', event)] }
    case 'SuspectDecided':
      return { event: `Suspect ${event.suspect}: decided`, detail: everyoneDecided(event.referral, state) }
    case 'SuspectReopened':
      return { event: `Suspect ${event.suspect}: with the prosecutor again`, detail: [] }
  }
}

const everyoneDecided = (number: number, { referrals }: CaseReferrals): readonly Line[] =>
  referrals.find((one) => one.number === number)?.stage === 'decided'
    ? [['Referral', 'Every suspect is decided on']]
    : []
