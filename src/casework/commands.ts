import type { CommandLine } from '../platform/command-line/command.ts'
import { deadlineRules } from './deadlines/catalogue.ts'
import { deadlineCommands } from './deadlines/deadline-command.ts'
import { checkCommands } from './identifiers/check-command.ts'

export const caseworkCommands: readonly CommandLine[] = [...deadlineCommands(deadlineRules), ...checkCommands]
