import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { joinEmbedded } from '../../src/platform/database/embedded.ts'

// A process that joins the database of the home it is given, stays a while and leaves.
const [home = '', stayMs = '0'] = process.argv.slice(2)
const embedded = await joinEmbedded(home)
process.stdout.write(`${embedded.socketFolder}\n`)
await wait(Number(stayMs))
await embedded.leave()
