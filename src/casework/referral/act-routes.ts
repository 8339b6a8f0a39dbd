import type { FastifyInstance, FastifyRequest } from 'fastify'
import { toLocalDate } from '../../calendar/instant.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { found } from '../../platform/web/failures.ts'
import type { CaseDone } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { caseAct } from '../decisions/case-act.ts'
import { isFindingColleague, listColleagues } from '../decisions/colleagues.ts'
import { actAddress, backTo, orderOn } from './act-order.ts'
import { advisePage, askPage, parseAdvise, parseAsk } from './advice-forms.ts'
import { headingOf, policeOf, queryOf, readChargingFacts, readReferralFacts } from './charging-facts.ts'
import { answerPage, parseAnswer, parseReply, replyPage } from './item-forms.ts'
import { asksForMore, itemsShown, parsePlan, planPage } from './plan-forms.ts'
import { type ReferFacts, type ReferTyped, type Sending, beginRefer, parseRefer } from './refer-form.ts'
import { referPage } from './refer-page.ts'
import { type TriageFacts, beginAccept, beginReject, parseAccept, parseReject } from './triage-form.ts'
import { acceptPage, rejectPage } from './triage-page.ts'

type Request = FastifyRequest<{ Params: { readonly id: string } }>

/** Everything that is done about charging in a case as a whole, each on a page of its own. */
export function chargingActRoutes(app: FastifyInstance): void {
  adviceActs(app)
  for (const sending of ['refer', 'send-again', 'correct'] as const) sendingAct(app, sending)
  triageActs(app)
  planActs(app)
  itemActs(app)
}

const inCase = (file: CaseFile) => ({ caseId: file.summary.id, heading: headingOf(file), police: policeOf(file) })

function adviceActs(app: FastifyInstance): void {
  caseAct(app, {
    address: actAddress('advice'),
    permission: 'case.refer',
    what: 'Case: asking for early advice',
    facts: readChargingFacts,
    begin: () => ({}),
    parse: (sent, { facts }) => parseAsk(sent, facts),
    page: (shown, { facts }) => askPage(shown, facts),
    field: () => 'question',
    perform: (request, typed, { file }) => orderOn(request, file, { type: 'AskAdvice', ...typed, ...inCase(file) }),
    done: (file) => backTo(file, 'advice-asked'),
  })
  caseAct(app, {
    address: actAddress('advise'),
    permission: 'charging.advise',
    what: 'Case: answering a question of police',
    facts: async (tx, file, request) => {
      const { referrals } = await readChargingFacts(tx, file)
      const number = Number(queryOf(request, 'advice'))
      return found(referrals.advice.find((one) => one.number === number))
    },
    begin: () => ({}),
    parse: (sent) => parseAdvise(sent),
    page: (shown, { facts }) => advisePage(shown, facts),
    field: () => 'point-1',
    perform: (request, typed, { file, facts }) =>
      orderOn(request, file, { type: 'AnswerAdvice', advice: facts.number, ...typed }),
    done: (file) => backTo(file, 'advice-given'),
  })
}

const sentDone = {
  refer: 'referred',
  'send-again': 'referred-again',
  correct: 'referral-corrected',
} as const satisfies Record<Sending, CaseDone>

function sendingAct(app: FastifyInstance, sending: Sending): void {
  caseAct<ReferFacts, ReferTyped>(app, {
    address: actAddress(sending),
    permission: 'case.refer',
    what: 'Case: referral to the prosecutor',
    facts: async (tx, file, request) =>
      sending === 'refer'
        ? { ...(await readChargingFacts(tx, file)), sending, referral: null }
        : { ...(await readReferralFacts(tx, file, request, sending === 'correct' ? 'waiting' : 'rejected')), sending },
    begin: ({ facts }) => beginRefer(facts),
    parse: (sent, { facts, file }) => parseRefer(sent, facts, file),
    page: (shown, { facts }) => referPage(shown, facts),
    field: () => 'suspects',
    perform: (request, typed, { file, facts }) => orderOn(request, file, sendingOrder(typed, file, facts)),
    done: (file) => backTo(file, sentDone[sending]),
  })
}

function sendingOrder(typed: ReferTyped, file: CaseFile, { sending, referral: before, clocks: facts }: ReferFacts) {
  const { reason, answers, prosecutors, ...sent } = typed
  const number = before?.number ?? 0
  switch (sending) {
    case 'refer':
      return { type: 'Refer', ...sent, ...inCase(file), prosecutors, facts } as const
    case 'send-again':
      return { type: 'Resubmit', referral: number, answers, ...sent, ...inCase(file), prosecutors, facts } as const
    case 'correct':
      return { type: 'CorrectReferral', referral: number, reason, ...sent, facts } as const
  }
}

