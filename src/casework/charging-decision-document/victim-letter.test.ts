import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decisionAfter } from '../../../test/support/decided-review.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { DecisionRecord } from '../charging-review/charging-decision.ts'
import type { ChargeOutcome, SuspectOutcome } from '../charging-review/outcomes.ts'
import type { VictimToTell } from '../suspects/suspect-commands.ts'
import { victimLetters } from './victim-letter.ts'

const victim = (number: number): VictimToTell => ({
  person: `person-${number}`,
  victim: `Victim ${number}`,
  enhancedBy: [],
})

const letterTo = (record: DecisionRecord) => victimLetters(record, [victim(1)])[0] ?? assert.fail('no letter')
const textOf = (record: DecisionRecord): string => letterTo(record).paragraphs.join('\n')
const checksOf = (record: DecisionRecord): string => letterTo(record).check.join('\n')

/** A decision whose charges all end in one way. */
function endingIn(outcome: ChargeOutcome, whole: SuspectOutcome): DecisionRecord {
  const record = decisionAfter()
  return {
    ...record,
    outcome: whole,
    charges: record.charges.map((one) => ({ ...one, outcome: one.outcome && { ...one.outcome, outcome } })),
  }
}

const reviewOffered = /Victims’ Right to Review/

test('a victim is told of a charge, who puts it, and that the CPS is not their solicitor', () => {
  const text = textOf(decisionAfter())
  assert.match(
    text,
    /should be charged with “Theft of pedal cycle” and “Assault by beating”\. The police do the charging/,
  )
  assert.match(text, /we are not your solicitor/)
  // What others have to do is not promised for them.
  assert.doesNotMatch(text, /You will be told/)
  assert.doesNotMatch(text, reviewOffered)
})

test('where nothing is charged for want of evidence, why is said in general terms and a review is offered', () => {
  const record = decisionAfter({ theftProved: false, withAssault: false })
  const text = textOf(record)
  assert.match(text, /will not be charged with “Theft of pedal cycle”/)
  assert.match(text, /more likely than not to convict/)
  assert.match(text, /\[In general terms, what the evidence could not show\.\]/)
  assert.match(text, /ask within 10 working days/)
  assert.match(checksOf(record), /nothing proves “took it”/)
})

test('a draft holds no reason that the prosecutor gave, and nobody’s id', () => {
  for (const record of [decisionAfter(), decisionAfter({ theftProved: false, assaultProved: false })]) {
    const text = textOf(record)
    for (const charge of record.charges) assert.ok(!text.includes(charge.finding?.reasons ?? 'x'.repeat(99)))
    assert.doesNotMatch(text, /CASE2222|Note on|Statement on/)
  }
})

test('the public interest is another reason than the evidence', () => {
  const text = textOf(endingIn('no-further-action-public-interest', 'no-further-action-public-interest'))
  assert.match(text, /There is enough evidence for a court to consider/)
  assert.match(text, /reasons against one outweigh/)
  assert.match(text, reviewOffered)
})

test('the evidence is not spoken of where the public interest was taken first', () => {
  const record = endingIn('no-further-action-public-interest', 'no-further-action-public-interest')
  const first = { at: record.decidedAt, by: 'prosecutor', reasons: 'Its broad extent is known' }
  const charges = record.charges.map((one) => ({ ...one, publicInterestFirst: first }))
  assert.doesNotMatch(textOf({ ...record, charges }), /enough evidence/)
})

test('the draft offers no review where some charges go on or the case is dealt with out of court, and says so', () => {
  const mixed = decisionAfter({ assaultProved: false })
  const caution = endingIn('simple-caution', 'out-of-court')
  for (const record of [mixed, caution]) {
    assert.doesNotMatch(textOf(record), reviewOffered)
    assert.match(checksOf(record), /understood not to cover/)
  }
  assert.match(textOf(caution), /dealt with without going to court: simple caution/)
})

test('a decision before 1 April 2021 gave five working days to ask, one on that day ten', () => {
  const record = decisionAfter({ theftProved: false, withAssault: false })
  assert.match(textOf({ ...record, decidedOn: parseLocalDate('2021-03-31') }), /within 5 working days/)
  assert.match(textOf({ ...record, decidedOn: parseLocalDate('2021-04-01') }), /within 10 working days/)
})

test('a charge that was not pursued is not spoken of', () => {
  const record = decisionAfter({ assaultProved: false })
  const notPursued = { at: record.decidedAt, by: 'prosecutor', reasons: 'Covered by the theft' }
  const charges = record.charges.map((one) => (one.charge.key === 'C2' ? { ...one, notPursued } : one))
  assert.doesNotMatch(textOf({ ...record, charges }), /Assault/)
})

/** The theft is charged and the assault is not, and each charge concerns the victims that are given. */
function mixed(theft: readonly string[] | null, assault: readonly string[] | null): DecisionRecord {
  const record = decisionAfter({ assaultProved: false })
  const charges = record.charges.map((one) => ({ ...one, victims: one.charge.key === 'C1' ? theft : assault }))
  return { ...record, charges }
}

const letters = (record: DecisionRecord) => victimLetters(record, [victim(1), victim(2), victim(3)])

test('each victim’s letter speaks of the charges that concern them, and of no other', () => {
  const [first, second, ...more] = letters(mixed(['person-1', 'person-3'], ['person-2']))
  assert.deepEqual([first?.to, second?.to, more], [['Victim 1', 'Victim 3'], ['Victim 2'], []])
  assert.match(first?.paragraphs.join() ?? '', /should be charged with “Theft of pedal cycle”/)
  assert.doesNotMatch(first?.paragraphs.join() ?? '', /Assault/)
  assert.match(second?.paragraphs.join() ?? '', /will not be charged with “Assault by beating”/)
  assert.doesNotMatch(second?.paragraphs.join() ?? '', /Theft/)
})

test('a victim for whom nothing goes on may ask for a review, with a check where another victim’s charge does', () => {
  const [, second] = letters(mixed(['person-1'], ['person-2']))
  assert.match(second?.paragraphs.join() ?? '', reviewOffered)
  assert.match(second?.check.join() ?? '', /charged over somebody else.*unconfirmed/)
})

test('whom no charge concerns gets no letter; a charge of which nobody said whom it concerns is in every one', () => {
  assert.deepEqual(
    letters(mixed(['person-1'], [])).map(({ to }) => to),
    [['Victim 1']],
  )
  assert.deepEqual(
    letters(mixed(null, ['person-2'])).map(({ to }) => to),
    [['Victim 1', 'Victim 3'], ['Victim 2']],
  )
})

test('where nothing goes on for a victim, a charge that was not pursued is said, too', () => {
  const record = mixed(['person-2'], ['person-1'])
  const notPursued = { at: record.decidedAt, by: 'prosecutor', reasons: 'Covered by the theft' }
  const charges = record.charges.map((one) => (one.charge.key === 'C2' ? { ...one, notPursued } : one))
  const text = textOf({ ...record, charges })
  assert.match(text, /will not be charged with “Assault by beating”.*why this is not pursued/)
  assert.doesNotMatch(text, /Covered by/)
})
