import type { Instant } from '../../calendar/instant.ts'
import type { Decider, Json } from '../../platform/record/decider.ts'
import { refuseMessage } from './refusals.ts'

/** What another system was answered, word for word. */
export type Answer = { readonly status: number; readonly body: Json }

type Facts = {
  readonly id: string
  readonly agency: string
  readonly token: string
  /** What it asked for: the name of the operation. */
  readonly operation: string
  /** SHA-256 of what was asked of whom, in hexadecimal: by it a repeated message is told from another. */
  readonly bodySha256: string
  readonly answer: Answer
  readonly at: Instant
  readonly by: string
}

export type MessageCommand = { readonly type: 'ReceiveMessage' } & Facts
type MessageEvent = { readonly type: 'MessageReceived' } & Facts
export type Receipt = Facts

/**
 * The receipt of one message, in the same transaction as what it ordered. Its id is the agency and the hash of the
 * message's key, so that a message which comes again, at the same moment even, is refused as a whole: whoever asks
 * gives the answer that stands here. Sealed, because an answer may hold personal data. It has no permission of its own:
 * what the message orders has.
 */
export const message: Decider<Receipt | null, MessageCommand, MessageEvent> = {
  kind: 'message',
  sealed: true,
  initial: null,
  decide({ type: _, ...facts }, receipt) {
    if (!receipt) return [{ type: 'MessageReceived', ...facts }]
    const same = receipt.operation === facts.operation && receipt.bodySha256 === facts.bodySha256
    throw refuseMessage(same ? 'message.received-already' : 'message.key-used')
  },
  evolve(_, { type: __, ...facts }) {
    return facts
  },
  // Nobody reads receipts but whoever asks again, and that goes by their ids.
  rows: () => ({}),
}
