import type { ClientBase } from 'pg'
import { type Decider, kindOf } from './decider.ts'
import { type StoredEntry, type StoredStream, countEntries, keyOf, readStreams } from './entries.ts'
import { eventOf, hashOf, payloadOf } from './entry.ts'
import type { Tell } from './fold-record.ts'
import type { StreamKey } from './keyring.ts'
import type { RecordAccess } from './record.ts'
import { open, payloadContext } from './seal.ts'
import { inTransaction } from './transaction.ts'

export type Verified = {
  readonly streams: number
  readonly entries: number
  /** Entries whose payload opened. */
  readonly opened: number
  /** Entries whose key was destroyed by an erasure. */
  readonly erased: number
  readonly failures: number
  /** The first failures, each in a sentence that names the entry. */
  readonly named: readonly string[]
}

const namedAtMost = 10

/** Gathers what is wrong. Only the first failures are kept in words. */
class Findings {
  failures = 0
  readonly named: string[] = []

  add(sentence: string): void {
    this.failures += 1
    if (this.named.length < namedAtMost) this.named.push(sentence)
  }
}

/**
 * Checks what can be checked without a witness outside: every hash, every version without a gap, every sealed payload
 * open or erased, and every erasure done. Entries missing from the end of a stream leave no mark here.
 */
export async function verify(
  { pool, record, installationKey }: RecordAccess,
  tell: Tell = () => {},
): Promise<Verified> {
  return inTransaction(pool, 'begin isolation level repeatable read read only', (client) =>
    verifyIn(client, record.deciders, installationKey, tell),
  )
}

export async function verifyIn(
  client: ClientBase,
  deciders: readonly Decider[],
  installationKey: Buffer,
  tell: Tell,
): Promise<Verified> {
  const sealedKinds = new Set(deciders.filter(({ sealed }) => sealed).map(({ kind }) => kind))
  const total = await countEntries(client)
  const findings = new Findings()
  const counts = { streams: 0, entries: 0, opened: 0, erased: 0 }
  for await (const stored of readStreams(client)) {
    counts.streams += 1
    counts.entries += stored.entries.length
    const key = keyOrFinding(stored, sealedKinds, installationKey, findings)
    for (const [index, entry] of stored.entries.entries()) {
      checkEntry(entry, index + 1, findings)
      if (key?.state === 'erased') counts.erased += 1
      else if (key && payloadOpens(entry, key, findings)) counts.opened += 1
    }
    tell(counts.entries, total)
  }
  await checkErasures(client, findings)
  return { ...counts, failures: findings.failures, named: findings.named }
}

function keyOrFinding(
  stored: StoredStream,
  sealedKinds: ReadonlySet<string>,
  installationKey: Buffer,
  findings: Findings,
): StreamKey | null {
  if (!stored.wrapped && sealedKinds.has(kindOf(stored.stream))) {
    findings.add(`${stored.stream} is of a sealed kind and has no key`)
    return null
  }
  try {
    return keyOf(stored, installationKey)
  } catch {
    findings.add(`${stored.stream}: its key does not open with the installation key`)
    return null
  }
}

const named = ({ position, stream, version }: StoredEntry): string =>
  `entry ${position} (${stream}, version ${version})`

function checkEntry(entry: StoredEntry, due: number, findings: Findings): void {
  if (entry.version !== due) findings.add(`${named(entry)} stands where version ${due} should`)
  if (!hashOf(entry).equals(entry.hash)) findings.add(`${named(entry)} does not have the hash it was written with`)
}

function payloadOpens(entry: StoredEntry, key: StreamKey, findings: Findings): boolean {
  const { stream, version, type, payload } = entry
  try {
    const plain = key.state === 'held' ? open(payload, key.key, payloadContext(stream, version, type)) : payload
    if (payloadOf(eventOf(type, plain)).equals(plain)) return true
    findings.add(`${named(entry)} is not canonical JSON`)
  } catch {
    findings.add(key.state === 'held' ? `${named(entry)} does not open` : `${named(entry)} is not canonical JSON`)
  }
  return false
}

/** A key goes by an erasure that is on the record, and an erasure on the record means that the key is gone. */
async function checkErasures(client: ClientBase, findings: Findings): Promise<void> {
  const { rows } = await client.query<{ stream: string; wrong: string }>(`
    select k.stream, 'its key was destroyed, and no erasure is on the record' as wrong from stream_key k
     where k.wrapped_key is null and not exists (select from entry e where e.stream = 'erasure/' || k.stream)
    union all
    select k.stream, 'an erasure is on the record, and its key is still there' from stream_key k
     where k.wrapped_key is not null and exists (select from entry e where e.stream = 'erasure/' || k.stream)
    union all
    select k.stream, 'it has a key and no entries' from stream_key k
     where not exists (select from entry e where e.stream = k.stream)
    order by 1`)
  for (const { stream, wrong } of rows) findings.add(`${stream}: ${wrong}`)
}
