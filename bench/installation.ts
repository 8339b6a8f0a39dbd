import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { readConfiguration } from '../src/platform/configuration.ts'
import { type Installation, openInstallation, projectFolder } from '../src/platform/installation.ts'
import type { Decider } from '../src/platform/record/decider.ts'

/** Runs `work` on an installation of its own, embedded and empty but for `tables`, which goes when the work is done. */
export async function withInstallation<T>(
  deciders: readonly Decider[],
  tables: string,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-bench-'))
  const configuration = readConfiguration({ FRANKPLEDGE_HOME: home }, projectFolder)
  try {
    const before = await openInstallation(configuration, [])
    try {
      if (tables) await before.pool.query(tables)
      const installation = await openInstallation(configuration, deciders)
      try {
        return await work(installation)
      } finally {
        await installation.close()
      }
    } finally {
      await before.close()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
