import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { findOffence } from '../offences/offence-list.ts'
import { type Exclusion, exclusionNames, exclusions } from './exclusions.ts'
import { magistratesMaximumOn } from './magistrates-maximum.ts'
import { offenceFacts } from './offence-facts.ts'
import { type Assessment, type ChargeAsked, whoMayCharge } from './who-may-charge.ts'

const on = parseLocalDate('2026-04-07')
const admitted: Assessment = { plea: 'guilty', suitable: true, longerLikely: false, exclusions: [] }

function asked(code: string, change: Partial<Assessment> | null = {}): ChargeAsked {
  const offence = findOffence(code)
  assert.ok(offence, code)
  return { title: offence.title, facts: offenceFacts(offence), assessment: change && { ...admitted, ...change } }
}

const who = (...charges: readonly ChargeAsked[]) => whoMayCharge(charges, on).who
const steps = (charge: ChargeAsked) => whoMayCharge([charge], on).charges[0]?.steps.join('; ') ?? ''

test('police may charge a summary offence whatever the plea', () => {
  for (const plea of ['guilty', 'not-guilty', 'unknown'] as const)
    assert.equal(who(asked('CJ88116', { plea })), 'police')
})

test('police may charge theft from a shop and an attempt at it whatever the plea, where a magistrates’ court can sentence it', () => {
  for (const code of ['TH68010', 'TH68010A']) {
    assert.equal(who(asked(code, { plea: 'not-guilty' })), 'police')
    assert.equal(who(asked(code, { plea: 'not-guilty', suitable: false })), 'cps')
  }
})

test('police may charge an either-way offence with a guilty plea, suitable, and not beyond the court’s longest', () => {
  assert.equal(who(asked('TH68006')), 'police')
  assert.equal(who(asked('TH68006', { plea: 'not-guilty' })), 'cps')
  assert.equal(who(asked('TH68006', { plea: 'unknown' })), 'cps')
  assert.equal(who(asked('TH68006', { suitable: false })), 'cps')
  assert.equal(who(asked('TH68006', { longerLikely: true })), 'cps')
})

test('the prosecutor decides on an offence that only the Crown Court tries, and on what is no offence to be tried', () => {
  assert.equal(who(asked('TH68023')), 'cps')
  assert.equal(who(asked('ST19501')), 'cps')
})

test('each exclusion takes the decision from police, and an unconfirmed one says so', () => {
  for (const exclusion of exclusionNames) {
    const charge = asked('CJ88116', { exclusions: [exclusion] })
    const answer = whoMayCharge([charge], on)
    assert.equal(answer.who, 'cps', exclusion)
    assert.equal(answer.unsure, !exclusions[exclusion].confirmed, exclusion)
    assert.ok(steps(charge).includes(exclusions[exclusion].text), exclusion)
  }
  assert.equal(exclusionNames.filter((one) => exclusions[one].confirmed).length, 5)
})

test('a confirmed exclusion beside an unconfirmed one leaves no doubt', () => {
  const both: readonly Exclusion[] = ['death', 'disorder']
  assert.equal(whoMayCharge([asked('CJ88116', { exclusions: both })], on).unsure, false)
})

test('what follows from the offence itself is added without being said', () => {
  const expected: Readonly<Record<string, readonly Exclusion[]>> = {
    COML025: ['death'],
    PH97006: ['harassment'],
    CD98069: ['hate-or-domestic', 'harassment'],
    CD98074: ['hate-or-domestic'],
    SC15004: ['hate-or-domestic'],
    PU86003: ['disorder'],
    OF61131: ['wounding'],
    OF61016: ['wounding'],
    OF61102: ['wounding'],
    CJ88116: [],
    TH68006: [],
    BD53001: [],
    CI07047: [],
  }
  for (const [code, found] of Object.entries(expected)) {
    const offence = findOffence(code)
    assert.ok(offence, code)
    assert.deepEqual(offenceFacts(offence).exclusions, found, `${code} ${offence.title}`)
  }
})

test('a case with offences of both kinds goes to the prosecutor as a whole', () => {
  const answer = whoMayCharge([asked('CJ88116'), asked('TH68023')], on)
  assert.deepEqual([answer.who, answer.charges.map((charge) => charge.who)], ['cps', ['police', 'cps']])
  assert.match(answer.steps.join('; '), /offences of both kinds/)
})

test('police charge nothing of which they have not said what the rule turns on, nor a case without a charge', () => {
  assert.equal(who(asked('CJ88116', null)), 'cps')
  assert.equal(who(), 'cps')
})

test('the longest sentence is that of the day, from the very day of each change', () => {
  const months = (day: string) => magistratesMaximumOn(parseLocalDate(day)).months
  assert.deepEqual(
    ['2022-05-01', '2022-05-02', '2023-03-29', '2023-03-30', '2024-11-17', '2024-11-18'].map(months),
    [6, 12, 12, 6, 6, 12],
  )
})

test('an answer that rests on the longest sentence says that its dates are unconfirmed', () => {
  const answer = whoMayCharge([asked('TH68006')], on)
  assert.equal(answer.unsure, true)
  assert.match(answer.charges[0]?.steps.at(-1) ?? '', /12 months, since 18 November 2024 \(unconfirmed\)/)
})
