import { z } from 'zod'
import type { LocalDate } from '../../calendar/local-date.ts'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import { findOffence, offenceList } from '../../casework/offences/offence-list.ts'
import { type Facts, type Investigation, investigation } from '../../casework/investigation/investigation.ts'
import { newCaseId } from '../../casework/recording/new-case-id.ts'
import { ordersToRecord } from '../../casework/recording/orders-to-record.ts'
import { type AllegationTyped, withAge } from '../../casework/recording/parse-allegation.ts'
import type { Json, Named } from '../../platform/record/decider.ts'
import { refuseRecord } from '../../platform/record/refusals.ts'
import { Invalid, NotFound } from '../../platform/web/failures.ts'
import { dealtWithIn } from '../cases.ts'
import { digestOf } from '../messages/digest.ts'
import { type Merge, mergeOn } from '../messages/merge.ts'
import { refuseMessage } from '../messages/refusals.ts'
import { type Plan, acknowledgement } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import { withGroundOfAge } from '../../victims/rights/age.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import { type Asked, telling } from '../operation.ts'
import { problemOf } from '../parse.ts'
import { type PersonSaid, detailsAfter, personOrders, readPerson, toldOrder } from '../people.ts'
import {
  day,
  detailsIn,
  line,
  longText,
  moment,
  named,
  offenceCode,
  person,
  reference,
  sequence,
  text,
  victim,
} from '../schemas.ts'

const allegation = named(
  'Allegation',
  'A report of what may be a crime, before any suspect is known, with the people in it.',
  z.strictObject({
    reference,
    sequence,
    unit: line
      .nullable()
      .default(null)
      .describe('The code of the unit that deals with it; null for the force. Read in the first version only.'),
    reportedAt: moment,
    what: longText.describe('What is alleged, in the words of who takes the report.'),
    where: text,
    from: day.describe('The first day on which it may have happened.'),
    to: day.describe('The last day on which it may have happened.'),
    suspectedOffence: offenceCode
      .nullable()
      .default(null)
      .describe('As it looks at the time. A charge is another matter.'),
    reporter: z
      .union([z.literal('first-victim'), person, z.null()])
      .describe('Who reported it: the first victim, somebody else, or null for a report without a name.'),
    victims: z.array(victim).max(20),
  }),
)

type Allegation = z.infer<typeof allegation>

export const recordAllegation = telling(
  {
    id: 'recordAllegation',
    path: '/allegations',
    summary: 'Tell of an allegation',
    about:
      'The first version records a case, with the duty to decide within 24 hours of the report whether it is a crime. A later version corrects it. Victims are known by their order: their details can be corrected, their number not.',
    scope: 'case.record',
    parameters: [],
    creates: true,
  },
  allegation,
  async (asked, told, content) => ({
    brought: { caseId: null, kind: 'case', reference: told.reference, sequence: told.sequence, content },
    plan: (before) => (before ? planCorrection(asked, told, before) : planCase(asked, told)),
  }),
)

async function planCase(asked: Asked, told: Allegation): Promise<Plan> {
  const { at, viewer } = asked.request
  const dealtWith = await dealtWithIn(asked, told.unit)
  if (!dealtWith) throw new Invalid(`The agency has no unit ${told.unit}. Send the code of one, or null for the force.`)
  const id = newCaseId()
  const acted = { at, by: viewer.account }
  const merge = mergeOn({})
  for (const [name, value] of Object.entries(factsSaid(told))) merge.take<Json>(`/${name}`, value, null)
  for (const index of told.victims.keys()) merge.take<readonly string[]>(rightsAt(index), groundsSaid(told, index), [])
  // Whom a case brings stands before it, in the order in which they were told of.
  const orders = ordersToRecord(id, typedIn(told), dealtWith, acted)
  const people = peopleSaid(told).map((says, index) => toldOrder(orders[index]?.id ?? '', says, acted))
  return {
    status: 201,
    body: acknowledgement({ caseId: id, sequence: told.sequence }),
    orders: [...orders, ...people],
    caseId: id,
    item: '',
    said: merge.merged().said,
  }
}

/** Everybody whom an allegation brings: its victims in their order, then whoever else reported it. */
const peopleSaid = ({ victims, reporter }: Allegation): readonly PersonSaid[] => [
  ...victims.map((victim) => victim.person),
  ...(reporter === 'first-victim' || reporter === null ? [] : [reporter]),
]

function typedIn({ victims, reporter, ...told }: Allegation): AllegationTyped {
  return {
    allegation: factsIn(told),
    victims: victims.map(({ person, enhancedBy = [] }) =>
      withAge({ details: detailsIn(person, null), enhancedBy }, told.from),
    ),
    reporter: reporter === 'first-victim' ? 'victim' : reporter && detailsIn(reporter, null),
  }
}

type FactsTold = Pick<Allegation, 'reportedAt' | 'what' | 'where' | 'from' | 'to' | 'suspectedOffence'>

function factsIn(told: FactsTold): Facts {
  const { reportedAt, what, where, from, to, suspectedOffence } = told
  return {
    reportedAt,
    what,
    where,
    from,
    to,
    suspectedOffence: suspectedOffence === null ? null : offenceOf(suspectedOffence),
  }
}

