import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Instant } from '../../calendar/instant.ts'
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
import { emailFault, nameFault } from './name-and-email.ts'
import { administersArea } from './new-account-page.ts'
import { readAccount, readAccountChanges, readNames } from './read-accounts.ts'
import { type Sent, sentOf, textOf } from './sent.ts'
import { endSessionsOf } from './session.ts'

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
      const errors = faultsIn(chosen.act, sent)
      if (errors.length > 0) {
        const refused = { act: formOfAct(chosen.act, sent), form: rejected(sent, errors) }
        return show(access, request, reply.code(400), read, { refused })
      }
      await perform(access, request, read, chosen)
      return reply.redirect(`${paths.deskAccountOf(read.account.id)}?done=${chosen.done}`, 303)
    })
  }

async function perform(access: Access, request: FastifyRequest, read: Administered, act: Act): Promise<void> {
  const { viewer, at, body, record } = request
  const { id, email } = read.account
  const sent = sentOf(body)
  const facts = { by: viewer.account, byAreaAdministrator: administersArea(viewer), at }
  const command = act.parse(facts, { sent, unit: unitIn(read, textOf(sent, 'unit')) })
  const { state } = await record.perform(access.account, id, command)
  // A session must not outlive the closing, to go on when the account is opened again. And whoever signed in by the
  // email address that is put right may be somebody else.
  if (state?.closedAt || state?.email !== email) await endSessionsOf(access.pool, id)
}

type Facts = { readonly by: string; readonly byAreaAdministrator: boolean; readonly at: Instant }
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
  corrected: 'The name and email address were put right.',
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
  {
    act: 'correct',
    done: 'corrected',
    parse: (facts, { sent }) => ({
      type: 'CorrectPerson',
      name: textOf(sent, 'name'),
      email: textOf(sent, 'email'),
      reason: textOf(sent, 'reason'),
      ...facts,
    }),
  },
  { act: 'unit', done: 'moved', parse: (facts, { unit }) => ({ type: 'MoveToUnit', unit, ...facts }) },
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

/** What the page calls the form that was sent: each role that is held has one of its own to take it away. */
const formOfAct = (act: string, sent: Sent): string => (act === 'take-role' ? `${act}-${textOf(sent, 'role')}` : act)

const longestReason = 500

function reasonFault(reason: string): string | null {
  if (reason === '') return 'Enter the reason'
  return reason.length > longestReason ? `Enter a reason of at most ${longestReason} characters` : null
}

function faultsIn(act: string, sent: Sent): readonly FieldError[] {
  const errors: FieldError[] = []
  const check = (field: string, text: string | null, href = `#${field}`): void => {
    if (text !== null) errors.push({ field, text, href })
  }
  if (act === 'give-role' && textOf(sent, 'role') === '') check('role', 'Select a role')
  if (act === 'correct') {
    check('name', nameFault(textOf(sent, 'name')))
    check('email', emailFault(textOf(sent, 'email')))
  }
  if (act !== 'unit') check('reason', reasonFault(textOf(sent, 'reason')), `#reason-${formOfAct(act, sent)}`)
  return errors
}

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
