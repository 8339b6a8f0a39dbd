import type { FastifyInstance } from 'fastify'
import { readAgencyList } from '../../agencies/tables.ts'
import { paths } from '../../paths.ts'
import { found } from '../../platform/web/failures.ts'
import { caseAct, noFacts, orderOn } from '../decisions/case-act.ts'
import { isFindingColleague, listColleagues } from '../decisions/colleagues.ts'
import { investigation } from '../investigation/investigation.ts'
import { suspectStreamId } from '../suspects/rows.ts'
import { suspect } from '../suspects/suspect.ts'
import { assignPage, parseAssign } from './assign-form.ts'
import { liftPage, parseLift, parseRestrict, restrictPage } from './restrict-form.ts'
import { parseUrnForm, urnPage } from './urn-form.ts'
import { withoutReadersRoutes } from './without-readers-routes.ts'

/** Who is responsible for a case, what it is called, and who alone may read it. */
export function assigningRoutes(app: FastifyInstance): void {
  assignRoutes(app)
  urnRoutes(app)
  restrictRoutes(app)
  liftRoutes(app)
  withoutReadersRoutes(app)
}

function assignRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/assign',
    permission: 'case.decide',
    what: 'Case: who is responsible',
    facts: async (tx, { summary }, request) => ({
      force: found((await readAgencyList(tx)).find(({ code }) => code === summary.force)),
      officers: await listColleagues(tx, request, {
        agency: summary.force,
        work: 'suspect.record',
        fields: ['officer'],
        standing: [summary.officer],
      }),
      supervisors: await listColleagues(tx, request, {
        agency: summary.force,
        work: 'case.supervise',
        fields: ['supervisor'],
        standing: [summary.supervisor],
      }),
    }),
    asksOnly: isFindingColleague,
    begin: ({ file: { summary } }) => ({
      unit: summary.unit ?? '',
      officer: summary.officer ?? '',
      supervisor: summary.supervisor ?? '',
    }),
    parse: (sent, { facts }) => parseAssign(sent, facts),
    page: (shown, { facts }) => assignPage(shown, facts),
    field: () => 'officer',
    perform: (request, { reason, ...assignment }, { file: { summary, suspects } }) => {
      const acted = { at: request.at, by: request.viewer.account }
      const { unit, dealtWithBy, officer } = assignment
      const assign = { type: 'AssignCase', ...assignment, reason, ...acted }
      // What is owed about the suspects goes with the case: to its unit, and to the officer in it.
      const note = { type: 'NoteResponsible', unit, dealtWithBy, officer, ...acted }
      return request.record.performAll([
        { decider: investigation, id: summary.id, command: assign },
        ...suspects.map(({ number }) => ({
          decider: suspect,
          id: suspectStreamId(summary.id, number),
          command: note,
        })),
      ])
    },
    done: ({ summary }) => ({ path: paths.deskCase(summary.id), done: 'assigned' }),
  })
}

function urnRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/urn',
    permission: 'case.record',
    what: 'Case: its number',
    facts: noFacts,
    begin: ({ file: { summary } }) => ({ urn: summary.urn ?? '', operation: summary.operation ?? '' }),
    parse: parseUrnForm,
    page: urnPage,
    field: () => 'urn',
    perform: (request, { urn, operation, reason }, { file: { summary } }) => {
      const acted = { at: request.at, by: request.viewer.account }
      const name = { type: 'NameOperation', operation, ...acted }
      const give = { type: 'GiveUrn', urn, reason, ...acted }
      // The page gives both at once; what stands so already is left as it is.
      const commands = urn === summary.urn ? [name] : [give, name]
      const orders = commands.map((command) => ({ decider: investigation, id: summary.id, command }))
      return request.record.performAll(orders)
    },
    done: ({ summary }) => ({ path: paths.deskCase(summary.id), done: 'urn-given' }),
  })
}

function restrictRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/restrict',
    permission: 'case.restrict',
    what: 'Case: who may read it',
    facts: (tx, { summary }, request) =>
      listColleagues(tx, request, {
        agency: request.viewer.agency,
        work: 'case.read',
        fields: ['people'],
        standing: [request.viewer.account, summary.officer, summary.supervisor, ...(summary.restrictedTo ?? [])],
      }),
    asksOnly: isFindingColleague,
    begin: ({ file: { summary }, viewer }) => ({
      people:
        summary.restrictedTo ?? [viewer.account, summary.officer, summary.supervisor].filter((one) => one !== null),
      reason: summary.restrictedReason ?? '',
    }),
    parse: (sent, { facts }) => parseRestrict(sent, facts),
    page: (shown, { facts }) => restrictPage(shown, facts),
    field: () => 'people',
    perform: (request, typed, { file }) =>
      orderOn(request, file, { type: 'RestrictCase', agency: request.viewer.agency, ...typed }),
    done: ({ summary }) => ({ path: paths.deskCase(summary.id), done: 'restricted' }),
  })
}

function liftRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/lift-restriction',
    permission: 'case.restrict',
    what: 'Case: who may read it',
    facts: async (_, { summary }) => found(summary.restrictedTo),
    begin: () => ({}),
    parse: parseLift,
    page: liftPage,
    field: () => 'reason',
    perform: (request, { reason }, { file }) =>
      orderOn(request, file, { type: 'LiftRestriction', agency: request.viewer.agency, reason }),
    done: ({ summary }) => ({ path: paths.deskCase(summary.id), done: 'restriction-lifted' }),
  })
}
