import { type Instant, toLocalDate } from '../../src/calendar/instant.ts'
import { chargingReview } from '../../src/casework/charging-review/charging-review.ts'
import type { ReviewCommand } from '../../src/casework/charging-review/review-commands.ts'
import { investigation } from '../../src/casework/investigation/investigation.ts'
import { type MaterialCommand, materialRegister } from '../../src/casework/material/register.ts'
import type { ReferredSuspect } from '../../src/casework/referral/referred-suspect.ts'
import type { ItemAnswer } from '../../src/casework/referral/case-referrals.ts'
import type { ReferralCommand } from '../../src/casework/referral/commands.ts'
import { referral } from '../../src/casework/referral/referral.ts'
import { openCharges } from '../../src/casework/suspects/decide-charging.ts'
import type { SuspectCommand } from '../../src/casework/suspects/suspect-commands.ts'
import { outstandingCharges, trackOf } from '../../src/casework/suspects/track-of.ts'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import { findOffence } from '../../src/casework/offences/offence-list.ts'
import { offenceFacts } from '../../src/casework/who-may-charge/offence-facts.ts'
import type { CaseStreams } from './case-streams.ts'
import { reviewCommands } from './decided-review.ts'
import { commandsOf, facts, fileWith, item, parties, theft } from './referrals.ts'

/** Which suspect, referral, item or plan a move is about, and when it is made. Many a move will be refused. */
export type Move = {
  readonly name: keyof typeof moves
  readonly suspect: 1 | 2
  readonly referral: number
  readonly item: string
  readonly plan: number
  /** An item of the register. */
  readonly material: string
}

type On = Omit<Move, 'name'> & { readonly streams: CaseStreams; readonly at: Instant }

const stealing = findOffence(theft.offence.code)
if (!stealing) throw new Error('The list lacks the theft of a pedal cycle')
const offence = offenceFacts(stealing)
const { key: _, ...charge } = theft

/** As the form of a referral takes a suspect: what is proposed against them, and where they stand. */
const referredNow = ({ streams, suspect: number }: On): ReferredSuspect | null => {
  const state = streams.suspect(number)
  if (!state) return null
  const charges = openCharges(state).map(({ facts: __, withdrawn: ___, ...plain }) => plain)
  return {
    number,
    person: state.person,
    position: 'not-arrested',
    track: trackOf(state),
    detentionEndsAt: null,
    bailEndsOn: null,
    asn: null,
    charges,
  }
}

const toReferral =
  (command: (on: On, make: ReturnType<typeof commandsOf>) => ReferralCommand | null) =>
  (on: On): void => {
    const made = command(on, commandsOf(on.streams.caseId))
    if (made) on.streams.perform(referral, on.streams.caseId, { ...made, at: on.at })
  }

type Unsaid<Command> = Command extends unknown ? Omit<Command, 'at' | 'by'> : never

const toSuspect =
  (command: (on: On) => Unsaid<SuspectCommand>) =>
  (on: On): void => {
    const given = { ...command(on), at: on.at, by: 'officer' } as SuspectCommand
    on.streams.perform(suspect, `${on.streams.caseId}-S${on.suspect}`, given)
  }

const toRegister =
  (command: (on: On) => Unsaid<MaterialCommand>) =>
  (on: On): void => {
    const given = { ...command(on), at: on.at, by: 'officer' } as MaterialCommand
    on.streams.perform(materialRegister, on.streams.caseId, given)
  }

const toReview = (on: On, commands: readonly Unsaid<ReviewCommand>[]): void => {
  for (const command of commands) {
    const given = { ...command, at: on.at, by: 'prosecutor' } as ReviewCommand
    on.streams.perform(chargingReview, `${on.streams.caseId}-S${on.suspect}`, given)
  }
}

/** The prosecutor decides on one suspect: the first charge, and none of the others. */
const decideOn = (theftProved: boolean) => (on: On) => {
  const others = on.streams.review(on.suspect)?.charges.filter(({ charge: one }) => one.key !== 'C1') ?? []
  toReview(
    on,
    others.map(({ charge: { key } }) => ({ type: 'NotPursueCharge', charge: key, reasons: 'The first is enough.' })),
  )
  toReview(on, reviewCommands({ caseId: on.streams.caseId, withAssault: false, theftProved, at: on.at }).slice(1))
}

