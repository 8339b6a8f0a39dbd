import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { projectFolder } from '../platform/installation.ts'
import type { Act } from '../platform/record/decider.ts'
import type { Recorder } from '../platform/record/record.ts'
import { agency, agencyKinds } from './agency.ts'

const code = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower case words joined by hyphens')
const name = z.string().min(1)

const agenciesFile = z.strictObject({
  notes: z.array(z.string()),
  agencies: z.array(
    z.strictObject({
      code,
      name,
      kind: z.enum(agencyKinds),
      units: z.array(z.strictObject({ code, name, demonstration: z.boolean() })),
    }),
  ),
})

export const thamesAndChiltern = path.join(projectFolder, 'area', 'thames-and-chiltern')

/** The agencies that an area's folder names. Throws when the file is not what it should be. */
export async function readAgencies(areaFolder: string = thamesAndChiltern) {
  const file = path.join(areaFolder, 'agencies.json')
  const parsed = agenciesFile.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not a list of agencies:\n${z.prettifyError(parsed.error)}`)
  return parsed.data.agencies
}

/** Declares the area's agencies and units. What stands already is left as it is. */
export async function loadAgencies(record: Recorder, act: Act, areaFolder: string = thamesAndChiltern): Promise<void> {
  const agencies = await readAgencies(areaFolder)
  await record.performAll(
    agencies.flatMap(({ units, ...declared }) =>
      [{ type: 'DeclareAgency', ...declared }, ...units.map((unit) => ({ type: 'DeclareUnit', ...unit }))].map(
        (command) => ({ decider: agency, id: declared.code, command, act }),
      ),
    ),
  )
}
