import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { areaFolder } from '../calendar/area-settings.ts'
import { type Instant, now } from '../calendar/instant.ts'
import { isLocalDate, parseLocalDate } from '../calendar/local-date.ts'
import type { Installation } from '../platform/installation.ts'
import { type UndertakingCommand, areaFile, undertaking } from './undertaking/undertaking.ts'

const words = z.string().min(1)
const day = z.string().refine(isLocalDate, 'must be a day, such as 2027-02-01').transform(parseLocalDate)

const dutiesFile = z.strictObject({
  notes: z.array(words),
  duties: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens'),
      what: words,
      about: words,
      owedBy: z.strictObject({ agency: words, name: words }),
      owedTo: z.union([z.strictObject({ name: words }), z.strictObject({ name: words, agency: words })]),
      source: z.strictObject({ instrument: words, section: words, edition: words, checkedOn: day }),
      startedOn: day,
      dueOn: day,
    }),
  ),
})

type AreaDuty = z.infer<typeof dutiesFile>['duties'][number]

/** The statutory duties that an area's folder names. Throws when the file is not what it should be. */
export async function readAreaDuties(folder: string): Promise<readonly AreaDuty[]> {
  const file = path.join(folder, 'duties.json')
  const parsed = dutiesFile.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not a list of duties:\n${z.prettifyError(parsed.error)}`)
  return parsed.data.duties
}

/** Writes down the dates that statute sets for the area's bodies. What was written down before is left as it is. */
export async function loadAreaDuties({ record }: Installation, at: Instant = now()): Promise<void> {
  const act = { actor: areaFile, at }
  for (const duty of await readAreaDuties(areaFolder)) {
    const standing = await record.read(undertaking, duty.id)
    if (standing.version === 0) await record.perform(undertaking, duty.id, undertakeFrom(duty, at), act)
  }
}

const undertakeFrom = ({ id, dueOn, about, source, ...duty }: AreaDuty, at: Instant): UndertakingCommand => ({
  type: 'Undertake',
  id,
  promised: {
    ...duty,
    kind: 'statutory',
    about: { text: about },
    source: { ...source, confidence: 'confirmed' },
    public: true,
  },
  basis: { kind: 'fixed-date', dueOn },
  at,
  by: areaFile,
})