const answering = (answer: ItemAnswer) =>
  toReferral(({ referral: number, item: key }, { answer: make }) => make(key, { referral: number, answer }))

const chargesOf = (streams: CaseStreams, number: number) => {
  const state = streams.suspect(number)
  return state ? openCharges(state) : []
}

const sent = (on: On) => {
  const one = referredNow(on)
  return one && { file: fileWith({ suspects: [one] }) }
}

/** As a prosecutor asks by hand, without an action plan. */
const asking = { why: 'It shows who was there.', dueOn: null, asker: parties.prosecutors, police: parties.police }

/** What police and prosecutors do in a case, in whatever order. */
export const moves = {
  refer: toReferral((on, { refer }) => {
    const file = sent(on)
    return file && refer(file)
  }),
  referBoth: toReferral((on, { refer }) => {
    const suspects = ([1, 2] as const).flatMap((number) => referredNow({ ...on, suspect: number }) ?? [])
    return refer({ file: fileWith({ suspects }) })
  }),
  resubmit: toReferral((on, { resubmit }) => {
    const file = sent(on)
    return file && resubmit({ ...file, referral: on.referral })
  }),
  correct: toReferral((on, { correct }) => {
    const file = sent(on)
    return file && correct({ ...file, referral: on.referral })
  }),
  withdraw: toReferral(({ referral: number }, { withdraw }) => withdraw({ referral: number })),
  accept: toReferral(({ referral: number }, { accept }) => accept({ referral: number })),
  reject: toReferral(({ referral: number, at }, { reject }) => {
    const day = toLocalDate(at)
    return reject({ referral: number, respondBy: day, remindOn: day })
  }),
  remind: toReferral(({ referral: number, at }) => ({
    type: 'RemindPolice',
    referral: number,
    words: 'By telephone.',
    at,
    by: 'prosecutor',
  })),
  plan: toReferral(({ referral: number }, { plan }) => plan({ referral: number, items: [item(), item()] })),
  planForMaterial: toReferral(({ referral: number, material: key }, { plan }) =>
    plan({
      referral: number,
      items: [item({ asksFor: 'statement' }), item({ asksFor: 'recording', material: { key, title: 'Recording' } })],
    }),
  ),
  answer: answering({ type: 'done', material: { key: 'M2', title: 'Statement' }, words: '' }),
  answerInWords: answering({ type: 'done', material: null, words: 'It was sent on a disc.' }),
  cannot: answering({ type: 'cannot', words: 'It was never made.', state: 'refused' }),
  question: answering({ type: 'question', words: 'Which one?' }),
  reply: toReferral(({ referral: number, item: key, at }) => ({
    type: 'ReplyToQuestion',
    referral: number,
    item: key,
    reply: 'The first.',
    dueOn: null,
    facts,
    at,
    by: 'prosecutor',
  })),
  withdrawItem: toReferral(({ referral: number, item: key, at }) => ({
    type: 'WithdrawItem',
    referral: number,
    item: key,
    reason: 'No longer needed.',
    at,
    by: 'prosecutor',
  })),
  chase: toReferral(({ referral: number, plan }, { chase }) => chase({ referral: number, plan })),
  finalise: toReferral(({ referral: number }, { finalise }) => finalise({ referral: number })),
  reopen: toReferral(({ referral: number, at }) => ({
    type: 'Reopen',
    referral: number,
    reason: 'It came after all.',
    facts,
    at,
    by: 'prosecutor',
  })),
  receive: toRegister(({ material }) => ({ type: 'ReceiveMaterial', item: material, settings: facts.settings })),
  notObtained: toRegister(({ material }) => ({
    type: 'ReportNotObtained',
    item: material,
    state: 'missing',
    reason: 'Nobody found it.',
  })),
  lose: toRegister(({ material }) => ({ type: 'MarkLost', item: material, reason: 'The disc broke.' })),
  withdrawMaterial: toRegister(({ material }) => ({
    type: 'WithdrawMaterial',
    item: material,
    reason: 'Another case.',
  })),
  add: toRegister(({ streams: { caseId } }) => ({
    type: 'AddMaterial',
    caseId,
    details: { kind: 'statement', title: 'Statement', description: '', from: null, exhibitReference: null },
    state: 'received',
    reason: '',
    use: 'undecided',
    useReason: '',
  })),
  askAgain: toRegister(({ material }) => ({ type: 'AskAgain', item: material, request: asking })),
  takeBack: toRegister(({ material }) => ({
    type: 'TakeRequestBack',
    item: material,
    reason: 'No longer needed.',
    agency: asking.asker.agency,
  })),
  assign: ({ streams, item: key, at }: On) => {
    const officer = key === 'A1' ? 'another' : null
    const named = { unit: 'roads', dealtWithBy: 'Roads policing', officer, supervisor: null, reason: 'On leave.' }
    streams.perform(investigation, streams.caseId, { type: 'AssignCase', ...named, at, by: 'officer' })
  },
  propose: toSuspect(() => ({ type: 'ProposeCharge', charge, facts: offence })),
  withdrawCharge: toSuspect(() => ({ type: 'WithdrawCharge', key: 'C2', reason: 'It is the same theft.' })),
  eliminate: toSuspect(() => ({ type: 'EliminateSuspect', reason: 'Was elsewhere.' })),
  bringBack: toSuspect(() => ({ type: 'BringBackSuspect', reason: 'Was not elsewhere.' })),
  endByPolice: toSuspect(() => ({
    type: 'PoliceNoFurtherAction',
    ground: 'evidential',
    reason: 'Nothing shows it.',
    releasedAt: null,
    victims: [],
    holidays: facts.holidays,
  })),
  chargeByPolice: toSuspect(({ at, streams, suspect: number }) => ({
    type: 'ChargeByPolice',
    chargedAt: at,
    how: 'requisition',
    byWhom: 'Custody sergeant',
    charges: chargesOf(streams, number).map(({ key }) => key),
    others: [],
  })),
  charge: toSuspect(({ at, streams, suspect: number }) => ({
    type: 'RecordCharged',
    chargedAt: at,
    how: 'requisition',
    byWhom: 'Custody sergeant',
    charges: outstandingCharges(streams.suspect(number) ?? { decision: null, put: [] }).map(({ key }) => key),
  })),
  takeBackCharge: toSuspect(({ streams, suspect: number }) => ({
    type: 'TakeBackEntry',
    entry: streams.suspect(number)?.entries.length ?? 0,
    reason: 'Typed for the wrong suspect.',
  })),
  decideToCharge: decideOn(true),
  decideNotTo: decideOn(false),
  reconsider: (on: On) =>
    toReview(on, [{ type: 'Reconsider', ground: 'new-evidence', reasons: 'A witness came forward.' }]),
  reassign: (on: On) =>
    toReview(on, [{ type: 'ReassignReview', owner: on.item === 'A1' ? 'another' : null, reason: 'On leave.' }]),
} as const

