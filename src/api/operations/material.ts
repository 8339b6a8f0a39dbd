import { z } from 'zod'
import { thamesAndChiltern } from '../../agencies/load-agencies.ts'
import type { CaseFile } from '../../casework/cases/read-case.ts'
import { readDeadlineSettings } from '../../casework/deadlines/area-settings.ts'
import {
  type MaterialKind,
  type MaterialUse,
  materialKinds,
  materialUses,
} from '../../casework/material/held-material.ts'
import { type Item, type MaterialDetails, materialRegister } from '../../casework/material/register.ts'
import type { Json, Named } from '../../platform/record/decider.ts'
import { caseIn, caseParameter } from '../cases.ts'
import { digestOf } from '../messages/digest.ts'
import { type Merge, type Said, mergeOn } from '../messages/merge.ts'
import { refuseMessage } from '../messages/refusals.ts'
import { type Plan, acknowledgement } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import { type Asked, telling } from '../operation.ts'
import { notHereYet } from '../parse.ts'
import { leftAsItStands, line, named, reference, sequence } from '../schemas.ts'

const kinds = Object.keys(materialKinds) as [MaterialKind, ...MaterialKind[]]
const uses = Object.keys(materialUses) as [MaterialUse, ...MaterialUse[]]
const words = z.string().trim().max(2000).default('')
const settings = readDeadlineSettings(thamesAndChiltern)

const material = named(
  'Material',
  'One item of the case’s material, as it stands now: a statement, an exhibit, a recording, a report.',
  z.strictObject({
    reference,
    sequence,
    item: z
      .string()
      .regex(/^M\d{1,5}$/)
      .nullable()
      .default(null)
      .describe(
        'Our number, with the first version, of what is on the register already because somebody asked for it.',
      ),
    kind: z.enum(kinds),
    title: line,
    description: words,
    exhibitReference: z.string().trim().min(1).max(30).nullable().default(null),
    from: z
      .strictObject({ part: z.enum(['victim', 'witness']), number: z.int().min(1) })
      .nullable()
      .default(null)
      .describe('Whose statement or account it is: the first victim, the second witness.'),
    state: z
      .enum(['received', 'missing', 'refused', 'not-reasonable', 'withdrawn'])
      .describe('Where it stands; “withdrawn” for what was told of by mistake.'),
    stateReason: words.describe('Needed for everything but “received”.'),
    use: z.enum(uses).optional().describe(`What it is used for; undecided at first. ${leftAsItStands}`),
    useReason: words.describe('Needed for “unused-sensitive”. Read only beside “use”.'),
  }),
)

type MaterialTold = z.infer<typeof material>

export const recordMaterial = telling(
  {
    id: 'recordMaterial',
    path: '/cases/{case}/material',
    summary: 'Tell of an item of material',
    about:
      'What it is, where it stands and what it is used for. The prosecutor sees it at once. A later version changes what differs. Files are attached at the desk.',
    scope: 'material.record',
    parameters: [caseParameter],
    creates: true,
  },
  material,
  async (asked, told, content) => {
    const file = await caseIn(asked)
    const { id } = file.summary
    return {
      brought: { caseId: id, kind: 'material', reference: told.reference, sequence: told.sequence, content },
      plan: (before) => plan(asked, told, file, before),
    }
  },
)

/** Only who asked by the register's own number, or told of it before, changes an item; everything else is new. */
async function plan(
  { request, house }: Asked,
  told: MaterialTold,
  file: CaseFile,
  before: SentItem | null,
): Promise<Plan> {
  const caseId = before?.caseId ?? file.summary.id
  const { state: register, version: lookedAt } = await house.installation.record.read(materialRegister, caseId)
  const acted = { at: request.at, by: request.viewer.account }
  const key = before?.item ?? told.item ?? `M${(register?.items.length ?? 0) + 1}`
  const standing = register?.items.find((one) => one.key === key)
  if (!standing && (before || told.item)) throw refuseMessage('message.no-such-item', { item: key })
  const details = detailsOf(told, file)
  // What came onto the register because somebody asked for it is answered by the first version, and not corrected.
  const merge = mergeOn(before?.said ?? (standing ? saidOf(standing) : {}))
  const commands = standing
    ? changesOf(merge, standing, told, details, `Version ${told.sequence} of ${told.reference}`)
    : additionsOf(merge, told, details, caseId, key)
  const { said, kept } = merge.merged()
  return {
    status: before ? 200 : 201,
    body: acknowledgement({ caseId, item: key, sequence: told.sequence, kept }),
    orders: commands.map((command) => ({
      decider: materialRegister,
      id: caseId,
      lookedAt,
      command: { ...command, ...acted },
    })),
    caseId,
    item: key,
    said,
  }
}

