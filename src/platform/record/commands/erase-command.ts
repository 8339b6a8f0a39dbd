import { now } from '../../../calendar/instant.ts'
import type { CommandLine } from '../../command-line/command.ts'
import { eraseStream } from '../erase.ts'
import { commandLineActor } from './actor.ts'

export const eraseCommand: CommandLine = {
  name: 'erase',
  summary: 'Destroys the key of a sealed stream, so that nobody can ever read it again',
  arguments: ['STREAM'],
  options: {
    reason: {
      type: 'string',
      value: 'TEXT',
      about: 'why; it stays on the record for good, so it names nobody',
      required: true,
    },
  },
  details: [
    'STREAM is the kind and the id, such as person/0193f1c2. Its rows go, its entries stay and can no longer be read, ' +
      'and their hashes still verify. That it was erased, when, by whom and why is recorded. It cannot be undone. ' +
      "A backup written before holds the stream's key, wrapped by the installation key. 'frankpledge key rotate' replaces " +
      'that one; then the older backups can be opened by nobody, and a new one must be taken.',
  ],
  async run(context) {
    const [stream = ''] = context.arguments
    const reason = String(context.options['reason'] ?? '')
    await eraseStream(await context.open(), stream, reason, { actor: commandLineActor(), at: now() })
    context.print(`${stream} is erased.`)
    context.print(
      "Backups written before today's erasure still hold its key: run 'frankpledge key rotate', take a new backup, " +
        'and destroy every copy of the old installation key.',
    )
  },
}
