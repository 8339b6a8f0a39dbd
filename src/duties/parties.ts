import type { Tx } from '../platform/database/reading.ts'

export type Unit = { readonly code: string; readonly name: string }

/** An agency that may owe or be owed a duty, and its units. */
export type Party = Unit & { readonly units: readonly Unit[] }

/** Reads the agencies of the area, by name. Given to these pages, which know nothing of the area's work. */
export type ReadParties = (tx: Tx) => Promise<readonly Party[]>
