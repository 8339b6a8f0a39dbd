import { formatDate } from '../../calendar/local-date.ts'
import { dueWords } from '../../duties/duty-words.ts'
import { type Authority, dutyRuleOf } from '../../duties/rules.ts'
import type { Json } from '../../platform/record/decider.ts'
import type { Deadline, DeadlineKey, DeadlineRule } from './deadline.ts'
import { formatMoment, londonIso } from './london-time.ts'

/** `Friday 10 April 2026`, or with its time and zone where the rule counts in hours. */
export const dueShown = (deadline: Deadline): string =>
  deadline.working.counted === 'hours' ? formatMoment(deadline.dueAt) : dueWords(deadline)

const authorityShown = ({ instrument, section, edition }: Authority): string =>
  [instrument, section && `section ${section}`, edition].filter(Boolean).join(', ')

const confidenceShown = ({ confidence, checkedOn }: Authority): string =>
  [confidence, checkedOn ? `source read on ${checkedOn}` : 'no source read'].join(', ')

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The answer in lines, for the command line. */
export function answerLines(deadline: Deadline): readonly string[] {
  const { authority, authorisedBy, working } = deadline
  const rule = dutyRuleOf(authority.rule)
  const label = (name: string): string => `${name}:`.padEnd(12)
  return [
    `${label('Due')}${dueShown(deadline)}`,
    `${label('Rule')}${rule?.title ?? authority.rule} (${authority.rule})`,
    `${label('Authority')}${authorityShown(authority)}`,
    `${label('Confidence')}${confidenceShown(authority)}`,
    ...(authorisedBy ? [`${label('Who')}${authorisedBy}`] : []),
    'Working:',
    ...working.steps.map((step, index) => `  ${index + 1}. ${capitalised(step)}`),
    ...(rule ? [`${label('Moved by')}${rule.movedBy}`] : []),
  ]
}

/** The answer for a program. `dueAt` is the last moment in time, in UTC. */
export function answerJson(deadline: Deadline, knownOn: string): Json {
  const { authority, authorisedBy, dueOn, dueAt, startedOn, working } = deadline
  const rule = dutyRuleOf(authority.rule)
  return {
    rule: authority.rule,
    title: rule?.title ?? null,
    startedOn,
    dueOn,
    dueAt,
    dueAtLondon: londonIso(dueAt),
    due: dueShown(deadline),
    authority: authorityShown(authority),
    instrument: authority.instrument,
    section: authority.section,
    edition: authority.edition,
    checkedOn: authority.checkedOn,
    confidence: authority.confidence,
    authorisedBy,
    working: working.steps,
    counted: working.counted,
    notCounted: working.notCounted,
    unit: rule?.unit ?? null,
    boundary: rule?.boundary ?? null,
    movedBy: rule?.movedBy ?? null,
    changedBy: rule?.changedBy ?? null,
    bankHolidaysKnownOn: working.counted === 'working days' ? knownOn : null,
  }
}

const keyShown = ({ name, required, kind, ...key }: DeadlineKey): string => {
  const value = 'choices' in key ? Object.keys(key.choices).join('|') : valueNames[kind]
  return required ? `--${name} ${value}` : `[--${name} ${value}]`
}

const valueNames = { day: 'DATE', moment: 'DATETIME', number: 'N', offence: 'CODE', choice: 'CHOICE' } as const

/** How a rule is asked on the command line: `custody.first-review --from DATETIME`. */
export const usageOf = ({ rule, from, keys }: DeadlineRule): string =>
  [rule.code, `--from ${valueNames[from.kind]}`, ...keys.map(keyShown)].join(' ')

/** The catalogue in lines, under its headings. */
export function listLines(
  rules: readonly DeadlineRule[],
  knownOn: Parameters<typeof formatDate>[0],
): readonly string[] {
  const groups = [...new Set(rules.map(({ group }) => group))]
  const lines = groups.flatMap((group) => [
    group,
    ...rules
      .filter((rule) => rule.group === group)
      .flatMap((rule) => [`  ${usageOf(rule)}`, `      ${rule.rule.title}; ${rule.rule.confidence}`]),
    '',
  ])
  return [...lines, `Bank holidays as known on ${formatDate(knownOn)}.`]
}

/** One rule of the catalogue, for a program. */
export const listedJson = ({ rule, group, from, keys }: DeadlineRule): Json => ({
  code: rule.code,
  title: rule.title,
  group,
  instrument: rule.instrument,
  section: rule.section,
  edition: rule.edition,
  checkedOn: rule.checkedOn,
  confidence: rule.confidence,
  unit: rule.unit,
  boundary: rule.boundary,
  from: { kind: from.kind, label: from.label },
  keys: keys.map((key) => ({
    name: key.name,
    label: key.label,
    kind: key.kind,
    required: key.required ?? false,
    ...('choices' in key && { choices: Object.keys(key.choices) }),
  })),
})
