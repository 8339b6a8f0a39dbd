import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessSite, areaInstallation } from '../../test/support/accounts.ts'
import { now } from '../calendar/instant.ts'
import { progressOn } from '../platform/command-line/progress.ts'
import { account } from './account.ts'
import { accountCommands } from './account-commands.ts'

const installation = await areaInstallation()
const ada = { email: 'ada@area.example', name: 'Ada Example', agency: 'cps-thames-and-chiltern', role: 'administrator' }

/** Runs a command and returns what it printed. */
async function run(name: string, options: Record<string, string> = {}): Promise<readonly string[]> {
  const lines: string[] = []
  const command = accountCommands.find((one) => one.name === name) ?? assert.fail(name)
  await command.run({
    arguments: [],
    options,
    configuration: installation.configuration,
    open: async () => installation,
    print: (line) => void lines.push(line),
    say: () => {},
    progress: progressOn(process.stderr),
  })
  return lines
}

const signIn = async (password: string): Promise<string> => {
  const site = await accessSite(installation, { now })
  const reply = await site.browser().post('/sign-in', { email: ada.email, password })
  return reply.headers.location ?? String(reply.statusCode)
}

test('the first administrator is added with a password that opens the choice of another', async () => {
  const [password = ''] = await run('account add', ada)
  assert.equal(await signIn(password), '/sign-in/new-password')
  assert.deepEqual(await run('account list'), [
    'ada@area.example\tAda Example\tcps-thames-and-chiltern\tadministrator\topen',
  ])
})

test('an account that cannot have its role is not added at all', async () => {
  const wrong = { ...ada, email: 'ben@area.example', role: 'police-officer' }
  await assert.rejects(run('account add', wrong), { code: 'account.role-not-for-agency' })
  await assert.rejects(run('account add', { ...ada, email: 'ADA@area.example' }), { code: 'account.email-taken' })
  await assert.rejects(run('account add', { ...ada, agency: 'nowhere' }), { code: 'account.no-such-agency' })
  await assert.rejects(run('account add', { ...ada, unit: 'witness-care' }), { code: 'account.no-such-unit' })
  await assert.rejects(run('account add', { ...ada, email: 'ada' }), { name: 'UsageError' })
  assert.equal((await run('account list')).length, 1)
})

test('a new one-time password takes the place of the old', async () => {
  const [first = ''] = await run('account reset-password', { email: ada.email })
  const [second = ''] = await run('account reset-password', { email: ada.email })
  assert.equal(await signIn(first), '400')
  assert.equal(await signIn(second), '/sign-in/new-password')
})

test('a closed account keeps the reason, and its password opens nothing', async () => {
  const [password = ''] = await run('account reset-password', { email: ada.email })
  await run('account close', { email: ada.email, reason: 'Left' })
  assert.equal(await signIn(password), '400')
  assert.match((await run('account list'))[0] ?? '', /closed/)
  const { rows } = await installation.pool.query<{ account: string }>('select account from account_change limit 1')
  const { state } = await installation.record.read(account, rows[0]?.account ?? '')
  assert.equal(state?.changes.at(-1)?.type, 'AccountClosed')
  await assert.rejects(run('account close', { email: ada.email, reason: 'Again' }), { code: 'account.not-found' })
})
