import { createHash } from 'node:crypto'
import canonicalJson from 'canonicalize'
import type { Act, Named } from './decider.ts'

/** One fact on the record, as stored. `payload` is the event's canonical JSON, or that JSON sealed. */
export type Entry = {
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly at: string
  readonly actor: string
  readonly payload: Buffer
  readonly hash: Buffer
}

/**
 * The event without its type, as RFC 8785 canonical JSON in UTF-8. Throws for what JSON cannot hold, which is a
 * bug in a decider and never a user's mistake.
 */
export function payloadOf(event: Named): Buffer {
  const { type: _, ...facts } = event
  const text = canonicalJson(facts)
  if (text === undefined) throw new TypeError(`The event ${event.type} is not JSON`)
  return Buffer.from(text, 'utf8')
}

export function eventOf(type: string, payload: Buffer): Named {
  const facts: unknown = JSON.parse(payload.toString('utf8'))
  if (facts === null || typeof facts !== 'object') throw new TypeError(`The payload of a ${type} is not an object`)
  return { ...facts, type }
}

/**
 * SHA-256 of an entry's canonical bytes: the RFC 8785 array `["frankpledge-entry-1", stream, version, type, at,
 * actor]`, a line feed, then the payload as stored. A sealed payload is hashed sealed, so the hash still verifies
 * when its key is gone. Defined in docs/record-format.md.
 */
export function hashOf(entry: Omit<Entry, 'hash'>): Buffer {
  const head = canonicalJson(['frankpledge-entry-1', entry.stream, entry.version, entry.type, entry.at, entry.actor])
  return createHash('sha256').update(`${head}\n`).update(entry.payload).digest()
}

export function entryOf(stream: string, version: number, type: string, { actor, at }: Act, payload: Buffer): Entry {
  const entry = { stream, version, type, at, actor, payload }
  return { ...entry, hash: hashOf(entry) }
}
