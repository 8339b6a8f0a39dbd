import type { LocalDate } from '../../calendar/local-date.ts'
import type { DutyRule } from '../../duties/rules.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import {
  type CaseKind,
  bailForDays,
  bailForMonths,
  bailForMonthsMore,
  bailRegime,
  caseKinds,
} from '../pre-charge-bail/bail-period.ts'
import {
  agencyExtension,
  courtExtension,
  designatedExtension,
  furtherCourtExtension,
  initialPeriod,
  initialPeriod2017,
  inspectorExtension,
  superintendentExtension,
  superintendentExtension2017,
} from '../pre-charge-bail/bail-rules.ts'

/** Who may allow bail before charge, or more of it. */
export const bailAuthorisers = {
  constable: 'Constable, as street bail',
  'custody-officer': 'Custody officer',
  inspector: 'Inspector or above',
  superintendent: 'Superintendent or above',
  'designated-officer': 'Designated senior officer of the investigating body',
  'chief-officer': 'Assistant chief constable, commander or above, in a case designated as exceptionally complex',
  court: 'Magistrates’ court',
  'court-longer': 'Magistrates’ court, because the nature of the work needs longer',
} as const
export type BailAuthoriser = keyof typeof bailAuthorisers

/** Somebody who may act next, and the last day up to which they may let bail last, with its working. */
export type BailStep = { readonly authoriser: BailAuthoriser; readonly limit: Deadline }

const step = (
  authoriser: BailAuthoriser,
  rule: DutyRule,
  limit: ReturnType<typeof bailForMonths>,
  unsure = false,
): BailStep => ({ authoriser, limit: under(rule, limit, { authorisedBy: bailAuthorisers[authoriser], unsure }) })

/**
 * How long bail may last at first, for an arrest on a day. Refuses an arrest before 3 April 2017.
 *
 * Source: Police and Criminal Evidence Act 1984 s.47ZB, as it stood for the day of the arrest.
 */
export function initialBail(arrestedOn: LocalDate, caseKind: CaseKind): BailStep {
  const what = caseKinds[caseKind]
  if (bailRegime(arrestedOn) === '2022') {
    const months = caseKind === 'standard' ? 3 : 6
    return step('custody-officer', initialPeriod, bailForMonths(arrestedOn, months, what))
  }
  const why = 'arrest before 28 October 2022'
  const worked = caseKind === 'sfo' ? bailForMonths(arrestedOn, 3, `${what}, ${why}`) : bailForDays(arrestedOn, 28, why)
  return step('custody-officer', initialPeriod2017, worked)
}

/**
 * Who may extend bail next, and until when at most. Each step needs the one before it: nobody jumps one.
 *
 * Source: Police and Criminal Evidence Act 1984 ss.47ZD, 47ZDA, 47ZDB, 47ZE, 47ZF and 47ZG.
 */
export function nextBailSteps(
  { arrestedOn, caseKind, endsOn }: { arrestedOn: LocalDate; caseKind: CaseKind; endsOn: LocalDate },
  last: BailAuthoriser,
): readonly BailStep[] {
  const months = (count: number, why: string) => bailForMonths(arrestedOn, count, why)
  if (bailRegime(arrestedOn) === '2017') {
    if (last !== 'custody-officer' || caseKind === 'sfo') return []
    const why = 'arrest before 28 October 2022; authorised before the 28 days end'
    return [step('superintendent', superintendentExtension2017, months(3, why))]
  }
  switch (last) {
    // Street bail is answered; no rule that we hold lets anybody extend it.
    case 'constable':
      return []
    case 'custody-officer':
      return caseKind === 'standard'
        ? [step('inspector', inspectorExtension, months(6, 'authorised before the first period ends'))]
        : [step('designated-officer', agencyExtension, months(12, 'authorised before the first period ends'))]
    case 'inspector':
      return [
        step('superintendent', superintendentExtension, months(9, 'authorised before the inspector’s period ends')),
      ]
    case 'superintendent':
      return [
        step('chief-officer', designatedExtension, months(12, 'authorised before the superintendent’s period ends')),
        step('court', courtExtension, months(12, 'after a superintendent’s extension')),
        step('court-longer', courtExtension, months(18, 'after a superintendent’s extension, within s.47ZF(7)')),
      ]
    case 'designated-officer':
    case 'chief-officer':
      return [
        step('court', courtExtension, months(18, 'after the extension of a designated or agency case')),
        step('court-longer', courtExtension, months(24, 'after such an extension, within s.47ZF(7)'), true),
      ]
    case 'court':
    case 'court-longer':
      return [
        step('court', furtherCourtExtension, bailForMonthsMore(endsOn, 3)),
        step('court-longer', furtherCourtExtension, bailForMonthsMore(endsOn, 6)),
      ]
  }
}
