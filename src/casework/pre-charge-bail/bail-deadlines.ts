import { formatDate } from '../../calendar/local-date.ts'
import type { DutyRule } from '../../duties/rules.ts'
import { type Deadline, type DeadlineKey, type DeadlineRule, type Given, under } from '../deadlines/deadline.ts'
import { dueAfterDays } from '../deadlines/periods.ts'
import { bailForDays, bailForMonths, bailForMonthsMore, bailRegime, caseKinds } from './bail-period.ts'
import {
  agencyExtension,
  courtExtension,
  designatedExtension,
  furtherCourtExtension,
  initialPeriod,
  initialPeriod2017,
  inspectorExtension,
  reviewUnderInvestigation,
  streetBail,
  superintendentExtension,
  superintendentExtension2017,
} from './bail-rules.ts'
import { refuseBail } from './refusals.ts'
import { streetBailUntil } from './street-bail.ts'

const group = 'Bail before charge'
const arrest = { kind: 'day', label: 'Date of arrest' } as const
const caseKey: DeadlineKey = { name: 'case', kind: 'choice', label: 'Who investigates', choices: caseKinds }

const initial: DeadlineRule = {
  rule: initialPeriod,
  group,
  from: arrest,
  keys: [caseKey],
  workOut(given) {
    const authorisedBy = 'A custody officer'
    const caseKind = given.choiceOf('case', caseKinds)
    const what = caseKinds[caseKind]
    if (bailRegime(given.day) === '2022') {
      const months = caseKind === 'standard' ? 3 : 6
      return under(initialPeriod, bailForMonths(given.day, months, what), { authorisedBy })
    }
    if (caseKind === 'sfo') {
      return under(initialPeriod2017, bailForMonths(given.day, 3, `${what}, arrest before 28 October 2022`), {
        authorisedBy,
      })
    }
    return under(initialPeriod2017, bailForDays(given.day, 28, 'arrest before 28 October 2022'), { authorisedBy })
  },
}

/** Refuses an arrest under the limits before 28 October 2022. */
function requireToday({ day }: Given): void {
  if (bailRegime(day) === '2017') throw refuseBail('bail.not-in-this-regime', { arrested: formatDate(day) })
}

function requireStandard(given: Given): void {
  if (given.choiceOf('case', caseKinds) !== 'standard') throw refuseBail('bail.standard-case-only')
}

const inspector: DeadlineRule = {
  rule: inspectorExtension,
  group,
  from: arrest,
  keys: [caseKey],
  workOut(given) {
    requireToday(given)
    requireStandard(given)
    const worked = bailForMonths(given.day, 6, 'authorised before the first 3 months end')
    return under(inspectorExtension, worked, { authorisedBy: 'An inspector or above' })
  },
}

const superintendent: DeadlineRule = {
  rule: superintendentExtension,
  group,
  from: arrest,
  keys: [caseKey],
  workOut(given) {
    const authorisedBy = 'A superintendent or above'
    requireStandard(given)
    if (bailRegime(given.day) === '2017') {
      const worked = bailForMonths(given.day, 3, 'arrest before 28 October 2022; authorised before the 28 days end')
      return under(superintendentExtension2017, worked, { authorisedBy })
    }
    const worked = bailForMonths(given.day, 9, 'authorised before the first 6 months end')
    return under(superintendentExtension, worked, { authorisedBy })
  },
}

const agency: DeadlineRule = {
  rule: agencyExtension,
  group,
  from: arrest,
  keys: [{ ...caseKey, required: true }],
  workOut(given) {
    requireToday(given)
    const caseKind = given.choiceOf('case', caseKinds)
    if (caseKind === 'standard') throw refuseBail('bail.agency-case-only')
    const worked = bailForMonths(given.day, 12, `${caseKinds[caseKind]}; authorised before the first 6 months end`)
    return under(agencyExtension, worked, { authorisedBy: 'A designated senior officer of the investigating body' })
  },
}

const designated: DeadlineRule = {
  rule: designatedExtension,
  group,
  from: arrest,
  keys: [],
  workOut(given) {
    requireToday(given)
    const worked = bailForMonths(given.day, 12, 'authorised before the superintendent’s 9 months end')
    return under(designatedExtension, worked, {
      authorisedBy:
        'A commander, assistant chief constable or above, after consulting the Director of Public Prosecutions',
    })
  },
}

const courtAfter = {
  superintendent: 'After a superintendent’s extension',
  agency: 'After an extension in an FCA, HMRC, NCA or SFO case',
  designated: 'After the extension of a designated case',
} as const
const natures = {
  ordinary: 'No',
  longer: 'Yes: the case falls within s.47ZF(7)',
} as const

const court: DeadlineRule = {
  rule: courtExtension,
  group,
  from: arrest,
  keys: [
    { name: 'after', kind: 'choice', label: 'What came before', choices: courtAfter },
    { name: 'nature', kind: 'choice', label: 'Does the nature of the work need longer?', choices: natures },
  ],
  workOut: workOutCourt,
}

/** 12 months, and 6 more for a designated or agency case, and 6 more where the nature of the work needs them. */
function workOutCourt(given: Given): Deadline {
  requireToday(given)
  const after = given.choiceOf('after', courtAfter)
  const nature = given.choiceOf('nature', natures)
  const months = 12 + (after === 'superintendent' ? 0 : 6) + (nature === 'longer' ? 6 : 0)
  const before = `a${courtAfter[after].slice(1)}`
  const why = `${before}${nature === 'longer' ? ', within s.47ZF(7)' : ''}`
  const worked = bailForMonths(given.day, months, why)
  return under(courtExtension, worked, { authorisedBy: 'A magistrates’ court', unsure: months === 24 })
}

const furtherMonths = { three: '3 months', six: '6 months: the nature of the work needs longer' } as const

const furtherCourt: DeadlineRule = {
  rule: furtherCourtExtension,
  group,
  from: { kind: 'day', label: 'Last day of bail as it stands' },
  keys: [{ name: 'for', kind: 'choice', label: 'For how long', choices: furtherMonths }],
  workOut(given) {
    const months = given.choiceOf('for', furtherMonths) === 'six' ? 6 : 3
    return under(furtherCourtExtension, bailForMonthsMore(given.day, months), { authorisedBy: 'A magistrates’ court' })
  },
}

/** A rule of one line, with nothing to choose. */
const simple = (rule: DutyRule, from: DeadlineRule['from'], workOut: DeadlineRule['workOut']): DeadlineRule => ({
  rule,
  group,
  from,
  keys: [],
  workOut,
})

/** The limits of bail before charge, for the catalogue. */
export const bailDeadlines: readonly DeadlineRule[] = [
  initial,
  inspector,
  superintendent,
  agency,
  designated,
  court,
  furtherCourt,
  simple(streetBail, arrest, ({ day }) => streetBailUntil(day)),
  simple(
    reviewUnderInvestigation,
    { kind: 'day', label: 'Day of release, or of the review before' },
    ({ day }, facts) =>
      under(
        reviewUnderInvestigation,
        dueAfterDays(
          day,
          facts.settings['investigation.under-investigation-review-days'],
          'the release or the review before',
        ),
      ),
  ),
]
