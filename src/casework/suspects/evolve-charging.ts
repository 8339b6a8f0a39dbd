import { endOfDay, toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import { exclusions } from '../who-may-charge/exclusions.ts'
import { anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import { called } from './evolve-custody.ts'
import { endBail, endDetention, endUnderInvestigation, happened, meet, owe, waive } from './evolve-duties.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { SuspectEvent } from './suspect-events.ts'
import { type Suspect, type SuspectNotice, noFurtherActionGrounds } from './suspect-state.ts'
import { outstandingCharges, trackOf, withProsecutor } from './track-of.ts'
import { trackStates } from './track.ts'

type Of<Type> = Extract<SuspectEvent, { readonly type: Type }>

const chargeLine = ({ key, offence }: ProposedCharge): readonly [string, string] => [key, offence.title]

export function proposed(state: Suspect, event: Of<'ChargeProposed'>): Suspect {
  const { charge, facts, limit } = event
  const next = { ...state, charges: [...state.charges, { ...charge, facts, withdrawn: null }] }
  const owing = limit ? owe(next, event, toStart(state, charge.key, limit), 'Proposed') : next
  return happened(owing, event, `${called(state)}: charge proposed`, [chargeLine(charge), ['Where', charge.where]])
}

const toStart = ({ number }: Suspect, charge: string, due: Deadline) => ({
  key: `time-limit-${charge}`,
  what: `Start proceedings against suspect ${number} for charge ${charge}, a summary offence`,
  owedTo: 'The court',
  due,
})

/** What was referred the prosecutor may still authorise: its time limit runs until the case is back with police. */
export function withdrawn(state: Suspect, event: Of<'ChargeWithdrawn'>): Suspect {
  const { key, reason } = event
  const charges = state.charges.map((charge) => (charge.key === key ? { ...charge, withdrawn: reason } : charge))
  const next = backWithPolice({ ...state, charges }, event)
  return happened(next, event, `${called(state)}: charge ${key} withdrawn`, [['Reason', reason]])
}

/** No time limit runs for a charge that police withdrew, unless the prosecutor has the case. */
function backWithPolice(state: Suspect, event: SuspectEvent): Suspect {
  if (withProsecutor.has(trackOf(state))) return state
  const gone = state.charges.filter(({ withdrawn: reason }) => reason !== null)
  return gone.reduce(
    (next, { key }) => waive(next, event, `time-limit-${key}`, 'The charge is not proposed any longer.'),
    state,
  )
}

export function assessed(state: Suspect, event: Of<'WhoMayChargeAssessed'>): Suspect {
  const { plea, suitable, longerLikely, exclusions: applying } = event
  const assessment = { plea, suitable, longerLikely, exclusions: applying }
  return happened({ ...state, assessment }, event, `${called(state)}: what decides who may charge recorded`, [
    ['Anticipated plea', anticipatedPleas[plea]],
    ['Suitable for sentence in a magistrates’ court', suitable ? 'Yes' : 'No'],
    ['Needs more than its longest sentence', longerLikely ? 'Likely' : 'Not likely'],
    ...applying.map((one) => ['Applies', exclusions[one].text] as const),
  ])
}

/** Whatever ran about this suspect ends with the charge; what was not charged has no limit to keep here any longer. */
export function charged(state: Suspect, event: Of<'SuspectCharged'>): Suspect {
  const { put } = event
  const why = 'Charged'
  const before = endBail(endDetention(state, event, put.at, why), event, put.at, why)
  const open = endUnderInvestigation(before, event, 'The suspect was charged.')
  const started = put.charges.reduce((next, { key }) => meet(next, event, `time-limit-${key}`, put.at, why), open)
  const next = { ...started, put: [...started.put, put] }
  const isWhole = outstandingCharges(next).length === 0
  const ended = isWhole
    ? waive(
        meet(next, event, 'charge-', put.at, why),
        event,
        'time-limit-',
        'The suspect was charged with other offences.',
      )
    : next
  const asking = event.ask ? owe(ended, event, toAsk(state, event.ask), 'Charged in an emergency') : ended
  return happened(asking, event, `${called(state)} charged`, [
    ['Charged', formatMoment(put.at)],
    ['How', put.how === 'in-person' ? 'In person' : 'By postal requisition'],
    ['By', put.byWhom],
    ['Decided by', put.decision === 'police' ? 'Police' : 'The prosecutor'],
    ...(put.emergency
      ? ([
          ['In an emergency', put.emergency.why],
          ['Authorised by', put.emergency.authorisedBy],
        ] as const)
      : []),
    ...put.charges.map(chargeLine),
  ])
}

const emergencyKey = 'emergency-charge'

const toAsk = ({ number }: Suspect, due: Deadline) => ({
  key: emergencyKey,
  what: `Ask the prosecutor to authorise the charge that was put to suspect ${number} in an emergency`,
  owedTo: 'The prosecutor',
  due,
})

/** Told on a day before, the end of that day stands for the moment, which is not known. */
export function emergencyAnswered(state: Suspect, event: Of<'EmergencyChargeAnswered'>): Suspect {
  const { authorised, on, words, at } = event
  const answer = { authorised, on, words }
  const put = state.put.map((one) =>
    one.emergency?.answer === null ? { ...one, emergency: { ...one.emergency, answer } } : one,
  )
  const answeredAt = on === toLocalDate(at) ? at : endOfDay(on)
  const next = meet({ ...state, put }, event, emergencyKey, answeredAt, 'Answered')
  return happened(next, event, `${called(state)}: the prosecutor answered on the charge put in an emergency`, [
    ['Authorised', authorised ? 'Yes' : 'No'],
    ['On', formatDateLong(on)],
    ['What was said', words],
  ])
}

/** What ends when nobody is charged. */
function endsWithoutCharge(state: Suspect, event: SuspectEvent, reason: string): Suspect {
  const free = endUnderInvestigation(endBail(state, event, event.at, reason), event, reason)
  const next = { ...free, entries: [] }
  return waive(waive(next, event, 'time-limit-', reason), event, 'charge-', reason)
}

export function noFurtherAction(state: Suspect, event: Of<'PoliceTookNoFurtherAction'>): Suspect {
  const { ground, reason, releasedAt, notices, at } = event
  const words = 'Police took no further action.'
  const next = endsWithoutCharge(endDetention(state, event, releasedAt, 'Released, no further action'), event, words)
  const owing = notices.reduce(
    (before, { key, victim, due }) =>
      owe(
        before,
        event,
        {
          key,
          what: `Tell the victim that no further action is taken against suspect ${state.number}, and why`,
          owedTo: victim,
          due,
        },
        'Decided',
      ),
    next,
  )
  return happened(
    {
      ...owing,
      noFurtherAction: { ground, reason, at },
      notices: [
        ...state.notices,
        ...notices.map(({ key, person, victim }) => ({ key, person, victim, told: null, waived: null })),
      ],
    },
    event,
    `${called(state)}: no further action by police`,
    [
      ['Why', noFurtherActionGrounds[ground]],
      ['Reason', reason],
    ],
  )
}

const onTheCase = 'The reason stands on the case.'

export function told(state: Suspect, event: Of<'VictimTold'>): Suspect {
  const { notice: key, on, toldAt, how } = event
  const notices = state.notices.map((one) => (one.key === key ? { ...one, told: { at: toldAt, how } } : one))
  const next = meet({ ...state, notices }, event, key, toldAt, 'Told')
  return happened(next, event, `${victimOf(state, key)} told of no further action against suspect ${state.number}`, [
    ['Told on', formatDateLong(on)],
    ['How', how],
  ])
}

export function givenUp(state: Suspect, event: Of<'TellingVictimGivenUp'>): Suspect {
  const { notice: key, reason } = event
  const notices = state.notices.map((one) => (one.key === key ? { ...one, waived: reason } : one))
  const next = waive({ ...state, notices }, event, key, onTheCase)
  return happened(
    next,
    event,
    `${victimOf(state, key)} not told of no further action against suspect ${state.number}`,
    [['Reason', reason]],
  )
}

const victimOf = ({ notices }: Suspect, key: string): string =>
  notices.find((notice) => notice.key === key)?.victim ?? 'Victim'

/**
 * Another step than a charge to be put ends what is owed about one: the prosecutor looks at it again. Whom the
 * prosecutor takes up again is a suspect again, though police had done with them, and their time limits run again; whom
 * police take back stands as the prosecutor decided before, if they did.
 */
export function noted(state: Suspect, event: Of<'ChargingNoted'>): Suspect {
  const { note } = event
  const step = event.step ?? state.decision?.step ?? null
  const takenUp = event.step !== null && withProsecutor.has(event.step)
  const taken = takenUp ? takenUpAgain(state, event, 'The prosecutor took the case up again.') : state
  const next = { ...taken, step, stepNote: note }
  if (step === 'charge-authorised') return next
  const back = backWithPolice(waive(next, event, 'charge-', 'The prosecutor looks at the case again.'), event)
  return step && endingSteps.has(step) ? waive(back, event, 'time-limit-', `${trackStates[step]}.`) : back
}

/**
 * Somebody with whom police had done is a suspect again, or the prosecutor looks at them again. Nobody need be told of a
 * decision of the police that stands no longer, and time limits of what is proposed still run again.
 */
export function takenUpAgain(state: Suspect, event: SuspectEvent, words: string): Suspect {
  const told = state.noFurtherAction ? waive(state, event, 'tell-victim-', words) : state
  const notices = state.noFurtherAction ? state.notices.map((one) => endedNotice(one, words)) : state.notices
  const next = { ...told, notices, eliminated: null, noFurtherAction: null }
  return state.put.length === 0 ? limitsRunAgain(next, event) : next
}

const endedNotice = (notice: SuspectNotice, words: string): SuspectNotice =>
  notice.told || notice.waived ? notice : { ...notice, waived: words }

function limitsRunAgain(state: Suspect, { at, by }: SuspectEvent): Suspect {
  const proposedStill = state.charges.filter(({ withdrawn: reason }) => reason === null)
  const keys = new Set(proposedStill.map(({ key }) => `time-limit-${key}`))
  const duties = state.duties.map((duty) =>
    keys.has(duty.key) && duty.waived
      ? { ...duty, waived: null, history: [...duty.history, { at, account: by, event: 'Runs again' }] }
      : duty,
  )
  return { ...state, duties }
}

export function decided(state: Suspect, event: Of<'ChargingDecisionNoted'>): Suspect {
  const { step, charges, decision, chasers, at } = event
  const before = waive(state, event, 'charge-', 'The prosecutor decided again.')
  const next = { ...before, step, stepNote: null, decision: { number: decision, step, at, charges } }
  if (step !== 'charge-authorised') {
    return endingSteps.has(step) ? endsWithoutCharge(next, event, `${trackStates[step]}.`) : backWithPolice(next, event)
  }
  return chasers.reduce<Suspect>(
    (owing, due, index) => owe(owing, event, chaser(state, decision, index, due), 'Authorised'),
    limited(next, event),
  )
}

/**
 * The time limits of what was authorised, and of nothing else. One that runs with the same date goes on as it is, and
 * one that was met by putting that charge stays met: proceedings for it have begun.
 */
function limited(state: Suspect, event: Of<'ChargingDecisionNoted'>): Suspect {
  const { limits, charges } = event
  if (!limits) return state
  const keys = limits.map(({ charge }) => `time-limit-${charge}`)
  const others = state.duties.filter(({ key }) => key.startsWith('time-limit-') && !keys.includes(key))
  const without = others.reduce(
    (next, { key }) => waive(next, event, key, 'The prosecutor did not authorise this charge.'),
    state,
  )
  return limits.reduce((next, { charge, limit }) => {
    const runs = next.duties.find(({ key }) => key === `time-limit-${charge}`)
    const isSame = runs?.waived === null && runs.due.dueAt === limit.dueAt
    const goesOn =
      isSame &&
      (runs.metAt === null ||
        wasPut(
          state,
          charges.find(({ key }) => key === charge),
        ))
    return goesOn ? next : owe(next, event, toStart(state, charge, limit), 'Authorised')
  }, without)
}

const wasPut = ({ put }: Suspect, charge: ProposedCharge | undefined): boolean =>
  put.some((one) => one.charges.some(({ key, offence }) => key === charge?.key && offence.code === charge.offence.code))

const chaser = ({ number }: Suspect, decision: number, index: number, due: Deadline) => ({
  key: `charge-${decision}-${index + 1}`,
  what: `Put the charge that was authorised against suspect ${number}, before it is chased${index === 0 ? '' : ' again'}`,
  owedTo: 'The prosecutor',
  due,
})

const endingSteps: ReadonlySet<string> = new Set([
  'no-further-action-evidential',
  'no-further-action-public-interest',
  'out-of-court',
])
