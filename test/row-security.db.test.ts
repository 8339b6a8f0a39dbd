import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from './support/database.ts'
import { loadDemonstrationAccounts } from '../src/agencies/demonstration-accounts.ts'
import { loadAgencies } from '../src/agencies/load-agencies.ts'
import { permissions } from '../src/agencies/permissions.ts'
import { startCalendar } from '../src/calendar/commands.ts'
import { parseInstant } from '../src/calendar/instant.ts'
import { loadDemonstrationAllegations } from '../src/casework/demonstration-allegations.ts'
import { deciders } from '../src/features.ts'
import { keepLookIn } from '../src/platform/access/keep-look.ts'
import { type Viewer, beginAs, thePublic } from '../src/platform/database/reading.ts'

// Read from the database's own catalogue, so that a table made tomorrow is held to this without being named here.

const at = parseInstant('2026-04-07T09:30:00.000Z')
const installation = await testInstallation(deciders)
const { pool } = installation
const cps = 'cps-thames-and-chiltern'
const prosecutor: Viewer = { account: 'demonstration-prosecutor', agency: cps, unit: '', permissions: [] }
await loadAgencies(installation.record, { actor: 'test', at })
await loadDemonstrationAccounts(installation, at)
await startCalendar(installation, at)
await loadDemonstrationAllegations(installation, at)
const facts = { at, subjects: ['person/1'], what: 'Case', purpose: 'Test', route: '/desk', requestId: '1' }
await keepLookIn(pool)({ viewer: prosecutor, ...facts })

/** Tables without row security. Requests have no right to them whatever. */
const closed = ['entry', 'installation_key_check', 'migration', 'stream_key']

type Table = { readonly name: string; readonly secured: boolean; readonly policies: number }

const { rows: tables } = await pool.query<Table>(`
  select c.relname as name, c.relrowsecurity as secured,
         (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c
   where c.relkind in ('r', 'p', 'f') and c.relnamespace = 'public'::regnamespace
   order by c.relname`)

const all = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'] as const

async function rightsOf(role: string, table: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ held: string }>(
    `select held from unnest($3::text[]) as held
      where has_table_privilege($1, $2::regclass, held)
         or held in ('select', 'insert', 'update', 'references') and has_any_column_privilege($1, $2::regclass, held)`,
    [role, `public.${table}`, all],
  )
  return rows.map(({ held }) => held)
}

/** How many rows of a table somebody sees; a right they do not have counts as none. */
async function seen(viewer: Viewer, table: string): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query(beginAs(viewer))
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from "${table}"`)
    return rows[0]?.n ?? 0
  } catch (error) {
    assert.match(String(error), /permission denied/)
    return 0
  } finally {
    await client.query('rollback')
    client.release()
  }
}

for (const { name, secured, policies } of tables) {
  test(`requests read ${name} under row security or not at all, and change nothing in it`, async () => {
    const rights = await rightsOf('frankpledge_reader', name)
    if (closed.includes(name)) {
      assert.deepEqual(rights, [])
      return
    }
    assert.ok(secured, `${name} has no row security: enable it, or close the table to frankpledge_reader`)
    assert.ok(policies > 0, `${name} has no policy`)
    assert.deepEqual(
      rights.filter((right) => right !== 'select'),
      [],
    )
  })
}

test('no view reads past row security', async () => {
  const { rows } = await pool.query(`
    select relname from pg_class
     where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
       and not coalesce('security_invoker=true' = any(reloptions), false)`)
  assert.deepEqual(rows, [])
})

test('no function lends its owner’s rights', async () => {
  const { rows } = await pool.query(
    `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
  )
  assert.deepEqual(rows, [])
})

