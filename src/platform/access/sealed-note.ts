import { hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { type Instant, isInstant, secondsBetween } from '../../calendar/instant.ts'
import { open, seal } from '../record/seal.ts'

/**
 * A note that a browser carries from one page of signing in to the next, which it can neither read nor change, and
 * which nobody accepts after ten minutes. `purpose` keeps a note for one thing from being used for another.
 */
export const noteSeconds = 600

const keyFor = (installationKey: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', installationKey, '', `frankpledge note ${purpose}`, 32))

const written = z.object({ at: z.string().refine(isInstant), facts: z.unknown() })

export function writeNote(installationKey: Buffer, purpose: string, facts: object, at: Instant): string {
  return seal(Buffer.from(JSON.stringify({ at, facts })), keyFor(installationKey, purpose), purpose).toString(
    'base64url',
  )
}

/** The facts of a note, or null when it is none of ours, too old, or of another shape. */
export function readNote<T>(
  installationKey: Buffer,
  purpose: string,
  shape: z.ZodType<T>,
  note: string | null,
  at: Instant,
): T | null {
  const text = unseal(installationKey, purpose, note ?? '')
  if (text === null) return null
  const { at: writtenAt, facts } = written.parse(JSON.parse(text))
  return secondsBetween(writtenAt, at) < noteSeconds ? (shape.safeParse(facts).data ?? null) : null
}

function unseal(installationKey: Buffer, purpose: string, note: string): string | null {
  try {
    return open(Buffer.from(note, 'base64url'), keyFor(installationKey, purpose), purpose).toString('utf8')
  } catch {
    return null
  }
}
