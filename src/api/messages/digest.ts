import { createHash } from 'node:crypto'
import canonicalJson from 'canonicalize'
import type { Json } from '../../platform/record/decider.ts'
import type { ItemKind } from './sent-item.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The same for the same content, however it was laid out. */
export const digestOf = (content: Json): string => sha256(canonicalJson(content) ?? '')

export const messageId = (agency: string, key: string): string => `${agency}:${sha256(key)}`

export const itemId = (agency: string, kind: ItemKind, reference: string): string =>
  `${agency}:${sha256(`${kind} ${reference}`)}`
