import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prosecutor, reviewAfter, reviewCommands } from '../../../test/support/decided-review.ts'
import { afterwards, refused } from '../../../test/support/review-steps.ts'
import { type Instant, parseInstant } from '../../calendar/instant.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { fold } from '../../platform/record/decider.ts'
import type { VictimToTell } from '../suspects/suspect-commands.ts'
import { chargingReview } from './charging-review.ts'
import type { OrderOf, ReviewCommand } from './review-commands.ts'
import type { Review } from './review-state.ts'
import { isWaiting } from './victim-notice.ts'

// Maundy Thursday 2026: Friday and Monday are bank holidays.
const at = parseInstant('2026-04-02T10:00:00.000Z')
const by = prosecutor.account
const victims: readonly VictimToTell[] = [
  { person: 'person-1', victim: 'Victim 1', enhancedBy: [] },
  { person: 'person-2', victim: 'Victim 2', enhancedBy: ['intimidated'] },
]

const decidedOn = (moment: Instant, told = victims): Review =>
  reviewAfter(reviewCommands({ withAssault: false, theftProved: false, at: moment, victims: told }))
const noCharge = decidedOn(at)

const dueDates = ({ notices }: Review): readonly string[] => notices.map(({ due }) => due.dueOn)

test('a decision not to charge owes it to each victim to be told: in 5 working days, in 1 with enhanced rights', () => {
  assert.deepEqual(dueDates(noCharge), ['2026-04-13', '2026-04-07'])
  assert.deepEqual(dueDates(decidedOn(parseInstant('2026-12-24T10:00:00.000Z'))), ['2027-01-05', '2026-12-29'])
  assert.deepEqual(dueDates(decidedOn(parseInstant('2026-01-30T10:00:00.000Z'))), ['2026-02-06', '2026-02-02'])
  // Half past midnight in London, half past eleven the evening before in UTC.
  assert.deepEqual(dueDates(decidedOn(parseInstant('2026-06-01T23:30:00.000Z'))), ['2026-06-09', '2026-06-03'])
})

test('it is a duty of the prosecutors, under their own rule, and names nobody', () => {
  const rows = chargingReview.rows(noCharge)
  assert.deepEqual(
    (rows['duty'] ?? []).map((row) => [row['key'], row['kind'], row['owed_by_agency'], row['owed_to_name']]),
    [
      ['tell-victim-1', 'victim-notice', 'cps-thames-and-chiltern', 'Victim 1'],
      ['tell-victim-2', 'victim-notice', 'cps-thames-and-chiltern', 'Victim 2'],
    ],
  )
  assert.equal(noCharge.notices[0]?.due.authority.rule, 'victims.told-of-no-charge')
  assert.doesNotMatch(JSON.stringify(rows['duty']), /person-\d/)
})

test('a charge on everything, a disposal out of court and another outcome owe nothing', () => {
  const charged = reviewAfter(reviewCommands({ withAssault: false, at, victims }))
  assert.deepEqual(charged.notices, [])
  const draft = reviewCommands({ withAssault: false, at, victims }, false)
  const propose = draft.find(({ type }) => type === 'ProposeOutcome') as OrderOf<'ProposeOutcome'>
  const [decide] = reviewCommands({ withAssault: false, at, victims }).slice(-1)
  assert.ok(decide)
  const other = afterwards(reviewAfter(draft), { ...propose, outcome: 'other', reasons: 'Sent abroad' }, decide)
  assert.deepEqual(other.notices, [])
})

const reconsider: ReviewCommand = { type: 'Reconsider', ground: 'wrong-on-review', reasons: 'A review', at, by }
const again = (decided: Parameters<typeof reviewCommands>[0]): readonly ReviewCommand[] =>
  reviewCommands(decided).filter(({ type }) => type !== 'OpenReview' && type !== 'WriteNotes')

const name = (charge: string, ...people: readonly string[]): ReviewCommand => ({
  type: 'NameVictims',
  charge,
  victims: people,
  at,
  by,
})
/** The theft is charged and the assault is not, or the other way round; nothing is decided yet. */
const mixedDraft = (proved: 'theft' | 'assault'): Review =>
  reviewAfter(
    reviewCommands({ at, victims, theftProved: proved === 'theft', assaultProved: proved === 'assault' }, false),
  )
const decide = reviewCommands({ at, victims }).at(-1) ?? assert.fail()
const owed = ({ notices }: Review) =>
  notices.filter(isWaiting).map(({ key, person, charges }) => [key, person, charges?.join()])

test('where some charges go on, a decision is refused until each charge says whom it concerns', () => {
  const draft = mixedDraft('theft')
  refused(draft, decide, 'review.incomplete', /C1: which victims it concerns.*C2: which victims it concerns/)
  refused(afterwards(draft, name('C1', 'person-1')), decide, 'review.incomplete', /Missing: C2: which victims/)
  const { victims: _, ...rest } = decide as OrderOf<'Decide'>
  assert.equal(afterwards(draft, { ...rest, victims: [] }).decisions.length, 1)
})

