import { createHash } from 'node:crypto'
import type { Instant } from '../calendar/instant.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Row } from '../platform/record/decider.ts'
import type { Authority } from './rules.ts'
import type { Working } from './worked-date.ts'

/** Who owes a duty. `name` is the role, unit or agency in words, such as "Witness care unit"; never a person's name. */
export type OwedBy = {
  readonly agency: string
  readonly name: string
  readonly unit?: string
  /** The key of a role, where the duty falls to whoever holds it. */
  readonly role?: string
  /** The account it is assigned to. Without one it is the unit's, or the agency's. */
  readonly account?: string
}

/** To whom it is owed: an agency that may then read the duty, or only words, such as "the victim". */
export type OwedTo = { readonly name: string; readonly agency?: string }

/** The case, plan or meeting that a duty is about, and the path of its page here where it has one. */
export type About = { readonly text: string; readonly path?: string }

/**
 * Something owed by someone to someone with a date, under an authority. Deciders give duties from `rows` through
 * `dutyRow`. Whether it is late is worked out (`dutyStanding`), never stored.
 */
export type Duty = {
  /** The full name of the stream that the duty comes from, such as `grant/…`. */
  readonly stream: string
  /** Tells apart the duties of one stream, such as `notice-3`. The address of the duty is worked out from both. */
  readonly key: string
  /** What sort of duty, for the filter: one made by `dutyKind`. */
  readonly kind: string
  /** What must be done, as an order: "Publish the annual report". Without personal data: calendars carry it. */
  readonly what: string
  readonly about?: About
  readonly owedBy: OwedBy
  readonly owedTo: OwedTo
  /** The day that started the clock. */
  readonly startedOn: LocalDate
  readonly dueOn: LocalDate
  /** The last moment that is still in time; `endOfDay(dueOn)` unless the rule counts in hours. */
  readonly dueAt: Instant
  readonly metAt: Instant | null
  readonly waived: { readonly at: Instant; readonly reason: string } | null
  readonly authority: Authority
  readonly working: Working
  /** True for a promise that everybody may read, such as a publication that statute requires. */
  readonly public?: boolean
  /** Dates that everybody could read before they were corrected, oldest first. */
  readonly earlierDates?: readonly EarlierDate[]
}

/** A published date that was replaced, by whose `reason` everybody may judge it. */
export type EarlierDate = { readonly dueOn: LocalDate; readonly correctedAt: Instant; readonly reason: string }

/** The public handle of a duty: 20 hexadecimal digits of SHA-256, so that it survives a rebuild and tells nothing. */
export const dutyId = (stream: string, key: string): string =>
  createHash('sha256').update(`${stream}\n${key}`).digest('hex').slice(0, 20)

/** The row of the table `duty` for one duty. */
export function dutyRow({ about, owedBy, owedTo, waived, ...duty }: Duty): Row {
  return {
    stream: duty.stream,
    key: duty.key,
    id: dutyId(duty.stream, duty.key),
    kind: duty.kind,
    what: duty.what,
    about_text: about?.text ?? null,
    about_path: about?.path ?? null,
    owed_by_agency: owedBy.agency,
    owed_by_unit: owedBy.unit ?? null,
    owed_by_role: owedBy.role ?? null,
    owed_by_account: owedBy.account ?? null,
    owed_by_name: owedBy.name,
    owed_to_agency: owedTo.agency ?? null,
    owed_to_name: owedTo.name,
    started_on: duty.startedOn,
    due_on: duty.dueOn,
    due_at: duty.dueAt,
    met_at: duty.metAt,
    waived_at: waived?.at ?? null,
    waived_reason: waived?.reason ?? null,
    rule: duty.authority.rule,
    authority: duty.authority,
    working: duty.working,
    public: duty.public ?? false,
    earlier_dates: duty.earlierDates ?? [],
  }
}

/** What happened to a duty, in words: rows for the table `duty_history`, oldest first. */
export type DutyHappening = {
  readonly at: Instant
  readonly account: string
  /** "Met", "Corrected". */
  readonly event: string
  /** The reason given, or what stood before. */
  readonly detail?: string
}

export const dutyHistoryRows = (stream: string, key: string, happenings: readonly DutyHappening[]): readonly Row[] =>
  happenings.map(({ at, account, event, detail }, index) => ({
    stream,
    key,
    number: index + 1,
    at,
    account,
    event,
    detail: detail ?? null,
  }))

export type DutyStanding = 'open' | 'overdue' | 'met' | 'met late' | 'waived'

/**
 * How a duty stands at a moment. What is met at the last moment, `dueAt` itself, is in time; one millisecond later is
 * late.
 */
export function dutyStanding(duty: Pick<Duty, 'dueAt' | 'metAt' | 'waived'>, at: Instant): DutyStanding {
  if (duty.metAt !== null) return duty.metAt > duty.dueAt ? 'met late' : 'met'
  if (duty.waived !== null) return 'waived'
  return at > duty.dueAt ? 'overdue' : 'open'
}
