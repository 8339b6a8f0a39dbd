import type { FastifyRequest } from 'fastify'
import type { Recorder } from '../../platform/record/record.ts'
import type { Json } from '../../platform/record/decider.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Order } from '../../platform/record/unit-of-work.ts'
import { Problem } from '../../platform/web/failures.ts'
import { withWhatStands } from '../cases.ts'
import { digestOf, itemId, messageId } from './digest.ts'
import { type Answer, message } from './message.ts'
import type { Said } from './merge.ts'
import { refuseMessage } from './refusals.ts'
import { type ItemKind, type SentItem, sentItem } from './sent-item.ts'

/** What a message orders, and what it is answered once that is done. */
export type Plan = Answer & {
  readonly orders: ReadonlyArray<Omit<Order, 'act'>>
  readonly caseId: string
  readonly item: string
  /** What the versions said by now of each field that is laid upon what stands here. */
  readonly said: Said
}

type Taken = {
  readonly caseId: string
  readonly item?: string
  readonly sequence: number
  /** The fields in which what a colleague corrected stays. */
  readonly kept?: readonly string[]
}

/** The answer to a version that was taken in. */
export const acknowledgement = ({ caseId, item, sequence, kept = [] }: Taken): Json => ({
  case: caseId,
  ...(item !== undefined && { item }),
  sequence,
  applied: true,
  ...(kept.length > 0 && { kept }),
})

/** One version of a thing, as a message brings it. */
type Brought = {
  /** The case that the thing is said to be in; null for the case itself. */
  readonly caseId: string | null
  readonly kind: ItemKind
  readonly reference: string
  readonly sequence: number
  readonly content: Json
}

/** A message that was read: the version that it brings, and how to plan it on what stands. */
export type Prepared = { readonly brought: Brought; readonly plan: (before: SentItem | null) => Promise<Plan> }

export type Received = {
  readonly request: FastifyRequest
  readonly record: Recorder
  /** The key that the sender gave the message, the same each time it is sent. */
  readonly key: string
  readonly operation: string
  /** What was asked of which address. */
  readonly asked: Json
}

/** How often a message is looked at anew because another came first. */
const tries = 8

/**
 * Receives a message once. A repeated one gets the answer that the first got; an older version than the newest is
 * acknowledged and changes nothing; anything else is planned on what stands now and performed with its receipt in one
 * transaction. `prepare` is asked again when something else came in between.
 */
export async function receive(received: Received, prepare: () => Promise<Prepared>): Promise<Answer> {
  for (let left = tries; left > 0; left -= 1) {
    const known = await receiptOf(received)
    if (known) return known
    try {
      return await receiveNow(received, await prepare())
    } catch (error) {
      if (!(error instanceof Refusal && meanwhile.has(error.code))) throw error
    }
  }
  throw refuseMessage('message.overtaken')
}

/** Refusals that say no more than that something came first. */
const meanwhile = new Set([
  'message.received-already',
  'message.overtaken',
  'record.changed-since',
  'suspect.already-named',
  'material.number-taken',
  'referral.number-taken',
])

const digestOfMessage = ({ operation, asked }: Received): string => digestOf([operation, asked])

async function receiptOf(received: Received): Promise<Answer | null> {
  const { request, record, key, operation } = received
  const { state } = await record.read(message, messageId(request.viewer.agency, key))
  if (!state) return null
  if (state.operation !== operation || state.bodySha256 !== digestOfMessage(received)) {
    throw refuseMessage('message.key-used')
  }
  return state.answer
}

async function receiveNow(
  received: Received,
  { brought: { caseId: told, kind, reference, sequence, content }, plan }: Prepared,
): Promise<Answer> {
  const { request, record } = received
  const { viewer, at } = request
  const id = itemId(viewer.agency, kind, reference)
  const { state: before } = await record.read(sentItem, id)
  if (before && told !== null && told !== before.caseId) {
    throw refuseMessage('message.in-another-case', { kind, reference })
  }
  const bodySha256 = digestOf(content)
  if (before && sequence <= before.sequence) {
    if (sequence === before.sequence && bodySha256 !== before.bodySha256) {
      throw refuseMessage('message.version-differs', { kind, reference, sequence })
    }
    const acknowledged = { case: before.caseId, ...(before.item && { item: before.item }), applied: false }
    return perform(received, { status: 200, body: { ...acknowledged, sequence: before.sequence } }, [])
  }
  const { status, body, orders, caseId, item, said } = await planOn(received, { id, told, before }, plan)
  const version = { agency: viewer.agency, kind, reference, sequence, bodySha256, caseId, item, said }
  const takeIn = { type: 'TakeInVersion', ...version, expects: before?.sequence ?? null, at, by: viewer.account }
  return perform(received, { status, body }, [{ decider: sentItem, id, command: takeIn }, ...orders])
}

/** What was planned beside another version says no to what stood for a moment only: then it is looked at anew. */
async function planOn(
  { request, record }: Received,
  { id, told, before }: { readonly id: string; readonly told: string | null; readonly before: SentItem | null },
  plan: Prepared['plan'],
): Promise<Plan> {
  try {
    return await plan(before)
  } catch (error) {
    const { state: now } = await record.read(sentItem, id)
    if (now?.sequence !== before?.sequence) throw refuseMessage('message.overtaken')
    const caseId = before?.caseId ?? told
    const isClash = error instanceof Problem && error.code === 'message.changed-in-both'
    throw isClash && caseId !== null ? await withWhatStands(request, caseId, error) : error
  }
}

/** The receipt first: when it is there already, nothing of the rest is done. */
async function perform(received: Received, answer: Answer, orders: Plan['orders']): Promise<Answer> {
  const { request, key, operation } = received
  const { viewer, at } = request
  const id = messageId(viewer.agency, key)
  const facts = { id, agency: viewer.agency, token: viewer.account, operation, bodySha256: digestOfMessage(received) }
  const receipt = { type: 'ReceiveMessage', ...facts, answer, at, by: viewer.account }
  await request.record.performAll([{ decider: message, id, command: receipt }, ...orders])
  return answer
}
