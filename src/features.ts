import { calendar } from './calendar/calendar.ts'
import { calendarCommands } from './calendar/commands.ts'
import { undertaking } from './duties/undertaking/undertaking.ts'
import type { CommandLine } from './platform/command-line/command.ts'
import type { Decider } from './platform/record/decider.ts'
import type { Routes } from './platform/web/routing.ts'
import { planDecider } from './plans/plan.ts'

// What the house is made of. A feature that is not listed here does not exist.

export const deciders: readonly Decider[] = [calendar, planDecider, undertaking]

export const routes: readonly Routes[] = []

export const commands: readonly CommandLine[] = [...calendarCommands]
