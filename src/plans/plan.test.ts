import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalDate } from '../calendar/local-date.ts'
import { fold } from '../platform/record/decider.ts'
import { type PlanCommand, type PlanEvent, planDecider } from './plan.ts'

const body = 'pcc-thames-valley'
const declaration = {
  code: 'thames-valley-2011',
  title: 'Thames Valley strategy 2011 to 2014',
  body,
  startsOn: parseLocalDate('2011-04-01'),
  endsOn: parseLocalDate('2014-03-31'),
  place: 'thames-valley',
  source: 'Thames Valley Police, how policing is planned',
  note: '',
} as const
const declared: PlanEvent = { type: 'PlanDeclared', ...declaration }
const objective: PlanEvent = { type: 'ObjectiveStated', code: '1', title: 'Cut crimes', limb: null }
const linked: PlanEvent = { type: 'MeasureLinked', objective: '1', measure: 'conviction-proportion' }

const state = (...events: readonly PlanEvent[]) => fold(planDecider, planDecider.initial, events)
const when = (command: PlanCommand, ...events: readonly PlanEvent[]) => planDecider.decide(command, state(...events))
const refused = (code: string, command: PlanCommand, ...events: readonly PlanEvent[]) =>
  assert.throws(() => when(command, ...events), { name: 'Refusal', code })

test('a plan is declared once; declaring it again changes nothing', () => {
  assert.deepEqual(when({ ...declaration, type: 'DeclarePlan' }), [declared])
  assert.deepEqual(when({ ...declaration, type: 'DeclarePlan' }, declared), [])
})

test('a planning period ends after the day it starts (2011 Act s.7(7))', () => {
  refused('plan.period-ends-before-it-starts', { ...declaration, type: 'DeclarePlan', endsOn: declaration.startsOn })
  const nextDay = parseLocalDate('2011-04-02')
  assert.equal(when({ ...declaration, type: 'DeclarePlan', endsOn: nextDay }).length, 1)
})

test('only the body whose plan it is may change it', () => {
  const command = { type: 'StateObjective', code: '1', title: 'Cut crimes', limb: null } as const
  refused('plan.not-your-plan', { ...command, by: 'thames-valley-police' }, declared)
  assert.deepEqual(when({ ...command, by: body }, declared), [objective])
})

test('a plan that was never declared cannot be changed', () => {
  refused('plan.not-declared', { type: 'StateObjective', by: body, code: '1', title: 'Cut crimes', limb: null })
})

test('an objective needs a code and a title', () => {
  refused(
    'plan.objective-text-missing',
    { type: 'StateObjective', by: body, code: ' ', title: 'Cut', limb: null },
    declared,
  )
  refused(
    'plan.objective-text-missing',
    { type: 'StateObjective', by: body, code: '1', title: '', limb: null },
    declared,
  )
})

test('stating an objective again puts its words right and keeps its measures', () => {
  const after = state(declared, objective, linked, { ...objective, title: 'Cut crimes of most concern' })
  assert.equal(after.objectives.length, 1)
  assert.equal(after.objectives[0]?.title, 'Cut crimes of most concern')
  assert.deepEqual(after.objectives[0]?.measures, ['conviction-proportion'])
})

test('a measure is linked once, and only to an objective that the plan has', () => {
  const link = { type: 'LinkMeasure', by: body, objective: '1', measure: 'conviction-proportion' } as const
  assert.deepEqual(when(link, declared, objective), [linked])
  refused('plan.measure-already-linked', link, declared, objective, linked)
  refused('plan.objective-unknown', { ...link, objective: '9' }, declared, objective)
})

test('a measure is taken away only with a reason, and only where it is linked', () => {
  const unlink = { type: 'UnlinkMeasure', by: body, objective: '1', measure: 'conviction-proportion' } as const
  refused('plan.reason-missing', { ...unlink, reason: '  ' }, declared, objective, linked)
  refused('plan.measure-not-linked', { ...unlink, reason: 'Wrong one' }, declared, objective)
  const [event] = when({ ...unlink, reason: ' Wrong one ' }, declared, objective, linked)
  assert.deepEqual(event, {
    type: 'MeasureUnlinked',
    objective: '1',
    measure: 'conviction-proportion',
    reason: 'Wrong one',
  })
})

test('why nothing measures an objective is said in words, and no longer stands once a measure is linked', () => {
  const explained: PlanEvent = { type: 'NoMeasureExplained', objective: '1', reason: 'No open data' }
  assert.equal(state(declared, objective, explained).objectives[0]?.whyNoMeasure, 'No open data')
  assert.equal(state(declared, objective, explained, linked).objectives[0]?.whyNoMeasure, null)
  refused(
    'plan.reason-missing',
    { type: 'ExplainNoMeasure', by: body, objective: '1', reason: '' },
    declared,
    objective,
  )
})

const contentsSetOut = (...events: readonly PlanEvent[]) =>
  (planDecider.rows(state(...events))['plan_content'] ?? [])
    .filter((row) => row['set_out'])
    .map((row) => row['content'])

test('each of the six statutory contents is missing until it is set out (2011 Act s.7(1))', () => {
  assert.deepEqual(contentsSetOut(declared), [])
  assert.deepEqual(contentsSetOut(declared, objective), ['a'])
  const setOut: PlanEvent = {
    type: 'ContentSetOut',
    content: 'd',
    text: 'Monthly meetings in public',
    source: 'page 4',
  }
  assert.deepEqual(contentsSetOut(declared, objective, setOut), ['a', 'd'])
  const withdrawn: PlanEvent = { type: 'ContentWithdrawn', content: 'd', reason: 'Not in the plan' }
  assert.deepEqual(contentsSetOut(declared, objective, setOut, withdrawn), ['a'])
})

test('the objectives are set out by stating them, not by saying so (2011 Act s.7(1)(a))', () => {
  refused(
    'plan.content-is-the-objectives',
    { type: 'SetOutContent', by: body, content: 'a', text: 'x', source: '' },
    declared,
  )
})

test('a content is set out with words and withdrawn with a reason', () => {
  refused(
    'plan.content-text-missing',
    { type: 'SetOutContent', by: body, content: 'b', text: ' ', source: '' },
    declared,
  )
  refused('plan.content-not-set-out', { type: 'WithdrawContent', by: body, content: 'b', reason: 'x' }, declared)
  const setOut: PlanEvent = { type: 'ContentSetOut', content: 'b', text: 'Neighbourhood teams', source: '' }
  refused('plan.reason-missing', { type: 'WithdrawContent', by: body, content: 'b', reason: '' }, declared, setOut)
})
