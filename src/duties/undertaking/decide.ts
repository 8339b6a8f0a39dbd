import { isDeepStrictEqual } from 'node:util'
import { endOfDay, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, yearOf } from '../../calendar/local-date.ts'
import { refuseCalendar } from '../../calendar/refusals.ts'
import { refuseDuty } from '../refusals.ts'
import { type Authority, fixedDate, workingDaysFrom } from '../rules.ts'
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
    case 'AssignDuty':
      return assignDuty(command, state)
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

/** Another start or another count works the date out again; what stood before stays in the history. */
function correctDuty(command: Order<'CorrectDuty'>, state: Undertaking): UndertakingEvent[] {
  const { promised, basis, reason, at, by } = command
  requireReason(reason)
  if (state.waived) throw refuseDuty('duties.already-waived')
  requireSeen(command, state)
  if (state.terms.public && !promised.public) throw refuseDuty('duties.stays-published')
  const terms = termsOf(promised, basis, state.terms)
  // What stands recorded has been through JSON, which drops what is undefined.
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(terms)), state.terms)) throw refuseDuty('duties.nothing-corrected')
  if (state.metAt && toLocalDate(state.metAt) < terms.startedOn) throw refuseDuty('duties.start-after-met')
  return [{ type: 'DutyCorrected', terms, reason, at, by }]
}

/** A duty stays with the agency that owes it: it goes to one of its units, or to a colleague there. */
function assignDuty(command: Order<'AssignDuty'>, state: Undertaking): UndertakingEvent[] {
  const { to, at, by } = command
  const { agency, role } = state.terms.owedBy
  requireOpen(state)
  requireSeen(command, state)
  if (to.colleague && to.colleague.agency !== agency) throw refuseDuty('duties.not-a-colleague')
  if (!to.name.trim()) throw refuseDuty('duties.words-missing')
  requireShort(to.name)
  const owedBy = {
    agency,
    name: to.name,
    ...(to.unit !== undefined && { unit: to.unit }),
    ...(role !== undefined && { role }),
    ...(to.colleague && { account: to.colleague.account }),
  }
  if (isDeepStrictEqual(owedBy, state.terms.owedBy)) throw refuseDuty('duties.assigned-already')
  return [{ type: 'DutyAssigned', owedBy, at, by }]
}

/**
 * A duty is met on a day. Met today, it is met at this moment; met on a day before, the moment is not known and the
 * end of that day stands for it, so that what was done on the due day is in time.
 */
function meetDuty(command: Order<'MeetDuty'>, state: Undertaking): UndertakingEvent[] {
  const { on, how, at, by } = command
  requireOpen(state)
  requireSeen(command, state)
  if (!how.trim()) throw refuseDuty('duties.how-missing')
  requireShort(how)
  const today = toLocalDate(at)
  if (on > today) throw refuseDuty('duties.met-in-future')
  if (on < state.terms.startedOn) throw refuseDuty('duties.met-before-start')
  return [{ type: 'DutyMet', metAt: on === today ? at : endOfDay(on), how, at, by }]
}

function waiveDuty(command: Order<'WaiveDuty'>, state: Undertaking): UndertakingEvent[] {
  const { reason, at, by } = command
  requireReason(reason)
  requireOpen(state)
  requireSeen(command, state)
  return [{ type: 'DutyWaived', reason, at, by }]
}

function reopenDuty(command: Order<'ReopenDuty'>, state: Undertaking): UndertakingEvent[] {
  const { reason, at, by } = command
  requireReason(reason)
  if (!state.metAt && !state.waived) throw refuseDuty('duties.still-open')
  requireSeen(command, state)
  return [{ type: 'DutyReopened', reason, at, by }]
}

function termsOf(promised: Promised, basis: BasisWithFacts, before: Terms | null = null): Terms {
  const { what, about, owedBy, owedTo, source, startedOn } = promised
  const needed = [what, owedBy.agency, owedBy.name, owedTo.name, source.instrument]
  if (needed.some((words) => !words.trim())) throw refuseDuty('duties.words-missing')
  for (const words of [...needed, about?.text, about?.path, source.section, source.edition]) requireShort(words)
  if (about?.path && !/^\/(?!\/)[^\s\\]*$/.test(about.path)) throw refuseDuty('duties.path-not-ours')
  requireLikelyYear(startedOn, 'duties.start-out-of-range')
  const worked = before && isSameCount(promised, basis, before) ? workedIn(before) : workOut(promised, basis)
  if (worked.dueOn < startedOn) throw refuseDuty('duties.due-before-start')
  return { ...promised, ...worked, basis: bare(basis), authority: authorityFor(worked, basis, source) }
}

/** Words may be corrected without moving a date by bank holidays or settings that are newer than it is. */
const isSameCount = ({ startedOn }: Promised, basis: BasisWithFacts, before: Terms): boolean =>
  basis.kind === 'working-days' && startedOn === before.startedOn && isDeepStrictEqual(bare(basis), before.basis)

const workedIn = ({ startedOn, dueOn, dueAt, working }: Terms): WorkedDate => ({ startedOn, dueOn, dueAt, working })

function workOut({ startedOn, source }: Promised, basis: BasisWithFacts): WorkedDate {
  if (basis.kind === 'fixed-date') {
    requireLikelyYear(basis.dueOn, 'duties.due-out-of-range')
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
function authorityFor({ working }: WorkedDate, { kind }: Basis, source: Source): Authority {
  const { code } = kind === 'fixed-date' ? fixedDate : workingDaysFrom
  const isUnsure = source.confidence === 'unconfirmed' || working.counting?.confidence === 'unconfirmed'
  return { ...source, rule: code, confidence: isUnsure ? 'unconfirmed' : 'confirmed' }
}

function requireOpen({ metAt, waived }: Undertaking): void {
  if (metAt) throw refuseDuty('duties.already-met')
  if (waived) throw refuseDuty('duties.already-waived')
}

function requireSeen({ seen }: { readonly seen?: number }, { history }: Undertaking): void {
  if (seen !== undefined && seen !== history.length) throw refuseDuty('duties.changed-meanwhile')
}

function requireReason(reason: string): void {
  if (!reason.trim()) throw refuseDuty('duties.reason-missing')
  requireShort(reason)
}

function requireShort(words: string | null | undefined): void {
  if (words && words.length > longestAnswer) throw refuseDuty('duties.too-long', { limit: longestAnswer })
}

function requireLikelyYear(date: LocalDate, code: 'duties.start-out-of-range' | 'duties.due-out-of-range'): void {
  const year = yearOf(date)
  if (year < firstYear || year > lastYear) throw refuseDuty(code, { first: firstYear, last: lastYear })
}
