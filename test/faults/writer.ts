import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { openInstallation, projectFolder } from '../../src/platform/installation.ts'
import { act, exampleDeciders, secret } from '../support/example-deciders.ts'

// Writes without end on the home it is given, and says each command on standard output after it was acknowledged:
// a sealed stream, its row, and the reaction that adds to a tally.

const [home = '', run = ''] = process.argv.slice(2)
const installation = await openInstallation(
  readConfiguration({ FRANKPLEDGE_HOME: home }, projectFolder),
  exampleDeciders,
)
process.stdout.write('open\n')

async function write(writer: number): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const id = `${writer}-${turn % 20}`
    const words = `${run}.${writer}.${turn}`
    try {
      await installation.record.perform(secret, id, { type: 'Tell', id, words }, act)
      process.stdout.write(`${words}\n`)
    } catch (error) {
      process.stdout.write(`failed ${error instanceof Error ? error.message : String(error)}\n`)
      await wait(20)
    }
  }
}

await Promise.all([1, 2, 3, 4].map(write))
