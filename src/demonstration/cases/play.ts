import { type Instant, addSeconds, parseInstant } from '../../calendar/instant.ts'
import type { Act } from '../../platform/record/decider.ts'
import type { Chance } from './chance.ts'
import { type MadeUpCase, type Ordered, day, momentAt } from './story.ts'
import { type Rates, type Story, storyOf } from './whole-story.ts'

export type PlayedOrder = Ordered & { readonly act: Act }

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

/** How many hours ago it was reported. */
function ageOf(chance: Chance, { steps: all, referral }: Story): number {
  const steps = referral !== null && chance.inHundred(withProsecutorInHundred) ? all.slice(referral) : all
  const moment = chance.drawn(moments)
  const [youngest, oldest] = ageBounds[chance.drawn(ages)]
  // What is written down only in a minute is not there yet, so nothing is younger than its first step.
  if (moment === 'age') return Math.max(chance.between(youngest, oldest), all[0]?.hours ?? 0)
  const rests = steps.map(({ hours }, index) => Math.min((steps[index + 1]?.hours ?? Infinity) - hours, longestRest))
  const last =
    moment === 'step'
      ? chance.below(steps.length)
      : Number(chance.drawn(Object.fromEntries(rests.map((rest, index) => [String(index), rest]))))
  return (steps[last]?.hours ?? 0) + chance.between(0, rests[last] ?? 0)
}

const minute = 60
const toTheMinute = (at: Instant): Instant => parseInstant(`${at.slice(0, 16)}:00.000Z`)

/** What has happened in a case up to `now`, as commands. */
export function playedCase(made: MadeUpCase, rates: Rates, now: Instant): readonly PlayedOrder[] {
  const story = storyOf(made, rates)
  const minutes = Math.ceil(ageOf(made.chance, story) * minute)
  const reportedAt = addSeconds(toTheMinute(now), -minutes * minute)
  return story.steps.flatMap(({ hours, by, orders }) => {
    const at = momentAt(reportedAt, hours)
    return at > now ? [] : orders({ at, by }, reportedAt).map((ordered) => ({ ...ordered, act: { actor: by, at } }))
  })
}
