import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shownCaseId } from '../src/casework/investigation/case-heading.ts'
import type { Json } from '../src/platform/record/decider.ts'
import type { Installation } from '../src/platform/installation.ts'
import { apiSite, makeToken, untilSettled } from './support/api-site.ts'
import { type Fault, deliver, faults } from './support/lossy-network.ts'
import {
  type Message,
  type PoliceSystem,
  allegationOf,
  materialOf,
  messageTo,
  policeSystem,
  referralOf,
  suspectOf,
  wordOf,
} from './support/police-system.ts'

// A police records system tells of its cases over a network that loses messages and answers, sends some twice and
// brings them in any order. Whatever it does, both sides must end as though each message had come once and in order.

/** How many versions of each thing the records system exports for one case. */
type Shape = {
  readonly allegation: number
  readonly crime: number
  readonly investigation: number
  readonly suspect: number
  readonly materials: readonly number[]
  /** How often the referral is told of; 0 for a case that is not referred. */
  readonly referral: number
}

const versions = fc.integer({ min: 1, max: 3 })
const shape: fc.Arbitrary<Shape> = fc.record({
  allegation: versions,
  crime: fc.integer({ min: 0, max: 2 }),
  investigation: fc.integer({ min: 0, max: 2 }),
  suspect: fc.integer({ min: 0, max: 2 }),
  materials: fc.array(versions, { maxLength: 3 }),
  referral: fc.integer({ min: 0, max: 2 }),
})

const numbers = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1)

/** The messages of one case in the order in which things happened there. */
function messagesOf(name: string, { allegation, crime, investigation, suspect, materials, referral }: Shape) {
  const address = `/cases/reference:${name}`
  const tell = (end: string, body: Json): Message => messageTo(`${address}${end}`, body)
  const [suspectName, materialName] = [`${name}-S`, (index: number) => `${name}-statement-${index + 1}`]
  const rests = {
    suspects: [{ reference: suspectName, sequence: suspect }],
    material: materials.map((sequence, index) => ({ reference: materialName(index), sequence })),
  }
  return [
    ...numbers(allegation).map((n) => messageTo('/allegations', allegationOf(name, n, allegedIn(n)))),
    ...numbers(crime).map((n) =>
      tell('/crime-decision', { sequence: n, crimeReference: `${name}/${n}`, reason: `R${n}` }),
    ),
    ...numbers(investigation).map((n) =>
      tell('/investigation-decision', { sequence: n, how: `How ${n}`, reason: `R${n}` }),
    ),
    ...numbers(suspect).map((n) => tell('/suspects', suspectOf(suspectName, n, suspectedIn(n)))),
    ...materials.flatMap((most, index) =>
      numbers(most).map((n) =>
        tell('/material', materialOf(materialName(index), n, stateOf(n, `Statement ${index + 1}`))),
      ),
    ),
    ...numbers(suspect > 0 ? referral : 0).map((n) =>
      tell('/referrals', referralOf(`${name}-R`, n, [], { ...rests, supervisorComments: `Ready, version ${n}.` })),
    ),
  ]
}

/** Every version says another thing of the report, of a victim and why they have enhanced rights. */
const allegedIn = (version: number) => ({
  where: `Place ${version} – Łódź Road 🚲`,
  victims: [
    {
      person: { name: 'Quince Example', phone: `01632 96001${version}`, contactNote: `Text, ${version}` },
      enhancedBy: version % 2 === 0 ? ['vulnerable'] : ['intimidated', 'vulnerable'],
    },
  ],
})

/** Every version has another reason and address, and a number from the second on. */
const suspectedIn = (version: number) => ({
  person: { name: 'Sorrel Example', dateOfBirth: '1990-02-28', address: `${version} Example Street` },
  reason: `Reason ${version}`,
  pncId: version === 1 ? null : '1979/0163001B',
})

/** Missing at first, then here, then corrected. */
const stateOf = (version: number, title: string): Readonly<Record<string, Json>> =>
  version === 1 ? { title, state: 'missing', stateReason: 'Not made yet.' } : { title: `${title}, version ${version}` }

async function recordsSystem(): Promise<{ readonly installation: Installation; readonly system: PoliceSystem }> {
  const { app, installation } = await apiSite()
  return { installation, system: policeSystem(app, await makeToken(installation, 't1')) }
}

/** What stands in a table, as rows. */
async function rowsOf({ pool }: Installation, table: string): Promise<readonly Record<string, Json>[]> {
  const { rows } = await pool.query<{ row: Record<string, Json> }>(`select to_jsonb(t) as row from "${table}" t`)
  return rows.map(({ row }) => row)
}

/**
 * Ids are drawn by chance, and material is numbered as it comes: what stands for both is the sender's own name. A
 * person is known by theirs.
 */
