import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../record/decider.ts'
import { type Account, accountDecider } from './account.ts'
import type { AccountCommand } from './account-events.ts'
import type { RoleTable } from './roles.ts'

const roles: RoleTable = {
  clerk: { title: 'Clerk', who: '', heldIn: ['office'], permissions: ['files.read'] },
  warden: { title: 'Warden', who: '', heldIn: ['office', 'yard'], permissions: ['everything'], areaWide: true },
}
const account = accountDecider(roles)

const at = '2026-11-22T09:00:00.000Z'
const add: AccountCommand = {
  type: 'AddAccount',
  account: 'a1',
  name: 'Ada Example',
  email: 'ada@office.example',
  agency: 'first-office',
  agencyKind: 'office',
  unit: null,
  by: 'command-line',
  at,
}
const common = { reason: 'New in post', by: 'boss', byAreaAdministrator: false, at }
const giveClerk: AccountCommand = { type: 'GiveRole', role: 'clerk', ...common }
const move: AccountCommand = { type: 'MoveToUnit', unit: 'cellar', by: 'boss', byAreaAdministrator: false, at }
const correct: AccountCommand = {
  type: 'CorrectPerson',
  name: 'Ada Example-Byron',
  email: 'ada.byron@office.example',
  ...common,
}
const close: AccountCommand = { type: 'CloseAccount', ...common }

const after = (...commands: readonly AccountCommand[]): Account | null =>
  commands.reduce<Account | null>((state, one) => fold(account, state, account.decide(one, state)), null)

const refuses = (code: string, command: AccountCommand, standing: Account | null): void =>
  assert.throws(() => account.decide(command, standing), { name: 'Refusal', code })

test('a role is given with its reason, and giving it again changes nothing', () => {
  const standing = after(add, giveClerk)
  assert.deepEqual(standing?.roles, ['clerk'])
  assert.deepEqual(account.decide(giveClerk, standing), [])
  assert.equal(account.rows(standing)['account_change']?.[1]?.['reason'], 'New in post')
})

test('a role without a reason is refused', () => {
  refuses('account.no-reason', { ...giveClerk, reason: '  ' }, after(add))
})

test('a role is held only in the kinds of agency that do its work', () => {
  refuses('account.role-not-for-agency', giveClerk, after({ ...add, agencyKind: 'yard' }))
})

for (const role of ['emperor', '', 'constructor', '__proto__']) {
  test(`a role that the area does not have is refused: ${role}`, () => {
    refuses('account.unknown-role', { ...giveClerk, role }, after(add))
  })
}

test('nobody changes their own roles, name, email address or unit, or closes their own account', () => {
  const standing = after(add, giveClerk)
  refuses('account.own-account', { ...move, by: 'a1' }, standing)
  refuses('account.own-account', { ...correct, by: 'a1' }, standing)
  refuses('account.own-account', { ...giveClerk, by: 'a1' }, standing)
  refuses('account.own-account', { type: 'TakeRole', role: 'clerk', ...common, by: 'a1' }, standing)
  refuses('account.own-account', { ...close, by: 'a1' }, standing)
})

test('only an area administrator gives or takes a role that reaches every agency', () => {
  const giveWarden: AccountCommand = { type: 'GiveRole', role: 'warden', ...common }
  refuses('account.area-administrators-only', giveWarden, after(add))
  const warden = after(add, { ...giveWarden, byAreaAdministrator: true })
  assert.deepEqual(warden?.roles, ['warden'])
  refuses('account.area-administrators-only', { type: 'TakeRole', role: 'warden', ...common }, warden)
  for (const command of [close, move, correct]) refuses('account.area-administrators-only', command, warden)
})

test('a name and an email address are corrected, each as a fact of its own with the reason', () => {
  const standing = after(add)
  assert.deepEqual(
    account.decide(correct, standing).map(({ type }) => type),
    ['NameCorrected', 'EmailChanged'],
  )
  const corrected = after(add, correct)
  assert.deepEqual([corrected?.name, corrected?.email], ['Ada Example-Byron', 'ada.byron@office.example'])
  assert.deepEqual(account.decide(correct, corrected), [])
  refuses('account.no-reason', { ...correct, reason: ' ' }, standing)
  refuses('account.closed', correct, after(add, close))
})

test('a closed account takes no roles, and keeps those it had when it is opened again', () => {
  const closed = after(add, giveClerk, close)
  assert.equal(closed?.closedAt, at)
  refuses('account.closed', { type: 'GiveRole', role: 'clerk', ...common }, closed)
  refuses('account.closed', move, closed)
  const opened = after(add, giveClerk, close, { type: 'ReopenAccount', ...common })
  assert.equal(opened?.closedAt, null)
  assert.deepEqual(opened?.roles, ['clerk'])
})

test('an account that is open is not opened, and one that is not there is not changed', () => {
  refuses('account.not-closed', { type: 'ReopenAccount', ...common }, after(add))
  refuses('account.not-found', close, null)
  refuses('account.exists', add, after(add))
})

test('the email address stands in one table only, which colleagues do not see', () => {
  const rows = account.rows(after(add, giveClerk, correct, move))
  const withEmail = Object.entries(rows).filter(([, some]) => JSON.stringify(some).includes('@office'))
  assert.deepEqual(
    withEmail.map(([table]) => table),
    ['account_email'],
  )
  assert.equal(rows['account']?.[0]?.['unit'], 'cellar')
})
