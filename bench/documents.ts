import { performance } from 'node:perf_hooks'
import { parseLocalDate } from '../src/calendar/local-date.ts'
import type { PrintedDocument } from '../src/platform/documents/printed-document.ts'
import { Typesetter } from '../src/platform/documents/set-document.ts'
import { typeset } from '../src/platform/documents/typeset.ts'
import { type Figure, median } from './measure.ts'

// Documents as PDF/UA-1, as somebody waits for one: against the limit of 6 ms that a page may take, and that the way
// over the thread on which they are set costs next to nothing. Cores that others use, too, take up to twice as long.

const limitMs = 6
const rounds = 60

const reasons = 'The account of the witness is supported by the recording, and nothing in the interview explains it. '

/** A document of one page, and no two alike, so that nothing that was set before helps. */
const onePage = (number: number): PrintedDocument => ({
  title: `Decision ${number}`,
  caption: 'Charging decision',
  date: parseLocalDate('2026-04-07'),
  marking: 'Handle with care',
  reference: `Case ${number}`,
  blocks: [
    {
      kind: 'facts',
      rows: [
        ['Decided on', 'Tuesday 7 April 2026'],
        ['Case', String(number)],
      ],
    },
    { kind: 'heading', level: 1, text: `Charge ${number}` },
    { kind: 'paragraph', label: 'Reasons', text: `${number}. ${reasons.repeat(3)}` },
    { kind: 'list', items: [`Item ${number}`, reasons] },
    {
      kind: 'table',
      caption: 'Material',
      columns: [
        { text: 'Item', share: 1 },
        { text: 'What', share: 4 },
      ],
      rows: [[`M${number}`, reasons]],
    },
    { kind: 'paragraph', text: `${number}. ${reasons.repeat(4)}` },
  ],
})

async function medianMs(set: (document: PrintedDocument) => Buffer | Promise<Buffer>, from: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const document = onePage(from + round)
    const start = performance.now()
    await set(document)
    times.push(performance.now() - start)
  }
  // The first few fill the fonts' caches.
  return median(times.slice(10))
}

const ms = (value: number): string => `${value.toFixed(2)} ms`

export async function bench(): Promise<readonly Figure[]> {
  const typesetter = new Typesetter()
  const here = await medianMs((document) => typesetter.set(document), 0)
  const asked = await medianMs(typeset, 1000)
  return [
    { name: 'a page of a document, limit 6 ms', ours: ms(here), peer: ms(limitMs), ratio: limitMs / here, aim: 0.5 },
    {
      name: 'the same on its own thread, against none of its own',
      ours: ms(asked),
      peer: ms(here),
      ratio: here / asked,
      aim: null,
    },
  ]
}