test('who is concerned by a charge that is not put is told, though another is charged; nobody else is', () => {
  const draft = mixedDraft('theft')
  const other = afterwards(draft, name('C1', 'person-1'), name('C2', 'person-2'), decide)
  assert.equal(other.decisions[0]?.outcome, 'charge')
  assert.deepEqual(owed(other), [['tell-victim-1', 'person-2', 'C2']])
  assert.deepEqual(dueDates(other), ['2026-04-07'])
  assert.match(
    JSON.stringify(chargingReview.rows(other)['duty']?.[0]?.['what']),
    /^"Tell the victim that suspect 1 is not charged on C2, why, and whether they may ask for a review"$/,
  )
  const same = afterwards(draft, name('C1', 'person-1'), name('C2', 'person-1'), decide)
  assert.deepEqual(owed(same), [['tell-victim-1', 'person-1', 'C2']])
  assert.deepEqual(owed(afterwards(draft, name('C1', 'person-1'), name('C2'), decide)), [])
})

test('a charge not pursued is told to whom no other charge concerns', () => {
  const drop: ReviewCommand = { type: 'NotPursueCharge', charge: 'C2', reasons: 'The theft is enough', at, by }
  const draft = afterwards(reviewAfter(reviewCommands({ at, victims }, false)), drop, name('C1', 'person-1'))
  refused(draft, decide, 'review.incomplete', /C2: which victims it concerns/)
  assert.deepEqual(owed(afterwards(draft, name('C2', 'person-1'), decide)), [])
  assert.deepEqual(owed(afterwards(draft, name('C2', 'person-1', 'person-2'), decide)), [
    ['tell-victim-1', 'person-2', 'C2'],
  ])
})

test('where nothing is charged, only whom the charges concern are told, and all while a charge does not say', () => {
  const nothing = reviewAfter(reviewCommands({ at, victims, theftProved: false, assaultProved: false }, false))
  assert.deepEqual(owed(afterwards(nothing, name('C1', 'person-2'), decide)), [
    ['tell-victim-1', 'person-1', undefined],
    ['tell-victim-2', 'person-2', undefined],
  ])
  assert.deepEqual(owed(afterwards(nothing, name('C1', 'person-2'), name('C2'), decide)), [
    ['tell-victim-1', 'person-2', undefined],
  ])
})

test('a later decision ends the notices of those whose charge is put, and the others’ clocks run on', () => {
  const named = afterwards(mixedDraft('theft'), name('C1', 'person-1'), name('C2', 'person-2'), decide)
  const swapped = afterwards(named, reconsider, ...again({ at, victims, theftProved: false, assaultProved: true }))
  assert.deepEqual(owed(swapped), [['tell-victim-2', 'person-1', 'C1']])
  assert.match(swapped.notices[0]?.waived?.reason ?? '', /^Charging decision 2 took the place/)
  const same = afterwards(named, reconsider, ...again({ at, victims, assaultProved: false }))
  assert.deepEqual(owed(same), [['tell-victim-1', 'person-2', 'C2']])
})

test('who waits is told what the later decision says, in its letter, by the date of the first', () => {
  const all = reviewAfter(reviewCommands({ at, victims, theftProved: false, assaultProved: false }))
  const naming = [name('C1', 'person-1'), name('C2', 'person-2')]
  const later = again({ at, victims, assaultProved: false })
  const inPart = afterwards(all, reconsider, ...later.slice(0, -1), ...naming, ...later.slice(-1))
  assert.deepEqual(owed(inPart), [['tell-victim-2', 'person-2', 'C2']])
  assert.deepEqual([inPart.notices[1]?.decision, inPart.notices[1]?.due], [2, all.notices[1]?.due])
  assert.match(
    JSON.stringify(chargingReview.rows(inPart)['duty']?.[1]?.['what']),
    /^"Tell the victim that suspect 1 is not charged on C2, why, and whether they may ask for a review"$/,
  )
  const nothing = again({ at, victims, theftProved: false, assaultProved: false })
  const whole = afterwards(inPart, reconsider, ...nothing)
  assert.deepEqual(owed(whole), [
    ['tell-victim-2', 'person-2', undefined],
    ['tell-victim-3', 'person-1', undefined],
  ])
})

test('who became a victim after the charges were said to concern others is asked about first', () => {
  const naming = (...known: readonly string[]) =>
    ['C1', 'C2'].map((charge) => ({ ...(name(charge, 'person-1') as OrderOf<'NameVictims'>), known }))
  const nothing = reviewAfter(reviewCommands({ at, victims, theftProved: false, assaultProved: false }, false))
  for (const draft of [mixedDraft('theft'), nothing]) {
    const before = afterwards(draft, ...naming('person-1'))
    refused(before, decide, 'review.incomplete', /C1: which victims it concerns.*C2: which victims it concerns/)
    const told = afterwards(before, ...naming('person-2', 'person-1'), decide)
    assert.deepEqual(
      owed(told).map(([, person]) => person),
      ['person-1'],
    )
  }
  const everything = reviewAfter(reviewCommands({ at, victims }, false))
  assert.equal(afterwards(everything, ...naming('person-1'), decide).decisions.length, 1)
})

