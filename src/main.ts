import process from 'node:process'
import { commands, deciders } from './features.ts'
import { runCommandLine } from './platform/command-line/run.ts'

// A reader that has seen enough, such as `head`, closes the pipe; the command ends its work all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const exitCode = await runCommandLine(commands, deciders, process.argv.slice(2), process.env, {
  out: process.stdout,
  err: process.stderr,
})
// Interrupted work may have left something behind that would go on.
if (exitCode > 128) process.exit(exitCode)
process.exitCode = exitCode
// The launcher's channel would keep this process waiting for a parent that only waits for it.
if (process.connected) process.disconnect()
