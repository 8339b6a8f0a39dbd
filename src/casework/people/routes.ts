import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readBankHolidays } from '../../calendar/read-bank-holidays.ts'
import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { paths } from '../../paths.ts'
import { type Sent, sentOf } from '../../platform/access/sent.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { found } from '../../platform/web/failures.ts'
import type { CaseDone } from '../cases/case-page.ts'
import type { CaseFile, CasePerson } from '../cases/read-case.ts'
import { type CaseParams, caseAct, orderOn } from '../decisions/case-act.ts'
import { investigation } from '../investigation/investigation.ts'
import { type AddedTyped, addPersonPage, addedPrefix, isLookingUp, parseAdded } from './add-form.ts'
import type { KnownPerson } from './known-people.ts'
import { readKnownIn, wasLookedUp } from './looked-up.ts'
import { type PartAct, parseReason, parseRights, parseWitness, partPage } from './part-forms.ts'
import { person } from './person.ts'

/** Who comes to a case later, how they stand in it, and who has no part in it after all. */
export function peopleRoutes(app: FastifyInstance): void {
  addRoutes(app)
  rightsRoutes(app)
  willingRoutes(app)
  withdrawnRoutes(app)
  takeOutRoutes(app, 'not-a-victim')
  takeOutRoutes(app, 'not-a-witness')
}

const permission = 'case.record'

const toPeople =
  (done: CaseDone) =>
  ({ summary }: CaseFile) => ({ path: paths.deskCasePeople(summary.id), done })

type AddFacts = { readonly found: readonly KnownPerson[] | null; readonly holidays: BankHolidays }

function addRoutes(app: FastifyInstance): void {
  caseAct<AddFacts, AddedTyped>(app, {
    address: '/desk/cases/:id/people/add',
    permission,
    what: 'Case: adding somebody',
    facts: async (tx, _, request) => ({
      found: await foundFor(tx, request),
      holidays: await readBankHolidays(tx),
    }),
    begin: () => ({}),
    parse: (sent, { facts, file, at }) => parseAdded(sent, facts.found ?? [], file.summary.from, at),
    page: (shown, { facts }) => addPersonPage(shown, facts.found),
    field: () => `${addedPrefix}-name`,
    perform: performAdded,
    done: ({ summary }, { role }) => ({
      path: paths.deskCasePeople(summary.id),
      done: role === 'victim' ? 'victim-added' : 'witness-added',
    }),
    asksOnly: isLookingUp,
  })
}

/** People with the name that was typed, where they were asked for; each is named in the log of who looked. */
async function foundFor(tx: Tx, request: FastifyRequest): Promise<readonly KnownPerson[] | null> {
  const sent: Sent = request.method === 'POST' ? sentOf(request.body) : {}
  if (!wasLookedUp(sent, addedPrefix)) return null
  const people = await readKnownIn(tx, sent, addedPrefix)
  const subjects = people.map(({ id }) => `person/${id}`)
  await request.looked({ subjects, what: 'People found by name', purpose: 'Adding somebody to a case' })
  return people
}

/** A new person and their part in the case are recorded together, or neither. */
function performAdded(
  request: FastifyRequest,
  { role, who, enhancedBy, willing, needs, reason }: AddedTyped,
  { file, facts }: { readonly file: CaseFile; readonly facts: AddFacts },
): Promise<unknown> {
  const acted = { at: request.at, by: request.viewer.account }
  const id = 'known' in who ? who.known : randomUUID()
  const record = 'known' in who ? [] : [{ type: 'RecordPerson', id, details: who.details, ...acted }]
  const part =
    role === 'victim'
      ? { type: 'AddVictim', person: id, enhancedBy, reason, holidays: facts.holidays, ...acted }
      : { type: 'AddWitness', person: id, willing, needs, reason, ...acted }
  return request.record.performAll([
    ...record.map((command) => ({ decider: person, id, command })),
    { decider: investigation, id: file.summary.id, command: part },
  ])
}

/** Somebody in the case by the address, in the part that the act is about. */
async function inPart(file: CaseFile, params: CaseParams, part: 'victim' | 'witness'): Promise<CasePerson> {
  const hasPart = ({ victimNumber, witness }: CasePerson): boolean =>
    part === 'victim' ? victimNumber !== null : witness !== null
  return found(file.people.find((one) => one.id === params['person'] && hasPart(one)))
}

const addressOf = (act: PartAct): string => `/desk/cases/:id/people/:person/${act}`

function rightsRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: addressOf('rights'),
    permission,
    what: 'Case: a victim’s rights',
    facts: async (tx, file, { params }) => ({
      victim: await inPart(file, params, 'victim'),
      holidays: await readBankHolidays(tx),
    }),
    begin: ({ facts: { victim } }) => ({ rights: victim.enhancedBy }),
    parse: parseRights,
    page: (shown, { facts: { victim } }) => partPage(shown, victim, 'rights'),
    field: () => 'rights',
    perform: (request, typed, { file, facts: { victim, holidays } }) =>
      orderOn(request, file, { type: 'ChangeVictimRights', person: victim.id, ...typed, holidays }),
    done: toPeople('rights-changed'),
  })
}

function willingRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: addressOf('willing'),
    permission,
    what: 'Case: a witness',
    facts: (_, file, { params }) => inPart(file, params, 'witness'),
    begin: ({ facts: { witness } }) => ({ willing: witness?.willing ? 'yes' : 'no', needs: witness?.needs ?? '' }),
    parse: parseWitness,
    page: (shown, { facts }) => partPage(shown, facts, 'willing'),
    field: () => 'willing',
    perform: (request, typed, { file, facts }) =>
      orderOn(request, file, { type: 'ChangeWitness', person: facts.id, ...typed }),
    done: toPeople('witness-changed'),
  })
}

function withdrawnRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: addressOf('withdrawn'),
    permission,
    what: 'Case: a witness',
    facts: (_, file, { params }) => inPart(file, params, 'witness'),
    begin: () => ({}),
    parse: parseReason,
    page: (shown, { facts }) => partPage(shown, facts, 'withdrawn'),
    field: () => 'reason',
    perform: (request, { reason }, { file, facts }) =>
      orderOn(request, file, { type: 'NoteWitnessWithdrawn', person: facts.id, reason }),
    done: toPeople('witness-changed'),
  })
}

function takeOutRoutes(app: FastifyInstance, act: 'not-a-victim' | 'not-a-witness'): void {
  caseAct(app, {
    address: addressOf(act),
    permission,
    what: 'Case: taking somebody out',
    facts: (_, file, { params }) => inPart(file, params, act === 'not-a-victim' ? 'victim' : 'witness'),
    begin: () => ({}),
    parse: parseReason,
    page: (shown, { facts }) => partPage(shown, facts, act),
    field: () => 'reason',
    perform: (request, { reason }, { file, facts }) => {
      const type = act === 'not-a-victim' ? 'TakeOutVictim' : 'TakeOutWitness'
      return orderOn(request, file, { type, person: facts.id, reason })
    },
    done: toPeople('taken-out'),
  })
}
