import type { CommandLine } from '../../command-line/command.ts'
import { verify } from '../verify.ts'
import { count } from './counted.ts'

export const verifyCommand: CommandLine = {
  name: 'verify',
  summary: 'Checks every hash, every version and every seal of the record',
  details: [
    'Every entry must have the hash it was written with, the versions of each stream must run from 1 without a gap, ' +
      'every sealed payload must open or have been erased, and every erasure must be on the record. ' +
      'The exit code is 1 when a check fails; the first failures are named. docs/record-format.md says what is hashed.',
  ],
  async run({ open, print, progress }) {
    const found = await verify(await open(), (done, total) => progress.at(done, total, 'entries checked'))
    print(`streams   ${count(found.streams)}`)
    print(`entries   ${count(found.entries)}`)
    print(`readable  ${count(found.opened)}`)
    print(`erased    ${count(found.erased)}`)
    print(`failures  ${count(found.failures)}`)
    for (const sentence of found.named) print(`  ${sentence}`)
    if (found.failures > found.named.length) print(`  and ${count(found.failures - found.named.length)} more`)
    return found.failures === 0 ? 0 : 1
  },
}
