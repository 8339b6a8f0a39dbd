import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { londonIso } from '../../casework/deadlines/london-time.ts'
import { settingsAsShipped } from '../../casework/deadlines/settings.ts'
import type { ReferralCommand } from '../../casework/referral/commands.ts'
import type { ReviewCommand } from '../../casework/charging-review/review-commands.ts'
import type { SuspectCommand } from '../../casework/suspects/suspect-commands.ts'
import { askedFor } from './asked-for.ts'
import { madeUpCase } from './made-case.ts'
import { playedCase } from './play.ts'
import { evidenceKinds } from './proof.ts'
import { readShapes } from './shapes.ts'
import { whileAwake } from './suspect-story.ts'

const drawing = {
  seed: 'stories',
  shapes: readShapes(),
  facts: { holidays: keptHolidays(), settings: settingsAsShipped },
  contents: { source: 'none', confidence: 'unconfirmed', requirements: [] },
  today: parseLocalDate('2026-11-22'),
} as const
const now = parseInstant('2026-11-22T12:00:00.000Z')

const cases = Array.from({ length: 600 }, (_, index) => {
  const made = madeUpCase(drawing, index)
  const orders = playedCase(made, { sentBackInHundred: 30 }, now)
  return { made, commands: orders.map(({ command }) => command as SuspectCommand | ReferralCommand | ReviewCommand) }
})

/** Every command of a type, beside the case that it was told in. */
const given = <Type extends string>(type: Type) =>
  cases.flatMap(({ made, commands }) =>
    commands
      .filter((one): one is Extract<typeof one, { readonly type: Type }> => one.type === type)
      .map((command) => ({ made, command })),
  )

test('what proves a point is evidence by its kind, and of nothing is it said that anything does', () => {
  const elements = given('ProveElements').flatMap(({ command }) => command.elements)
  assert.ok(elements.length > 100)
  for (const { words, material, none } of elements) {
    assert.equal(none, material.length === 0, words)
    for (const { kind, use } of material)
      assert.ok(evidenceKinds.includes(kind) && use === 'evidence', `${kind}: ${words}`)
  }
})

test('a charge is authorised by the Full Code Test only where every point has something that proves it', () => {
  for (const { made, command } of given('ProveElements')) {
    if (made.ended === 'evidence') continue
    assert.deepEqual(
      command.elements.filter(({ none }) => none).map(({ key }) => key),
      [],
      made.listed.title,
    )
  }
})

test('an action plan asks for what goes with the offence', () => {
  const plans = given('SendActionPlan')
  assert.ok(plans.length > 20)
  for (const { made, command } of plans) {
    const fitting: readonly string[] = askedFor[made.offence.setting].map(({ what }) => what)
    for (const { what } of command.items) assert.ok(fitting.includes(what), `${made.offence.setting}: ${what}`)
  }
})

test('whoever comes of their own accord is interviewed by day, after they were named', () => {
  const held = given('RecordInterview').filter(({ command }) => command.kind === 'voluntary')
  assert.ok(held.length > 50)
  for (const { made, command } of held) {
    const time = londonIso(command.startedAt).slice(11, 16)
    assert.ok(time >= '08:00' && time <= '20:00', `${command.startedAt} in ${made.id}`)
    const [named] = given('NameSuspect').filter((one) => one.made === made)
    assert.ok(named && named.command.at < command.startedAt, made.id)
  }
})

test('an interview at the edges of the day is left; before and after it is moved into the day', () => {
  assert.equal(whileAwake(parseInstant('2026-07-01T07:00:00.000Z')), '2026-07-01T07:00:00.000Z')
  assert.equal(whileAwake(parseInstant('2026-07-01T06:59:00.000Z')), '2026-06-30T17:59:00.000Z')
  assert.equal(whileAwake(parseInstant('2026-07-01T19:00:00.000Z')), '2026-07-01T19:00:00.000Z')
  assert.equal(whileAwake(parseInstant('2026-07-01T19:01:00.000Z')), '2026-07-01T11:01:00.000Z')
})

test('the day is the one in London, also where the clocks change in the night', () => {
  assert.equal(whileAwake(parseInstant('2026-10-25T07:59:00.000Z')), '2026-10-24T18:59:00.000Z')
  assert.equal(whileAwake(parseInstant('2026-03-29T07:00:00.000Z')), '2026-03-29T07:00:00.000Z')
})

test('what police settle out of court is not told as no further action', () => {
  const settled = cases.filter(({ made }) => made.ended === 'out-of-court' && !made.prosecuted)
  assert.ok(settled.length > 3)
  for (const { made } of given('PoliceNoFurtherAction')) assert.notEqual(made.ended, 'out-of-court', made.id)
})
