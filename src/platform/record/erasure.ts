import type { Decider, Row } from './decider.ts'
import { refuseRecord } from './refusals.ts'

/** That a sealed stream was erased: what remains of it in words. One stream of this kind for each erased stream. */
export type Erasure = { readonly done: StreamErased | null }

export type EraseStream = {
  readonly type: 'EraseStream'
  readonly stream: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

export type StreamErased = {
  readonly type: 'StreamErased'
  readonly stream: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

export const erasure: Decider<Erasure, EraseStream, StreamErased> = {
  kind: 'erasure',
  initial: { done: null },
  decide({ stream, reason, by, at }, { done }) {
    if (done) throw refuseRecord('record.already-erased', { stream })
    if (reason.trim() === '') throw refuseRecord('record.erasure-needs-reason')
    return [{ type: 'StreamErased', stream, reason: reason.trim(), by, at }]
  },
  evolve: (_, erased) => ({ done: erased }),
  rows: ({ done }) => ({ erasure: done ? [rowOf(done)] : [] }),
}

const rowOf = ({ stream, at, by, reason }: StreamErased): Row => ({ stream, at, actor: by, reason })
