import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { materialKinds } from '../material/held-material.ts'
import { type FileContents, fileTypes, needs, unusedSchedules } from './file-check.ts'

const words = z.string().min(1)

/** The keys of a closed list, for a parser. */
const keysOf = <Key extends string>(list: Readonly<Record<Key, string>>) => z.enum(Object.keys(list) as Key[])

const need = keysOf(needs)

const file = z.strictObject({
  notes: z.array(words),
  source: words,
  confidence: z.enum(['confirmed', 'unconfirmed']),
  requirements: z.array(
    z
      .strictObject({
        code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        title: words,
        kinds: z.array(keysOf(materialKinds)),
        need: z.record(keysOf(fileTypes), need),
        note: words.nullable(),
      })
      .refine(({ code, kinds }) => (kinds.length === 0) === (code === unusedSchedules), 'kinds are missing'),
  ),
})

const asShipped = new URL('../../../data/casework/file-contents.json', import.meta.url)

/**
 * What files must hold: `file-contents.json` in the area's folder, or, without it, the list as shipped, which is
 * unconfirmed. Throws when the file is not what it should be.
 */
export function readFileContents(areaFolder: string): FileContents {
  const own = path.join(areaFolder, 'file-contents.json')
  const place = existsSync(own) ? own : asShipped
  const parsed = file.safeParse(JSON.parse(readFileSync(place, 'utf8')))
  if (!parsed.success) throw new Error(`${String(place)} is not a list of contents:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}
