import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { type LocalDate, formatDateLong } from '../../calendar/local-date.ts'
import type { DutyHappening } from '../../duties/duty.ts'
import { type Deadline, under } from '../deadlines/deadline.ts'
import { dueOnFixedDate } from '../../duties/worked-date.ts'
import { withHappening } from './happened.ts'
import type { Acted, Investigation } from './investigation.ts'
import { lineOfInquiry } from './line-rule.ts'
import { refuseInvestigation } from './refusals.ts'
import { requireReason, requireShort } from './words.ts'

// The plan of an investigation and its reasonable lines of inquiry.

/** Whither a line of inquiry points. All that are reasonable are pursued, whichever way (CPIA Code of Practice). */
export const directions = {
  towards: 'Towards a suspect',
  away: 'Away from a suspect',
  both: 'It could point either way',
} as const

export type Direction = keyof typeof directions

export type PlanWords = { readonly objectives: readonly string[]; readonly strategy: string }

export type LineWords = {
  readonly what: string
  readonly direction: Direction
  /** The account of who pursues it; null where nobody is named. */
  readonly who: string | null
}

/** `number` tells apart the lines of one case. */
export type InquiryCommand = Acted &
  (
    | ({ readonly type: 'WritePlan' } & PlanWords)
    | ({ readonly type: 'AddLine'; readonly dueOn: LocalDate | null } & LineWords)
    | ({
        readonly type: 'ChangeLine'
        readonly number: number
        readonly dueOn: LocalDate | null
        readonly reason: string
      } & LineWords)
    | {
        readonly type: 'CloseLine'
        readonly number: number
        readonly outcome: 'pursued' | 'not-pursued'
        readonly words: string
      }
    | { readonly type: 'ReopenLine'; readonly number: number; readonly reason: string }
  )

export type InquiryEvent = Acted &
  (
    | ({ readonly type: 'PlanWritten' } & PlanWords)
    | ({ readonly type: 'LineAdded'; readonly number: number; readonly due: Deadline | null } & LineWords)
    | ({
        readonly type: 'LineChanged'
        readonly number: number
        readonly due: Deadline | null
        readonly reason: string
      } & LineWords)
    | {
        readonly type: 'LineClosed'
        readonly number: number
        readonly outcome: 'pursued' | 'not-pursued'
        readonly words: string
      }
    | { readonly type: 'LineReopened'; readonly number: number; readonly reason: string }
  )

export type Plan = Acted & PlanWords

export type Line = LineWords & {
  readonly number: number
  readonly due: Deadline | null
  readonly closed: { readonly outcome: 'pursued' | 'not-pursued'; readonly words: string; readonly at: Instant } | null
  readonly history: readonly DutyHappening[]
}

type Order<Type> = Extract<InquiryCommand, { readonly type: Type }>
type Of<Type> = Extract<InquiryEvent, { readonly type: Type }>

const mostObjectives = 20
const longestObjective = 500
export const longestStrategy = 5000

/** Every version is kept; the last is the plan. */
export function writePlan({ objectives, strategy, at, by }: Order<'WritePlan'>, state: Investigation): InquiryEvent[] {
  const meant = objectives.map((one) => one.trim()).filter(Boolean)
  if (meant.length === 0) throw refuseInvestigation('investigation.objective-missing')
  if (meant.length > mostObjectives) {
    throw refuseInvestigation('investigation.too-many-objectives', { most: mostObjectives })
  }
  for (const one of meant) requireShort(one, longestObjective)
  if (!strategy.trim()) throw refuseInvestigation('investigation.strategy-missing')
  requireShort(strategy, longestStrategy)
  const last = state.plans.at(-1)
  if (last && last.strategy === strategy && last.objectives.join('\n') === meant.join('\n')) {
    throw refuseInvestigation('investigation.nothing-changed')
  }
  return [{ type: 'PlanWritten', objectives: meant, strategy, at, by }]
}

export function addLine(command: Order<'AddLine'>, state: Investigation): InquiryEvent[] {
  const { what, direction, who, dueOn, at, by } = command
  if (state.decision?.investigate === false) throw refuseInvestigation('investigation.not-investigated')
  checkLine(command, state)
  const number = state.lines.length + 1
  return [{ type: 'LineAdded', number, what, direction, who, due: dueFor(dueOn, at), at, by }]
}

export function changeLine(command: Order<'ChangeLine'>, state: Investigation): InquiryEvent[] {
  const { number, what, direction, who, dueOn, reason, at, by } = command
  const line = lineIn(state, number)
  if (line.closed) throw refuseInvestigation('investigation.line-closed')
  requireReason(reason)
  checkLine(command, state, line)
  const sameDay = dueOn === (line.due?.dueOn ?? null)
  if (sameDay && line.what === what && line.direction === direction && line.who === who) {
    throw refuseInvestigation('investigation.nothing-changed')
  }
  const due = sameDay ? line.due : dueFor(dueOn, at)
  return [{ type: 'LineChanged', number, what, direction, who, due, reason, at, by }]
}

