import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import type { OwedBy } from '../duty.ts'
import type { Party, Unit } from '../parties.ts'
import type { BasisWithFacts, Promised, Source, Terms } from '../undertaking/undertaking.ts'
import { type FormReader, dateParts, formReader } from './form-reader.ts'

/** What the form needs to know beside what was typed. */
export type DutyFormFacts = {
  readonly viewer: Viewer
  readonly parties: readonly Party[]
  readonly today: LocalDate
  /** Null when none are loaded: then nothing can be counted in working days. */
  readonly holidays: BankHolidays | null
  /** The terms that are corrected; null for a new duty. */
  readonly before: Terms | null
}

export type DutyForm = { readonly promised: Promised; readonly basis: BasisWithFacts; readonly reason: string }

export function parseDutyForm(sent: Sent, facts: DutyFormFacts): Parsed<DutyForm> {
  const { before } = facts
  const reader = formReader(sent)
  const what = reader.text('what', 'Enter what must be done')
  const about = aboutOf(reader)
  const owedBy = owedByOf(sent, facts)
  const owedTo = owedToOf(reader, sent, facts)
  const source = sourceOf(reader, sent, facts)
  const startedOn = reader.date('started', 'the day that starts the clock')
  const basis = basisOf(reader, facts)
  const reason = before ? reader.text('reason', 'Enter why this is corrected') : ''
  if (reader.errors.length > 0 || !startedOn || !basis) return rejected(sent, reader.errors)
  const promised: Promised = {
    kind: before?.kind ?? 'undertaking',
    public: before?.public === true || (mayPublish(facts) && sent['public'] === 'yes'),
    what,
    ...(about && { about }),
    owedBy,
    owedTo,
    source,
    startedOn,
  }
  return accepted({ promised, basis, reason })
}

/** What is published stays so; only who may publish can publish more. */
export const mayPublish = ({ viewer }: DutyFormFacts): boolean => viewer.permissions.includes('duties.publish')

function aboutOf(reader: FormReader) {
  const text = reader.text('about')
  const path = reader.text('path')
  if (text === '' && path === '') return null
  return { text: text || path, ...(path && { path }) }
}

/** A correction leaves a duty with whom it is: that is assigned on a page of its own. */
function owedByOf(sent: Sent, { viewer, parties, before }: DutyFormFacts): OwedBy {
  if (before) return before.owedBy
  const agency = parties.find(({ code }) => code === viewer.agency)
  const unit = agency?.units.find(({ code }) => code === textOf(sent, 'unit'))
  return {
    agency: viewer.agency,
    name: owedByName(unit, agency, viewer),
    ...(unit && { unit: unit.code }),
    ...(sent['assigned'] === 'me' && { account: viewer.account }),
  }
}

/** A unit with its agency, since those whom it owes something may know several of its name. */
export const owedByName = (unit: Unit | undefined, agency: Party | undefined, viewer: Viewer): string =>
  [unit?.name, agency?.name ?? viewer.agency].filter(Boolean).join(', ')

/** To whom the viewer's agency may owe something: an agency that owed itself could let itself off. */
export const otherParties = ({ parties, viewer }: DutyFormFacts): readonly Party[] =>
  parties.filter(({ code }) => code !== viewer.agency)

function owedToOf(reader: FormReader, sent: Sent, facts: DutyFormFacts) {
  const agency = otherParties(facts).find(({ code }) => code === textOf(sent, 'to-agency'))
  const name = reader.text('to', agency ? undefined : 'Enter to whom it is owed, or choose an agency')
  return { name: name || (agency?.name ?? ''), ...(agency && { agency: agency.code }) }
}

function sourceOf(reader: FormReader, sent: Sent, { today, before }: DutyFormFacts): Source {
  const instrument = reader.text('instrument', 'Enter the law, decision or plan that it is owed under')
  const section = reader.text('section') || null
  const edition = reader.text('edition') || null
  const isSame =
    before?.source.instrument === instrument && before.source.section === section && before.source.edition === edition
  if (isSame && before.source.confidence === 'confirmed') return before.source
  const isRead = sent['read'] === 'yes'
  const checked = { checkedOn: isRead ? today : null, confidence: isRead ? 'confirmed' : 'unconfirmed' } as const
  return { instrument, section, edition, ...checked }
}

export const bases = ['fixed-date', 'working-days'] as const

function basisOf(reader: FormReader, { holidays }: DutyFormFacts): BasisWithFacts | null {
  const kind = reader.choice('basis', bases, 'Choose how the date is reached')
  if (kind === 'fixed-date') {
    const dueOn = reader.date('due', 'the due date')
    return dueOn && { kind, dueOn }
  }
  if (kind === null) return null
  const workingDays = reader.count('days', 'Enter the number of working days')
  return workingDays === null ? null : { kind, workingDays, ...(holidays && { holidays }) }
}

/** The form as it begins: for a new duty with the clock starting today, for a correction with what stands now. */
export function dutyFormSent({ before, today, viewer }: DutyFormFacts): Sent {
  if (!before) return { unit: viewer.unit, assigned: 'nobody', ...dateParts('started', today) }
  const { what, about, owedTo, source, startedOn, basis } = before
  return {
    what,
    about: about?.text ?? '',
    path: about?.path ?? '',
    to: owedTo.name,
    'to-agency': owedTo.agency ?? '',
    instrument: source.instrument,
    section: source.section ?? '',
    edition: source.edition ?? '',
    ...(source.confidence === 'confirmed' && { read: 'yes' }),
    ...dateParts('started', startedOn),
    basis: basis.kind,
    ...(basis.kind === 'fixed-date' ? dateParts('due', basis.dueOn) : { days: String(basis.workingDays) }),
  }
}
