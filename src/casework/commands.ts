import type { CommandLine } from '../platform/command-line/command.ts'
import { deadlineRules } from './deadlines/catalogue.ts'
import { deadlineCommand } from './deadlines/deadline-command.ts'
import { checkCommands } from './identifiers/check-command.ts'
import { filesCommand } from './material/files-command.ts'

export const caseworkCommands: readonly CommandLine[] = [deadlineCommand(deadlineRules), ...checkCommands, filesCommand]
