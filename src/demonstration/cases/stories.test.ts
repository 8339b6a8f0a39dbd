import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { londonIso } from '../../casework/deadlines/london-time.ts'
import { settingsAsShipped } from '../../casework/deadlines/settings.ts'
import type { InvestigationCommand } from '../../casework/investigation/investigation.ts'
import type { ReferralCommand } from '../../casework/referral/commands.ts'
import type { ReviewCommand } from '../../casework/charging-review/review-commands.ts'
import type { SuspectCommand } from '../../casework/suspects/suspect-commands.ts'
import type { Json } from '../../platform/record/decider.ts'
import { askedFor } from './asked-for.ts'
import { madeUpCase } from './made-case.ts'
import { byDay, playedCase } from './play.ts'
import { evidenceKinds } from './proof.ts'
import { madeUpOffences } from './offences.ts'
import { sceneOf } from './scenes.ts'
import { readShapes } from './shapes.ts'
import { pickFitting } from './story.ts'

type Told = SuspectCommand | ReferralCommand | ReviewCommand | InvestigationCommand

const drawing = {
  seed: 'stories',
  shapes: readShapes(),
  facts: { holidays: keptHolidays(), settings: settingsAsShipped },
  contents: { source: 'none', confidence: 'unconfirmed', requirements: [] },
  today: parseLocalDate('2026-11-22'),
} as const
const now = parseInstant('2026-11-22T12:00:00.000Z')

