import { z } from 'zod'
import { readItemOf } from './messages/read-items.ts'
import type { ItemKind } from './messages/sent-item.ts'
import type { Asked } from './operation.ts'
import { notHereYet } from './parse.ts'
import { named, reference, sequence } from './schemas.ts'

export const needed = named(
  'Needed',
  'Something that this message rests on, and the version of it that must have come, at least the first.',
  z.strictObject({ reference, sequence: sequence.default(1) }),
)

/** What a thing that a message rests on is called here, or 409: its message may still be on the way. */
export async function itemNeeded(
  { request }: Asked,
  caseId: string,
  kind: ItemKind,
  { reference: written, sequence: version }: z.infer<typeof needed>,
): Promise<string> {
  const known = await request.read((tx) => readItemOf(tx, caseId, kind, written))
  if (!known || known.sequence < version) throw notHereYet(kind, written)
  return known.item
}
