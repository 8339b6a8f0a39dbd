import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { found } from '../../platform/web/failures.ts'
import { allow } from '../../platform/web/routing.ts'
import { casePage } from '../cases/case-page.ts'
import { type ById, doneIn, looking } from '../cases/looking.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { type CaseParams, caseAct, orderOn } from '../decisions/case-act.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { isFindingColleague, listColleagues } from '../decisions/colleagues.ts'
import { inquiriesTab } from './inquiries-tab.ts'
import { closePage, linePage, parseClosed, parseLine, parseReopened, reopenPage } from './line-forms.ts'
import { parsePlan, planPage } from './plan-form.ts'
import { type SeenLine, readInquiries } from './read-inquiries.ts'

/** The plan of an investigation and its lines of inquiry. */
export function inquiryRoutes(app: FastifyInstance): void {
  app.get<ById>('/desk/cases/:id/inquiries', allow('case.read', { personal: true }), async (request, reply) => {
    const file = await caseLookedAt(request, request.params.id, 'Case: inquiries')
    const inquiries = await request.read((tx) => readInquiries(tx, file.summary.id))
    const body = inquiriesTab(file, inquiries, request.viewer)
    return reply.html(casePage(looking(request), file, 'inquiries', body, doneIn(request)))
  })
  planRoutes(app)
  addRoutes(app)
  changeRoutes(app)
  closeRoutes(app)
  reopenRoutes(app)
}

const permission = 'suspect.record'

const donePath = ({ summary }: CaseFile): string => paths.deskCaseInquiries(summary.id)

function planRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/inquiries/plan',
    permission,
    what: 'Case: investigation plan',
    facts: async (tx, { summary }) => (await readInquiries(tx, summary.id)).plans[0] ?? null,
    begin: ({ facts: latest }) => ({
      objectives: latest?.objectives.join('\n') ?? '',
      strategy: latest?.strategy ?? '',
    }),
    parse: parsePlan,
    page: planPage,
    field: () => 'objectives',
    perform: (request, plan, { file }) => orderOn(request, file, { type: 'WritePlan', ...plan }),
    done: (file) => ({ path: donePath(file), done: 'planned' }),
  })
}

/** `standing` pursues the line already. */
const whoMayPursue = (tx: Tx, request: FastifyRequest, agency: string, standing: string | null) =>
  listColleagues(tx, request, { agency, work: 'suspect.record', fields: ['who'], standing: [standing] })

function addRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/inquiries/add',
    permission,
    what: 'Case: line of inquiry',
    facts: (tx, { summary }, request) => whoMayPursue(tx, request, summary.force, null),
    asksOnly: isFindingColleague,
    begin: () => ({}),
    parse: (sent, { facts }) => parseLine(sent, facts, false),
    page: (shown, { facts }) => linePage(shown, facts, null),
    field: () => 'what',
    perform: (request, { reason: _, ...line }, { file }) => orderOn(request, file, { type: 'AddLine', ...line }),
    done: (file) => ({ path: donePath(file), done: 'line-added' }),
  })
}

/** The line that an address names; 404 where there is none, or where it stands so that nothing can be done to it. */
async function lineIn(tx: Tx, { summary }: CaseFile, params: CaseParams, isOpen: boolean): Promise<SeenLine> {
  const { lines } = await readInquiries(tx, summary.id)
  return found(lines.find((line) => String(line.number) === params['line'] && (line.outcome === null) === isOpen))
}

function changeRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/inquiries/:line/change',
    permission,
    what: 'Case: line of inquiry',
    facts: async (tx, file, request) => {
      const line = await lineIn(tx, file, request.params, true)
      return { line, colleagues: await whoMayPursue(tx, request, file.summary.force, line.who) }
    },
    asksOnly: isFindingColleague,
    begin: ({ facts: { line } }) => ({
      what: line.what,
      direction: line.direction,
      who: line.who ?? '',
      ...(line.dueOn && dateParts('by', line.dueOn)),
    }),
    parse: (sent, { facts }) => parseLine(sent, facts.colleagues, true),
    page: (shown, { facts }) => linePage(shown, facts.colleagues, facts.line),
    field: () => 'what',
    perform: (request, line, { file, facts }) =>
      orderOn(request, file, { type: 'ChangeLine', number: facts.line.number, ...line }),
    done: (file) => ({ path: donePath(file), done: 'line-changed' }),
  })
}

function closeRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/inquiries/:line/close',
    permission,
    what: 'Case: line of inquiry',
    facts: (tx, file, { params }) => lineIn(tx, file, params, true),
    begin: () => ({}),
    parse: parseClosed,
    page: (shown, { facts }) => closePage(shown, facts),
    field: () => 'words',
    perform: (request, closed, { file, facts }) =>
      orderOn(request, file, { type: 'CloseLine', number: facts.number, ...closed }),
    done: (file) => ({ path: donePath(file), done: 'line-closed' }),
  })
}

function reopenRoutes(app: FastifyInstance): void {
  caseAct(app, {
    address: '/desk/cases/:id/inquiries/:line/reopen',
    permission,
    what: 'Case: line of inquiry',
    facts: (tx, file, { params }) => lineIn(tx, file, params, false),
    begin: () => ({}),
    parse: parseReopened,
    page: (shown, { facts }) => reopenPage(shown, facts),
    field: () => 'reason',
    perform: (request, { reason }, { file, facts }) =>
      orderOn(request, file, { type: 'ReopenLine', number: facts.number, reason }),
    done: (file) => ({ path: donePath(file), done: 'line-reopened' }),
  })
}
