import {
  type Instant,
  addHours,
  addSeconds,
  parseInstant,
  secondsBetween,
  toLocalDate,
} from '../../calendar/instant.ts'
import { isWeekend } from '../../calendar/local-date.ts'
import { londonIso } from '../../casework/deadlines/london-time.ts'
import type { Act } from '../../platform/record/decider.ts'
import type { Chance } from './chance.ts'
import { type MadeUpCase, type Ordered, type Step, day, momentAt } from './story.ts'
import { type Rates, type Story, storyOf } from './whole-story.ts'

type PlayedOrder = Ordered & { readonly act: Act }

/** Reports of today, of this week, of the last two months and of the last year. */
const ages = { today: 6, week: 20, months: 34, year: 40 } as const
const ageBounds = {
  today: [0.2, day],
  week: [day, 7 * day],
  months: [7 * day, 60 * day],
  year: [60 * day, 400 * day],
} as const

/** Longer than this nothing counts as a rest between two steps, so that long waits do not take all the cases. */
const longestRest = 20 * day

/**
 * At what moment a case is found: by the age of its report, just after one of its steps, or at any time of its story,
 * so that every state is there to be seen and those that last longest are seen most.
 */
const moments = { age: 40, step: 30, time: 30 } as const

/** So many in a hundred of the cases that go to the prosecutor are found there, or after. */
const withProsecutorInHundred = 70

/** How many hours ago it was reported, and which step has come by now, whatever waits for the day. */
type Age = { readonly hours: number; readonly last: number }

function ageOf(chance: Chance, { steps: all, referral }: Story): Age {
  const first = referral !== null && chance.inHundred(withProsecutorInHundred) ? referral : 0
  const steps = all.slice(first)
  const moment = chance.drawn(moments)
  const [youngest, oldest] = ageBounds[chance.drawn(ages)]
  // What is written down only in a minute is not there yet, so nothing is younger than its first step.
  if (moment === 'age') return { hours: Math.max(chance.between(youngest, oldest), all[0]?.hours ?? 0), last: 0 }
  const rests = steps.map(({ hours }, index) => Math.min((steps[index + 1]?.hours ?? Infinity) - hours, longestRest))
  const last =
    moment === 'step'
      ? chance.below(steps.length)
      : Number(chance.drawn(Object.fromEntries(rests.map((rest, index) => [String(index), rest]))))
  return { hours: (steps[last]?.hours ?? 0) + chance.between(0, rests[last] ?? 0), last: first + last }
}

const minute = 60
const secondsADay = day * 60 * minute
const toTheMinute = (at: Instant): Instant => parseInstant(`${at.slice(0, 16)}:00.000Z`)

type HourInLondon = { readonly hour: number; readonly isWeekend: boolean }

/** By the hour in UTC, which is an hour in London, too: a year has few, and to work one out takes long. */
const hoursInLondon = new Map<string, HourInLondon>()

function hourInLondon(at: Instant): HourInLondon {
  const hourInUtc = at.slice(0, '2026-11-22T08'.length)
  const known = hoursInLondon.get(hourInUtc)
  if (known) return known
  const hour = Number(londonIso(at).slice('2026-11-22T'.length, '2026-11-22T08'.length))
  const found = { hour, isWeekend: isWeekend(toLocalDate(at)) }
  hoursInLondon.set(hourInUtc, found)
  return found
}

/** Half a day later than what would fall into the night, and on the next day that the prosecutor’s office is open. */
export function byDay(at: Instant, inOffice: boolean): Instant {
  const { hour, isWeekend: isClosed } = hourInLondon(at)
  if (hour < 8 || hour >= 20) return byDay(addHours(at, day / 2), inOffice)
  return inOffice && isClosed ? byDay(addHours(at, day), inOffice) : at
}

/** At what moment each step comes. What waits for the day keeps everything after it waiting as long. */
function momentsOf({ cast }: MadeUpCase, steps: readonly Step[], reportedAt: Instant): readonly Instant[] {
  let waited = 0
  return steps.map(({ hours, by, atAnyHour }) => {
    const at = addSeconds(momentAt(reportedAt, hours), waited)
    if (atAnyHour) return at
    const moved = byDay(at, by === cast.prosecutor || by === cast.assistant)
    waited += secondsBetween(at, moved)
    return moved
  })
}

/** When it was reported, so that the step that is to have come has: by whole days earlier, which moves few others. */
function reportOf(made: MadeUpCase, story: Story, now: Instant): Instant {
  const { hours, last } = ageOf(made.chance, story)
  let reportedAt = addSeconds(toTheMinute(now), -Math.ceil(hours * minute) * minute)
  for (;;) {
    const late = secondsBetween(now, momentsOf(made, story.steps, reportedAt)[last] ?? now)
    if (late <= 0) return reportedAt
    reportedAt = addSeconds(reportedAt, -Math.ceil(late / secondsADay) * secondsADay)
  }
}

/** What has happened in a case up to `now`, as commands. */
export function playedCase(made: MadeUpCase, rates: Rates, now: Instant): readonly PlayedOrder[] {
  const story = storyOf(made, rates)
  const { steps } = story
  const reportedAt = reportOf(made, story, now)
  const moments = momentsOf(made, steps, reportedAt)
  const byHours = new Map(steps.map(({ hours }, index) => [hours, moments[index]]))
  const when = (hours: number): Instant => byHours.get(hours) ?? momentAt(reportedAt, hours)
  return steps.flatMap(({ by, orders }, index) => {
    const at = moments[index] ?? now
    return at > now
      ? []
      : orders({ at, by }, reportedAt, when).map((ordered) => ({ ...ordered, act: { actor: by, at } }))
  })
}