const cases = Array.from({ length: 1000 }, (_, index) => {
  const made = madeUpCase(drawing, index)
  const orders = playedCase(made, { sentBackInHundred: 30 }, now)
  return { made, commands: orders.map(({ command }) => command as Told) }
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

test('what would fall into the night comes half a day later, in London time, also where the clocks change', () => {
  const moved = (at: string, inOffice = false) => byDay(parseInstant(at), inOffice)
  assert.equal(moved('2026-07-01T07:00:00.000Z'), '2026-07-01T07:00:00.000Z')
  assert.equal(moved('2026-07-01T06:59:00.000Z'), '2026-07-01T18:59:00.000Z')
  assert.equal(moved('2026-07-01T18:59:00.000Z'), '2026-07-01T18:59:00.000Z')
  assert.equal(moved('2026-07-01T19:00:00.000Z'), '2026-07-02T07:00:00.000Z')
  assert.equal(moved('2026-10-25T07:59:00.000Z'), '2026-10-25T19:59:00.000Z')
  assert.equal(moved('2026-03-28T20:00:00.000Z'), '2026-03-29T08:00:00.000Z')
  // A Saturday: police work, the office of the prosecutor opens on Monday.
  assert.equal(moved('2026-11-21T12:00:00.000Z'), '2026-11-21T12:00:00.000Z')
  assert.equal(moved('2026-11-21T12:00:00.000Z', true), '2026-11-23T12:00:00.000Z')
})

test('nobody is told, assigned, reviewed or decided on at night, but where somebody is detained', () => {
  const types = [
    'TellVictim',
    'AssignCase',
    'WritePlan',
    'AskAdvice',
    'AnswerAdvice',
    'SendActionPlan',
    'Chase',
  ] as const
  const office = new Set<string>(types)
  let count = 0
  for (const { made, commands } of cases)
    for (const { type, at } of commands.filter((one) => office.has(one.type))) {
      const time = londonIso(at).slice(11, 16)
      assert.ok(time >= '08:00' && time < '20:00', `${type} at ${at} in ${made.id}`)
      count += 1
    }
  assert.ok(count > 500)
})

test('what is done comes in the order in which it is told', () => {
  for (const { made, commands } of cases)
    for (const [index, { at }] of commands.entries())
      assert.ok(index === 0 || (commands[index - 1]?.at ?? at) <= at, made.id)
})

const has = (commands: readonly Told[], ...types: readonly Told['type'][]): boolean =>
  commands.some(({ type }) => types.includes(type))
const numberOf = (commands: readonly Told[], wanted: Told['type']): number =>
  commands.filter(({ type }) => type === wanted).length
/** Kept in detention until it is decided, so that all goes quickly. */
const isInCustody = (commands: readonly Told[]): boolean =>
  has(commands, 'AuthoriseDetention') && !has(commands, 'ReleaseOnBail', 'ReleaseUnderInvestigation')

test('the file goes to the prosecutor once every line of inquiry is closed, but where somebody is detained', () => {
  const referred = cases.filter(({ commands }) => has(commands, 'Refer') && !isInCustody(commands))
  assert.ok(referred.length > 50)
  for (const { made, commands } of referred) {
    const before = commands.slice(
      0,
      commands.findIndex(({ type }) => type === 'Refer'),
    )
    assert.equal(numberOf(before, 'CloseLine'), numberOf(before, 'AddLine'), made.id)
  }
})

test('whoever was detained until it was decided is charged or released, and then the lines of inquiry are closed', () => {
  const over = cases.filter(({ commands }) => isInCustody(commands) && has(commands, 'CloseLine'))
  assert.ok(over.some(({ commands }) => has(commands, 'RecordRelease')))
  for (const { made, commands } of over) {
    const isOver = has(commands, 'RecordRelease', 'RecordCharged', 'ChargeByPolice', 'PoliceNoFurtherAction')
    assert.ok(isOver, made.id)
    assert.equal(numberOf(commands, 'CloseLine'), numberOf(commands, 'AddLine'), made.id)
  }
})

test('nobody speaks of a victim where there is none', () => {
  const without = cases.filter(({ made }) => made.victims.length === 0)
  assert.ok(without.length > 50)
  for (const { commands } of without)
    for (const command of commands) {
      const { facts: _, check: __, ...said } = command as unknown as Record<string, Json>
      const words = JSON.stringify(said).replaceAll('"victims":', '')
      assert.ok(!/victim/i.test(words), words)
    }
})

test('what speaks of somebody who is not in the case is not drawn', () => {
  const [one] = cases
  assert.ok(one)
  const words = ['The victim rang.', { about: 'A Witness saw it.' }, 'Nobody was there.']
  for (let times = 0; times < 20; times += 1) {
    assert.equal(pickFitting({ ...one.made, victims: [], witness: null }, words), 'Nobody was there.')
  }
})

test('nothing of an interview is on the register before it was held', () => {
  for (const { made, commands } of cases) {
    const types: readonly string[] = commands.map(({ type }) => type)
    const [held, added] = [types.indexOf('RecordInterview'), types.indexOf('AddMaterial')]
    assert.ok(added < 0 || (held >= 0 && held < added), made.id)
  }
})

test('a charge says what was alleged, on the days that the report gives', () => {
  for (const { made, command } of given('ProposeCharge')) {
    const { from, to, offence, particulars } = command.charge
    const [report] = given('RecordAllegation').filter((one) => one.made === made)
    assert.deepEqual(
      [from, to, offence.code],
      [report?.command.allegation.from, report?.command.allegation.to, made.offence.code],
    )
    assert.equal(particulars, sceneOf(made.offence.code).particulars)
  }
})

test('early advice is asked for, given, taken back, followed and not followed', () => {
  const [asked, answered] = [given('AskAdvice'), given('AnswerAdvice')]
  assert.ok(asked.length > answered.length && answered.length > 10)
  const points = given('Refer').flatMap(({ command }) => command.followed)
  assert.ok(points.some(({ followed }) => followed))
  assert.ok(points.some(({ followed, why }) => !followed && why !== ''))
})

test('every offence that is drawn has scenes of its own', () => {
  for (const { code } of madeUpOffences) assert.ok(sceneOf(code).scenes.length > 0)
})

test('what police settle out of court is not told as no further action', () => {
  const settled = cases.filter(({ made }) => made.ended === 'out-of-court' && !made.prosecuted)
  assert.ok(settled.length > 3)
  for (const { made } of given('PoliceNoFurtherAction')) assert.notEqual(made.ended, 'out-of-court', made.id)
})
