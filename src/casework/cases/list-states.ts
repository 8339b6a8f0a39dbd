import { type CaseState, caseStates } from '../investigation/case-state.ts'
import { type TrackState, trackStates } from '../suspects/track.ts'

/**
 * Where a case stands, for lists: by the track of each of its suspects, and by what happens next to the report while
 * it has none. A case with two suspects may so stand in two states.
 */
export type ListState = CaseState | TrackState

export const listStates: Readonly<Record<ListState, string>> = { ...caseStates, ...trackStates }

export const isListState = (text: string): text is ListState => Object.hasOwn(listStates, text)

export const isTrack = (state: ListState): state is TrackState => Object.hasOwn(trackStates, state)

/** Whose move it is in each state, in the order in which a case goes through them. */
export const statesByMove: ReadonlyArray<{ readonly move: string; readonly states: readonly ListState[] }> = [
  {
    move: 'Police',
    states: [
      'to-record',
      'to-decide',
      'to-tell',
      'investigating',
      'suspected',
      'in-custody',
      'bailed',
      'under-investigation',
      'referral-rejected',
      'action-plan',
      'charge-authorised',
      'other-outcome',
    ],
  },
  { move: 'Prosecutor', states: ['referred', 'under-review'] },
  {
    move: 'Ended',
    states: [
      'charged',
      'no-further-action-evidential',
      'no-further-action-public-interest',
      'no-further-action-police',
      'out-of-court',
      'administratively-finalised',
      'eliminated',
      'not-investigated',
      'no-crime',
    ],
  },
]

/** A state in a word or three, where a whole sentence has no room. */
export const shortStates: Readonly<Record<ListState, string>> = {
  'to-record': 'Crime or not?',
  'to-decide': 'Investigate or not?',
  investigating: 'No suspect yet',
  'to-tell': 'Victim to be told',
  'not-investigated': 'Not investigated',
  'no-crime': 'No crime',
  suspected: 'Suspect not arrested',
  'in-custody': 'In detention',
  bailed: 'On bail',
  'under-investigation': 'Released under investigation',
  referred: 'To be accepted',
  'referral-rejected': 'To be sent again',
  'under-review': 'To be decided',
  'action-plan': 'Action plan to answer',
  'charge-authorised': 'To be charged',
  charged: 'Charged',
  'no-further-action-evidential': 'No action: evidence',
  'no-further-action-public-interest': 'No action: public interest',
  'no-further-action-police': 'No action by police',
  'out-of-court': 'Out of court',
  'other-outcome': 'Another outcome',
  'administratively-finalised': 'Closed for now',
  eliminated: 'No longer a suspect',
}