/** Makes one move, refused or not. */
export const makeMove = ({ name, ...on }: Move, streams: CaseStreams, at: Instant): void =>
  moves[name]({ ...on, streams, at })

/** The case as it begins: shared with nobody, two suspects, each with one charge that police may charge. */
export function beginCase(streams: CaseStreams, at: Instant): void {
  const acted = { at, by: 'officer' }
  for (const number of [1, 2] as const) {
    const id = `${streams.caseId}-S${number}`
    const named = { force: 'thames-valley-police', unit: null, dealtWithBy: 'Investigations', crimeReference: null }
    streams.perform(suspect, id, {
      type: 'NameSuspect',
      caseId: streams.caseId,
      number,
      person: `p${number}`,
      reason: 'Seen',
      ...named,
      ...acted,
    })
    streams.perform(suspect, id, { type: 'ProposeCharge', charge, facts: offence, ...acted })
    streams.perform(suspect, id, {
      type: 'AssessWhoMayCharge',
      plea: 'guilty',
      suitable: true,
      longerLikely: false,
      exclusions: [],
      ...acted,
    })
  }
  streams.perform(investigation, streams.caseId, {
    type: 'RecordAllegation',
    id: streams.caseId,
    allegation: {
      force: 'thames-valley-police',
      dealtWithBy: 'Thames Valley Police',
      reportedAt: at,
      reporter: null,
      victims: [],
      what: 'A bicycle was taken.',
      where: 'Example Road',
      from: theft.from,
      to: theft.to,
      suspectedOffence: theft.offence,
    },
    ...acted,
  })
}
