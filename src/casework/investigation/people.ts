import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import { victimToldSooner } from '../../victims/notices/not-investigated.ts'
import { type EnhancedGround, enhancedGrounds } from '../../victims/rights/enhanced-rights.ts'
import { withHappening } from './happened.ts'
import type { Acted, CaseVictim, Investigation, Witness } from './investigation.ts'
import { type NoticeOwed, broughtForward, isOpen, noticeOwed, owedNotice, waivingOpen } from './notices.ts'
import { refuseInvestigation } from './refusals.ts'
import { requireReason, requireShort } from './words.ts'

// Victims and witnesses who come to a case later, or turn out to be none.

type Rights = readonly EnhancedGround[]

export type PeopleCommand = Acted &
  (
    | {
        readonly type: 'AddVictim'
        readonly person: string
        readonly enhancedBy: Rights
        readonly reason: string
        readonly holidays: BankHolidays
      }
    | { readonly type: 'TakeOutVictim'; readonly person: string; readonly reason: string }
    | {
        readonly type: 'ChangeVictimRights'
        readonly person: string
        readonly enhancedBy: Rights
        readonly reason: string
        readonly holidays: BankHolidays
      }
    | {
        readonly type: 'AddWitness'
        readonly person: string
        readonly willing: boolean
        readonly needs: string | null
        readonly reason: string
      }
    | { readonly type: 'TakeOutWitness'; readonly person: string; readonly reason: string }
    | {
        readonly type: 'ChangeWitness'
        readonly person: string
        readonly willing: boolean
        readonly needs: string | null
        readonly reason: string
      }
    | { readonly type: 'NoteWitnessWithdrawn'; readonly person: string; readonly reason: string }
  )

export type PeopleEvent = Acted & { readonly person: string; readonly reason: string } & (
    | {
        readonly type: 'VictimAdded'
        readonly enhancedBy: Rights
        /** The telling that is owed where it was decided before not to investigate. */
        readonly notice: NoticeOwed | null
      }
    | { readonly type: 'VictimTakenOut' }
    | {
        readonly type: 'VictimRightsChanged'
        readonly enhancedBy: Rights
        /** What is owed to them already and is to be done sooner by that. Left out before dates were brought forward. */
        readonly sooner?: readonly NoticeOwed[]
      }
    | { readonly type: 'WitnessAdded'; readonly willing: boolean; readonly needs: string | null }
    | { readonly type: 'WitnessTakenOut' }
    | { readonly type: 'WitnessChanged'; readonly willing: boolean; readonly needs: string | null }
    | { readonly type: 'WitnessWithdrawn' }
  )

type Order<Type> = Extract<PeopleCommand, { readonly type: Type }>

/**
 * Somebody is found to be a victim after all. Where it was decided already not to investigate, they are to be told like
 * the others; their clock starts on the day on which they became known as a victim here. Who was taken out and comes
 * back after they were told is not told again.
 */
export function addVictim(command: Order<'AddVictim'>, { victims, decision, notices }: Investigation): PeopleEvent[] {
  const { person, enhancedBy, reason, holidays, at, by } = command
  requireReason(reason)
  if (victims.some((victim) => victim.person === person && !victim.takenOut)) {
    throw refuseInvestigation('investigation.victim-twice')
  }
  const isTold =
    decision !== null &&
    notices.some(({ told, ...one }) => one.person === person && told !== null && told.at >= decision.at)
  const notice =
    decision?.investigate === false && !isTold
      ? noticeOwed({ person, enhancedBy }, toLocalDate(at), notices.length + 1, holidays)
      : null
  return [{ type: 'VictimAdded', person, enhancedBy, reason, notice, at, by }]
}

export function takeOutVictim({ person, reason, at, by }: Order<'TakeOutVictim'>, state: Investigation): PeopleEvent[] {
  victimIn(state, person)
  requireReason(reason)
  return [{ type: 'VictimTakenOut', person, reason, at, by }]
}

/**
 * Enhanced rights bring forward what is owed already; standard ones put off nothing. Notices that are owed later use the
 * new rights.
 */
export function changeVictimRights(
  { person, enhancedBy, reason, holidays, at, by }: Order<'ChangeVictimRights'>,
  state: Investigation,
): PeopleEvent[] {
  const standing = victimIn(state, person).enhancedBy
  requireReason(reason)
  if (standing.toSorted().join() === enhancedBy.toSorted().join()) {
    throw refuseInvestigation('investigation.nothing-changed')
  }
  const sooner = state.notices
    .filter((notice) => isOpen(notice) && notice.person === person)
    .flatMap(({ key, due: before }) => {
      const due = victimToldSooner(before, toLocalDate(at), enhancedBy, holidays)
      return due === null ? [] : [{ key, person, due }]
    })
  return [{ type: 'VictimRightsChanged', person, enhancedBy, reason, sooner, at, by }]
}

export function addWitness(
  { person, willing, needs, reason, at, by }: Order<'AddWitness'>,
  { witnesses }: Investigation,
): PeopleEvent[] {
  requireReason(reason)
  requireShort(needs ?? '')
  if (witnesses.some((witness) => witness.person === person && !witness.takenOut)) {
    throw refuseInvestigation('investigation.witness-twice')
  }
  return [{ type: 'WitnessAdded', person, willing, needs, reason, at, by }]
}

export function takeOutWitness(
  { person, reason, at, by }: Order<'TakeOutWitness'>,
  state: Investigation,
): PeopleEvent[] {
  witnessIn(state, person)
  requireReason(reason)
  return [{ type: 'WitnessTakenOut', person, reason, at, by }]
}

