import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { runCommandLine } from '../platform/command-line/run.ts'
import { caseworkCommands } from './commands.ts'
import { deadlineRules } from './deadlines/catalogue.ts'

/** Runs a command as from a shell. The database setting is one that cannot be reached: these commands open none. */
async function run(...argv: readonly string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
  const code = await runCommandLine(caseworkCommands, [], argv, env, { out, err })
  const text = (stream: PassThrough) => String(stream.read() ?? '')
  return { code, out: text(out), err: text(err) }
}

const json = async (...argv: readonly string[]) => JSON.parse((await run(...argv, '--format', 'json')).out)

test('a date is printed with its authority, confidence and working, without a database', async () => {
  const { code, out } = await run('deadline', 'proceedings.summary-offence', '--from', '2026-01-15')
  assert.equal(code, 0)
  assert.match(out, /^Due: +Wednesday 15 July 2026$/m)
  assert.match(out, /^Authority: +Magistrates’ Courts Act 1980, section 127\(1\)$/m)
  assert.match(out, /^Confidence: +confirmed, source read on 2026-11-22$/m)
  assert.match(out, /^ {2}1\. Offence = Thursday 15 January 2026, which does not count$/m)
})

test('the same for a program', async () => {
  const answer = await json('deadline', 'custody.detention-without-charge', '--from', '2026-10-24T12:00')
  assert.deepEqual(
    [answer.rule, answer.dueOn, answer.dueAt, answer.dueAtLondon, answer.section, answer.confidence],
    [
      'custody.detention-without-charge',
      '2026-10-25',
      '2026-10-25T11:00:00.000Z',
      '2026-10-25T11:00:00+00:00',
      '41(1) and (2)',
      'confirmed',
    ],
  )
  assert.ok(Array.isArray(answer.working))
})

test('a count of working days says which list of bank holidays it used', async () => {
  const argv = ['deadline', 'duties.working-days-from', '--from', '2026-04-02', '--days', '1'] as const
  const answer = await json(...argv)
  assert.deepEqual([answer.dueOn, answer.bankHolidaysKnownOn], ['2026-04-07', '2026-02-25'])
  assert.match((await run(...argv)).out, /Bank holidays as known on 25 February 2026/)
})

test('by when a victim must be told: 5 working days, 1 with enhanced rights', async () => {
  const dueOn = async (...keys: readonly string[]) =>
    (await json('deadline', 'victims.told-of-no-investigation', '--from', '2026-04-02', ...keys)).dueOn
  assert.equal(await dueOn(), '2026-04-13')
  assert.equal(await dueOn('--rights', 'enhanced'), '2026-04-07')
})

test('the list names every rule with what it asks, and a program gets the same', async () => {
  const { code, out } = await run('deadline', '--list')
  assert.equal(code, 0)
  const listed = await json('deadline', '--list')
  assert.deepEqual(JSON.parse((await run('deadline', '--format', 'json', '--list')).out), listed)
  assert.equal(listed.length, deadlineRules.length)
  for (const { rule } of deadlineRules) {
    assert.ok(out.includes(rule.code), rule.code)
    assert.ok(listed.some((one: { code: string }) => one.code === rule.code))
  }
})

const wrong = [
  [['deadline', 'no.such-rule', '--from', '2026-01-15'], /no rule 'no.such-rule'/],
  [['deadline', 'bail.initial-period'], /bail.initial-period needs --from/],
  [['deadline', 'bail.initial-period', '--list'], /takes nothing but --format/],
  [['deadline', '--list', '--from', '2026-01-15'], /takes nothing but --format/],
  [['deadline', 'bail.initial-period', '--from', '2026-02-30'], /--from must be a real date/],
  [['deadline', 'bail.initial-period', '--from', '15/01/2026'], /--from must be a real date/],
  [['deadline', 'bail.initial-period', '--from', '1066-10-14'], /years 1900 to 2200/],
  [
    ['deadline', 'bail.initial-period', '--from', '2026-01-15', '--case', 'mi5'],
    /one of standard, fca, hmrc, nca, sfo/,
  ],
  [['deadline', 'bail.initial-period', '--from', '2026-01-15', '--paused', '5'], /takes no --paused/],
  [['deadline', 'bail.initial-period', '--from', '2026-01-15', '--colour', 'red'], /Unknown option '--colour'/],
  [['deadline', 'custody.first-review', '--from', '2026-01-15'], /needs a time as well/],
  [['deadline', 'custody.first-review', '--from', '2026-01-15T25:00'], /real time/],
  [['deadline', 'custody.first-review', '--from', '2026-03-29T01:30'], /clocks went forward over it/],
  [['deadline', 'proceedings.communications', '--from', '2026-01-15'], /needs --evidence/],
  [['deadline', 'bail.initial-period', '--from', '2026-01-15', '--format', 'xml'], /text or json/],
  [['deadline'], /RULE is missing/],
  [['check', 'urn'], /VALUE… is missing/],
  [['check'], /needs one more word/],
] as const
for (const [argv, words] of wrong) {
  test(`"${argv.join(' ')}" is written wrongly: one clear line, exit code 2`, async () => {
    const { code, err } = await run(...argv)
    assert.equal(code, 2)
    assert.match(err, words)
    assert.equal(err.trim().split('\n').length, 1)
  })
}

test('a rule that has no answer says why in one line, exit code 1', async () => {
  const { code, err } = await run(
    'deadline',
    'proceedings.summary-offence',
    '--from',
    '2026-01-15',
    '--offence',
    'TH68010',
  )
  assert.equal(code, 1)
  assert.match(err, /TH68010 is an indictable offence.*\(time-limit.none\)\n$/)
})

test('each identifier has a line, valid with its parts or invalid with the reason, and one invalid makes exit code 1', async () => {
  const { code, out } = await run('check', 'urn', '43AA1234524', '00PP0000008')
  assert.equal(code, 1)
  assert.deepEqual(out.trim().split('\n'), [
    '43AA1234524 valid: force 43 (Thames Valley), unit AA, serial 12345, year 24',
    '00PP0000008 invalid: it is a placeholder that names no case',
  ])
})

test('what is checked in every kind', async () => {
  const valid = async (kind: string, value: string) => {
    const { code, out } = await run('check', kind, value)
    assert.equal(code, 0, out)
    return out
  }
  assert.match(await valid('asn', '11/01ZD/01/410836V'), /check letter V, short 11\/01ZD\/01\/410836V/)
  assert.match(await valid('pncid', '79/163001B'), /year 1979 \(century supposed\)/)
  assert.match(await valid('offence', 'TH68010'), /title Theft from a shop, mode of trial Either way/)
  assert.equal((await run('check', 'offence', 'ZZ99999')).code, 1)
  assert.match((await run('check', 'pncid', '1979/0163001C')).out, /invalid: its check letter is C and must be B/)
})
