import path from 'node:path'
import type { CommandLine } from '../../command-line/command.ts'
import { rotateKey } from '../rotate-key.ts'
import { counted } from './counted.ts'

export const keyRotateCommand: CommandLine = {
  name: 'key rotate',
  summary: 'Replaces the installation key, so that older backups open nothing that is sealed',
  options: {
    to: { type: 'string', value: 'FILE', about: 'where the new key is written, when the environment gives the key' },
  },
  details: [
    'Every stream key is wrapped anew in one transaction. The website must be stopped. Take a new backup right after: ' +
      'the older ones can then only be read by whoever kept the old key, so destroy every copy of it.',
  ],
  async run({ open, options, print }) {
    const installation = await open()
    if (!(await installation.claimServer())) throw new Error('The website is running. Stop it, then replace the key.')
    const to = typeof options['to'] === 'string' ? path.resolve(options['to']) : null
    const { keys, file } = await rotateKey(installation, to)
    print(`The installation key was replaced, and ${counted(keys, 'stream key was', 'stream keys were')} wrapped anew.`)
    if (file) print(`The new key is in ${file}: point FRANKPLEDGE_KEY_FILE to it, and destroy the old key.`)
    print("Older backups no longer open with it. Take a new one now: 'frankpledge backup FILE'.")
  },
}
