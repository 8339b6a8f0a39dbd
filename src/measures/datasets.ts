import { cpsOutcomes } from './outcomes/dataset.ts'
import type { Dataset } from './sources/dataset.ts'
import { streetCrime } from './street/dataset.ts'

/** Every dataset that figures are imported from, in the order in which they are listed. */
export const datasets: readonly Dataset[] = [cpsOutcomes, streetCrime]

const byKey = new Map(datasets.map((dataset) => [dataset.key, dataset]))

export const datasetOf = (key: string): Dataset | null => byKey.get(key) ?? null
