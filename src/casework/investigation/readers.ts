import { withHappening } from './happened.ts'
import type { Acted, Investigation } from './investigation.ts'
import { refuseInvestigation } from './refusals.ts'
import { requireReason } from './words.ts'

// Who reads the case: the agencies on it, or of these only people who are named.

/** Somebody who may read a restricted case, and the agency whose account it is. */
type NamedReader = { readonly account: string; readonly agency: string }

export type Restriction = {
  readonly people: readonly NamedReader[]
  /** The agency that restricted the case, which alone may lift that. */
  readonly agency: string
  readonly reason: string
}

export type ReadersCommand = Acted &
  (
    | { readonly type: 'ShareCase'; readonly agency: string; readonly why: string }
    | {
        readonly type: 'RestrictCase'
        /** The agency of who restricts, which names its own people only. */
        readonly agency: string
        readonly accounts: readonly string[]
        readonly reason: string
      }
    | { readonly type: 'LiftRestriction'; readonly agency: string; readonly reason: string }
    | {
        readonly type: 'NameReadersAnew'
        readonly agency: string
        /** Those whom the agency had named, none of whom can read cases any longer. */
        readonly left: readonly string[]
        readonly accounts: readonly string[]
        readonly reason: string
      }
  )

export type ReadersEvent = Acted &
  (
    | { readonly type: 'CaseShared'; readonly agency: string; readonly why: string }
    | {
        readonly type: 'CaseRestricted'
        readonly agency: string
        readonly accounts: readonly string[]
        readonly reason: string
      }
    | { readonly type: 'RestrictionLifted'; readonly reason: string }
    | {
        readonly type: 'ReadersNamedAnew'
        readonly agency: string
        readonly accounts: readonly string[]
        readonly reason: string
      }
  )

type Order<Type> = Extract<ReadersCommand, { readonly type: Type }>
type Of<Type> = Extract<ReadersEvent, { readonly type: Type }>

/** From now on the agency reads the case. It follows from a referral, so that there is nothing to refuse. */
export function shareCase({ agency, why, at, by }: Order<'ShareCase'>, { agencies }: Investigation): ReadersEvent[] {
  return agencies.includes(agency) ? [] : [{ type: 'CaseShared', agency, why, at, by }]
}

/**
 * Each agency on the case names its own people, one at least, and whoever does so is among them: nobody shuts
 * themselves out, and nobody decides whom another agency trusts. Of an agency that has named nobody yet, those read the
 * case who may restrict one; so a restricted case that is referred finds somebody.
 */
export function restrictCase(command: Order<'RestrictCase'>, state: Investigation): ReadersEvent[] {
  const { agency, reason, at, by } = command
  if (!state.agencies.includes(agency)) throw refuseInvestigation('investigation.not-on-the-case')
  requireReason(reason)
  const accounts = [...new Set(command.accounts)].toSorted()
  if (accounts.some((account) => !account.trim())) throw refuseInvestigation('investigation.nobody-named')
  if (!accounts.includes(by)) throw refuseInvestigation('investigation.shuts-themselves-out')
  if (agency === state.force) requireResponsible(accounts, state)
  const standing = namedBy(state.restriction, agency)
  if (standing.join() === accounts.join()) throw refuseInvestigation('investigation.nothing-changed')
  return [{ type: 'CaseRestricted', agency, accounts, reason, at, by }]
}

function requireResponsible(accounts: readonly string[], { officer, supervisor, lines }: Investigation): void {
  const open = lines.filter(({ closed }) => !closed).map(({ who }) => who)
  const responsible = [officer, supervisor, ...open].filter((account) => account !== null)
  if (responsible.some((account) => !accounts.includes(account))) {
    throw refuseInvestigation('investigation.responsible-shut-out')
  }
}

export function liftRestriction(
  { agency, reason, at, by }: Order<'LiftRestriction'>,
  { restriction }: Investigation,
): ReadersEvent[] {
  if (!restriction) throw refuseInvestigation('investigation.not-restricted')
  if (restriction.agency !== agency) throw refuseInvestigation('investigation.restricted-by-another')
  requireReason(reason)
  return [{ type: 'RestrictionLifted', reason, at, by }]
}

/**
 * When nobody whom an agency named can read the case any longer, somebody who may restrict cases names others without
 * opening it: the restriction stands, and they need not be one of them. Whoever was responsible has left, too, so that
 * the new readers assign it.
 */
export function nameReadersAnew(
  { agency, left, accounts: named, reason, at, by }: Order<'NameReadersAnew'>,
  { restriction }: Investigation,
): ReadersEvent[] {
  const standing = namedBy(restriction, agency)
  if (standing.length === 0) throw refuseInvestigation('investigation.not-restricted')
  if (standing.some((account) => !left.includes(account))) throw refuseInvestigation('investigation.readers-remain')
  requireReason(reason)
  const accounts = [...new Set(named)].filter((account) => account.trim() && !left.includes(account)).toSorted()
  if (accounts.length === 0) throw refuseInvestigation('investigation.nobody-named')
  return [{ type: 'ReadersNamedAnew', agency, accounts, reason, at, by }]
}

const namedBy = (restriction: Restriction | null, agency: string): readonly string[] =>
  restriction?.people.filter((one) => one.agency === agency).map(({ account }) => account) ?? []

export function readersChanged(state: Investigation, event: ReadersEvent): Investigation {
  switch (event.type) {
    case 'CaseShared':
      return shared(state, event)
    case 'CaseRestricted':
    case 'ReadersNamedAnew':
      return restricted(state, event)
    case 'RestrictionLifted':
      return { ...withHappening(state, event, 'Restriction lifted', [['Reason', event.reason]]), restriction: null }
  }
}

function shared(state: Investigation, event: Of<'CaseShared'>): Investigation {
  const { agency, why } = event
  const next = withHappening(state, event, 'Case opened to the prosecutor’s office', [['Why', why]])
  return { ...next, agencies: [...state.agencies, agency] }
}

function restricted(state: Investigation, event: Of<'CaseRestricted' | 'ReadersNamedAnew'>): Investigation {
  const { agency, accounts, reason } = event
  const changed = event.type === 'ReadersNamedAnew' ? 'Who reads the case named anew' : 'Who reads the case changed'
  const words = state.restriction ? changed : 'Case restricted to named people'
  const next = withHappening(state, event, words, [
    ['Named', String(accounts.length)],
    ['Reason', reason],
  ])
  const others = state.restriction?.people.filter((one) => one.agency !== agency) ?? []
  const people = [...others, ...accounts.map((account) => ({ account, agency }))]
  const first = state.restriction ?? { agency, reason }
  return { ...next, restriction: { people, agency: first.agency, reason: first.reason } }
}
