import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectFolder } from '../../platform/installation.ts'

const words = z.string().min(1)
const counts = z.record(words, z.int().nonnegative())

/** How a crime ended, as far as data.police.uk says. */
const ends = ['no-suspect', 'evidence', 'public-interest', 'out-of-court', 'charged'] as const
export type Ended = (typeof ends)[number]

const shapesFile = z.strictObject({
  notes: z.array(words),
  reported: z.strictObject({
    source: words,
    forces: counts,
    crimeTypes: counts,
    districts: z.record(words, counts),
    endedSource: words,
    ended: z.record(words, z.record(z.enum(ends), z.int().nonnegative())),
  }),
  prosecuted: z.strictObject({ source: words, groups: counts }),
  receipts: z.strictObject({ source: words, referrals: z.int().positive(), receipts: z.int().positive() }),
})

/** The proportions of real published figures in which a made-up area is drawn. */
export type Shapes = z.infer<typeof shapesFile>

const file = path.join(projectFolder, 'area', 'thames-and-chiltern', 'demonstration-shapes.json')

export const readShapes = (): Shapes => shapesFile.parse(JSON.parse(readFileSync(file, 'utf8')))