/** A line is pursued, with its result, or not, with the reason why it is not reasonable to. */
export function closeLine(
  { number, outcome, words, at, by }: Order<'CloseLine'>,
  state: Investigation,
): InquiryEvent[] {
  if (lineIn(state, number).closed) throw refuseInvestigation('investigation.line-closed')
  if (!words.trim()) throw refuseInvestigation('investigation.outcome-missing')
  requireShort(words)
  return [{ type: 'LineClosed', number, outcome, words, at, by }]
}

export function reopenLine({ number, reason, at, by }: Order<'ReopenLine'>, state: Investigation): InquiryEvent[] {
  if (!lineIn(state, number).closed) throw refuseInvestigation('investigation.line-open')
  requireReason(reason)
  return [{ type: 'LineReopened', number, reason, at, by }]
}

/** A day that stays as it was may have passed by now; a new one may not. */
function checkLine(
  { what, who, dueOn, at }: Order<'AddLine'> | Order<'ChangeLine'>,
  { restriction }: Investigation,
  before: Line | null = null,
): void {
  if (!what.trim()) throw refuseInvestigation('investigation.line-missing')
  requireShort(what)
  const isNew = dueOn !== null && dueOn !== before?.due?.dueOn
  if (isNew && dueOn < toLocalDate(at)) throw refuseInvestigation('investigation.line-due-in-past')
  if (who !== null && restriction && !restriction.people.some(({ account }) => account === who)) {
    throw refuseInvestigation('investigation.line-officer-not-named')
  }
}

function lineIn({ lines }: Investigation, number: number): Line {
  const line = lines.find((one) => one.number === number)
  if (!line) throw refuseInvestigation('investigation.no-such-line')
  return line
}

const dueFor = (dueOn: LocalDate | null, at: Instant): Deadline | null =>
  dueOn && under(lineOfInquiry, dueOnFixedDate(toLocalDate(at), dueOn, 'the lines of inquiry of this case'))

export function inquiryChanged(state: Investigation, event: InquiryEvent): Investigation {
  switch (event.type) {
    case 'PlanWritten': {
      const { objectives, strategy, at, by } = event
      const words = state.plans.length === 0 ? 'Investigation plan written' : 'Investigation plan changed'
      const next = withHappening(state, event, words, [['Objectives', objectives.join('\n')]])
      return { ...next, plans: [...state.plans, { objectives, strategy, at, by }] }
    }
    case 'LineAdded':
      return lineAdded(state, event)
    case 'LineChanged':
      return lineChanged(state, event)
    case 'LineClosed':
      return lineClosed(state, event)
    case 'LineReopened': {
      const words = `Line of inquiry ${event.number} opened again`
      const next = withHappening(state, event, words, [['Reason', event.reason]])
      return withLine(next, event, { event: 'Opened again' }, { closed: null })
    }
  }
}

function lineAdded(state: Investigation, event: Of<'LineAdded'>): Investigation {
  const { number, what, direction, who, due, at, by } = event
  const next = withHappening(state, event, `Line of inquiry ${number} added`, [
    ['Line', what],
    ['Direction', directions[direction]],
    ...(due ? [['By', formatDateLong(due.dueOn)] as const] : []),
  ])
  const steps = due?.working.steps.join('\n') ?? 'No day set'
  const history = [{ at, account: by, event: 'Added', detail: steps }]
  return { ...next, lines: [...state.lines, { number, what, direction, who, due, closed: null, history }] }
}

function lineChanged(state: Investigation, event: Of<'LineChanged'>): Investigation {
  const { number, what, direction, who, due, reason } = event
  const before = state.lines.find((line) => line.number === number)
  const until = before?.due && before.due.dueOn !== due?.dueOn ? formatDateLong(before.due.dueOn) : null
  const next = withHappening(state, event, `Line of inquiry ${number} changed`, [
    ...(before && before.what !== what ? [['Line until then', before.what] as const] : []),
    ...(before && before.direction !== direction
      ? [['Direction until then', directions[before.direction]] as const]
      : []),
    ...(until === null ? [] : [['Day until then', until] as const]),
    ['Reason', reason],
  ])
  const detail = until === null ? undefined : `Until then ${until}`
  return withLine(next, event, { event: 'Changed', detail }, { what, direction, who, due })
}

function lineClosed(state: Investigation, event: Of<'LineClosed'>): Investigation {
  const { number, outcome, words, at } = event
  const [title, label] = outcome === 'pursued' ? ['pursued', 'Result'] : ['not pursued', 'Reason']
  const next = withHappening(state, event, `Line of inquiry ${number} ${title}`, [[label, words]])
  const happened = outcome === 'pursued' ? 'Pursued' : 'Not pursued'
  return withLine(next, event, { event: happened }, { closed: { outcome, words, at } })
}

/** What is said of a line may name people, so its duty's history says that it stands on the case. */
const withLine = (
  state: Investigation,
  { number, at, by }: Acted & { readonly number: number },
  {
    event,
    detail = 'What was said stands on the case.',
  }: { readonly event: string; readonly detail?: string | undefined },
  change: Partial<Line>,
): Investigation => ({
  ...state,
  lines: state.lines.map((line) =>
    line.number === number
      ? { ...line, ...change, history: [...line.history, { at, account: by, event, detail }] }
      : line,
  ),
})
