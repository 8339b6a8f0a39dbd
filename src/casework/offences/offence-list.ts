import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { type LocalDate, parseLocalDate } from '../../calendar/local-date.ts'
import { commonOffences } from '../points-to-prove/points-to-prove.ts'
import { type Offence, offenceOf } from './offence.ts'
import { type OffenceIndex, offenceIndexOf } from './offence-search.ts'

/** The CJS offences as they were listed on a day. Codes come and go, so whoever uses one says which list it was. */
type OffenceList = {
  readonly knownOn: LocalDate
  readonly byCode: ReadonlyMap<string, Offence>
  readonly index: OffenceIndex
}

const knownOn = parseLocalDate('2026-06-17')
const file = new URL(`../../../data/standing-data/cjs-offences-${knownOn}.json.gz`, import.meta.url)

const lines = z.array(
  z.object({
    cjsCode: z.string(),
    offenceCategory: z.string(),
    offenceTitle: z.string().min(1),
    recordableOnPnc: z.boolean(),
  }),
)

let read: OffenceList | undefined

/** The newest list that came with this release. Read once, when first asked for: about a tenth of a second. */
export function offenceList(): OffenceList {
  read ??= readOffences()
  return read
}

function readOffences(): OffenceList {
  const offences = lines.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))).map(offenceOf)
  return {
    knownOn,
    byCode: new Map(offences.map((offence) => [offence.code, offence])),
    index: offenceIndexOf(offences, new Set(commonOffences())),
  }
}

/** The offence with a code, or null when the list does not have it. */
export const findOffence = (code: string): Offence | null => offenceList().byCode.get(code) ?? null
