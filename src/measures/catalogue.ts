import type { Measure } from './measure.ts'
import { outcomeMeasures } from './outcomes/measures.ts'

/** Every measure there is, in the order in which they are listed. */
export const measures: readonly Measure[] = [...outcomeMeasures]

const byCode = new Map(measures.map((measure) => [measure.code, measure]))

export const measureOf = (code: string): Measure | null => byCode.get(code) ?? null