async function ourNames(installation: Installation): Promise<(text: string) => string> {
  const names = new Map<string, string>()
  for (const { id, name } of await rowsOf(installation, 'person')) names.set(wordOf(id), `<${wordOf(name)}>`)
  const items = (await rowsOf(installation, 'api_item')).map((row) => ({
    kind: wordOf(row['kind']),
    id: wordOf(row['case_id']),
    item: wordOf(row['item']),
    reference: wordOf(row['reference']),
  }))
  for (const { kind, id, reference } of items) {
    if (kind === 'case')
      for (const one of [id, shownCaseId(id), shownCaseId(id).toLowerCase()]) names.set(one, reference)
  }
  return (text) => {
    const inCase = items.filter(({ kind, id }) => kind === 'material' && text.includes(id))
    const all = new Map([...names, ...inCase.map(({ item, reference }) => [item, reference] as const)])
    return text.replaceAll(/[\w-]+/g, (word) => all.get(word) ?? word)
  }
}

/** Lists in an order of their own, since material stands in the order in which it came, and without some fields. */
function sorted(json: Json, left: readonly string[]): Json {
  if (Array.isArray(json))
    return json.map((one: Json) => sorted(one, left)).toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
  if (json === null || typeof json !== 'object') return json
  const fields = Object.entries(json).filter(([name]) => !left.includes(name))
  return Object.fromEntries(fields.map(([name, value]) => [name, sorted(value ?? null, left)]))
}

const textOf = (json: Json): string => JSON.stringify(json)

/**
 * What is so, without how it came to be so: which version came first is no matter of the outcome, nor whether a suspect
 * stood with the prosecutor already when the file went.
 */
const tables: Readonly<Record<string, readonly string[]>> = {
  case_summary: ['corrected_at', 'searched'],
  case_person: [],
  case_notice: [],
  person: [],
  suspect: ['lastEntry'],
  material_item: ['number', 'searched'],
  case_referral: ['duty', 'track'],
  duty: ['id', 'history'],
  api_item: [],
}

async function outcomeOf(installation: Installation): Promise<Readonly<Record<string, readonly string[]>>> {
  const named = await ourNames(installation)
  const outcome: Record<string, readonly string[]> = {}
  for (const [table, left] of Object.entries(tables)) {
    const rows = await rowsOf(installation, table)
    outcome[table] = rows.map((row) => textOf(sorted(JSON.parse(named(textOf(row))) as Json, left))).toSorted()
  }
  return outcome
}

/** What the sender knows in the end: which of its things is which of ours. */
function known(messages: ReadonlyMap<Message, { readonly body: Readonly<Record<string, Json>> }>): readonly string[] {
  const pairs = [...messages].flatMap(([{ body }, told]) => {
    const reference = body !== null && typeof body === 'object' && 'reference' in body ? body.reference : null
    return reference ? [`${wordOf(reference)} ${wordOf(told.body['case'])} ${wordOf(told.body['item'] ?? '')}`] : []
  })
  return [...new Set(pairs)].toSorted()
}

async function theirNames(installation: Installation): Promise<readonly string[]> {
  const rows = await rowsOf(installation, 'api_item')
  return rows
    .filter(({ kind }) => ['case', 'suspect', 'material', 'referral'].includes(wordOf(kind)))
    .map(({ reference, case_id: id, item }) => `${wordOf(reference)} ${wordOf(id)} ${wordOf(item)}`)
    .toSorted()
}

/** Everything that happened, as a system that follows is given it. */
async function followed(system: PoliceSystem): Promise<readonly string[]> {
  const seen: string[] = []
  let next = ''
  for (let pages = 0; pages < 50; pages += 1) {
    const { body } = await system.read(`/happenings${next === '' ? '' : `?after=${next}`}`)
    for (const { id } of body['happenings'] as ReadonlyArray<{ readonly id: string }>) seen.push(id)
    next = wordOf(body['next'])
    if (body['more'] !== true) break
  }
  return seen.toSorted()
}

test('lost, repeated and reordered messages end as though each had come once and in order', async () => {
  const world = fc.tuple(fc.array(shape, { minLength: 2, maxLength: 3 }), fc.infiniteStream(fc.constantFrom(...faults)))
  await fc.assert(
    fc.asyncProperty(world, fc.infiniteStream(fc.nat()), async ([shapes, fates], order) => {
      const messages = shapes.flatMap((one, index) => messagesOf(`OCC-${index + 1}`, one))
      const inOrder = await recordsSystem()
      for (const message of messages) assert.ok((await inOrder.system.send(message)).status < 300)

      const lossy = await recordsSystem()
      const shuffled = messages
        .map((message) => ({ message, place: order.next().value }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ message }) => message)
      const fault = (): Fault => fates.next().value
      const answers = await deliver(lossy.system, shuffled, fault)

      assert.deepEqual(await outcomeOf(lossy.installation), await outcomeOf(inOrder.installation))
      assert.deepEqual(known(answers), await theirNames(lossy.installation))
      const happened = await rowsOf(lossy.installation, 'case_happening')
      const ids = happened.map((row) => [row['case_id'], row['source'], row['number']].map(wordOf).join('/'))
      await untilSettled(lossy.installation)
      assert.deepEqual(await followed(lossy.system), ids.toSorted())
    }),
    { numRuns: 4, seed: 20_261_122, endOnFailure: true },
  )
})
