import type { Decider, Rows } from '../record/decider.ts'
import type {
  AccountCommand,
  AccountEvent,
  AddAccount,
  CloseAccount,
  CorrectPerson,
  GiveRole,
  HandOverPassword,
  MoveToUnit,
  ReopenAccount,
  TakeRole,
} from './account-events.ts'
import { refuseAccount } from './refusals.ts'
import { type RoleTable, permissionsOf, roleIn } from './roles.ts'

export type Account = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly agency: string
  readonly agencyKind: string
  readonly unit: string | null
  readonly roles: readonly string[]
  readonly addedAt: string
  readonly closedAt: string | null
  readonly changes: readonly AccountEvent[]
}

/** Accounts of the demonstration have no passwords: its own page signs them in, and exists only with it. */
export const demonstrationPrefix = 'demonstration-'
export const isDemonstrationAccount = (account: string): boolean => account.startsWith(demonstrationPrefix)

export type AccountDecider = Decider<Account | null, AccountCommand, AccountEvent>

/**
 * An account: one person in one agency, with the roles that say what they may do. Somebody who moves to another
 * agency gets a new account there, because what they did belongs to the agency they did it in.
 *
 * Sealed, since it holds a name and an email address. Passwords and sessions are not on the record: the record is
 * kept for ever, and they must not be.
 *
 * `chosenFor` are the permissions of which colleagues see whether the account has them.
 */
export const accountDecider = (roles: RoleTable, chosenFor: readonly string[] = []): AccountDecider => ({
  kind: 'account',
  sealed: true,
  initial: null,
  decide: (command, account) =>
    command.type === 'AddAccount' ? addAccount(command, account) : change(roles, command, account),
  evolve,
  rows: (account) => (account ? rows(account, workOf(roles, chosenFor, account)) : {}),
  taken: { account_email_taken: () => refuseAccount('account.email-taken') },
})

type Change = Exclude<AccountCommand, AddAccount>

function addAccount({ type: _, ...facts }: AddAccount, account: Account | null): readonly AccountEvent[] {
  if (account) throw refuseAccount('account.exists')
  return [{ type: 'AccountAdded', ...facts }]
}

function change(roles: RoleTable, command: Change, account: Account | null): readonly AccountEvent[] {
  if (!account) throw refuseAccount('account.not-found')
  if ('reason' in command && command.reason.trim() === '') throw refuseAccount('account.no-reason')
  if (account.closedAt && command.type !== 'ReopenAccount') throw refuseAccount('account.closed')
  switch (command.type) {
    case 'GiveRole':
      return giveRole(roles, command, account)
    case 'TakeRole':
      return takeRole(roles, command, account)
    case 'CorrectPerson':
      return correctPerson(roles, command, account)
    case 'MoveToUnit':
      return moveToUnit(roles, command, account)
    case 'HandOverPassword':
      return handOverPassword(roles, command, account)
    case 'CloseAccount':
      return closeAccount(roles, command, account)
    case 'ReopenAccount':
      return reopenAccount(roles, command, account)
  }
}

/**
 * Nobody changes their own account, since a role, a unit or an email address can let them see more. And an
 * administrator of one agency neither makes somebody an administrator of all nor gets at the account of one.
 */
function checkReach(
  roles: RoleTable,
  touched: readonly string[],
  { by, byAreaAdministrator }: { readonly by: string; readonly byAreaAdministrator: boolean },
  account: Account,
): void {
  if (by === account.id) throw refuseAccount('account.own-account')
  const areaWide = touched.find((role) => roleIn(roles, role)?.areaWide)
  if (areaWide && !byAreaAdministrator) {
    throw refuseAccount('account.area-administrators-only', { role: roleIn(roles, areaWide)?.title ?? areaWide })
  }
}

function giveRole(roles: RoleTable, command: GiveRole, account: Account): readonly AccountEvent[] {
  const { role, reason, by, at } = command
  const known = roleIn(roles, role)
  if (!known) throw refuseAccount('account.unknown-role', { role })
  checkReach(roles, [role], command, account)
  if (!known.heldIn.includes(account.agencyKind)) {
    throw refuseAccount('account.role-not-for-agency', { role: known.title })
  }
  return account.roles.includes(role) ? [] : [{ type: 'RoleGiven', role, reason, by, at }]
}

