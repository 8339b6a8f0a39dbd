import { z } from 'zod'
import { findOffence, offenceList } from '../../casework/offences/offence-list.ts'
import { type Facts, type Investigation, investigation } from '../../casework/investigation/investigation.ts'
import { person as personDecider } from '../../casework/people/person.ts'
import { newCaseId } from '../../casework/recording/new-case-id.ts'
import { ordersToRecord } from '../../casework/recording/orders-to-record.ts'
import { type AllegationTyped, withAge } from '../../casework/recording/parse-allegation.ts'
import { Invalid, NotFound } from '../../platform/web/failures.ts'
import { dealtWithIn } from '../cases.ts'
import { digestOf } from '../messages/digest.ts'
import { refuseMessage } from '../messages/refusals.ts'
import type { Plan } from '../messages/receive.ts'
import type { SentItem } from '../messages/sent-item.ts'
import type { EnhancedGround } from '../../victims/rights/enhanced-rights.ts'
import { type Asked, telling } from '../operation.ts'
import { problemOf } from '../parse.ts'
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
    unit: line.nullable().default(null).describe('The code of the unit that deals with it; null for the force.'),
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
  if (!dealtWith) throw new Invalid(`The agency has no unit ${told.unit}.`)
  const id = newCaseId()
  const orders = ordersToRecord(id, typedIn(told), dealtWith, { at, by: viewer.account })
  return { status: 201, body: { case: id, sequence: told.sequence, applied: true }, orders, caseId: id, item: '' }
}

function typedIn({ victims, reporter, ...told }: Allegation): AllegationTyped {
  return {
    allegation: factsIn(told),
    victims: victims.map(({ person, enhancedBy = [] }) =>
      withAge({ details: detailsIn(person, null), enhancedBy }, told.from),
    ),
    reporter: reporter === 'first-victim' ? 'victim' : reporter && detailsIn(reporter, null),
  }
}

function factsIn(told: Pick<Allegation, 'reportedAt' | 'what' | 'where' | 'from' | 'to' | 'suspectedOffence'>): Facts {
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
async function planCorrection({ request, house }: Asked, told: Allegation, { caseId }: SentItem): Promise<Plan> {
  const { record } = house.installation
  const { state } = await record.read(investigation, caseId)
  if (!state) throw refuseMessage('message.overtaken')
  // The state was read past row security, which closes a restricted case to everybody but those who are named.
  if (state.restriction?.people.every(({ account }) => account !== request.viewer.account)) throw new NotFound()
  const acted = { at: request.at, by: request.viewer.account, reason: `Version ${told.sequence} of ${told.reference}` }
  const orders: Array<Plan['orders'][number]> = []
  for (const { id, says } of peopleTold(state, told)) {
    const { state: known } = await record.read(personDecider, id)
    const details = detailsIn(says, known?.details ?? null)
    if (known && digestOf(known.details) !== digestOf(details)) {
      const command = { type: 'CorrectPerson', details, ...acted }
      orders.push({ decider: personDecider, id, command })
    }
  }
  for (const [index, { person: id, enhancedBy }] of victimsOf(state).entries()) {
    const rights = rightsIn(told, index, enhancedBy)
    if (rights.toSorted().join() === enhancedBy.toSorted().join()) continue
    const command = { type: 'ChangeVictimRights', person: id, enhancedBy: rights, ...acted }
    orders.push({ decider: investigation, id: caseId, command })
  }
  const facts = factsIn(told)
  if (digestOf(comparable(state.facts)) !== digestOf(comparable(facts))) {
    const command = { type: 'CorrectAllegation', facts, ...acted }
    orders.push({ decider: investigation, id: caseId, command })
  }
  return { status: 200, body: { case: caseId, sequence: told.sequence, applied: true }, orders, caseId, item: '' }
}

/** Why a victim has enhanced rights: as the version says, else as it stands; and by their age in either case. */
function rightsIn({ victims, from }: Allegation, index: number, standing: readonly EnhancedGround[]) {
  const says = victims[index]
  if (!says) return standing
  return withAge({ details: detailsIn(says.person, null), enhancedBy: says.enhancedBy ?? standing }, from).enhancedBy
}

/** The list of offences may have become another; the offence is the same while its code is. */
const comparable = ({ reportedAt, what, where, from, to, suspectedOffence }: Facts) => ({
  reportedAt,
  what,
  where,
  from,
  to,
  offence: suspectedOffence?.code ?? null,
})

const victimsOf = ({ victims }: Investigation) => victims.filter(({ takenOut }) => !takenOut)

/** Each person of the case with what a version says of them. Who is in the case is changed by hand. */
function peopleTold(
  state: Investigation,
  { victims, reporter }: Allegation,
): ReadonlyArray<{ readonly id: string; readonly says: z.infer<typeof person> }> {
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
    return says ? [{ id, says }] : []
  })
  const other = reporter !== 'first-victim' && reporter !== null && state.reporter !== null
  return other ? [...told, { id: state.reporter, says: reporter }] : told
}