async function readTriageFacts(tx: Tx, file: CaseFile, request: Request): Promise<TriageFacts> {
  return {
    ...(await readReferralFacts(tx, file, request, 'waiting')),
    prosecutors: await listColleagues(tx, request, {
      agency: request.viewer.agency,
      work: 'charging.decide',
      fields: ['owner'],
      standing: [],
    }),
    today: toLocalDate(request.at),
  }
}

function triageActs(app: FastifyInstance): void {
  caseAct(app, {
    address: actAddress('accept'),
    permission: 'referral.triage',
    what: 'Case: acceptance of a referral',
    facts: readTriageFacts,
    asksOnly: isFindingColleague,
    begin: ({ facts }) => beginAccept(facts),
    parse: (sent, { facts }) => parseAccept(sent, facts),
    page: (shown, { facts }) => acceptPage(shown, facts),
    field: () => 'reviewType',
    perform: (request, typed, { file, facts: { referral: of, clocks } }) =>
      orderOn(request, file, { type: 'Accept', referral: of.number, ...typed, facts: clocks }),
    done: (file) => backTo(file, 'referral-accepted'),
  })
  caseAct(app, {
    address: actAddress('reject'),
    permission: 'referral.triage',
    what: 'Case: rejection of a referral',
    facts: readTriageFacts,
    begin: ({ facts }) => beginReject(facts),
    parse: (sent, { facts }) => parseReject(sent, facts),
    page: (shown, { facts }) => rejectPage(shown, facts),
    field: () => 'reasons',
    perform: (request, typed, { file, facts }) =>
      orderOn(request, file, { type: 'Reject', referral: facts.referral.number, ...typed }),
    done: (file) => backTo(file, 'referral-rejected'),
  })
}

function planActs(app: FastifyInstance): void {
  caseAct(app, {
    address: actAddress('action-plan'),
    permission: 'charging.decide',
    what: 'Case: action plan',
    facts: readReferralFacts,
    begin: () => ({}),
    asksOnly: asksForMore,
    parse: (sent, { facts, at }) => parsePlan(sent, facts, toLocalDate(at)),
    page: (shown, { facts }) =>
      planPage(
        shown,
        facts,
        itemsShown({ items: shown.form.field('items').value, more: shown.form.field('more').value }),
      ),
    field: () => 'what-1',
    perform: (request, items, { file, facts }) =>
      orderOn(request, file, { type: 'SendActionPlan', referral: facts.referral.number, items, facts: facts.clocks }),
    done: (file) => backTo(file, 'plan-sent'),
  })
}

async function readItemFacts(tx: Tx, file: CaseFile, request: Request) {
  const facts = await readReferralFacts(tx, file, request)
  const item = found(facts.referral.items.find(({ key }) => key === queryOf(request, 'item')))
  return { ...facts, item }
}

function itemActs(app: FastifyInstance): void {
  caseAct(app, {
    address: actAddress('item'),
    permission: 'case.refer',
    what: 'Case: answer to an item of the action plan',
    facts: readItemFacts,
    begin: () => ({}),
    parse: (sent, { facts }) => parseAnswer(sent, facts),
    page: (shown, { facts }) => answerPage(shown, facts),
    field: () => 'answer',
    perform: (request, answer, { file, facts: { referral: of, item, clocks } }) =>
      orderOn(request, file, { type: 'AnswerItem', referral: of.number, item: item.key, answer, facts: clocks }),
    done: (file) => backTo(file, 'item-answered'),
  })
  caseAct(app, {
    address: actAddress('reply'),
    permission: 'charging.decide',
    what: 'Case: answer to a question about the action plan',
    facts: readItemFacts,
    begin: () => ({}),
    parse: (sent, { at }) => parseReply(sent, toLocalDate(at)),
    page: (shown, { facts }) => replyPage(shown, facts),
    field: () => 'reply',
    perform: (request, typed, { file, facts: { referral: of, item, clocks } }) =>
      orderOn(request, file, {
        type: 'ReplyToQuestion',
        referral: of.number,
        item: item.key,
        ...typed,
        facts: clocks,
      }),
    done: (file) => backTo(file, 'question-answered'),
  })
}
