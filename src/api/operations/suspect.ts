import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { checkAsn } from '../../casework/identifiers/asn.ts'
import { checkPncId } from '../../casework/identifiers/pnc-id.ts'
import { findOffence } from '../../casework/offences/offence-list.ts'
import { person as personDecider } from '../../casework/people/person.ts'
import { isIndictable } from '../../casework/offences/offence.ts'
import { readSuspects } from '../../casework/suspects/read-suspects.ts'
import type { Suspect } from '../../casework/suspects/suspect-state.ts'
import { suspect as suspectDecider } from '../../casework/suspects/suspect.ts'
import { offenceFacts } from '../../casework/who-may-charge/offence-facts.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import type { CaseFile } from '../../casework/cases/read-case.ts'
import type { Json, Named } from '../../platform/record/decider.ts'
import { caseIn, caseParameter } from '../cases.ts'
import { digestOf } from '../messages/digest.ts'
import { refuseMessage } from '../messages/refusals.ts'
import type { Plan } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import { type Asked, telling } from '../operation.ts'
import { offenceOf } from './allegation.ts'
import { problemOf } from '../parse.ts'
import {
  day,
  detailsIn,
  leftAsItStands,
  moment,
  named,
  offenceCode,
  person,
  reference,
  sequence,
  text,
} from '../schemas.ts'

const proposed = named(
  'ProposedCharge',
  'A charge that police propose.',
  z.strictObject({
    offence: offenceCode,
    from: day,
    to: day,
    where: text,
    particulars: text.describe('What the suspect is said to have done, in the words of a charge.'),
  }),
)

const arrest = named(
  'Arrest',
  'An arrest. It is known again by its moment; arrests are told of in their order.',
  z.strictObject({
    arrestedAt: moment,
    where: text,
    offences: z.array(offenceCode).min(1).max(20),
    asn: z.string().max(40).nullable().default(null).describe('The Arrest/Summons Number, with its check letter.'),
  }),
)

const suspect = named(
  'Suspect',
  'Somebody suspected in the case, as your system has them now. A charge that is not among its charges any longer is withdrawn.',
  z.strictObject({
    reference,
    sequence,
    person,
    reason: text.describe('Why they are suspected.'),
    pncId: z.string().max(20).nullable().default(null),
    arrests: z.array(arrest).max(20).default([]),
    charges: z.array(proposed).max(50).optional().describe(`What police propose to charge. ${leftAsItStands}`),
  }),
)

type SuspectTold = z.infer<typeof suspect>
type ChargeTold = z.infer<typeof proposed>

export const recordSuspect = telling(
  {
    id: 'recordSuspect',
    path: '/cases/{case}/suspects',
    summary: 'Tell of a suspect',
    about:
      'Who is suspected and why, their arrests, and the charges that police propose. A later version changes what differs. Detention, bail and interviews are recorded at the desk. Needs case.record, too, for who the suspect is.',
    scope: 'suspect.record',
    parameters: [caseParameter],
    creates: true,
  },
  suspect,
  async (asked, told, content) => {
    const file = await caseIn(asked)
    return {
      brought: {
        caseId: file.summary.id,
        kind: 'suspect',
        reference: told.reference,
        sequence: told.sequence,
        content,
      },
      plan: (before) => (before ? planChange(asked, told, before) : planSuspect(asked, told, file)),
    }
  },
)

type Acted = { readonly at: Asked['request']['at']; readonly by: string }
type Orders = Plan['orders']

const suspectId = (caseId: string, number: number | string): string => `${caseId}-S${number}`

async function planSuspect(asked: Asked, told: SuspectTold, { summary }: CaseFile): Promise<Plan> {
  const { request } = asked
  const acted = { at: request.at, by: request.viewer.account }
  const { id: caseId, force, unit, dealtWithBy, crimeReference, officer } = summary
  const number = (await request.read((tx) => readSuspects(tx, caseId))).length + 1
  const personId = randomUUID()
  const inCase = { caseId, number, person: personId, force, unit, dealtWithBy, crimeReference, officer }
  const record = { type: 'RecordPerson', id: personId, details: detailsIn(told.person, null), ...acted }
  const commands = [
    { type: 'NameSuspect', ...inCase, reason: told.reason, ...acted },
    ...told.arrests.map((one) => arrestOrder(one, told.pncId, acted)),
    ...(told.charges ?? []).map((one) => chargeOrder(one, acted)),
  ]
  const orders = [{ decider: personDecider, id: personId, command: record }, ...onSuspect(caseId, number, commands)]
  return planned(told, orders, caseId, String(number), 201)
}

const onSuspect = (caseId: string, number: number | string, commands: readonly Named[]): Orders =>
  commands.map((command) => ({ decider: suspectDecider, id: suspectId(caseId, number), command }))

const planned = (told: SuspectTold, orders: Orders, caseId: string, item: string, status: number): Plan => ({
  status,
  body: { case: caseId, item, sequence: told.sequence, applied: true },
  orders,
  caseId,
  item,
})

