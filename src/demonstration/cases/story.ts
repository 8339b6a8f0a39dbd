import { type Instant, addSeconds } from '../../calendar/instant.ts'
import type { DeadlineFacts } from '../../casework/deadlines/deadline.ts'
import type { FileContents } from '../../casework/file-check/file-check.ts'
import type { SuspectedOffence } from '../../casework/investigation/investigation.ts'
import type { Offence } from '../../casework/offences/offence.ts'
import type { PersonDetails } from '../../casework/people/person.ts'
import type { Decider, Named } from '../../platform/record/decider.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import type { Chance } from './chance.ts'
import type { MadeUpOffence } from './offences.ts'
import type { Ended } from './shapes.ts'

export type Acted = { readonly at: Instant; readonly by: string }

/** A command for one stream, without who acts and when, which the teller knows. */
export type Ordered = { readonly decider: Decider; readonly id: string; readonly command: Named }

/** Something that somebody does so many hours after the report. */
export type Step = {
  readonly hours: number
  readonly by: string
  readonly orders: (acted: Acted, reportedAt: Instant) => readonly Ordered[]
}

/** Who acts in a case, by account. */
export type Cast = {
  readonly officer: string
  readonly supervisor: string
  readonly prosecutor: string
  readonly assistant: string
}

export type MadeUpPerson = { readonly id: string; readonly details: PersonDetails }
export type MadeUpVictim = MadeUpPerson & { readonly enhancedBy: readonly EnhancedGround[] }

/** A case as it is drawn, before it is told when it happened. */
export type MadeUpCase = {
  readonly id: string
  /** 0 for the first case of its seed. */
  readonly index: number
  readonly chance: Chance
  readonly cast: Cast
  readonly force: { readonly code: string; readonly name: string; readonly number: string }
  readonly district: string
  readonly offence: MadeUpOffence
  readonly listed: Offence
  readonly suspected: SuspectedOffence
  /** How it ends, when nothing stops it. */
  readonly ended: Ended
  /** Whether it was drawn from those who are prosecuted rather than from what is reported. */
  readonly prosecuted: boolean
  readonly victims: readonly MadeUpVictim[]
  readonly suspects: readonly MadeUpPerson[]
  readonly witness: MadeUpPerson | null
  /** A number that no other case of the seed has, and hardly one of another seed. */
  readonly serial: number
  readonly facts: DeadlineFacts
  readonly contents: FileContents
}

/** Steps one after another, each some hours after the one before. */
export type Telling = {
  readonly steps: readonly Step[]
  hours(): number
  /** Lets time pass. */
  wait(hours: number): void
  act(by: string, orders: Step['orders']): void
}

export function telling(from = 0): Telling {
  const steps: Step[] = []
  let hours = from
  return {
    steps,
    hours: () => hours,
    wait(more) {
      hours += more
    },
    act(by, orders) {
      // Nothing else happens in the same minute, so that the order of steps is the order in time.
      hours = (Math.floor(hours * 60) + 1) / 60
      steps.push({ hours, by, orders })
    },
  }
}

export const day = 24

/** The moment so many hours after the report, to the minute. */
export const momentAt = (reportedAt: Instant, hours: number): Instant =>
  addSeconds(reportedAt, Math.round(hours * 60) * 60)
