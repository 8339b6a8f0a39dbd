import type { Json } from '../../platform/record/decider.ts'
import type { Fault } from '../../platform/web/failures.ts'
import { problemOf } from '../parse.ts'
import { digestOf } from './digest.ts'
import { refuseMessage } from './refusals.ts'

/** What the versions so far said last of each field, by its JSON pointer: as SHA-256, in hexadecimal. */
export type Said = Readonly<Record<string, string>>

/** One version laid upon what stands here, field by field. */
export type Merge = {
  /** What holds of a field from now on. `told` is undefined where the version says nothing of it. */
  take<Value extends Json>(pointer: string, told: Value | undefined, standing: Value): Value
  /** The same for what the versions said before, as it is remembered elsewhere; undefined where they said nothing. */
  takeFrom<Value extends Json>(
    before: Json | undefined,
    pointer: string,
    told: Value | undefined,
    standing: Value,
  ): Value
  /** That a colleague's correction stays, and that both changed something, where a field is more than one value. */
  keep(pointer: string): void
  clash(pointer: string, here: Json, sent: Json): void
  /** What the versions have said by now, and which fields stay as a colleague corrected them. Throws every clash. */
  merged(): { readonly said: Said; readonly kept: readonly string[] }
}

/** What says nothing that a version could undo. */
const isNothing = (standing: Json): boolean =>
  standing === null || standing === '' || (Array.isArray(standing) && standing.length === 0)

/**
 * Lays a version upon what stands here. What differs from the version before is what the sender changed, and what
 * differs from it here is what a colleague corrected: of each field, the one change holds that was made. Where both
 * were made, and not the same, nothing of the message is taken in: people settle it.
 */
export function mergeOn(before: Said): Merge {
  const now: Record<string, string> = { ...before }
  const kept: string[] = []
  const clashes: Fault[] = []

  function choose<Value extends Json>(was: string | undefined, pointer: string, told: Value, standing: Value): Value {
    const [said, stands] = [digestOf(told), digestOf(standing)]
    if (said === stands) return standing
    if (said === was) {
      kept.push(pointer)
      return standing
    }
    if (stands === was || (was === undefined && isNothing(standing))) return told
    clash(pointer, standing, told)
    return standing
  }

  function clash(pointer: string, here: Json, sent: Json): void {
    clashes.push({ pointer, detail: 'This was changed in both systems since the last version.', here, sent })
  }

  return {
    take(pointer, told, standing) {
      if (told === undefined) return standing
      const was = before[pointer]
      now[pointer] = digestOf(told)
      return choose(was, pointer, told, standing)
    },
    takeFrom: (was, pointer, told, standing) =>
      told === undefined ? standing : choose(was === undefined ? undefined : digestOf(was), pointer, told, standing),
    keep: (pointer) => kept.push(pointer),
    clash,
    merged() {
      if (clashes.length > 0) throw problemOf(refuseMessage('message.changed-in-both'), 409, { errors: clashes })
      return { said: now, kept }
    },
  }
}
