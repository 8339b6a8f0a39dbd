import process from 'node:process'
import { commands, deciders } from './features.ts'
import { runCommandLine } from './platform/command-line/run.ts'

process.exitCode = await runCommandLine(commands, deciders, process.argv.slice(2), process.env, {
  out: process.stdout,
  err: process.stderr,
})
// The launcher's channel would keep this process waiting for a parent that only waits for it.
if (process.connected) process.disconnect()
