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
import type { Scene } from './scenes.ts'
import type { Ended } from './shapes.ts'

export type Acted = { readonly at: Instant; readonly by: string }

/** A command for one stream, without who acts and when, which the teller knows. */
export type Ordered = { readonly decider: Decider; readonly id: string; readonly command: Named }

/** Something that somebody does so many hours after the report. */
export type Step = {
  readonly hours: number
  readonly by: string
  /** False for what nobody does at night. */
  readonly atAnyHour: boolean
  /** `when` gives the moment of an earlier step by its hours. */
  readonly orders: (acted: Acted, reportedAt: Instant, when: When) => readonly Ordered[]
}

export type When = (hours: number) => Instant

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
  /** What is alleged and where, and on which days: so many before the report at the latest, over so many. */
  readonly scene: Scene
  readonly happened: { readonly daysBefore: number; readonly daysLong: number }
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
  /** From here on things happen at night as well, or no longer: somebody is detained, or was just called out. */
  atAnyHour(really: boolean): void
  act(by: string, orders: Step['orders']): void
}

export function telling(from = 0): Telling {
  const steps: Step[] = []
  let hours = from
  let atAnyHour = true
  return {
    steps,
    hours: () => hours,
    wait(more) {
      hours += more
    },
    atAnyHour(really) {
      atAnyHour = really
    },
    act(by, orders) {
      // Nothing else happens in the same minute, so that the order of steps is the order in time.
      hours = (Math.floor(hours * 60) + 1) / 60
      steps.push({ hours, by, atAnyHour, orders })
    },
  }
}

export const day = 24

/** Those of some words that speak of nobody who is not in the case, one of them drawn. */
export function pickFitting<Words>(
  { chance, victims, witness }: Pick<MadeUpCase, 'chance' | 'victims' | 'witness'>,
  words: readonly Words[],
): Words {
  const absent = [...(victims.length === 0 ? ['victim'] : []), ...(witness === null ? ['witness'] : [])]
  return chance.pick(words.filter((one) => !absent.some((part) => JSON.stringify(one).toLowerCase().includes(part))))
}

/** The moment so many hours after the report, to the minute. */
export const momentAt = (reportedAt: Instant, hours: number): Instant =>
  addSeconds(reportedAt, Math.round(hours * 60) * 60)
