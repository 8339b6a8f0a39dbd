import type { Instant } from '../../calendar/instant.ts'
import type { Decider } from '../../platform/record/decider.ts'
import type { Said } from './merge.ts'
import { refuseMessage } from './refusals.ts'

/** What another system tells of, each thing in versions that it numbers. */
export const itemKinds = [
  'case',
  'crime-decision',
  'investigation-decision',
  'suspect',
  'material',
  'referral',
  'action-answer',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** One version of one thing in the other system's words. */
export type Version = {
  readonly agency: string
  readonly kind: ItemKind
  /** As the other system calls it. */
  readonly reference: string
  readonly sequence: number
  /** SHA-256 of its content, in hexadecimal. */
  readonly bodySha256: string
}

/** The newest version that was taken in, and what the thing is called here. */
export type SentItem = Version & {
  readonly caseId: string
  /** Within the case: the number of a suspect, `M1` of the material. Empty for the case itself. */
  readonly item: string
  /** What the versions said, by which a colleague's correction is told from a change of the sender's. */
  readonly said: Said
}

export type SentItemCommand = SentItem & {
  readonly type: 'TakeInVersion'
  /** The newest version as it stood when this one was looked at; null for the first. */
  readonly expects: number | null
  readonly at: Instant
  readonly by: string
}

type SentItemEvent = Omit<SentItem, 'said'> & {
  readonly type: 'VersionTakenIn'
  /** Left out where a version was taken in before this was remembered. */
  readonly said?: Said
  readonly at: Instant
  readonly by: string
}

/**
 * A thing that another system tells of, by its own reference. What a version changes is worked out from what stood
 * before it, so that it is refused when another came in between: then it is looked at anew.
 */
export const sentItem: Decider<SentItem | null, SentItemCommand, SentItemEvent> = {
  kind: 'sent-item',
  sealed: true,
  initial: null,
  decide({ type: _, expects, ...facts }, standing) {
    const newest = standing?.sequence ?? null
    if (newest !== expects || (newest !== null && facts.sequence <= newest)) throw refuseMessage('message.overtaken')
    return [{ type: 'VersionTakenIn', ...facts }]
  },
  evolve(_, { type: __, at: ___, by: ____, said = {}, ...item }) {
    return { ...item, said }
  },
  rows(standing) {
    if (!standing) return {}
    const { agency, kind, reference, caseId, item, sequence, bodySha256 } = standing
    return { api_item: [{ agency, kind, reference, case_id: caseId, item, sequence, body_sha256: bodySha256 }] }
  },
}
