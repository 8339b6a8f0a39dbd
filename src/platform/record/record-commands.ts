import type { CommandLine } from '../command-line/command.ts'
import { backupCommand } from './commands/backup-command.ts'
import { eraseCommand } from './commands/erase-command.ts'
import { keyRotateCommand } from './commands/key-rotate-command.ts'
import { rebuildCommand } from './commands/rebuild-command.ts'
import { restoreCommand } from './commands/restore-command.ts'
import { verifyCommand } from './commands/verify-command.ts'

/** The commands that work on the whole record. */
export const recordCommands: readonly CommandLine[] = [
  rebuildCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  eraseCommand,
  keyRotateCommand,
]
