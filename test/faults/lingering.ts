import process from 'node:process'
import type { CommandLine } from '../../src/platform/command-line/command.ts'
import { runCommandLine } from '../../src/platform/command-line/run.ts'
import { act, exampleDeciders } from '../support/example-deciders.ts'

// A command that would take for ever: a statement that sleeps, and a batch that is not committed while it does.

const linger: CommandLine = {
  name: 'linger',
  summary: 'Takes for ever',
  async run({ open, print }) {
    const { pool, record } = await open()
    await record.read(exampleDeciders[0], 'a')
    const client = await pool.connect()
    await client.query('begin')
    print(`lingering since ${act.at}`)
    await client.query('select pg_sleep(600)')
  },
}

const code = await runCommandLine([linger], exampleDeciders, ['linger'], process.env, {
  out: process.stdout,
  err: process.stderr,
})
process.exit(code)
