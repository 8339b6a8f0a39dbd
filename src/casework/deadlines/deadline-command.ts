import { bankHolidaysOf } from '../../calendar/bank-holidays.ts'
import { keptList } from '../../calendar/kept-lists.ts'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import { type CommandContext, type CommandLine, type Option, UsageError } from '../../platform/command-line/command.ts'
import { answerJson, answerLines, listLines, listedJson, usageOf } from './answer.ts'
import { readDeadlineSettings } from './area-settings.ts'
import type { DeadlineRule } from './deadline.ts'
import { type GivenFault, readGiven } from './given.ts'

const formats = ['text', 'json'] as const
const format: Option = { type: 'string', value: 'text|json', about: 'How the answer is written; text unless told' }

/**
 * The command that lists the rules of the catalogue and works any of them out. It opens no database, so it uses the
 * newest list of bank holidays that was kept.
 */
export const deadlineCommand = (rules: readonly DeadlineRule[]): CommandLine => ({
  name: 'deadline',
  summary: 'Works out a date under a rule, with its authority, its confidence and its working',
  arguments: ['[RULE]'],
  options: {
    list: { type: 'boolean', about: 'Lists every rule that can be worked out, and what each asks for' },
    from: {
      type: 'string',
      value: 'DATE[TIME]',
      about: 'When the clock starts: 2026-04-07 or 2026-04-07T09:30',
    },
    format,
    ...keyOptions(rules),
  },
  details: [
    "'frankpledge deadline --list' names the rules and the keys of each. A key of another rule is refused.",
    'Times are London’s, unless written with an offset: 2026-04-07T09:30+01:00. No database is opened: bank holidays are those of the newest list that came with this release.',
  ],
  async run(context) {
    if (context.options['list'] === true) return printList(rules, context)
    const [code] = context.arguments
    if (code === undefined) throw new UsageError("RULE is missing; 'frankpledge deadline --list' names the rules")
    const rule = ruleNamed(rules, code)
    const given = givenTo(rule, context.options)
    const list = keptList()
    const deadline = rule.workOut(given, {
      holidays: bankHolidaysOf(list.vintage, list.holidays),
      settings: readDeadlineSettings(thamesAndChiltern),
    })
    if (formatOf(context) === 'json') context.print(JSON.stringify(answerJson(deadline, list.vintage), null, 2))
    else for (const line of answerLines(deadline)) context.print(line)
  },
})

function printList(rules: readonly DeadlineRule[], context: CommandContext): void {
  const { list: _, format: __, ...others } = context.options
  if (context.arguments.length > 0 || Object.values(others).some((value) => value !== undefined)) {
    throw new UsageError('--list lists every rule, and takes nothing but --format')
  }
  const { vintage } = keptList()
  if (formatOf(context) === 'json') context.print(JSON.stringify(rules.map(listedJson), null, 2))
  else for (const line of listLines(rules, vintage)) context.print(line)
}

/** The keys of all rules together: the command line must know every option before it knows the rule. */
function keyOptions(rules: readonly DeadlineRule[]): Readonly<Record<string, Option>> {
  const names = [...new Set(rules.flatMap(({ keys }) => keys.map(({ name }) => name)))].toSorted()
  return Object.fromEntries(
    names.map((name) => {
      const users = rules.filter(({ keys }) => keys.some((key) => key.name === name))
      const label = users[0]?.keys.find((key) => key.name === name)?.label ?? name
      const rest = users.length === 1 ? (users[0]?.rule.code ?? '') : `${users.length} rules`
      return [name, { type: 'string', value: 'VALUE', about: `${label} (${rest})` } satisfies Option]
    }),
  )
}

function formatOf({ options }: CommandContext): (typeof formats)[number] {
  const asked = options['format'] ?? 'text'
  const found = formats.find((one) => one === asked)
  if (!found) throw new UsageError(`--format must be ${formats.join(' or ')}`)
  return found
}

function ruleNamed(rules: readonly DeadlineRule[], code: string): DeadlineRule {
  const found = rules.find(({ rule }) => rule.code === code)
  if (!found) throw new UsageError(`there is no rule '${code}'; 'frankpledge deadline --list' names them`)
  return found
}

function givenTo(rule: DeadlineRule, options: CommandContext['options']) {
  const { format: _, list: __, ...texts } = options
  const known = ['from', ...rule.keys.map(({ name }) => name)]
  const stranger = Object.keys(texts).find((name) => texts[name] !== undefined && !known.includes(name))
  if (stranger) throw new UsageError(`${rule.rule.code} takes no --${stranger}; it is asked as: ${usageOf(rule)}`)
  const read = readGiven(
    rule,
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, String(text ?? '')])),
  )
  if (!read.ok) throw new UsageError(read.faults.map((fault) => faultWords(fault, rule)).join('; '))
  return read.given
}

function faultWords({ name, problem }: GivenFault, rule: DeadlineRule): string {
  const key = rule.keys.find((one) => one.name === name)
  switch (problem) {
    case 'missing':
      return `${rule.rule.code} needs --${name}: ${usageOf(rule)}`
    case 'not-a-day':
      return `--${name} must be a real date, the year first, such as 2026-04-07 or 2026-04-07T09:30`
    case 'not-a-time':
      return `--${name} must have a real time, such as 09:30`
    case 'time-missing':
      return `--${name} needs a time as well, such as 2026-04-07T09:30`
    case 'skipped-hour':
      return `--${name} is a time that did not come: the clocks went forward over it. Give the time that they showed`
    case 'year-out-of-range':
      return `--${name} must be in the years 1900 to 2200`
    case 'not-a-choice':
      return `--${name} must be one of ${key && 'choices' in key ? Object.keys(key.choices).join(', ') : ''}`
    case 'not-a-number':
      return `--${name} must be a whole number`
    case 'not-a-code':
      return `--${name} must be an offence code, such as TH68010`
  }
}
