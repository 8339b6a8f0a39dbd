import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { toLocalDate } from '../../calendar/instant.ts'
import type { CaseFile } from '../../casework/cases/read-case.ts'
import { checkAsn } from '../../casework/identifiers/asn.ts'
import { checkPncId } from '../../casework/identifiers/pnc-id.ts'
import { isIndictable } from '../../casework/offences/offence.ts'
import { person as personDecider } from '../../casework/people/person.ts'
import { readSuspects } from '../../casework/suspects/read-suspects.ts'
import type { Suspect } from '../../casework/suspects/suspect-state.ts'
import { suspect as suspectDecider } from '../../casework/suspects/suspect.ts'
import type { Named } from '../../platform/record/decider.ts'
import { refuseRecord } from '../../platform/record/refusals.ts'
import { caseIn, caseParameter } from '../cases.ts'
import { digestOf } from '../messages/digest.ts'
import { type Merge, type Said, mergeOn } from '../messages/merge.ts'
import { refuseMessage } from '../messages/refusals.ts'
import { type Plan, acknowledgement } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import { type Asked, telling } from '../operation.ts'
import { problemOf } from '../parse.ts'
import { detailsAfter, personOrders, readPerson, toldOrder } from '../people.ts'
import { detailsIn, leftAsItStands, moment, named, offenceCode, person, reference, sequence, text } from '../schemas.ts'
import { offenceOf } from './allegation.ts'
import {
  type Acted,
  chargeChanges,
  chargeOrder,
  offenceIn,
  proposed,
  saidOfCharges,
  withoutCharges,
} from './charges.ts'

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

const suspectId = (caseId: string, number: number | string): string => `${caseId}-S${number}`

async function planSuspect(asked: Asked, told: SuspectTold, { summary }: CaseFile): Promise<Plan> {
  const { request } = asked
  const acted = { at: request.at, by: request.viewer.account }
  const { id: caseId, force, unit, dealtWithBy, crimeReference, officer } = summary
  const number = (await request.read((tx) => readSuspects(tx, caseId))).length + 1
  const personId = randomUUID()
  const inCase = { caseId, number, person: personId, force, unit, dealtWithBy, crimeReference, officer }
  const record = { type: 'RecordPerson', id: personId, details: detailsIn(told.person, null), ...acted }
  const merge = mergeOn({})
  merge.take<string>('/reason', told.reason, '')
  merge.take('/pncId', pncIdIn(told.pncId, acted), null)
  merge.take('/asn', asnOf(told), null)
  const commands = [
    { type: 'NameSuspect', ...inCase, reason: told.reason, ...acted },
    ...told.arrests.map((one) => arrestOrder(one, told.pncId, acted)),
    ...(told.charges ?? []).map((one) => chargeOrder(one, acted)),
  ]
  const item = String(number)
  return {
    status: 201,
    body: acknowledgement({ caseId, item, sequence: told.sequence }),
    orders: [
      { decider: personDecider, id: personId, command: record },
      toldOrder(personId, told.person, acted),
      ...commands.map((command) => ({ decider: suspectDecider, id: suspectId(caseId, item), command })),
    ],
    caseId,
    item,
    said: { ...merge.merged().said, ...saidOfArrests(told), ...(told.charges && saidOfCharges(told.charges)) },
  }
}

function arrestOrder({ arrestedAt, where, offences, asn }: ArrestTold, pncId: string | null, acted: Acted) {
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

async function planChange({ request, house }: Asked, told: SuspectTold, before: SentItem): Promise<Plan> {
  const { caseId, item } = before
  const { record } = house.installation
  const { state, version: lookedAt } = await record.read(suspectDecider, suspectId(caseId, item))
  if (!state) throw refuseRecord('record.stream-erased')
  const known = await readPerson(record, state.person)
  const why = `Version ${told.sequence} of ${told.reference}`
  const acted = { at: request.at, by: request.viewer.account }
  const merge = mergeOn(before.said)
  const details = known && detailsAfter(merge, known.state, told.person, '/person')
  const changes = changesOf(merge, state, told, before.said, why, acted)
  const { said, kept } = merge.merged()
  return {
    status: 200,
    body: acknowledgement({ caseId, item, sequence: told.sequence, kept }),
    orders: [
      ...(known && details ? personOrders(known, details, told.person, { reason: why, caseId, ...acted }) : []),
      ...changes.map((command) => ({ decider: suspectDecider, id: suspectId(caseId, item), lookedAt, command })),
    ],
    caseId,
    item,
    said: {
      ...(told.charges ? { ...withoutCharges(said), ...saidOfCharges(told.charges) } : said),
      ...saidOfArrests(told),
    },
  }
}

/** What differs between the suspect as they stand and as the version has them, as commands. */
function changesOf(
  merge: Merge,
  state: Suspect,
  told: SuspectTold,
  before: Said,
  why: string,
  acted: Acted,
): readonly Named[] {
  const arrested = new Set<string>(state.arrests.map(({ arrestedAt }) => arrestedAt))
  const notHere = told.arrests.filter(({ arrestedAt }) => !arrested.has(arrestedAt))
  // An arrest that was told of before and is not here was taken back by a colleague.
  const newArrests = notHere.filter((one) => before[arrestAt(one)] === undefined)
  if (newArrests.length < notHere.length) merge.keep('/arrests')
  const reason = merge.take<string>('/reason', told.reason, state.reason)
  const standing = { asn: state.arrests.at(-1)?.asn ?? null, pncId: state.pncId }
  const pncId = merge.take('/pncId', pncIdIn(told.pncId, acted), standing.pncId)
  // A new arrest brings a number of its own.
  const asn = merge.take('/asn', asnOf(told), newArrests.length > 0 ? asnOf(told) : standing.asn)
  const suspicion = { type: 'CorrectSuspicion', reason, why, ...acted }
  const numbers = { type: 'RecordNumbers', asn, pncId, ...acted }
  const renumbered = newArrests.length === 0 && (asn !== standing.asn || pncId !== standing.pncId)
  return [
    ...(state.reason === reason ? [] : [suspicion]),
    ...newArrests.map((one) => arrestOrder(one, pncId, acted)),
    ...(renumbered && (asn !== null || pncId !== null) ? [numbers] : []),
    ...(told.charges ? chargeChanges(merge, state, { charges: told.charges, before, reason: why, ...acted }) : []),
  ]
}

type ArrestTold = SuspectTold['arrests'][number]

const arrestAt = ({ arrestedAt }: Pick<ArrestTold, 'arrestedAt'>): string => `/arrests/${arrestedAt}`
const saidOfArrests = ({ arrests }: SuspectTold): Said =>
  Object.fromEntries(arrests.map((one) => [arrestAt(one), digestOf(one)]))

const asnOf = ({ arrests }: SuspectTold) => {
  const asn = arrests.at(-1)?.asn ?? null
  return asn === null ? null : numberIn(checkAsn(asn), asn).asn
}
