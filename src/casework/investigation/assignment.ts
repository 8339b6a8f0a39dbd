import { checkUrn, isNationalUrn } from '../identifiers/urn.ts'
import type { Urn } from '../identifiers/urn.ts'
import { withHappening } from './happened.ts'
import type { Acted, Investigation } from './investigation.ts'
import { refuseInvestigation } from './refusals.ts'
import { requireReason, requireShort } from './words.ts'

// What the case is called, and who in the force is responsible for it.

/** Whose case it is within the force. */
export type Assignment = {
  /** The code of a unit of the force, and unit and force in words; null for the force as a whole. */
  readonly unit: string | null
  readonly dealtWithBy: string
  /** Accounts. */
  readonly officer: string | null
  readonly supervisor: string | null
}

export type AssignmentCommand = Acted &
  (
    | { readonly type: 'GiveUrn'; readonly urn: string; readonly reason: string }
    | { readonly type: 'NameOperation'; readonly operation: string | null }
    | ({ readonly type: 'AssignCase'; readonly reason: string } & Assignment)
  )

export type AssignmentEvent = Acted &
  (
    | { readonly type: 'UrnGiven'; readonly urn: Urn; readonly reason: string }
    | { readonly type: 'OperationNamed'; readonly operation: string | null }
    | ({ readonly type: 'CaseAssigned'; readonly reason: string } & Assignment)
  )

type Order<Type> = Extract<AssignmentCommand, { readonly type: Type }>
type Of<Type> = Extract<AssignmentEvent, { readonly type: Type }>

/** Longest name of an operation, in characters. */
export const longestName = 60

/** Police register the case. Another number later is a correction, with its reason; the first needs none. */
export function giveUrn({ urn, reason, at, by }: Order<'GiveUrn'>, state: Investigation): AssignmentEvent[] {
  const checked = checkUrn(urn)
  if (!checked.ok || !isNationalUrn(checked.urn)) throw refuseInvestigation('investigation.not-a-urn')
  if (state.urn === checked.urn) throw refuseInvestigation('investigation.nothing-changed')
  if (state.urn !== null) requireReason(reason)
  requireShort(reason)
  return [{ type: 'UrnGiven', urn: checked.urn, reason, at, by }]
}

export function nameOperation({ operation, at, by }: Order<'NameOperation'>, state: Investigation): AssignmentEvent[] {
  const name = operation?.trim() || null
  requireShort(name ?? '', longestName)
  return name === state.operation ? [] : [{ type: 'OperationNamed', operation: name, at, by }]
}

/** The first officer needs no reason; that another takes over does. Who is named in a restricted case reads it. */
export function assignCase(command: Order<'AssignCase'>, state: Investigation): AssignmentEvent[] {
  const { unit, dealtWithBy, officer, supervisor, reason, at, by } = command
  if (!dealtWithBy.trim()) throw refuseInvestigation('investigation.words-missing')
  if (changesIn(state, command).length === 0) throw refuseInvestigation('investigation.nothing-changed')
  if (officer !== null && officer === supervisor) throw refuseInvestigation('investigation.supervises-themselves')
  requireNamed([officer, supervisor], state)
  const isFirst = state.officer === null && unit === state.unit
  if (!isFirst) requireReason(reason)
  requireShort(reason)
  return [{ type: 'CaseAssigned', unit, dealtWithBy, officer, supervisor, reason, at, by }]
}

function requireNamed(accounts: ReadonlyArray<string | null>, { restriction }: Investigation): void {
  if (!restriction) return
  const named = new Set(restriction.people.map(({ account }) => account))
  if (accounts.some((account) => account !== null && !named.has(account))) {
    throw refuseInvestigation('investigation.officer-not-named')
  }
}

/** Details of the timeline whose words are an account. Pages show the name that belongs to it. */
export const accountDetails: ReadonlySet<string> = new Set(['Officer in the case', 'Supervisor'])

const changesIn = (state: Investigation, next: Assignment): ReadonlyArray<readonly [string, string]> => [
  ...(next.unit === state.unit ? [] : [['Dealt with by', next.dealtWithBy] as const]),
  ...(next.officer === state.officer ? [] : [['Officer in the case', next.officer ?? 'Nobody'] as const]),
  ...(next.supervisor === state.supervisor ? [] : [['Supervisor', next.supervisor ?? 'Nobody'] as const]),
]

const reasonGiven = (reason: string): ReadonlyArray<readonly [string, string]> =>
  reason.trim() ? [['Reason', reason]] : []

export function assignmentChanged(state: Investigation, event: AssignmentEvent): Investigation {
  switch (event.type) {
    case 'UrnGiven':
      return urnGiven(state, event)
    case 'OperationNamed':
      return operationNamed(state, event)
    case 'CaseAssigned':
      return caseAssigned(state, event)
  }
}

function urnGiven(state: Investigation, event: Of<'UrnGiven'>): Investigation {
  const { urn, reason } = event
  const words = state.urn === null ? 'URN given' : 'URN corrected'
  const before = state.urn === null ? [] : [['Until then', state.urn] as const]
  return { ...withHappening(state, event, words, [['URN', urn], ...before, ...reasonGiven(reason)]), urn }
}

function operationNamed(state: Investigation, event: Of<'OperationNamed'>): Investigation {
  const { operation } = event
  return { ...withHappening(state, event, 'Operation named', [['Operation', operation ?? 'None']]), operation }
}

function caseAssigned(state: Investigation, event: Of<'CaseAssigned'>): Investigation {
  const { unit, dealtWithBy, officer, supervisor, reason } = event
  const next = withHappening(state, event, 'Case assigned', [...changesIn(state, event), ...reasonGiven(reason)])
  return { ...next, unit, dealtWithBy, officer, supervisor }
}
