import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { formatMoment } from '../deadlines/london-time.ts'
import type { CaseHappening } from '../happenings/happening.ts'
import type { Investigation, InvestigationEvent, Notice, NoticeOwed } from './investigation.ts'
import { victimName } from './victim-name.ts'

type Of<Type> = Extract<InvestigationEvent, { readonly type: Type }>

export function evolveInvestigation(state: Investigation | null, event: InvestigationEvent): Investigation | null {
  if (event.type === 'AllegationRecorded') return recorded(event)
  if (!state) return null
  switch (event.type) {
    case 'RecordedAsCrime':
      return recordedAsCrime(state, event)
    case 'RecordedAsNoCrime':
      return recordedAsNoCrime(state, event)
    case 'InvestigationBegun':
      return begun(state, event)
    case 'InvestigationDeclined':
      return declined(state, event)
    case 'VictimTold':
      return told(state, event)
    case 'TellingVictimGivenUp':
      return givenUp(state, event)
    case 'CaseShared':
      return shared(state, event)
  }
}

function recorded({ id, allegation, recordingDue, at, by }: Of<'AllegationRecorded'>): Investigation {
  const { reportedAt, suspectedOffence, dealtWithBy } = allegation
  const detail: CaseHappening['detail'] = [
    ['Reported', formatMoment(reportedAt)],
    ...(suspectedOffence ? [['Suspected offence', suspectedOffence.title] as const] : []),
    ['Dealt with by', dealtWithBy],
  ]
  return {
    id,
    allegation,
    agencies: [allegation.force],
    recordingDue,
    crime: null,
    recordingDecidedAt: null,
    decision: null,
    notices: [],
    recordingHistory: [{ at, account: by, event: 'Reported', detail: recordingDue.working.steps.join('\n') }],
    happenings: [{ at, by, event: 'Allegation recorded', detail }],
  }
}

/** The state with one more line on its timeline. */
function withHappening(
  state: Investigation,
  { at, by }: InvestigationEvent,
  event: string,
  detail: CaseHappening['detail'],
): Investigation {
  return { ...state, happenings: [...state.happenings, { at, by, event, detail }] }
}

const onTheCase = 'The reason stands on the case.'

/** The first decision meets the duty; a later one is kept in its history. The reason may name people, so it is not. */
function recordingDecided(state: Investigation, { at, by }: InvestigationEvent, event: string): Investigation {
  return {
    ...state,
    recordingDecidedAt: state.recordingDecidedAt ?? at,
    recordingHistory: [...state.recordingHistory, { at, account: by, event, detail: onTheCase }],
  }
}

function recordedAsCrime(state: Investigation, event: Of<'RecordedAsCrime'>): Investigation {
  const { crimeReference: reference, reason } = event
  const words = 'Recorded as a crime'
  const next = withHappening(recordingDecided(state, event, words), event, words, [
    ['Crime reference', reference],
    ['Reason', reason],
  ])
  return { ...next, crime: { recorded: true, reference, reason } }
}

function recordedAsNoCrime(state: Investigation, event: Of<'RecordedAsNoCrime'>): Investigation {
  const words = 'Recorded as no crime'
  const next = withHappening(recordingDecided(state, event, words), event, words, [['Reason', event.reason]])
  return { ...next, crime: { recorded: false, reason: event.reason } }
}

/** Nobody need be told any longer of a decision that was turned round. */
function begun(state: Investigation, event: Of<'InvestigationBegun'>): Investigation {
  const { how, reason, at } = event
  const next = withHappening(state, event, 'Decided to investigate', [
    ['How', how],
    ['Reason', reason],
  ])
  return {
    ...next,
    decision: { investigate: true, how, reason, on: toLocalDate(at) },
    notices: state.notices.map((notice) =>
      notice.told || notice.waived ? notice : waivedNotice(notice, event, 'It was decided to investigate after all.'),
    ),
  }
}

function declined(state: Investigation, event: Of<'InvestigationDeclined'>): Investigation {
  const next = withHappening(state, event, 'Decided not to investigate', [['Reason', event.reason]])
  return {
    ...next,
    decision: { investigate: false, reason: event.reason, on: toLocalDate(event.at) },
    notices: [...state.notices, ...event.notices.map((owed) => owedNotice(owed, event))],
  }
}

const owedNotice = (owed: NoticeOwed, { at, by }: InvestigationEvent): Notice => ({
  ...owed,
  told: null,
  waived: null,
  history: [{ at, account: by, event: 'Decided', detail: owed.due.working.steps.join('\n') }],
})

function told(state: Investigation, event: Of<'VictimTold'>): Investigation {
  const { notice: key, on, toldAt, how } = event
  const next = withHappening(state, event, `${nameIn(state, key)} told of the decision`, [
    ['Told on', formatDateLong(on)],
    ['How', how],
  ])
  return {
    ...next,
    notices: changeNotice(state, key, (notice) => ({
      ...notice,
      told: { at: toldAt, how },
      history: [...notice.history, { at: event.at, account: event.by, event: 'Told', detail: onTheCase }],
    })),
  }
}

function givenUp(state: Investigation, event: Of<'TellingVictimGivenUp'>): Investigation {
  const { notice: key, reason } = event
  const next = withHappening(state, event, `${nameIn(state, key)} not told of the decision`, [['Reason', reason]])
  return { ...next, notices: changeNotice(state, key, (notice) => waivedNotice(notice, event, reason)) }
}

function shared(state: Investigation, event: Of<'CaseShared'>): Investigation {
  const { agency, why } = event
  const next = withHappening(state, event, 'Case shared', [
    ['With', agency],
    ['Why', why],
  ])
  return { ...next, agencies: [...state.agencies, agency] }
}

const waivedNotice = (notice: Notice, { at, by }: InvestigationEvent, reason: string): Notice => ({
  ...notice,
  waived: { at, reason },
  history: [...notice.history, { at, account: by, event: 'Waived', detail: onTheCase }],
})

const changeNotice = (state: Investigation, key: string, change: (notice: Notice) => Notice): readonly Notice[] =>
  state.notices.map((notice) => (notice.key === key ? change(notice) : notice))

function nameIn({ allegation, notices }: Investigation, key: string): string {
  const person = notices.find((notice) => notice.key === key)?.person ?? ''
  return victimName(allegation.victims, person)
}
