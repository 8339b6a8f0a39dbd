import { rm } from 'node:fs/promises'
import type { CommandLine } from '../../platform/command-line/command.ts'
import { listStored } from '../../platform/files/file-store.ts'

/** A file that is younger may be on its way onto the record. In milliseconds. */
const youngMs = 24 * 60 * 60_000

export const filesCommand: CommandLine = {
  name: 'files',
  summary: 'Compares the files that are kept with the record, and removes those that nothing names',
  options: { remove: { type: 'boolean', about: 'remove the files that nothing names' } },
  details: [
    'Looks in the folder files/sealed of FRANKPLEDGE_HOME. A file that nothing on the record names is what an ' +
      'interrupted upload left, or what belonged to a case that was erased: nobody can open it any longer. Files of the ' +
      'last 24 hours are left alone, as they may be on their way. The exit code is 1 when a file that the record names is ' +
      'missing; a backup may hold it.',
  ],
  async run({ open, options, print, configuration }) {
    const { pool } = await open()
    const { rows } = await pool.query<{ sealed: string; case_id: string; item: string; number: string }>(
      'select sealed, case_id, item, number from material_file order by case_id, item, number',
    )
    const named = new Set(rows.map(({ sealed }) => sealed))
    const stored = await listStored(configuration)
    const held = new Set(stored.map(({ sealed }) => sealed))
    const unnamed = stored.filter(({ sealed, writtenMs }) => !named.has(sealed) && Date.now() - writtenMs > youngMs)
    const missing = rows.filter(({ sealed }) => !held.has(sealed))
    print(`files on the record    ${rows.length}`)
    print(`files that are kept    ${stored.length}`)
    print(`named by nothing       ${unnamed.length}`)
    print(`missing                ${missing.length}`)
    for (const { case_id: id, item, number } of missing) print(`  missing: case ${id}, item ${item}, file ${number}`)
    if (options['remove'] === true) {
      for (const { place } of unnamed) await rm(place)
      print(`removed                ${unnamed.length}`)
    }
    return missing.length > 0 ? 1 : 0
  },
}
