import type { LocalDate } from '../calendar/local-date.ts'
import type { Decider, Rows } from '../platform/record/decider.ts'
import { refusePlan } from './refusals.ts'
import { type ObjectiveLimb, type StatutoryContent, statutoryContentKeys } from './statutory-contents.ts'

/** A police and crime plan: what the local policing body wants, what the Act wants set out, and what measures it. */
export type Plan = {
  readonly declared: PlanDeclared | null
  readonly objectives: readonly Objective[]
  readonly contents: Readonly<Partial<Record<StatutoryContent, SetOut>>>
}

export type Objective = {
  readonly code: string
  readonly title: string
  readonly limb: ObjectiveLimb | null
  readonly measures: readonly string[]
  /** Why nothing measures it yet, in plain words. Null where nobody has said, or where a measure is linked. */
  readonly whyNoMeasure: string | null
}

type SetOut = { readonly text: string; readonly source: string }

/** `by` is the agency of whoever commands. Only the body whose plan it is may change it. */
type ByBody = { readonly by: string }

export type PlanCommand =
  | ({ readonly type: 'DeclarePlan' } & Omit<PlanDeclared, 'type'>)
  | ({
      readonly type: 'StateObjective'
      readonly code: string
      readonly title: string
      readonly limb: ObjectiveLimb | null
    } & ByBody)
  | ({ readonly type: 'LinkMeasure'; readonly objective: string; readonly measure: string } & ByBody)
  | ({
      readonly type: 'UnlinkMeasure'
      readonly objective: string
      readonly measure: string
      readonly reason: string
    } & ByBody)
  | ({ readonly type: 'ExplainNoMeasure'; readonly objective: string; readonly reason: string } & ByBody)
  | ({
      readonly type: 'SetOutContent'
      readonly content: StatutoryContent
      readonly text: string
      readonly source: string
    } & ByBody)
  | ({ readonly type: 'WithdrawContent'; readonly content: StatutoryContent; readonly reason: string } & ByBody)

export type PlanDeclared = {
  readonly type: 'PlanDeclared'
  readonly code: string
  readonly title: string
  /** Code of the local policing body. */
  readonly body: string
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  /** The place whose figures measure it, as measures name places: `thames-valley`. */
  readonly place: string
  /** Where the plan was published, and what a reader should know of how it came here. */
  readonly source: string
  readonly note: string
}

export type PlanEvent =
  | PlanDeclared
  | {
      readonly type: 'ObjectiveStated'
      readonly code: string
      readonly title: string
      readonly limb: ObjectiveLimb | null
    }
  | { readonly type: 'MeasureLinked'; readonly objective: string; readonly measure: string }
  | { readonly type: 'MeasureUnlinked'; readonly objective: string; readonly measure: string; readonly reason: string }
  | { readonly type: 'NoMeasureExplained'; readonly objective: string; readonly reason: string }
  | {
      readonly type: 'ContentSetOut'
      readonly content: StatutoryContent
      readonly text: string
      readonly source: string
    }
  | { readonly type: 'ContentWithdrawn'; readonly content: StatutoryContent; readonly reason: string }

function decide(command: PlanCommand, plan: Plan): readonly PlanEvent[] {
  if (command.type === 'DeclarePlan') return declarePlan(command, plan)
  if (!plan.declared) throw refusePlan('plan.not-declared')
  if (plan.declared.body !== command.by) throw refusePlan('plan.not-your-plan')
  switch (command.type) {
    case 'StateObjective':
      return stateObjective(command, plan)
    case 'LinkMeasure':
      return linkMeasure(command, plan)
    case 'UnlinkMeasure':
      return unlinkMeasure(command, plan)
    case 'ExplainNoMeasure':
      return explainNoMeasure(command, plan)
    case 'SetOutContent':
      return setOutContent(command, plan)
    case 'WithdrawContent':
      return withdrawContent(command, plan)
  }
}

type Order<Type extends PlanCommand['type']> = Extract<PlanCommand, { type: Type }>

/**
 * The planning period has a first and a last day. Source: Police Reform and Social Responsibility Act 2011,
 * section 7(7). Declaring the same plan again changes nothing.
 */
function declarePlan({ type: _, ...facts }: Order<'DeclarePlan'>, plan: Plan): readonly PlanEvent[] {
  if (plan.declared) return []
  if (facts.endsOn <= facts.startsOn) throw refusePlan('plan.period-ends-before-it-starts')
  return [{ type: 'PlanDeclared', ...facts }]
}

/** Stating an objective whose code the plan has already puts its words right; its measures stay. */
function stateObjective({ code, title, limb }: Order<'StateObjective'>, plan: Plan): readonly PlanEvent[] {
  if (code.trim() === '' || title.trim() === '') throw refusePlan('plan.objective-text-missing')
  const standing = plan.objectives.find((objective) => objective.code === code)
  if (standing?.title === title && standing.limb === limb) return []
  return [{ type: 'ObjectiveStated', code, title, limb }]
}

