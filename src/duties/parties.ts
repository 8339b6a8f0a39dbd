import type { Tx } from '../platform/database/reading.ts'

/** An agency that may owe or be owed a duty, and its units. */
export type Party = {
  readonly code: string
  readonly name: string
  readonly units: ReadonlyArray<{ readonly code: string; readonly name: string }>
}

/** Reads the agencies of the area, by name. Given to these pages, which know nothing of the area's work. */
export type ReadParties = (tx: Tx) => Promise<readonly Party[]>
