import { isDeepStrictEqual } from 'node:util'
import { endOfDay, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, yearOf } from '../../calendar/local-date.ts'
import { refuseCalendar } from '../../calendar/refusals.ts'
import { refuseDuty } from '../refusals.ts'
import { type Authority, authorityOf, fixedDate, workingDaysFrom } from '../rules.ts'
import { type WorkedDate, dueAfterWorkingDays, dueOnFixedDate } from '../worked-date.ts'
import type {
  Basis,
  BasisWithFacts,
  Promised,
  Source,
  Terms,
  Undertaking,
  UndertakingCommand,
  UndertakingEvent,
} from './undertaking.ts'

/** Longest answer, in characters: a line of a list, or a short reason. */
export const longestAnswer = 500
/** Four years of working days. */
export const mostWorkingDays = 1000
const [firstYear, lastYear] = [2000, 2100]

type Order<Type> = Extract<UndertakingCommand, { readonly type: Type }>

export function decideUndertaking(command: UndertakingCommand, state: Undertaking | null): UndertakingEvent[] {
  if (command.type === 'Undertake') return undertake(command, state)
  if (!state) throw refuseDuty('duties.not-written')
  switch (command.type) {
    case 'CorrectDuty':
      return correctDuty(command, state)
    case 'MeetDuty':
      return meetDuty(command, state)
    case 'WaiveDuty':
      return waiveDuty(command, state)
    case 'ReopenDuty':
      return reopenDuty(command, state)
  }
}

function undertake({ id, promised, basis, at, by }: Order<'Undertake'>, state: Undertaking | null): UndertakingEvent[] {
  if (state) throw refuseDuty('duties.already-written')
  return [{ type: 'DutyUndertaken', id, terms: termsOf(promised, basis), at, by }]
}

/** The date is worked out again from the corrected terms; what stood before stays in the history. */
function correctDuty(
  { promised, basis, reason, at, by }: Order<'CorrectDuty'>,
  state: Undertaking,
): UndertakingEvent[] {
  requireReason(reason)
  if (state.waived) throw refuseDuty('duties.already-waived')
  const terms = termsOf(promised, basis)
  // What stands recorded has been through JSON, which drops what is undefined.
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(terms)), state.terms)) throw refuseDuty('duties.nothing-corrected')
  if (state.metAt && toLocalDate(state.metAt) < terms.startedOn) throw refuseDuty('duties.met-before-start')
  return [{ type: 'DutyCorrected', terms, reason, at, by }]
}

/**
 * A duty is met on a day. Met today, it is met at this moment; met on a day before, the moment is not known and the
 * end of that day stands for it, so that what was done on the due day is in time.
 */
function meetDuty({ on, how, at, by }: Order<'MeetDuty'>, { metAt, waived, terms }: Undertaking): UndertakingEvent[] {
  if (metAt) throw refuseDuty('duties.already-met')
  if (waived) throw refuseDuty('duties.already-waived')
  if (!how.trim()) throw refuseDuty('duties.how-missing')
  requireShort(how)
  const today = toLocalDate(at)
  if (on > today) throw refuseDuty('duties.met-in-future')
  if (on < terms.startedOn) throw refuseDuty('duties.met-before-start')
  return [{ type: 'DutyMet', metAt: on === today ? at : endOfDay(on), how, at, by }]
}

function waiveDuty({ reason, at, by }: Order<'WaiveDuty'>, { metAt, waived }: Undertaking): UndertakingEvent[] {
  requireReason(reason)
  if (metAt) throw refuseDuty('duties.already-met')
  if (waived) throw refuseDuty('duties.already-waived')
  return [{ type: 'DutyWaived', reason, at, by }]
}

function reopenDuty({ reason, at, by }: Order<'ReopenDuty'>, { metAt, waived }: Undertaking): UndertakingEvent[] {
  requireReason(reason)
  if (!metAt && !waived) throw refuseDuty('duties.still-open')
  return [{ type: 'DutyReopened', reason, at, by }]
}

function termsOf(promised: Promised, basis: BasisWithFacts): Terms {
  const { what, about, owedBy, owedTo, source, startedOn } = promised
  const needed = [what, owedBy.agency, owedBy.name, owedTo.name, source.instrument]
  if (needed.some((words) => !words.trim())) throw refuseDuty('duties.words-missing')
  for (const words of [...needed, about?.text, about?.path, source.section, source.edition]) requireShort(words)
  if (about?.path && !/^\/(?!\/)[^\s\\]*$/.test(about.path)) throw refuseDuty('duties.path-not-ours')
  requireLikelyDate(startedOn)
  const worked = workOut(promised, basis)
  if (worked.dueOn < startedOn) throw refuseDuty('duties.due-before-start')
  return { ...promised, ...worked, basis: bare(basis), authority: authorityFor(basis, source) }
}

function workOut({ startedOn, source }: Promised, basis: BasisWithFacts): WorkedDate {
  if (basis.kind === 'fixed-date') {
    requireLikelyDate(basis.dueOn)
    return dueOnFixedDate(startedOn, basis.dueOn, source.instrument)
  }
  const { workingDays, holidays } = basis
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > mostWorkingDays) {
    throw refuseDuty('duties.days-out-of-range', { most: mostWorkingDays })
  }
  if (!holidays) throw refuseCalendar('calendar.no-holidays-loaded')
  return dueAfterWorkingDays(startedOn, workingDays, holidays)
}

/** What the event keeps of a basis: the facts it was worked out with stand in the working. */
const bare = (basis: BasisWithFacts): Basis =>
  basis.kind === 'fixed-date'
    ? { kind: basis.kind, dueOn: basis.dueOn }
    : { kind: basis.kind, workingDays: basis.workingDays }

/** A source that was read does not make the way of counting sure: the less sure of the two is shown. */
function authorityFor({ kind }: Basis, source: Source): Authority {
  const rule = authorityOf(kind === 'fixed-date' ? fixedDate : workingDaysFrom)
  const sure = source.confidence === 'confirmed' && rule.confidence === 'confirmed'
  return { ...source, rule: rule.rule, confidence: sure ? 'confirmed' : 'unconfirmed' }
}

function requireReason(reason: string): void {
  if (!reason.trim()) throw refuseDuty('duties.reason-missing')
  requireShort(reason)
}

function requireShort(words: string | null | undefined): void {
  if (words && words.length > longestAnswer) throw refuseDuty('duties.too-long', { limit: longestAnswer })
}

function requireLikelyDate(date: LocalDate): void {
  const year = yearOf(date)
  if (year < firstYear || year > lastYear) {
    throw refuseDuty('duties.date-out-of-range', { first: firstYear, last: lastYear })
  }
}
