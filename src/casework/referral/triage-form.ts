import { type LocalDate, addDays, formatDateLong } from '../../calendar/local-date.ts'
import { dateParts, formReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { type ColleagueList, colleagueIn } from '../decisions/colleagues.ts'
import { rejectionReasons } from '../file-check/rejection-reasons.ts'
import { longestReason } from '../investigation/words.ts'
import type { Parties, Referral, RejectionGround } from './case-referrals.ts'
import { type ReferralFacts, namedMaterial, prosecutorsChoices } from './charging-facts.ts'
import { type RejectionReason, isRedReason, isRejectionReason, redRejectionReasons } from './rejection-reasons.ts'
import { fileOf } from './standing.ts'
import { type CaseType, type ReviewType, caseTypes, reviewTypes } from './terms.ts'

type AcceptTyped = {
  readonly reviewType: ReviewType
  readonly caseType: CaseType
  readonly prosecutors: Parties['prosecutors']
  readonly owner: string | null
}

type RejectTyped = {
  readonly grounds: readonly RejectionGround[]
  readonly respondBy: LocalDate
  readonly remindOn: LocalDate | null
}

export type TriageFacts = ReferralFacts & { readonly prosecutors: ColleagueList; readonly today: LocalDate }

const keys = <Key extends string>(list: Readonly<Record<Key, unknown>>) => Object.keys(list) as Key[]
const caseTypeKeys = keys(caseTypes)

const isRed = (referral: Referral): boolean => fileOf(referral).category === 'red'

/** As what this referral may be accepted. */
export const reviewTypesOf = (referral: Referral): readonly ReviewType[] =>
  keys(reviewTypes).filter((type) => (type === 'priority') === isRed(referral))

/** The reasons for which this referral may be rejected, in the order of the page. */
export const reasonsOf = (referral: Referral): readonly RejectionReason[] => [
  ...(isRed(referral) ? keys(redRejectionReasons) : []),
  ...keys(rejectionReasons),
]

export function parseAccept(sent: Sent, facts: TriageFacts): Parsed<AcceptTyped> {
  const reader = formReader(sent)
  const reviewType = reader.choice('reviewType', reviewTypesOf(facts.referral), 'Select the kind of review')
  const caseType = reader.choice('caseType', caseTypeKeys, 'Select the kind of case')
  const prosecutors = prosecutorsChoices(facts.areas).find(({ value }) => value === textOf(sent, 'unit'))?.owedBy
  if (!prosecutors) reader.wrong('unit', 'Choose the unit that reviews it')
  const owner = colleagueIn(facts.prosecutors, textOf(sent, 'owner'))
  if (owner === undefined) reader.wrong('owner', 'Choose the prosecutor from the list')
  if (!reviewType || !caseType || !prosecutors || owner === undefined) return rejected(sent, reader.errors)
  return accepted({ reviewType, caseType, prosecutors, owner })
}

export function parseReject(sent: Sent, { referral, material, today }: TriageFacts): Parsed<RejectTyped> {
  const reader = formReader(sent)
  const may = reasonsOf(referral)
  const chosen = formOf(sent).choices('reasons').values.filter(isRejectionReason)
  const reasons = may.filter((one) => chosen.includes(one))
  if (reasons.length === 0) reader.wrong('reasons', 'Select at least one reason')
  if (isRed(referral) && !reasons.some(isRedReason) && reasons.length > 0) {
    reader.wrong('reasons', 'A red referral is rejected for one of the first two reasons; others may stand beside it')
  }
  const grounds = reasons.map((reason): RejectionGround => {
    const item = material.find(({ key }) => key === textOf(sent, `material-${reason}`))
    const missing = item ? undefined : 'Choose the item of material, or enter what is missing or wrong'
    return {
      reason,
      material: item ? namedMaterial(item) : null,
      about: reader.text(`about-${reason}`, missing, longestReason),
    }
  })
  const respondBy = reader.date('respondBy', 'the day by which police answer')
  if (respondBy && respondBy < today) reader.wrong('respondBy', 'Police answer today at the earliest', '#respondBy-day')
  const named = ['day', 'month', 'year'].some((part) => textOf(sent, `remindOn-${part}`) !== '')
  const remindOn = named ? reader.date('remindOn', 'the day of the reminder') : null
  if (respondBy && remindOn && remindOn < respondBy) {
    reader.wrong('remindOn', `The reminder must be on ${formatDateLong(respondBy)} or later`, '#remindOn-day')
  }
  if (reader.errors.length > 0 || !respondBy) return rejected(sent, reader.errors)
  return accepted({ grounds, respondBy, remindOn })
}

/** An acceptance begins with what police asked for. */
export function beginAccept({ referral }: TriageFacts): Sent {
  const { agency, unit } = referral.prosecutors
  const { category } = fileOf(referral)
  return {
    unit: unit === undefined ? agency : `${agency}/${unit}`,
    reviewType: { red: 'priority', 'green-priority': 'five-days', green: 'twenty-eight-days' }[category],
  }
}

/** A rejection begins with the area's days for an answer, and for red with today. */
export function beginReject({ referral, clocks, today }: TriageFacts): Sent {
  const days = isRed(referral) ? 0 : clocks.settings['charging.resubmission-days']
  return dateParts('respondBy', addDays(today, days))
}
