import assert from 'node:assert/strict'
import type { Message, PoliceSystem, Told } from './police-system.ts'

/** What the network does with one sending. */
export const faults = ['through', 'request-lost', 'answer-lost', 'twice'] as const
export type Fault = (typeof faults)[number]

/** How many messages are under way at the same moment. */
const atOnce = 3

/**
 * Sends every message until it is acknowledged, as a records system does that keeps what it could not deliver. What is
 * to be sent again later goes to the end of the line. Returns what each message was answered. Fails when a message is
 * refused for good, or answered in two ways.
 */
export async function deliver(
  system: PoliceSystem,
  messages: readonly Message[],
  drawFault: () => Fault,
): Promise<ReadonlyMap<Message, Told>> {
  const line = [...messages]
  const answers = new Map<Message, Told>()
  for (let left = messages.length * 30; line.length > 0; left -= atOnce) {
    assert.ok(left > 0, `${line.length} messages are not acknowledged after many tries`)
    const sent = line.splice(0, atOnce)
    const told = await Promise.all(sent.map((message) => sendOver(system, message, drawFault())))
    for (const [index, message] of sent.entries()) {
      for (const answer of told[index]?.answers ?? []) keep(answers, message, answer)
      if (!told[index]?.heard) line.push(message)
    }
  }
  return answers
}

/** What our side answered, heard or not; `heard` says whether the sender knows that it was acknowledged. */
type Sent = { readonly answers: readonly Told[]; readonly heard: boolean }

async function sendOver(system: PoliceSystem, message: Message, fault: Fault): Promise<Sent> {
  if (fault === 'request-lost') return { answers: [], heard: false }
  const copies = fault === 'twice' ? 2 : 1
  const all = await Promise.all(Array.from({ length: copies }, () => system.send(message)))
  const answers = all.filter((answer) => !isForLater(message, answer))
  return { answers, heard: fault !== 'answer-lost' && answers.length > 0 }
}

function isForLater(message: Message, { status, body, retryAfter }: Told): boolean {
  if (status < 300) return false
  assert.ok(status === 409 && retryAfter !== null, `${message.address} was refused: ${JSON.stringify(body)}`)
  return true
}

/** However often a message was sent, it has one answer. */
function keep(answers: Map<Message, Told>, message: Message, told: Told): void {
  const before = answers.get(message)
  if (before) assert.deepEqual(told, before, `${message.address} was answered in two ways`)
  answers.set(message, told)
}