/** Whether they are willing, and what they need. A witness who had withdrawn and is willing again is a witness again. */
export function changeWitness(
  { person, willing, needs, reason, at, by }: Order<'ChangeWitness'>,
  state: Investigation,
): PeopleEvent[] {
  const standing = witnessIn(state, person)
  requireReason(reason)
  requireShort(needs ?? '')
  if (standing.willing === willing && standing.needs === needs && !(willing && standing.withdrawn)) {
    throw refuseInvestigation('investigation.nothing-changed')
  }
  return [{ type: 'WitnessChanged', person, willing, needs, reason, at, by }]
}

export function noteWitnessWithdrawn(
  { person, reason, at, by }: Order<'NoteWitnessWithdrawn'>,
  state: Investigation,
): PeopleEvent[] {
  const { withdrawn } = witnessIn(state, person)
  requireReason(reason)
  if (withdrawn) throw refuseInvestigation('investigation.witness-withdrawn-already')
  return [{ type: 'WitnessWithdrawn', person, reason, at, by }]
}

function victimIn({ victims }: Investigation, person: string): CaseVictim {
  const victim = victims.find((one) => one.person === person && !one.takenOut)
  if (!victim) throw refuseInvestigation('investigation.no-such-victim')
  return victim
}

function witnessIn({ witnesses }: Investigation, person: string): Witness {
  const witness = witnesses.find((one) => one.person === person && !one.takenOut)
  if (!witness) throw refuseInvestigation('investigation.no-such-witness')
  return witness
}

/** The same person keeps their number, also when they were taken out and come back. */
export function peopleChanged(state: Investigation, event: PeopleEvent): Investigation {
  switch (event.type) {
    case 'VictimAdded':
      return victimAdded(state, event)
    case 'VictimTakenOut':
      return victimTakenOut(state, event)
    case 'VictimRightsChanged':
      return rightsChanged(state, event)
    case 'WitnessAdded':
      return witnessAdded(state, event)
    case 'WitnessTakenOut':
      return witnessChanged(state, event, 'taken out of the case', { takenOut: true })
    case 'WitnessChanged': {
      const { willing, needs } = event
      const words = willing ? 'is willing to give evidence' : 'is not willing to give evidence'
      const before = state.witnesses.find(({ person }) => person === event.person)?.withdrawn ?? null
      return witnessChanged(state, event, words, { willing, needs, withdrawn: willing ? null : before })
    }
    case 'WitnessWithdrawn': {
      const withdrawn = { at: event.at, reason: event.reason }
      return witnessChanged(state, event, 'withdrew', { willing: false, withdrawn })
    }
  }
}

type Of<Type> = Extract<PeopleEvent, { readonly type: Type }>
type Detail = readonly [string, string]

const rightsWords = (grounds: Rights): Detail => [
  'Rights from now on',
  grounds.length === 0 ? 'Standard' : `Enhanced: ${grounds.map((ground) => enhancedGrounds[ground]).join('; ')}`,
]

function victimAdded(state: Investigation, event: Of<'VictimAdded'>): Investigation {
  const { person, enhancedBy, reason, notice } = event
  const before = state.victims.find((victim) => victim.person === person)
  const number = before?.number ?? state.victims.length + 1
  const added: CaseVictim = { person, enhancedBy, number, takenOut: false }
  const next = withHappening(state, event, `Victim ${number} added`, [['Reason', reason]])
  return {
    ...next,
    victims: before
      ? state.victims.map((victim) => (victim.person === person ? added : victim))
      : [...state.victims, added],
    notices: notice ? [...state.notices, owedNotice(notice, event)] : state.notices,
  }
}

function victimTakenOut(state: Investigation, event: Of<'VictimTakenOut'>): Investigation {
  const next = victimChanged(state, event, 'taken out of the case', [], { takenOut: true })
  const why = 'They are no longer a victim in this case.'
  return { ...next, notices: waivingOpen(next.notices, event, why, event.person) }
}

function rightsChanged(state: Investigation, event: Of<'VictimRightsChanged'>): Investigation {
  const { enhancedBy, sooner = [] } = event
  const next = victimChanged(state, event, 'rights changed', [rightsWords(enhancedBy)], { enhancedBy })
  return { ...next, notices: sooner.reduce((notices, owed) => broughtForward(notices, owed, event), next.notices) }
}

function victimChanged(
  state: Investigation,
  event: PeopleEvent,
  words: string,
  detail: readonly Detail[],
  change: Partial<CaseVictim>,
): Investigation {
  const number = state.victims.find(({ person }) => person === event.person)?.number ?? 0
  const next = withHappening(state, event, `Victim ${number}: ${words}`, [...detail, ['Reason', event.reason]])
  return {
    ...next,
    victims: state.victims.map((victim) => (victim.person === event.person ? { ...victim, ...change } : victim)),
  }
}

function witnessAdded(state: Investigation, event: Of<'WitnessAdded'>): Investigation {
  const { person, willing, needs, reason } = event
  const before = state.witnesses.find((witness) => witness.person === person)
  const number = before?.number ?? state.witnesses.length + 1
  const added: Witness = { person, number, willing, needs, withdrawn: null, takenOut: false }
  const next = withHappening(state, event, `Witness ${number} added`, [['Reason', reason]])
  return {
    ...next,
    witnesses: before
      ? state.witnesses.map((witness) => (witness.person === person ? added : witness))
      : [...state.witnesses, added],
  }
}

function witnessChanged(
  state: Investigation,
  event: PeopleEvent,
  words: string,
  change: Partial<Witness>,
): Investigation {
  const number = state.witnesses.find(({ person }) => person === event.person)?.number ?? 0
  const next = withHappening(state, event, `Witness ${number} ${words}`, [['Reason', event.reason]])
  return {
    ...next,
    witnesses: state.witnesses.map((one) => (one.person === event.person ? { ...one, ...change } : one)),
  }
}
