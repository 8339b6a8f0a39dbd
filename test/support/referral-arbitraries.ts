import fc from 'fast-check'
import { type Instant, parseInstant } from '../../src/calendar/instant.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import type { RejectionGround } from '../../src/casework/referral/case-referrals.ts'
import type { FileToSend, ReferralCommand } from '../../src/casework/referral/commands.ts'
import { referral } from '../../src/casework/referral/referral.ts'
import { type Arbitrary, arbitraryOf } from './decider-properties.ts'
import { check, commandsOf, detained, fileWith, item, suspectOf } from './referrals.ts'

/** Across both clock changes, Easter and the ends of months, and past every chaser. */
const at: fc.Arbitrary<Instant> = fc
  .constantFrom(
    '2026-03-29T00:30:00.000Z',
    '2026-04-02T22:59:59.999Z',
    '2026-07-31T09:00:00.000Z',
    '2026-10-24T23:00:00.000Z',
    '2026-12-01T09:00:00.000Z',
  )
  .map(parseInstant)
/** Mostly words; now and then none, or too many. */
const reason = fc.oneof(
  { weight: 12, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom(' ', 'x'.repeat(2001)) },
)
const day = fc.constantFrom('2026-12-01', '2027-01-31', '2026-04-01').map(parseLocalDate)
const dayOrNone = fc.option(day, { nil: null })
const number = fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.constantFrom(2, 3) })
const key = fc.constantFrom('A1', 'A1', 'A2', 'A3', 'A9')

const file: fc.Arbitrary<FileToSend> = fc
  .record({
    category: fc.constantFrom('red', 'green-priority', 'green', 'green'),
    categoryReason: fc.oneof(reason, fc.constant('')),
    suspects: fc.constantFrom(
      [suspectOf(1)],
      [suspectOf(1), suspectOf(2)],
      [suspectOf(2)],
      [detained(1, parseInstant('2026-12-01T10:00:00.000Z'))],
      [detained(1, null), suspectOf(2)],
      [suspectOf(1, { charges: [] })],
      [],
    ),
    plea: fc.constantFrom('guilty', 'not-guilty', 'unknown'),
    fileType: fc.constantFrom('pre-charge', 'guilty-plea', 'not-guilty-or-crown'),
    supervisorComments: reason,
  })
  .map((change) => fileWith(change as Partial<FileToSend>))
const reasons = fc.oneof(
  { weight: 8, arbitrary: fc.constant(check) },
  { weight: 1, arbitrary: fc.constant({ ...check, reasons: [] }) },
)
const followed = fc.constantFrom(
  [],
  [1, 2].map((point) => ({ advice: 1, point, followed: point === 1, why: 'It was not there.' })),
  [{ advice: 1, point: 1, followed: false, why: '' }],
)

const ground = fc.record({
  reason: fc.constantFrom('R06', 'R13', 'P01'),
  material: fc.constantFrom(null, { key: 'M1', title: 'Statement' }),
  about: reason,
}) as fc.Arbitrary<RejectionGround>

const answer = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'done', material: { key: 'M2', title: 'Statement' }, words: '' }) },
  fc.record({ type: fc.constant('done'), material: fc.constant(null), words: reason }),
  fc.record({ type: fc.constantFrom('cannot', 'question'), words: reason }),
  fc.record({ type: fc.constant('cannot'), words: reason, state: fc.constant('refused') }),
)

const asked = fc
  .record({ what: reason, why: reason, suspect: fc.constantFrom(null, 1, 7), urgent: fc.boolean(), dueOn: dayOrNone })
  .chain((change) => fc.constantFrom(item(change), item({ ...change, asksFor: 'recording' })))

/** A command as it mostly comes, with what varies. */
const vary = (command: ReferralCommand, varied: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<ReferralCommand> =>
  fc.record({ ...varied, at }).map((change) => ({ ...command, ...change }))

const sending = { file, check: reasons, followed }

function commandOf(id: string): fc.Arbitrary<ReferralCommand> {
  const make = commandsOf(id)
  const one = { referral: number }
  const acted = { at: make.ask().at, by: 'officer' }
  return fc.oneof(
    { weight: 2, arbitrary: vary(make.ask(), { question: reason, neededBy: dayOrNone }) },
    { weight: 2, arbitrary: vary(make.advise(), { advice: number }) },
    vary({ type: 'WithdrawAdviceRequest', advice: 1, reason: '', ...acted }, { advice: number, reason }),
    { weight: 6, arbitrary: vary(make.refer(), sending) },
    { weight: 2, arbitrary: vary(make.resubmit(), { ...one, ...sending }) },
    vary(make.correct(), { ...one, ...sending, reason }),
    vary(make.withdraw(), { ...one, reason }),
    {
      weight: 4,
      arbitrary: vary(make.accept(), {
        ...one,
        reviewType: fc.constantFrom('priority', 'five-days', 'twenty-eight-days', 'early-advice'),
      }),
    },
    vary(make.reject(), { ...one, grounds: fc.array(ground, { maxLength: 3 }), respondBy: day, remindOn: dayOrNone }),
    vary({ type: 'RemindPolice', referral: 1, words: '', ...acted }, { ...one, words: reason }),
    { weight: 4, arbitrary: vary(make.plan(), { ...one, items: fc.array(asked, { maxLength: 3 }) }) },
    { weight: 5, arbitrary: vary(make.answer('A1'), { ...one, item: key, answer }) },
    vary(
      { type: 'ReplyToQuestion', referral: 1, item: 'A1', reply: '', dueOn: null, facts: make.plan().facts, ...acted },
      { ...one, item: key, reply: reason, dueOn: dayOrNone },
    ),
    vary({ type: 'WithdrawItem', referral: 1, item: 'A1', reason: '', ...acted }, { ...one, item: key, reason }),
    { weight: 2, arbitrary: vary(make.chase(), { ...one, plan: number, words: reason }) },
    { weight: 2, arbitrary: vary(make.finalise(), { ...one, reason }) },
    vary({ type: 'Reopen', referral: 1, reason: '', facts: make.plan().facts, ...acted }, { ...one, reason }),
    vary(make.decided(1), { suspect: fc.constantFrom(1, 2), outcome: fc.constantFrom('charge', 'nfa') }),
    vary({ type: 'NoteSuspectReopened', suspect: 1, ...acted }, { suspect: fc.constantFrom(1, 2) }),
    vary({ type: 'NoteSuspectEnded', suspect: 1, ...acted }, { suspect: fc.constantFrom(1, 2) }),
    vary(
      {
        type: 'NoteMaterialAnswered',
        referral: 1,
        item: 'A1',
        material: { key: 'M3', title: 'Recording' },
        state: 'received',
        reason: '',
        ...acted,
      },
      { ...one, item: key, state: fc.constantFrom('received', 'received', 'missing', 'refused') },
    ),
    vary(
      { type: 'NotePolice', police: make.ask().police, ...acted },
      { police: fc.constantFrom(make.ask().police, { ...make.ask().police, account: 'another' }) },
    ),
    vary(
      { type: 'NoteReviewer', suspect: 1, owner: null, ...acted },
      { suspect: fc.constantFrom(1, 2), owner: fc.constantFrom(null, 'prosecutor', 'another') },
    ),
  )
}

/** Commands of what police refer and of what the prosecutor answers. */
export const referralArbitraries: readonly Arbitrary[] = [arbitraryOf(referral, commandOf)]