function offenceIn(code: string) {
  const offence = findOffence(code)
  if (!offence) throw problemOf(refuseMessage('message.offence-unknown', { code }), 422)
  return offence
}

function arrestOrder(
  { arrestedAt, where, offences, asn }: SuspectTold['arrests'][number],
  pncId: string | null,
  acted: Acted,
) {
  return {
    type: 'RecordArrest',
    arrestedAt,
    where,
    offences: offences.map((code) => {
      const offence = offenceIn(code)
      return { ...offenceOf(code), indictable: isIndictable(offence) }
    }),
    asn: asn === null ? null : numberIn(checkAsn(asn), asn).asn,
    pncId: pncIdIn(pncId, acted),
    ...acted,
  }
}

const pncIdIn = (written: string | null, { at }: Acted) =>
  written === null ? null : numberIn(checkPncId(written, toLocalDate(at)), written).pncId

/** A number that is what it should be, or 422 with the reason why not. */
function numberIn<Parts>(
  checked: ({ readonly ok: true } & Parts) | { readonly ok: false; readonly reason: string },
  written: string,
): Parts {
  if (checked.ok) return checked
  throw problemOf(refuseMessage('message.number-wrong', { written, reason: checked.reason }), 422)
}

function chargeOrder({ offence: code, ...rest }: ChargeTold, acted: Acted) {
  return {
    type: 'ProposeCharge',
    charge: { offence: offenceOf(code), ...rest },
    facts: offenceFacts(offenceIn(code)),
    ...acted,
  }
}

async function planChange({ request, house }: Asked, told: SuspectTold, { caseId, item }: SentItem): Promise<Plan> {
  const { record } = house.installation
  const { state } = await record.read(suspectDecider, suspectId(caseId, item))
  const known = state && (await record.read(personDecider, state.person)).state
  if (!state || !known) throw refuseMessage('message.overtaken')
  const why = `Version ${told.sequence} of ${told.reference}`
  const acted = { at: request.at, by: request.viewer.account }
  const details = detailsIn(told.person, known.details)
  const correct = { type: 'CorrectPerson', details, reason: why, ...acted }
  const orders = [
    ...(digestOf(known.details) === digestOf(details)
      ? []
      : [{ decider: personDecider, id: state.person, command: correct }]),
    ...onSuspect(caseId, item, changesOf(state, told, why, acted)),
  ]
  return planned(told, orders, caseId, item, 200)
}

/** What differs between the suspect as they stand and as the version has them, as commands. */
function changesOf(state: Suspect, told: SuspectTold, why: string, acted: Acted): readonly Named[] {
  const arrested = new Set<string>(state.arrests.map(({ arrestedAt }) => arrestedAt))
  const newArrests = told.arrests.filter(({ arrestedAt }) => !arrested.has(arrestedAt))
  const numbers = numbersOf(told, acted)
  const last = state.arrests.at(-1)
  const renumbered = newArrests.length === 0 && last && (last.asn !== numbers.asn || state.pncId !== numbers.pncId)
  const suspicion = { type: 'CorrectSuspicion', reason: told.reason, why, ...acted }
  return [
    ...(state.reason === told.reason ? [] : [suspicion]),
    ...newArrests.map((one) => arrestOrder(one, told.pncId, acted)),
    ...(renumbered && (numbers.asn !== null || numbers.pncId !== null)
      ? [{ type: 'RecordNumbers', ...numbers, ...acted }]
      : []),
    ...(told.charges ? chargeChanges(state, told.charges, why, acted) : []),
  ]
}

const numbersOf = (told: SuspectTold, acted: Acted) => {
  const asn = told.arrests.at(-1)?.asn ?? null
  return { asn: asn === null ? null : numberIn(checkAsn(asn), asn).asn, pncId: pncIdIn(told.pncId, acted) }
}

const contentOf = (code: string, { from, to, where, particulars }: Omit<ChargeTold, 'offence'>): Json => [
  code,
  from,
  to,
  where,
  particulars,
]

/** A charge is the same while everything in it is: any change is a charge withdrawn and another proposed. */
function chargeChanges(state: Suspect, charges: readonly ChargeTold[], reason: string, acted: Acted): readonly Named[] {
  const put = new Set(state.put.flatMap(({ charges }) => charges.map(({ key }) => key)))
  const open = state.charges
    .filter(({ key, withdrawn }) => withdrawn === null && !put.has(key))
    .map((charge) => ({ key: charge.key, content: digestOf(contentOf(charge.offence.code, charge)) }))
  const wanted = charges.map((charge) => ({ charge, content: digestOf(contentOf(charge.offence, charge)) }))
  return [
    ...open
      .filter(({ content }) => !wanted.some((one) => one.content === content))
      .map(({ key }) => ({ type: 'WithdrawCharge', key, reason, ...acted })),
    ...wanted
      .filter(({ content }) => !open.some((one) => one.content === content))
      .map(({ charge }) => chargeOrder(charge, acted)),
  ]
}