function linkMeasure({ objective, measure }: Order<'LinkMeasure'>, plan: Plan): readonly PlanEvent[] {
  if (objectiveOf(plan, objective).measures.includes(measure)) throw refusePlan('plan.measure-already-linked')
  return [{ type: 'MeasureLinked', objective, measure }]
}

function unlinkMeasure({ objective, measure, reason }: Order<'UnlinkMeasure'>, plan: Plan): readonly PlanEvent[] {
  if (!objectiveOf(plan, objective).measures.includes(measure)) throw refusePlan('plan.measure-not-linked')
  return [{ type: 'MeasureUnlinked', objective, measure, reason: reasonIn(reason) }]
}

function explainNoMeasure({ objective, reason }: Order<'ExplainNoMeasure'>, plan: Plan): readonly PlanEvent[] {
  if (objectiveOf(plan, objective).whyNoMeasure === reason.trim()) return []
  return [{ type: 'NoMeasureExplained', objective, reason: reasonIn(reason) }]
}

/** Section 7(1)(a) is met by the objectives themselves; (b) to (f) by saying what the plan sets out. */
function setOutContent({ content, text, source }: Order<'SetOutContent'>, plan: Plan): readonly PlanEvent[] {
  if (content === 'a') throw refusePlan('plan.content-is-the-objectives')
  if (text.trim() === '') throw refusePlan('plan.content-text-missing')
  const standing = plan.contents[content]
  if (standing?.text === text && standing.source === source) return []
  return [{ type: 'ContentSetOut', content, text, source }]
}

function withdrawContent({ content, reason }: Order<'WithdrawContent'>, plan: Plan): readonly PlanEvent[] {
  if (!plan.contents[content]) throw refusePlan('plan.content-not-set-out')
  return [{ type: 'ContentWithdrawn', content, reason: reasonIn(reason) }]
}

function objectiveOf(plan: Plan, code: string): Objective {
  const found = plan.objectives.find((objective) => objective.code === code)
  if (!found) throw refusePlan('plan.objective-unknown', { objective: code })
  return found
}

function reasonIn(reason: string): string {
  if (reason.trim() === '') throw refusePlan('plan.reason-missing')
  return reason.trim()
}

function evolve(plan: Plan, event: PlanEvent): Plan {
  switch (event.type) {
    case 'PlanDeclared':
      return { ...plan, declared: event }
    case 'ObjectiveStated':
      return { ...plan, objectives: withObjective(plan.objectives, event) }
    case 'MeasureLinked':
      return changeObjective(plan, event.objective, (objective) => ({
        ...objective,
        measures: [...objective.measures, event.measure],
        whyNoMeasure: null,
      }))
    case 'MeasureUnlinked':
      return changeObjective(plan, event.objective, (objective) => ({
        ...objective,
        measures: objective.measures.filter((measure) => measure !== event.measure),
      }))
    case 'NoMeasureExplained':
      return changeObjective(plan, event.objective, (objective) => ({ ...objective, whyNoMeasure: event.reason }))
    case 'ContentSetOut':
      return { ...plan, contents: { ...plan.contents, [event.content]: { text: event.text, source: event.source } } }
    case 'ContentWithdrawn': {
      const { [event.content]: _, ...contents } = plan.contents
      return { ...plan, contents }
    }
  }
}

function withObjective(
  objectives: readonly Objective[],
  { code, title, limb }: Extract<PlanEvent, { type: 'ObjectiveStated' }>,
): readonly Objective[] {
  const standing = objectives.some((objective) => objective.code === code)
  if (!standing) return [...objectives, { code, title, limb, measures: [], whyNoMeasure: null }]
  return objectives.map((objective) => (objective.code === code ? { ...objective, title, limb } : objective))
}

function changeObjective(plan: Plan, code: string, change: (objective: Objective) => Objective): Plan {
  return { ...plan, objectives: plan.objectives.map((one) => (one.code === code ? change(one) : one)) }
}

/** The plan, its objectives with their measures, and each of the six statutory contents, set out or not. */
function rows({ declared, objectives, contents }: Plan): Rows {
  if (!declared) return {}
  const plan = declared.code
  return {
    plan: [
      {
        code: plan,
        title: declared.title,
        body: declared.body,
        starts_on: declared.startsOn,
        ends_on: declared.endsOn,
        place: declared.place,
        source: declared.source,
        note: declared.note,
      },
    ],
    plan_objective: objectives.map(({ code, title, limb, whyNoMeasure }, index) => ({
      plan,
      code,
      position: index + 1,
      title,
      limb,
      why_no_measure: whyNoMeasure,
    })),
    plan_measure: objectives.flatMap(({ code, measures }) =>
      measures.map((measure, index) => ({ plan, objective: code, measure, position: index + 1 })),
    ),
    plan_content: statutoryContentKeys.map((content) => ({
      plan,
      content,
      set_out: content === 'a' ? objectives.length > 0 : contents[content] !== undefined,
      text: contents[content]?.text ?? null,
      source: contents[content]?.source ?? null,
    })),
  }
}

export const planDecider: Decider<Plan, PlanCommand, PlanEvent> = {
  kind: 'plan',
  initial: { declared: null, objectives: [], contents: {} },
  decide,
  evolve,
  rows,
}