test('the roles that requests step down to own nothing, cannot log in and are members of nothing', async () => {
  const { rows } = await pool.query(`
    select rolname from pg_roles r
     where rolname in ('frankpledge_reader', 'frankpledge_recorder', 'frankpledge_access')
       and not (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
       and not exists (select from pg_auth_members m where m.member = r.oid)
       and not exists (select from pg_class c where c.relowner = r.oid)
     order by rolname`)
  assert.deepEqual(
    rows.map(({ rolname }: { rolname: string }) => rolname),
    ['frankpledge_access', 'frankpledge_reader', 'frankpledge_recorder'],
  )
})

test('the record only grows: who writes it cannot change or delete an entry, nor can its owner', async () => {
  assert.deepEqual(await rightsOf('frankpledge_recorder', 'entry'), ['select', 'insert'])
  for (const statement of ['delete from entry', `update entry set actor = ''`, 'truncate entry']) {
    await assert.rejects(pool.query(statement), /entry is append-only/)
  }
})

test('whoever signs people in may do that and nothing else', async () => {
  const rights = await Promise.all(
    tables.map(async ({ name }) => [name, (await rightsOf('frankpledge_access', name)).join(' ')] as const),
  )
  assert.deepEqual(Object.fromEntries(rights.filter(([, held]) => held !== '')), {
    account: 'select',
    account_email: 'select',
    account_role: 'select',
    api_token: 'select',
    api_token_use: 'select insert update',
    calendar_token: 'select insert update delete',
    credential: 'select insert update delete',
    look: 'insert',
    session: 'select insert update delete',
    sign_in_attempt: 'select insert update delete',
  })
})

test('the record’s own role has nothing to do with passwords, sessions and the log of who looked', async () => {
  for (const name of ['credential', 'session', 'sign_in_attempt', 'look']) {
    assert.deepEqual(await rightsOf('frankpledge_recorder', name), [], name)
  }
})

/** Everything that a role of one agency can be allowed, in an agency that has no part in anything here. */
const stranger: Viewer = {
  account: 'stranger',
  agency: 'prisons',
  unit: '',
  permissions: Object.keys(permissions).filter((permission) => permission !== 'accounts.administer-area'),
}

test('another agency, whatever its roles, reads nothing that is not for everybody', async () => {
  const kept: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ n: number }>(`select count(*) as n from "${name}"`)
    const forAll = await seen(thePublic, name)
    if ((rows[0]?.n ?? 0) > forAll) kept.push(name)
    assert.equal(await seen(stranger, name), forAll, name)
  }
  const accounts = ['account', 'account_change', 'account_email', 'account_role', 'account_work', 'look']
  const cases = ['case_happening', 'case_notice', 'case_person', 'case_summary', 'duty', 'person', 'person_change']
  for (const name of [...accounts, ...cases]) {
    assert.ok(kept.includes(name), `${name} holds rows that are not for everybody`)
    assert.equal(await seen(thePublic, name), 0, name)
  }
})

test('a colleague sees names, and no email address, role or history but their own', async () => {
  assert.equal(await seen(prosecutor, 'account'), 6)
  for (const name of ['account_email', 'account_role']) assert.equal(await seen(prosecutor, name), 1, name)
  assert.equal(await seen(prosecutor, 'account_change'), 2)
  assert.equal(await seen(prosecutor, 'look'), 0)
})

test('a colleague sees what others of the agency may be chosen for, and nothing of another agency', async () => {
  const works = await installation.reading.as(prosecutor, (tx) => tx.selectFrom('account_work').selectAll().execute())
  assert.deepEqual(new Set(works.map(({ agency }) => agency)), new Set([cps]))
  assert.deepEqual(new Set(works.map(({ work }) => work)), new Set(['case.read', 'charging.decide']))
  assert.deepEqual(
    works.filter(({ account }) => account === 'demonstration-casework-assistant').map(({ work }) => work),
    ['case.read'],
  )
})

test('who did not say who they are sees what everybody sees', async () => {
  const client = await pool.connect()
  await client.query('begin read only; set local role frankpledge_reader')
  const { rows } = await client.query<{ n: number }>('select count(*) as n from account')
  await client.query('rollback')
  client.release()
  assert.equal(rows[0]?.n, 0)
})
