import { createHash } from 'node:crypto'
import canonicalJson from 'canonicalize'
import type { Act, Named } from './decider.ts'
import { refuseRecord } from './refusals.ts'

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

/** U+0000 as JSON escapes it; an even number of backslashes before it would be backslashes and plain letters. */
const nulCharacter = /(?<!\\)(?:\\\\)*\\u0000/

/**
 * The event without its type, as RFC 8785 canonical JSON in UTF-8. Throws for what JSON cannot hold, which is a
 * bug in a decider and never a user's mistake; and refuses U+0000, which a user can paste and PostgreSQL cannot keep.
 */
export function payloadOf(event: Named): Buffer {
  const { type: _, ...facts } = event
  const text = canonicalJson(facts)
  if (text === undefined) throw new TypeError(`The event ${event.type} is not JSON`)
  if (nulCharacter.test(text)) throw refuseRecord('record.text-not-storable')
  return Buffer.from(text, 'utf8')
}

export function eventOf(type: string, payload: Buffer): Named {
  const facts: unknown = JSON.parse(payload.toString('utf8'))
  if (facts === null || typeof facts !== 'object') throw new TypeError(`The payload of a ${type} is not an object`)
  return { ...facts, type }
}

const streamShape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/\S{1,250}$/
/** The name of an erasure holds the whole name of the stream that it erased, and that must fit. */
const nameAtMost = 200
const fits = (stream: string): boolean => stream.length <= nameAtMost || stream.startsWith('erasure/')
const plainText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/**
 * Throws when a stream's name, an actor or an instant would not come back from the database as it went in: the hash
 * is over what was written. All three come from our own code, so a wrong one is a bug.
 */
export function checkNaming(stream: string, { actor, at }: Act): void {
  if (!streamShape.test(stream) || !plainText(stream) || !fits(stream))
    throw new TypeError(`'${stream}' cannot name a stream`)
  if (!plainText(actor)) throw new TypeError(`'${actor}' cannot name an actor`)
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime()) || moment.toISOString() !== at) {
    throw new TypeError(`'${at}' is not a UTC instant with milliseconds, such as 2026-04-07T09:30:00.000Z`)
  }
}

/**
 * SHA-256 of an entry's canonical bytes: the RFC 8785 array `["frankpledge-entry-1", stream, version, type, at,
 * actor]`, a line feed, then the payload as stored. A sealed payload is hashed sealed, so the hash still verifies
 * when its key is gone. Defined in docs/record-format.md.
 */
export function hashOf(entry: Omit<Entry, 'hash'>): Buffer {
  // Six texts and whole numbers in an array: JSON.stringify writes these as RFC 8785 does, and five times faster.
  const head = JSON.stringify(['frankpledge-entry-1', entry.stream, entry.version, entry.type, entry.at, entry.actor])
  return createHash('sha256').update(`${head}\n`).update(entry.payload).digest()
}

export function entryOf(stream: string, version: number, type: string, { actor, at }: Act, payload: Buffer): Entry {
  const entry = { stream, version, type, at, actor, payload }
  return { ...entry, hash: hashOf(entry) }
}
