import { type Instant, addSeconds, parseInstant } from '../../calendar/instant.ts'
import type { Act } from '../../platform/record/decider.ts'
import type { Chance } from './chance.ts'
import { tellReport } from './report-story.ts'
import { type MadeUpCase, type Ordered, type Step, day, telling } from './story.ts'

export type PlayedOrder = Ordered & { readonly act: Act }

/** Everything that would happen in a case, if time did not end, in the order in which it happens. */
export function storyOf(made: MadeUpCase): readonly Step[] {
  const told = telling()
  tellReport(made, told)
  return told.steps
}

/** Reports of today, of this week, of the last two months and of the last year. */
const ages = { today: 6, week: 20, months: 34, year: 40 } as const
const ageBounds = {
  today: [0.2, day],
  week: [day, 7 * day],
  months: [7 * day, 60 * day],
  year: [60 * day, 400 * day],
} as const

/** What has just been done stays the last thing for up to so many hours. */
const restHours = 10 * day
/** So many cases in a hundred are found between two of their steps, so that every state is there to be seen. */
const midwayInHundred = 45

/** How many hours ago it was reported. */
function ageOf(chance: Chance, steps: readonly Step[]): number {
  const [youngest, oldest] = ageBounds[chance.drawn(ages)]
  const between = chance.between(youngest, oldest)
  if (!chance.inHundred(midwayInHundred)) return between
  const last = chance.below(steps.length)
  const [from, to] = [steps[last]?.hours ?? 0, steps[last + 1]?.hours]
  return from + chance.between(0, Math.min(to === undefined ? restHours : to - from, restHours))
}

const minute = 60
const toTheMinute = (at: Instant): Instant => parseInstant(`${at.slice(0, 16)}:00.000Z`)

/** What has happened in a case up to `now`, as commands. */
export function playedCase(made: MadeUpCase, now: Instant): readonly PlayedOrder[] {
  const steps = storyOf(made)
  const minutes = Math.floor(ageOf(made.chance, steps) * minute)
  const reportedAt = addSeconds(toTheMinute(now), -minutes * minute)
  return steps
    .map((step) => ({ ...step, minutes: Math.round(step.hours * minute) }))
    .filter((step) => step.minutes <= minutes)
    .flatMap(({ minutes: after, by, orders }) => {
      const at = addSeconds(reportedAt, after * minute)
      return orders({ at, by }, reportedAt).map((ordered) => ({ ...ordered, act: { actor: by, at } }))
    })
}
