import type { CommandLine } from '../../command-line/command.ts'
import { restore } from '../restore.ts'
import { count } from './counted.ts'

export const restoreCommand: CommandLine = {
  name: 'restore',
  summary: 'Takes a backup into an empty installation and works its tables out',
  arguments: ['FILE'],
  details: [
    'The database must be empty and the installation key must be the one the backup was written under: put it in ' +
      'place first, as installation.key in FRANKPLEDGE_HOME or by FRANKPLEDGE_KEY_FILE. Every hash and every payload is ' +
      'checked. It is one transaction: a file that is cut short or was changed leaves nothing behind.',
  ],
  async run(context) {
    const [file = ''] = context.arguments
    const found = await restore(await context.open(), file, (done, total) =>
      context.progress.at(done, total, 'entries read'),
    )
    context.print(`streams  ${count(found.streams)}`)
    context.print(`entries  ${count(found.entries)}`)
    context.print(`keys     ${count(found.keys)}`)
    context.print(`rows     ${count(found.tableRows)} worked out, ${count(found.rows)} kept`)
  },
}