test('decisions from before charges named victims fold as they did: another than none ends every notice', () => {
  const charged = afterwards(noCharge, reconsider, ...again({ withAssault: false, at, victims }).slice(0, -1))
  const [made] = chargingReview.decide(decide, charged)
  assert.ok(made?.type === 'ChargingDecided')
  const { noticesEnded: _, ...older } = made
  assert.deepEqual(owed(fold(chargingReview, charged, [older]) ?? assert.fail()), [])
})

const tell = (change: Partial<OrderOf<'TellVictim'>> = {}): OrderOf<'TellVictim'> => ({
  type: 'TellVictim',
  notice: 'tell-victim-1',
  on: parseLocalDate('2026-04-07'),
  how: 'By letter',
  at: parseInstant('2026-04-07T09:00:00.000Z'),
  by,
  ...change,
})
const giveUp: OrderOf<'GiveUpTellingVictim'> = {
  type: 'GiveUpTellingVictim',
  notice: 'tell-victim-2',
  reason: 'Asked not to be told',
  at,
  by,
}

test('told today is told at this moment; on a day before, at its end; the duty is met by it', () => {
  assert.equal(afterwards(noCharge, tell()).notices[0]?.told?.at, '2026-04-07T09:00:00.000Z')
  const before = afterwards(noCharge, tell({ on: parseLocalDate('2026-04-02') }))
  assert.equal(before.notices[0]?.told?.at, '2026-04-02T22:59:59.999Z')
  const [duty] = chargingReview.rows(before)['duty'] ?? []
  assert.equal(duty?.['met_at'], '2026-04-02T22:59:59.999Z')
  assert.match(before.happenings.at(-1)?.event ?? '', /Victim 1 told that no further action is taken against suspect 1/)
})

test('why nobody tells a victim stays on the case and out of the duty', () => {
  const given = afterwards(noCharge, giveUp)
  assert.deepEqual(given.notices[1]?.waived?.reason, 'Asked not to be told')
  assert.doesNotMatch(JSON.stringify(chargingReview.rows(given)['duty']), /Asked not/)
})

test('nobody is told before the decision, in the future, twice, without words, or under a number that is none', () => {
  refused(noCharge, tell({ on: parseLocalDate('2026-04-01') }), 'review.told-before-decision')
  refused(noCharge, tell({ on: parseLocalDate('2026-04-08') }), 'review.told-in-future')
  refused(noCharge, tell({ how: ' ' }), 'review.reasons-missing')
  refused(noCharge, tell({ notice: 'tell-victim-3' }), 'review.no-such-notice')
  refused(noCharge, { ...giveUp, reason: '' }, 'review.reasons-missing')
  refused(afterwards(noCharge, tell()), tell(), 'review.notice-done-with')
  refused(afterwards(noCharge, giveUp), giveUp, 'review.notice-done-with')
})

test('reconsidered and charged, who was not told yet need not be told of the first decision, for that reason', () => {
  const charged = afterwards(noCharge, tell(), reconsider, ...again({ withAssault: false, at, victims }))
  assert.equal(charged.decisions.at(-1)?.outcome, 'charge')
  assert.deepEqual(
    charged.notices.map(({ told, waived }) => [told !== null, waived?.reason ?? null]),
    [
      [true, null],
      [false, 'Charging decision 2 took the place of the one not to charge.'],
    ],
  )
})

test('while it is reconsidered the clock runs on; not charged again, only who was told is told once more', () => {
  const open = afterwards(noCharge, tell(), reconsider)
  assert.deepEqual(
    open.notices.map(({ waived }) => waived),
    [null, null],
  )
  const twice = afterwards(open, ...again({ withAssault: false, theftProved: false, at, victims }))
  assert.deepEqual(
    twice.notices.map(({ key, person, decision }) => [key, person, decision]),
    [
      ['tell-victim-1', 'person-1', 1],
      ['tell-victim-2', 'person-2', 1],
      ['tell-victim-3', 'person-1', 2],
    ],
  )
})

test('bank holidays that are not known are not guessed', () => {
  const draft = reviewCommands({ withAssault: false, theftProved: false, at }, false)
  const late = parseInstant('2035-12-20T10:00:00.000Z')
  const decide = { ...reviewCommands({ victims }).at(-1), at: late } as OrderOf<'Decide'>
  refused(reviewAfter(draft), { ...decide, holidays: keptHolidays() }, 'calendar.beyond-known-holidays')
})
