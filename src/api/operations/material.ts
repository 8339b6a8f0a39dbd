import { z } from 'zod'
import type { CaseFile } from '../../casework/cases/read-case.ts'
import {
  type MaterialKind,
  type MaterialUse,
  materialKinds,
  materialUses,
} from '../../casework/material/held-material.ts'
import { type Item, type MaterialDetails, materialRegister } from '../../casework/material/register.ts'
import type { Json, Named } from '../../platform/record/decider.ts'
import { caseIn, caseParameter } from '../cases.ts'
import { refuseMessage } from '../messages/refusals.ts'
import type { Plan } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import { type Asked, telling } from '../operation.ts'
import { notHereYet } from '../parse.ts'
import { leftAsItStands, line, named, reference, sequence } from '../schemas.ts'

const kinds = Object.keys(materialKinds) as [MaterialKind, ...MaterialKind[]]
const uses = Object.keys(materialUses) as [MaterialUse, ...MaterialUse[]]
const words = z.string().trim().max(2000).default('')

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
  const { state: register } = await house.installation.record.read(materialRegister, caseId)
  const acted = { at: request.at, by: request.viewer.account }
  const key = before?.item ?? told.item ?? `M${(register?.items.length ?? 0) + 1}`
  const standing = register?.items.find((one) => one.key === key)
  if (!standing && (before || told.item)) throw refuseMessage('message.no-such-item', { item: key })
  const details = detailsOf(told, file)
  const commands = standing
    ? changesOf(standing, told, details, `Version ${told.sequence} of ${told.reference}`)
    : additionsOf(told, details, caseId, key)
  return {
    status: before ? 200 : 201,
    body: { case: caseId, item: key, sequence: told.sequence, applied: true },
    orders: commands.map((command) => ({ decider: materialRegister, id: caseId, command: { ...command, ...acted } })),
    caseId,
    item: key,
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

/** What was told of by mistake and never came before is on the register all the same, withdrawn, with the reason. */
function additionsOf(told: MaterialTold, details: MaterialDetails, caseId: string, key: string): readonly Named[] {
  const { state, stateReason, use = 'undecided', useReason } = told
  const add = { type: 'AddMaterial', caseId, details, use, useReason, key }
  const added = { ...add, state: state === 'withdrawn' ? 'missing' : state, reason: stateReason }
  const withdraw = { type: 'WithdrawMaterial', item: key, reason: stateReason }
  return state === 'withdrawn' ? [added, withdraw] : [added]
}

function changesOf(item: Item, told: MaterialTold, details: MaterialDetails, why: string): readonly Named[] {
  const { key } = item
  const same = (['kind', 'title', 'description', 'from', 'exhibitReference'] as const).every(
    (name) => details[name] === item[name],
  )
  const sameUse = told.use === undefined || (item.use === told.use && (item.useReason ?? '') === told.useReason)
  const correct = { type: 'CorrectMaterial', item: key, details, reason: why }
  const use = { type: 'DecideUse', item: key, use: told.use, reason: told.useReason }
  return [...(same ? [] : [correct]), ...(sameUse ? [] : [use]), ...stateChanges(item, told)]
}

function stateChanges(item: Item, { state, stateReason: reason }: MaterialTold): readonly Named[] {
  const { key } = item
  const named = (type: string, more: { readonly [name: string]: Json } = {}) => ({ type, item: key, ...more })
  if (state === 'withdrawn') return item.withdrawn ? [] : [named('WithdrawMaterial', { reason })]
  if (state === item.state && (state === 'received' || reason === item.stateReason)) return []
  if (state === 'received') return [named('ReceiveMaterial')]
  // What was here is lost first; only then can it be refused, or not be reasonable to obtain again.
  const lost = item.state === 'received' ? [named('MarkLost', { reason })] : []
  return state === 'missing' && lost.length > 0 ? lost : [...lost, named('ReportNotObtained', { state, reason })]
}
