import { performance } from 'node:perf_hooks'
import { offenceList } from '../src/casework/offences/offence-list.ts'
import { searchOffences } from '../src/casework/offences/offence-search.ts'
import { wordsIn } from '../src/casework/offences/words.ts'
import { type Figure, median } from './measure.ts'

// The search over the 15,352 CJS offences, as somebody types: against the limit of 50 ms that an answer may take, and
// against a plain scan of all titles for the same words.

const limitMs = 50

const typed =
  't|th|the|theft|theft f|theft from shop|shoplifting|burglery dweling|robery|a|possess|drive|drive motor vehicle|'
    .concat('TH68|COML|RT88007|fail to|zzzz|assult beating')
    .split('|')

const { index } = offenceList()

/** What the least code would do: every word somewhere in the title, in the list's own order. */
function plainScan(query: string): readonly unknown[] {
  const words = wordsIn(query)
  return index.offences.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
}

/** Milliseconds of the slowest query and of all on average. Of a query's rounds the median counts. */
function timesOf(search: (query: string) => unknown): { readonly slowest: number; readonly mean: number } {
  const rounds = 30
  const medians = typed.map((query) =>
    median(
      Array.from({ length: rounds }, () => {
        const start = performance.now()
        search(query)
        return performance.now() - start
      }),
    ),
  )
  return { slowest: Math.max(...medians), mean: medians.reduce((sum, one) => sum + one, 0) / medians.length }
}

const ms = (value: number): string => `${value.toFixed(2)} ms`

export async function bench(): Promise<readonly Figure[]> {
  const ours = timesOf((query) => searchOffences(index, query))
  const scan = timesOf(plainScan)
  return [
    {
      name: 'slowest answer of the offence search, limit 50 ms',
      ours: ms(ours.slowest),
      peer: ms(limitMs),
      ratio: limitMs / ours.slowest,
      aim: 1,
    },
    {
      name: 'offence search against a scan of all titles, on average',
      ours: ms(ours.mean),
      peer: ms(scan.mean),
      ratio: scan.mean / ours.mean,
      aim: null,
    },
  ]
}
