import { randomUUID } from 'node:crypto'
import { type Instant, formatInstant, now } from '../calendar/instant.ts'
import { credentialByEmail, oneTimePasswordDays, setOneTimePassword } from '../platform/access/credential.ts'
import { emailFault, nameFault } from '../platform/access/name-and-email.ts'
import { refuseAccount } from '../platform/access/refusals.ts'
import { endSessionsOf } from '../platform/access/session.ts'
import { type CommandContext, type CommandLine, UsageError } from '../platform/command-line/command.ts'
import type { Installation } from '../platform/installation.ts'
import { account } from './account.ts'
import { loadAgencies, readAgencies } from './load-agencies.ts'
import { roles } from './roles.ts'

const by = 'command-line'
const emailOption = { type: 'string', value: 'ADDRESS', about: 'email address of the account', required: true } as const

/** Whoever can run commands on the installation's own machine can do anything there, so these ask no permission. */
const reach = { by, byAreaAdministrator: true } as const

const given = ({ options }: CommandContext, name: string): string => {
  const value = options[name]
  return typeof value === 'string' ? value.trim() : ''
}

const addCommand: CommandLine = {
  name: 'account add',
  summary: 'Adds an account, such as that of the first administrator',
  options: {
    email: emailOption,
    name: { type: 'string', value: 'NAME', about: 'the person’s name', required: true },
    agency: { type: 'string', value: 'CODE', about: 'agency, such as thames-valley-police', required: true },
    role: { type: 'string', value: 'ROLE', about: 'role, such as area-administrator', required: true },
    unit: { type: 'string', value: 'CODE', about: 'unit of the agency' },
  },
  details: [
    `Prints a password that works once, within ${oneTimePasswordDays} days, and opens only the choice of another.`,
    `Roles: ${Object.keys(roles).join(', ')}.`,
  ],
  async run(context) {
    const facts = await factsOf(context)
    const installation = await context.open()
    const at = now()
    const act = { actor: by, at }
    await loadAgencies(installation.record, act)
    const id = randomUUID()
    const role = given(context, 'role')
    const add = { type: 'AddAccount', account: id, ...facts, by, at } as const
    const give = { type: 'GiveRole', role, reason: 'Given when the account was added', ...reach, at } as const
    const orders = [add, give].map((command) => ({ decider: account, id, command, act }))
    await installation.record.performAll(orders)
    await handOver(context, installation, id, at)
  },
}

async function factsOf(context: CommandContext) {
  const [email, name, code] = [given(context, 'email'), given(context, 'name'), given(context, 'agency')]
  const unit = given(context, 'unit') || null
  const fault = emailFault(email) ?? nameFault(name)
  if (fault) throw new UsageError(fault)
  const agency = (await readAgencies()).find((one) => one.code === code)
  if (!agency) throw refuseAccount('account.no-such-agency', { agency: code })
  if (unit !== null && !agency.units.some((one) => one.code === unit)) {
    throw refuseAccount('account.no-such-unit', { agency: agency.name, unit })
  }
  return { name, email, agency: code, agencyKind: agency.kind, unit }
}

/** Makes and prints a one-time password; the record keeps that it was handed over, never the password. */
async function handOver(context: CommandContext, installation: Installation, id: string, at: Instant): Promise<void> {
  const command = { type: 'HandOverPassword', ...reach, at } as const
  await installation.record.perform(account, id, command, { actor: by, at })
  const password = await setOneTimePassword(installation.pool, id, at)
  await endSessionsOf(installation.pool, id)
  context.say('One-time password, shown only now:')
  context.print(password)
}

const listCommand: CommandLine = {
  name: 'account list',
  summary: 'Lists the accounts',
  async run(context) {
    const { reading } = await context.open()
    const everything = { account: '', agency: '', unit: '', permissions: ['accounts.administer-area'] }
    const found = await reading.as(everything, (tx) =>
      tx
        .selectFrom('account')
        .innerJoin('account_email', 'account_email.account', 'account.id')
        .leftJoin('account_role', 'account_role.account', 'account.id')
        .select(['email', 'name', 'account.agency', 'unit', 'closed_at'])
        .select((select) => select.fn.agg<readonly string[]>('array_agg', ['role']).as('roles'))
        .groupBy(['account.id', 'email', 'name', 'account.agency', 'unit', 'closed_at'])
        .orderBy('email')
        .execute(),
    )
    for (const { email, name, agency, unit, closed_at: closedAt, roles: held } of found) {
      const state = closedAt ? `closed ${formatInstant(closedAt)}` : 'open'
      const words = held.filter((role) => role !== null).join(' ')
      context.print([email, name, unit ? `${agency}/${unit}` : agency, words || 'no role', state].join('\t'))
    }
  },
}

/** The open account with the email address that `--email` gives. */
async function accountMeant(context: CommandContext, { pool }: Installation): Promise<string> {
  const credential = await credentialByEmail(pool, given(context, 'email'))
  if (!credential) throw refuseAccount('account.not-found')
  return credential.account
}

const resetCommand: CommandLine = {
  name: 'account reset-password',
  summary: 'Makes a new one-time password for an account and ends its sessions',
  options: { email: emailOption },
  async run(context) {
    const installation = await context.open()
    await handOver(context, installation, await accountMeant(context, installation), now())
  },
}

const closeCommand: CommandLine = {
  name: 'account close',
  summary: 'Closes an account and ends its sessions',
  options: {
    email: emailOption,
    reason: { type: 'string', value: 'TEXT', about: 'why; kept with the account', required: true },
  },
  async run(context) {
    const installation = await context.open()
    const at = now()
    const id = await accountMeant(context, installation)
    const command = { type: 'CloseAccount', reason: given(context, 'reason'), ...reach, at } as const
    await installation.record.perform(account, id, command, { actor: by, at })
    await endSessionsOf(installation.pool, id)
    context.say('The account is closed.')
  },
}

export const accountCommands: readonly CommandLine[] = [addCommand, listCommand, resetCommand, closeCommand]
