import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { thamesAndChiltern } from '../../src/agencies/load-agencies.ts'
import { readFileContents } from '../../src/casework/file-check/file-contents.ts'
import type { Json } from '../../src/platform/record/decider.ts'

/** What another system is answered. */
export type Told = {
  readonly status: number
  readonly body: Readonly<Record<string, Json>>
  readonly retryAfter: number | null
}

/** A message as the other system keeps it until it is acknowledged: with its key, made once. */
export type Message = { readonly key: string; readonly address: string; readonly body: Json }

/** A name or a number that was answered, as text. */
export const wordOf = (json: Json | undefined): string =>
  typeof json === 'string' ? json : JSON.stringify(json === undefined ? null : json)

export const messageTo = (address: string, body: Json, key: string = randomUUID()): Message => ({ key, address, body })

/** A police records system: it knows its token and the addresses of the API, and nothing else of us. */
export type PoliceSystem = {
  send(message: Message): Promise<Told>
  read(address: string): Promise<Told>
}

export const policeSystem = (app: FastifyInstance, token: string): PoliceSystem => {
  const authorization = `Bearer ${token}`
  return {
    async send({ key, address, body }) {
      const headers = { authorization, 'idempotency-key': key, 'content-type': 'application/json' }
      const url = `/api/v1${address}`
      return toldBy(await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) }))
    },
    async read(address) {
      return toldBy(await app.inject({ method: 'GET', url: `/api/v1${address}`, headers: { authorization } }))
    },
  }
}

type Reply = { readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>>; json(): unknown }

function toldBy(reply: Reply): Told {
  const wait = reply.headers['retry-after']
  return {
    status: reply.statusCode,
    body: reply.json() as Told['body'],
    retryAfter: wait === undefined ? null : Number(wait),
  }
}

/** An allegation as a records system exports it, with what differs. */
export const allegationOf = (reference: string, sequence: number, change: Readonly<Record<string, Json>> = {}) => ({
  reference,
  sequence,
  reportedAt: '2026-04-07T09:10:00+01:00',
  what: `A bicycle was taken (${reference}).`,
  where: 'Example Road station',
  from: '2026-04-06',
  to: '2026-04-06',
  suspectedOffence: 'TH68006',
  reporter: 'first-victim',
  victims: [{ person: { name: 'Quince Example', phone: '01632 960011' }, enhancedBy: ['vulnerable'] }],
  ...change,
})

/** A suspect of that allegation. */
export const suspectOf = (reference: string, sequence: number, change: Readonly<Record<string, Json>> = {}) => ({
  reference,
  sequence,
  person: { name: 'Sorrel Example', dateOfBirth: '1990-02-28' },
  reason: 'Seen riding the bicycle away.',
  arrests: [{ arrestedAt: '2026-04-07T09:20:00+01:00', where: 'Example Road', offences: ['TH68006'] }],
  charges: [
    {
      offence: 'TH68006',
      from: '2026-04-06',
      to: '2026-04-06',
      where: 'Example Road station',
      particulars: 'Stole a bicycle belonging to another.',
    },
  ],
  ...change,
})

/** A statement in that case. */
export const materialOf = (reference: string, sequence: number, change: Readonly<Record<string, Json>> = {}) => ({
  reference,
  sequence,
  kind: 'statement',
  title: 'Statement of the victim',
  from: { part: 'victim', number: 1 },
  state: 'received',
  use: 'evidence',
  ...change,
})

/** The referral of suspects of that case. What its file lacks is left to be said. */
export const referralOf = (
  reference: string,
  sequence: number,
  suspects: readonly string[],
  change: Readonly<Record<string, Json>> = {},
) => ({
  reference,
  sequence,
  category: 'green',
  suspects: suspects.map((one) => ({ reference: one })),
  plea: 'guilty',
  fileType: 'pre-charge',
  supervisorComments: 'Ready to be decided.',
  gaps: fileParts.map((code) => ({ code, reason: 'It follows by post.' })),
  ...change,
})

/** Every part that a file may have to hold: a reason that is not needed does no harm. */
const fileParts: readonly string[] = readFileContents(thamesAndChiltern).requirements.map(({ code }) => code)

/** Tells of a version, which must be taken in, and says what it is called here and what was kept. */
export async function tell(system: PoliceSystem, address: string, body: Json) {
  const { status, body: told } = await system.send(messageTo(address, body))
  assert.ok(status < 300, JSON.stringify(told))
  return { id: wordOf(told['case']), item: wordOf(told['item']), kept: told['kept'] ?? [] }
}