/** A role that the area no longer has can still be taken away. */
function takeRole(roles: RoleTable, command: TakeRole, account: Account): readonly AccountEvent[] {
  const { role, reason, by, at } = command
  checkReach(roles, [role], command, account)
  return account.roles.includes(role) ? [{ type: 'RoleTaken', role, reason, by, at }] : []
}

/** The email address says who may sign in through the organisation's provider, so it takes the reach of the roles. */
function correctPerson(roles: RoleTable, command: CorrectPerson, account: Account): readonly AccountEvent[] {
  const { name, email, reason, by, at } = command
  checkReach(roles, account.roles, command, account)
  const renamed = { type: 'NameCorrected', name, reason, by, at } as const
  const readdressed = { type: 'EmailChanged', email, reason, by, at } as const
  return [...(name === account.name ? [] : [renamed]), ...(email === account.email ? [] : [readdressed])]
}

function moveToUnit(roles: RoleTable, command: MoveToUnit, account: Account): readonly AccountEvent[] {
  const { unit, by, at } = command
  checkReach(roles, account.roles, command, account)
  return account.unit === unit ? [] : [{ type: 'MovedToUnit', unit, by, at }]
}

/** Whoever hands over a password could use it, so it takes the same reach as giving the account's roles. */
function handOverPassword(roles: RoleTable, command: HandOverPassword, account: Account): readonly AccountEvent[] {
  if (isDemonstrationAccount(account.id)) throw refuseAccount('account.demonstration')
  checkReach(roles, account.roles, command, account)
  return [{ type: 'PasswordHandedOver', by: command.by, at: command.at }]
}

function closeAccount(roles: RoleTable, command: CloseAccount, account: Account): readonly AccountEvent[] {
  checkReach(roles, account.roles, command, account)
  return [{ type: 'AccountClosed', reason: command.reason, by: command.by, at: command.at }]
}

function reopenAccount(roles: RoleTable, command: ReopenAccount, account: Account): readonly AccountEvent[] {
  if (!account.closedAt) throw refuseAccount('account.not-closed')
  checkReach(roles, account.roles, command, account)
  return [{ type: 'AccountReopened', reason: command.reason, by: command.by, at: command.at }]
}

function evolve(account: Account | null, event: AccountEvent): Account | null {
  if (event.type === 'AccountAdded') {
    const { account: id, name, email, agency, agencyKind, unit, at } = event
    return { id, name, email, agency, agencyKind, unit, roles: [], addedAt: at, closedAt: null, changes: [event] }
  }
  if (!account) return null
  const changed = { ...account, changes: [...account.changes, event] }
  switch (event.type) {
    case 'RoleGiven':
      return { ...changed, roles: [...account.roles, event.role].toSorted() }
    case 'RoleTaken':
      return { ...changed, roles: account.roles.filter((role) => role !== event.role) }
    case 'NameCorrected':
      return { ...changed, name: event.name }
    case 'EmailChanged':
      return { ...changed, email: event.email }
    case 'MovedToUnit':
      return { ...changed, unit: event.unit }
    case 'PasswordHandedOver':
      return changed
    case 'AccountClosed':
      return { ...changed, closedAt: event.at }
    case 'AccountReopened':
      return { ...changed, closedAt: null }
  }
}

/** Whoever is chosen must be able to do it, so a closed account is chosen for nothing. */
function workOf(roles: RoleTable, chosenFor: readonly string[], account: Account): readonly string[] {
  const may = account.closedAt ? [] : permissionsOf(roles, account.roles)
  return chosenFor.filter((work) => may.includes(work))
}

function rows(account: Account, works: readonly string[]): Rows {
  const { id, name, email, agency, unit, addedAt, closedAt } = account
  return {
    account: [{ id, name, agency, unit, added_at: addedAt, closed_at: closedAt }],
    account_email: [{ account: id, agency, email }],
    account_role: account.roles.map((role) => ({ account: id, agency, role })),
    account_work: works.map((work) => ({ account: id, agency, work })),
    account_change: account.changes.map((event, index) => ({
      account: id,
      number: index + 1,
      agency,
      at: event.at,
      by: event.by,
      what: event.type,
      role: 'role' in event ? event.role : null,
      unit: 'unit' in event ? event.unit : null,
      reason: 'reason' in event ? event.reason : null,
    })),
  }
}
