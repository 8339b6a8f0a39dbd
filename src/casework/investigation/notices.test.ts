import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, asCrime, begin, decline, giveUp, holidays, on, record, refused, tell } from './example.ts'
import { type InvestigationCommand, investigation } from './investigation.ts'

test('the victim’s clock is 5 working days, and 1 with enhanced rights, from the day of the decision (Victims’ Code, Right 6)', () => {
  const duties = investigation.rows(after(record, asCrime(), decline))['duty']?.slice(1)
  assert.deepEqual(
    duties?.map((duty) => [duty['owed_to_name'], duty['started_on'], duty['due_on'], duty['rule']]),
    [
      ['Victim 1', '2026-10-24', '2026-10-30', 'victims.told-of-no-investigation'],
      ['Victim 2', '2026-10-24', '2026-10-26', 'victims.told-of-no-investigation'],
    ],
  )
})

test('a victim is told on the day of the decision at the earliest and today at the latest', () => {
  const declined = [record, asCrime(), decline]
  assert.throws(() => after(...declined, tell('tell-victim-1', '2026-10-23')), refused('told-before-decision'))
  assert.throws(() => after(...declined, tell('tell-victim-1', '2026-10-27')), refused('told-in-future'))
  assert.equal(
    after(...declined, tell('tell-victim-1', '2026-10-24'))?.notices[0]?.told?.at,
    '2026-10-24T22:59:59.999Z',
  )
  assert.equal(after(...declined, tell('tell-victim-1'))?.notices[0]?.told?.at, '2026-10-26T10:00:00.000Z')
})

test('who was told, or could not be, is written down once and with how or why', () => {
  const declined = [record, asCrime(), decline]
  const tellOne = tell('tell-victim-1')
  assert.throws(() => after(...declined, tellOne, tellOne), refused('notice-done-with'))
  assert.throws(() => after(...declined, giveUp('tell-victim-2'), giveUp('tell-victim-2')), refused('notice-done-with'))
  assert.throws(() => after(...declined, tell('tell-victim-9')), refused('no-such-notice'))
  assert.throws(() => after(...declined, { ...tellOne, how: ' ' } as InvestigationCommand), refused('how-told-missing'))
  assert.throws(
    () => after(...declined, { ...giveUp('tell-victim-1'), reason: '' } as InvestigationCommand),
    refused('reason-missing'),
  )
})

test('decided again, a clock that runs goes on, and who was told is to be told of the new reason', () => {
  const again: InvestigationCommand = {
    type: 'DecideNotToInvestigate',
    reason: 'The camera was not working',
    holidays,
    ...on('2026-10-27T09:00:00.000Z'),
  }
  const state = after(record, asCrime(), decline, tell('tell-victim-1'), again)
  assert.deepEqual(
    state?.notices.map(({ key, person, due, told }) => [key, person, due.startedOn, told !== null]),
    [
      ['tell-victim-1', 'person-1', '2026-10-24', true],
      ['tell-victim-2', 'person-2', '2026-10-24', false],
      ['tell-victim-3', 'person-1', '2026-10-27', false],
    ],
  )
})

test('when it is investigated after all, nobody need be told any longer that it is not', () => {
  const state = after(record, asCrime(), decline, tell('tell-victim-1'), begin)
  assert.deepEqual(
    state?.notices.map(({ told, waived }) => [told !== null, waived?.reason ?? null]),
    [
      [true, null],
      [false, 'It was decided to investigate after all.'],
    ],
  )
})