/** The offence with a code as the list of today has it, or 422. */
export function offenceOf(written: string): NonNullable<Facts['suspectedOffence']> {
  const offence = findOffence(written)
  if (!offence) throw problemOf(refuseMessage('message.offence-unknown', { code: written }), 422)
  return { code: offence.code, title: offence.title, listed: offenceList().knownOn }
}

/** What a later version changes of the report and of the people in it. */
async function planCorrection({ request, house }: Asked, told: Allegation, before: SentItem): Promise<Plan> {
  const { caseId } = before
  const { record } = house.installation
  const { state, version: lookedAt } = await record.read(investigation, caseId)
  if (!state) throw refuseRecord('record.stream-erased')
  // The state was read past row security, which closes a restricted case to everybody but those who are named.
  if (state.restriction?.people.every(({ account }) => account !== request.viewer.account)) throw new NotFound()
  const acted = { at: request.at, by: request.viewer.account, reason: `Version ${told.sequence} of ${told.reference}` }
  const merge = mergeOn(before.said)
  const orders: Array<Plan['orders'][number]> = []
  const onCase = (command: Named & Readonly<Record<string, unknown>>) =>
    orders.push({ decider: investigation, id: caseId, lookedAt, command })
  const facts = factsAfter(merge, state.facts, told)
  const born = new Map<string, LocalDate | null>()
  for (const { id, says, pointer } of peopleTold(state, told)) {
    const known = await readPerson(record, id)
    if (!known) continue
    const details = detailsAfter(merge, known.state, says, pointer)
    born.set(id, details.dateOfBirth)
    orders.push(...personOrders(known, details, says, { ...acted, caseId }))
  }
  for (const [index, { person: id, enhancedBy }] of victimsOf(state).entries()) {
    const taken = merge.take(rightsAt(index), groundsSaid(told, index), enhancedBy.toSorted())
    const rights = withGroundOfAge(taken, born.get(id) ?? null, facts.from)
    if (rights.toSorted().join() === enhancedBy.toSorted().join()) continue
    const holidays = await request.read(readBankHolidays)
    onCase({ type: 'ChangeVictimRights', person: id, enhancedBy: rights, holidays, ...acted })
  }
  if (digestOf(factsSaid(state.facts)) !== digestOf(factsSaid(facts)))
    onCase({ type: 'CorrectAllegation', facts, ...acted })
  const { said, kept } = merge.merged()
  return {
    status: 200,
    body: acknowledgement({ caseId, sequence: told.sequence, kept }),
    orders,
    caseId,
    item: '',
    said,
  }
}

/** Each fact as a version gives it: the list of offences may have become another, and the code is the same. */
const factsSaid = ({ reportedAt, what, where, from, to, suspectedOffence }: FactsTold | Facts) => ({
  reportedAt,
  what,
  where,
  from,
  to,
  suspectedOffence: typeof suspectedOffence === 'string' ? suspectedOffence : (suspectedOffence?.code ?? null),
})

/** What holds of the report; the times of day stay as they are here, since no message tells of them. */
function factsAfter(merge: Merge, standing: Facts, told: FactsTold): Facts {
  const [said, stands] = [factsSaid(told), factsSaid(standing)]
  const code = merge.take('/suspectedOffence', said.suspectedOffence, stands.suspectedOffence)
  return {
    ...standing,
    reportedAt: merge.take('/reportedAt', said.reportedAt, stands.reportedAt),
    what: merge.take('/what', said.what, stands.what),
    where: merge.take('/where', said.where, stands.where),
    from: merge.take('/from', said.from, stands.from),
    to: merge.take('/to', said.to, stands.to),
    suspectedOffence:
      code === stands.suspectedOffence ? standing.suspectedOffence : code === null ? null : offenceOf(code),
  }
}

const rightsAt = (index: number): string => `/victims/${index}/enhancedBy`

/** Why a version says that a victim has enhanced rights, with their age by what it says of that; undefined left out. */
function groundsSaid({ victims, from }: Allegation, index: number): readonly EnhancedGround[] | undefined {
  const { person: says, enhancedBy } = victims[index] ?? {}
  return enhancedBy && withGroundOfAge(enhancedBy, says?.dateOfBirth ?? null, from).toSorted()
}

const victimsOf = ({ victims }: Investigation) => victims.filter(({ takenOut }) => !takenOut)

/** Each person of the case with what a version says of them and where. Who is in the case is changed by hand. */
function peopleTold(
  state: Investigation,
  { victims, reporter }: Allegation,
): ReadonlyArray<{ readonly id: string; readonly says: PersonSaid; readonly pointer: string }> {
  const known = victimsOf(state)
  const first = known[0]?.person
  const reportedByVictim = state.reporter !== null && state.reporter === first
  const sameReporter =
    reporter === 'first-victim' ? reportedByVictim : (reporter === null) === (state.reporter === null)
  if (known.length !== victims.length || !sameReporter || (reportedByVictim && reporter !== 'first-victim')) {
    throw refuseMessage('message.people-changed')
  }
  const told = known.flatMap(({ person: id }, index) => {
    const says = victims[index]?.person
    return says ? [{ id, says, pointer: `/victims/${index}/person` }] : []
  })
  const other = reporter !== 'first-victim' && reporter !== null && state.reporter !== null
  return other ? [...told, { id: state.reporter, says: reporter, pointer: '/reporter' }] : told
}
