import { performance } from 'node:perf_hooks'

/** One figure: how much ours does for each one that the peer does. Above 1 we are faster. */
export type Figure = {
  readonly name: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number
  /** The least that is good enough; null where the figure is only for information. */
  readonly aim: number | null
}

/** What every module of this folder exports that measures something. */
export type Bench = () => Promise<readonly Figure[]>

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** How often `once` was done in a second, by `together` callers side by side, over about `seconds`. */
export async function perSecond(once: () => Promise<unknown>, together: number, seconds: number): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let done = 0
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      await once()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: together }, caller))
  return done / ((performance.now() - start) / 1000)
}

/**
 * The medians of several ways of doing one thing, measured turn by turn so that a busy moment of the machine hits
 * all of them. The first turn only warms up.
 */
export async function inTurns<Name extends string>(
  ways: Readonly<Record<Name, () => Promise<number>>>,
  turns = 5,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(ways) as Name[]
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of names) {
      const value = await ways[name]()
      if (turn > 0) found[name].push(value)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(found[name])])) as Record<Name, number>
}

export const count = (value: number): string => Math.round(value).toLocaleString('en-GB')
