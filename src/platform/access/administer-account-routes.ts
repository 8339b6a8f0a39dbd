import type { FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import type { Tx } from '../database/reading.ts'
import { found } from '../web/failures.ts'
import { type FieldError, rejected } from '../web/layout/form.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access } from './access.ts'
import type { AccountCommand } from './account-events.ts'
import { administering } from './accounts-page.ts'
import { type Administered, type Refused, administerAccountPage } from './administer-account-page.ts'
import { handOver } from './hand-over.ts'
import { administersArea } from './new-account-page.ts'
import { readAccount, readAccountChanges, readNames } from './read-accounts.ts'
import { type Sent, sentOf, textOf } from './sent.ts'

const route = `${paths.deskAccounts}/:account`
const administer = allow('accounts.administer', { personal: true })

/** The page of one account, for those who administer it, and everything that can be done there. */
export const administerAccountRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(route, administer, async (request, reply) => {
      const read = await readAdministered(access, request)
      return show(access, request, reply, read)
    })
    app.post(`${route}/one-time-password`, administer, async (request, reply) => {
      const { account } = await readAdministered(access, request)
      return handOver(access, request, reply, account.id, account.name)
    })
    app.post(`${route}/:act`, administer, async (request, reply) => {
      const read = await readAdministered(access, request)
      const chosen = found(acts.find((one) => one.act === textOf(sentOf(request.params), 'act')))
      const sent = sentOf(request.body)
      const { act, done } = chosen
      const errors = missing(act, sent)
      if (errors.length > 0) {
        const refused = { act: act === 'take-role' ? `take-role-${textOf(sent, 'role')}` : act, errors }
        return show(access, request, reply.code(400), read, { refused: formIn(refused, sent) })
      }
      const { viewer, at } = request
      const facts = { by: viewer.account, byAreaAdministrator: administersArea(viewer), at }
      const unit = unitIn(read, textOf(sent, 'unit'))
      await request.record.perform(access.account, read.account.id, chosen.parse(facts, { sent, unit }))
      return reply.redirect(`${paths.deskAccountOf(read.account.id)}?done=${done}`, 303)
    })
  }

type Facts = { readonly by: string; readonly byAreaAdministrator: boolean; readonly at: string }
type Given = { readonly sent: Sent; readonly unit: string | null }

type Act = {
  readonly act: string
  /** What the page says once it is done, by the query that the redirect carries. */
  readonly done: keyof typeof notices
  parse(facts: Facts, given: Given): AccountCommand
}

const notices = {
  'role-given': 'The role was given.',
  'role-taken': 'The role was taken away.',
  moved: 'The unit was changed.',
  closed: 'The account was closed.',
  reopened: 'The account was reopened.',
} as const

const roleAndReason = (sent: Sent) => ({ role: textOf(sent, 'role'), reason: textOf(sent, 'reason') })

const acts: readonly Act[] = [
  {
    act: 'give-role',
    done: 'role-given',
    parse: (facts, { sent }) => ({ type: 'GiveRole', ...roleAndReason(sent), ...facts }),
  },
  {
    act: 'take-role',
    done: 'role-taken',
    parse: (facts, { sent }) => ({ type: 'TakeRole', ...roleAndReason(sent), ...facts }),
  },
  { act: 'unit', done: 'moved', parse: ({ by, at }, { unit }) => ({ type: 'MoveToUnit', unit, by, at }) },
  {
    act: 'close',
    done: 'closed',
    parse: (facts, { sent }) => ({ type: 'CloseAccount', reason: textOf(sent, 'reason'), ...facts }),
  },
  {
    act: 'reopen',
    done: 'reopened',
    parse: (facts, { sent }) => ({ type: 'ReopenAccount', reason: textOf(sent, 'reason'), ...facts }),
  },
]

function missing(act: string, sent: Sent): readonly FieldError[] {
  const errors: FieldError[] = []
  if (act === 'unit') return errors
  if (act === 'give-role' && textOf(sent, 'role') === '') errors.push({ field: 'role', text: 'Select a role' })
  if (textOf(sent, 'reason') === '') {
    const id = act === 'take-role' ? `take-role-${textOf(sent, 'role')}` : act
    errors.push({ field: 'reason', text: 'Enter the reason', href: `#reason-${id}` })
  }
  return errors
}

const formIn = ({ act, errors }: { act: string; errors: readonly FieldError[] }, sent: Sent): Refused => ({
  act,
  form: rejected(sent, errors),
})

/** A unit of the account's own agency, or none. */
function unitIn({ account, agencies }: Administered, unit: string): string | null {
  if (unit === '') return null
  const agency = agencies.find(({ code }) => code === account.agency)
  return found(agency?.units.find(({ code }) => code === unit)).code
}

async function readAdministered(access: Access, request: FastifyRequest): Promise<Administered> {
  const { viewer } = request
  const id = textOf(sentOf(request.params), 'account')
  const read = found(await request.read((tx) => readAll(access, tx, id)))
  await request.looked({ subjects: [`account/${id}`], what: 'Account', purpose: administering })
  return { ...read, own: viewer.account === id }
}

async function readAll(access: Access, tx: Tx, id: string) {
  const account = await readAccount(tx, id)
  if (!account) return null
  const changes = await readAccountChanges(tx, id)
  const names = await readNames(
    tx,
    changes.map(({ by }) => by),
  )
  return { account, changes, names, agencies: await access.readAgencies(tx) }
}

function show(
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  read: Administered,
  { refused }: { readonly refused?: Refused } = {},
): FastifyReply {
  const { chrome, csrfToken } = request
  const done = textOf(sentOf(request.query), 'done')
  const notice = Object.entries(notices).find(([name]) => name === done)?.[1]
  return reply.html(administerAccountPage(access, { chrome, csrfToken, notice }, read, refused))
}
