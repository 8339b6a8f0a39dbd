import { now } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../command-line/command.ts'
import { backup } from '../backup.ts'
import { count } from './counted.ts'

export const backupCommand: CommandLine = {
  name: 'backup',
  summary: 'Writes the record and its keys into one file, while work goes on',
  arguments: ['FILE'],
  details: [
    'The file holds every entry, the wrapped key of every sealed stream, and the tables that are not worked out from ' +
      'the record, as of one moment. It takes its name when it is whole; a file that is there is never written over. ' +
      'The installation key is not in it. Keep that apart from the backups: without it they cannot be read, and with ' +
      'it they can.',
  ],
  async run(context) {
    const [file = ''] = context.arguments
    const installation = await context.open()
    const { entries, keys, rows } = await backup(installation, file, now(), (done, total) =>
      context.progress.at(done, total, 'entries written'),
    )
    context.print(`${file}: ${count(entries)} entries, ${count(keys)} keys, ${count(rows)} rows of kept tables`)
  },
}