const detailsOf = (
  { kind, title, description, exhibitReference, from }: MaterialTold,
  file: CaseFile,
): MaterialDetails => ({
  kind,
  title,
  description,
  exhibitReference,
  from: from && personOf(from, file),
})

function personOf({ part, number }: NonNullable<MaterialTold['from']>, { people }: CaseFile): string {
  const found = people.find(
    ({ victimNumber, witness }) => (part === 'victim' ? victimNumber : witness?.number) === number,
  )
  if (!found) throw notHereYet(part, String(number))
  return found.id
}

type State = MaterialTold['state'] | Item['state']

/** What a version says of an item and what stands, field by field. What belongs together is one field. */
const detailNames = ['kind', 'title', 'description', 'from', 'exhibitReference'] as const
const useSaid = ({ use, useReason }: Pick<MaterialTold, 'use' | 'useReason'>): Json | undefined =>
  use && [use, useReason]
const useStanding = ({ use, useReason }: Item): Json => (use === 'undecided' ? null : [use, useReason ?? ''])
const stateOf = (state: State, reason: string | null): Json => (state === 'received' ? [state] : [state, reason ?? ''])
const stateStanding = ({ state, stateReason, withdrawn }: Item): Json =>
  withdrawn ? stateOf('withdrawn', withdrawn.reason) : stateOf(state, stateReason)

/** An item as though a version had said just this of it. */
function saidOf(item: Item): Said {
  const merge = mergeOn({})
  for (const name of detailNames) merge.take<Json>(`/${name}`, item[name], null)
  merge.take('/use', useStanding(item), null)
  merge.take('/state', stateStanding(item), null)
  return merge.merged().said
}

/** What was told of by mistake and never came before is on the register all the same, withdrawn, with the reason. */
function additionsOf(
  merge: Merge,
  told: MaterialTold,
  details: MaterialDetails,
  caseId: string,
  key: string,
): readonly Named[] {
  const { state, stateReason, use = 'undecided', useReason } = told
  for (const name of detailNames) merge.take<Json>(`/${name}`, details[name], null)
  merge.take('/use', useSaid(told), null)
  merge.take('/state', stateOf(state, stateReason), null)
  const add = { type: 'AddMaterial', caseId, details, use, useReason, key }
  const added = { ...add, state: state === 'withdrawn' ? 'missing' : state, reason: stateReason }
  const withdraw = { type: 'WithdrawMaterial', item: key, reason: stateReason }
  return state === 'withdrawn' ? [added, withdraw] : [added]
}

function changesOf(merge: Merge, item: Item, told: MaterialTold, said: MaterialDetails, why: string): readonly Named[] {
  const { key } = item
  const take = <Name extends keyof MaterialDetails>(name: Name): MaterialDetails[Name] =>
    merge.take<MaterialDetails[Name]>(`/${name}`, said[name], item[name])
  const details = {
    kind: take('kind'),
    title: take('title'),
    description: take('description'),
    from: take('from'),
    exhibitReference: take('exhibitReference'),
  }
  const same = detailNames.every((name) => details[name] === item[name])
  const correct = { type: 'CorrectMaterial', item: key, details, reason: why }
  const changes = (pointer: string, told: Json | undefined, standing: Json): boolean =>
    digestOf(merge.take(pointer, told, standing)) !== digestOf(standing)
  const use = { type: 'DecideUse', item: key, use: told.use, reason: told.useReason }
  const state = stateOf(told.state, told.stateReason)
  // What is asked for is nobody's correction: any version answers it.
  const isAsked = item.state === 'requested' && !item.withdrawn
  const moves = changes('/state', state, isAsked ? state : stateStanding(item)) || isAsked
  return [
    ...(same ? [] : [correct]),
    ...(changes('/use', useSaid(told), useStanding(item)) ? [use] : []),
    ...(moves ? stateChanges(item, told) : []),
  ]
}

function stateChanges(item: Item, { state, stateReason: reason }: MaterialTold): readonly Named[] {
  const { key } = item
  const named = (type: string, more: { readonly [name: string]: Json } = {}) => ({ type, item: key, ...more })
  if (state === 'withdrawn') return [named('WithdrawMaterial', { reason })]
  if (state === 'received') return [named('ReceiveMaterial', { settings })]
  // What was here is lost first; only then can it be refused, or not be reasonable to obtain again.
  const lost = item.state === 'received' ? [named('MarkLost', { reason })] : []
  return state === 'missing' && lost.length > 0 ? lost : [...lost, named('ReportNotObtained', { state, reason })]
}
