import { performance } from 'node:perf_hooks'
import { parseInstant } from '../src/calendar/instant.ts'
import { loadCases } from '../src/demonstration/cases/load-cases.ts'
import { loadArea } from '../src/demonstration/load.ts'
import { deciders } from '../src/features.ts'
import { rebuild } from '../src/platform/record/rebuild.ts'
import { withInstallation } from './installation.ts'
import { type Figure, count } from './measure.ts'

// A record of made-up cases, sealed and with three rows to an entry, folded again and compared with the tables. An area
// of 50,000 cases has 1.15 million entries, and after an update nobody should wait longer than five minutes for it.

const cases = 4000
const limitPerSecond = 3850
const at = parseInstant('2026-11-22T12:00:00.000Z')
const silent = { at: () => {}, done: () => {} }

export async function bench(): Promise<readonly Figure[]> {
  return withInstallation(deciders, '', async (installation) => {
    await loadArea(installation, silent)
    await loadCases(installation, { cases, seed: 'bench', at }, silent)
    const start = performance.now()
    const { entries, differences } = await rebuild(installation)
    const perSecond = entries / ((performance.now() - start) / 1000)
    if (differences.length > 0) throw new Error(`${differences.length} tables differ from the record`)
    const [ours, peer] = [`${count(perSecond)}/s`, `${count(limitPerSecond)}/s`]
    const name = `Entries of ${count(cases)} made-up cases rebuilt`
    return [{ name, ours, peer, ratio: perSecond / limitPerSecond, aim: 1 }]
  })
}
