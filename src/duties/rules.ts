/** How sure we are of a rule: its text was read in a source, or it is practice that no source we hold confirms. */
export type Confidence = 'confirmed' | 'unconfirmed'

/** Under what a duty is owed. Stored with the duty: a later edition does not rewrite what was owed under this one. */
export type Authority = {
  /** The code of the rule in the catalogue. */
  readonly rule: string
  readonly instrument: string
  readonly section: string | null
  readonly edition: string | null
  /** When the source was last read. */
  readonly checkedOn: string | null
  readonly confidence: Confidence
}

/** A rule that gives a date: what it says, where it stands, and what would change its answer. */
export type DutyRule = {
  /** Words joined by points and hyphens, such as `victims.notice-of-no-further-action`. Never changed once used. */
  readonly code: string
  readonly title: string
  readonly instrument: string
  readonly section: string | null
  readonly edition: string | null
  readonly checkedOn: string | null
  readonly confidence: Confidence
  /** What is counted: "Working days", "Hours", "A date". */
  readonly unit: string
  /** How the first and the last day count, in a sentence. */
  readonly boundary: string
  /** What would move the date, in a sentence. */
  readonly movedBy: string
  /** Who may change it, in a sentence. */
  readonly changedBy: string
}

const catalogue = new Map<string, DutyRule>()

/**
 * Declares a rule in the catalogue. An unconfirmed rule says so wherever its dates are explained. Cite only what was
 * read: leave `section` null otherwise.
 */
export function dutyRule<const Rule extends DutyRule>(rule: Rule): Rule {
  if (catalogue.has(rule.code)) throw new Error(`The rule ${rule.code} is declared twice`)
  catalogue.set(rule.code, rule)
  return rule
}

export const dutyRuleOf = (code: string): DutyRule | null => catalogue.get(code) ?? null

/** Every rule declared so far, by code: for the law register. */
export const allDutyRules = (): readonly DutyRule[] =>
  [...catalogue.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))

/** The authority to store with a duty owed under a rule. */
export const authorityOf = ({ code, instrument, section, edition, checkedOn, confidence }: DutyRule): Authority => ({
  rule: code,
  instrument,
  section,
  edition,
  checkedOn,
  confidence,
})

const kinds = new Map<string, string>()

/** Declares a sort of duty, with its title in the work list's filter. Returns what a `Duty` carries as its `kind`. */
export function dutyKind(kind: string, title: string): string {
  if (kinds.has(kind)) throw new Error(`The kind of duty ${kind} is declared twice`)
  kinds.set(kind, title)
  return kind
}

export const dutyKindTitle = (kind: string): string => kinds.get(kind) ?? kind

/** The date is written down in an instrument, a decision or a plan. Nothing is counted. */
export const fixedDate = dutyRule({
  code: 'duties.fixed-date',
  title: 'A date that stands in the instrument',
  instrument: 'The instrument, decision or plan that the duty names',
  section: null,
  edition: null,
  checkedOn: null,
  confidence: 'confirmed',
  unit: 'A date; nothing is counted.',
  boundary: 'In time until the end of that day in London, whether it is a working day or not.',
  movedBy: 'Only a change of the instrument, decision or plan that sets it.',
  changedBy: 'Whoever made that instrument, decision or plan; the change is then recorded here as a correction.',
})

/** So many working days from the day that started the clock. See `addWorkingDays` for what a working day is. */
export const workingDaysFrom = dutyRule({
  code: 'duties.working-days-from',
  title: 'Working days from a day',
  instrument: 'The instrument, decision or plan that the duty names',
  section: null,
  edition: null,
  checkedOn: null,
  confidence: 'unconfirmed',
  unit: 'Working days in England and Wales: not Saturdays, Sundays, bank holidays, Good Friday or 25 December.',
  boundary:
    'The day that starts the clock is day 0 and does not count, unless the area’s settings say that it is day 1. In ' +
    'time until the end of the last day. That day 0 does not count is common practice that no source we hold confirms.',
  movedBy:
    'Another starting day, or another number of days. A bank holiday proclaimed later does not move it, nor does a later ' +
    'change of the area’s settings.',
  changedBy:
    'The agency that owes it, by a correction with a reason. How the first day counts is decided by the area, in its settings.',
})
