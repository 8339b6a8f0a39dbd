import type { Measure } from './measure.ts'
import { outcomeMeasures } from './outcomes/measures.ts'
import { streetMeasures } from './street/measures.ts'

/** Every measure there is, in the order in which they are listed. */
export const measures: readonly Measure[] = [...outcomeMeasures, ...streetMeasures]

const byCode = new Map(measures.map((measure) => [measure.code, measure]))

export const measureOf = (code: string): Measure | null => byCode.get(code) ?? null
