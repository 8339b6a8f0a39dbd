import type { FastifyInstance, FastifyRequest } from 'fastify'
import { found } from '../../platform/web/failures.ts'
import type { CaseDone } from '../cases/case-page.ts'
import { caseAct } from '../decisions/case-act.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { actAddress, backTo, orderOn } from './act-order.ts'
import { type ChargingFacts, chargingAct, queryOf, readChargingFacts } from './charging-facts.ts'
import type { ReferralCommand } from './commands.ts'
import { type ReasonAct, parseReason, reasonPage, reasonPages } from './reason-forms.ts'

/** What an act that asks only for words orders, who may, and what is said afterwards. `of` is what the address names. */
type ReasonOrder = {
  readonly permission: 'case.refer' | 'referral.triage' | 'charging.decide'
  readonly done: CaseDone
  readonly order: (words: string, of: Named, facts: ChargingFacts) => Unsigned<ReferralCommand>
}

type Named = { readonly advice: number; readonly referral: number; readonly plan: number; readonly item: string }

const reasonOrders: Readonly<Record<ReasonAct, ReasonOrder>> = {
  'withdraw-advice': {
    permission: 'case.refer',
    done: 'advice-withdrawn',
    order: (reason, { advice }) => ({ type: 'WithdrawAdviceRequest', advice, reason }),
  },
  withdraw: {
    permission: 'case.refer',
    done: 'referral-withdrawn',
    order: (reason, { referral: number }) => ({ type: 'WithdrawReferral', referral: number, reason }),
  },
  remind: {
    permission: 'referral.triage',
    done: 'reminded',
    order: (words, { referral: number }) => ({ type: 'RemindPolice', referral: number, words }),
  },
  'withdraw-item': {
    permission: 'charging.decide',
    done: 'item-withdrawn',
    order: (reason, { referral: number, item }) => ({ type: 'WithdrawItem', referral: number, item, reason }),
  },
  chase: {
    permission: 'charging.decide',
    done: 'chased',
    order: (words, { referral: number, plan }, { clocks: facts }) => ({
      type: 'Chase',
      referral: number,
      plan,
      words,
      facts,
    }),
  },
  finalise: {
    permission: 'charging.decide',
    done: 'referral-closed',
    order: (reason, { referral: number }) => ({ type: 'FinaliseAdministratively', referral: number, reason }),
  },
  reopen: {
    permission: 'charging.decide',
    done: 'referral-reopened',
    order: (reason, { referral: number }, { clocks: facts }) => ({ type: 'Reopen', referral: number, reason, facts }),
  },
}

const namedBy = (request: FastifyRequest): Named => ({
  advice: Number(queryOf(request, 'advice')),
  referral: Number(queryOf(request, 'referral')),
  plan: Number(queryOf(request, 'plan')),
  item: queryOf(request, 'item'),
})

/** What an address names is there, or the page is not. */
function isThere({ referrals }: ChargingFacts, act: ReasonAct, of: Named): boolean {
  if (act === 'withdraw-advice') return referrals.advice.some(({ number }) => number === of.advice)
  const named = referrals.referrals.find(({ number }) => number === of.referral)
  if (act === 'withdraw-item') return named?.items.some(({ key }) => key === of.item) ?? false
  if (act === 'chase') return named?.plans.some(({ number }) => number === of.plan) ?? false
  return named !== undefined
}

export function reasonActRoutes(app: FastifyInstance): void {
  for (const act of Object.keys(reasonPages) as ReasonAct[]) {
    const { permission, done, order: orderOf } = reasonOrders[act]
    const shownPage = reasonPages[act]
    caseAct(app, {
      address: actAddress(act),
      permission,
      what: `Case: ${shownPage.title.toLowerCase()}`,
      facts: async (tx, file, request) => {
        const [facts, of] = [await readChargingFacts(tx, file), namedBy(request)]
        found(isThere(facts, act, of) || undefined)
        const query = Object.fromEntries(Object.entries(of).filter(([, value]) => value !== 0 && value !== ''))
        return { ...facts, of, query }
      },
      begin: () => ({}),
      parse: (sent) => parseReason(sent, shownPage),
      page: (shown, { file, facts: { query } }) =>
        reasonPage(shown, chargingAct(file.summary.id, act, query), shownPage),
      field: () => 'words',
      perform: (request, words, { file, facts }) => orderOn(request, file, orderOf(words, facts.of, facts)),
      done: (file) => backTo(file, done),
    })
  }
}
