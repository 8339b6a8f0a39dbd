import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { refusals } from '../refusal.ts'
import { type CommandLine, UsageError } from './command.ts'
import { runCommandLine } from './run.ts'

const refuse = refusals({ 'command-line.example': 'The month has not ended.' })

const commands: readonly CommandLine[] = [
  {
    name: 'import rows',
    summary: 'Imports rows',
    arguments: ['FILE…'],
    options: {
      month: { type: 'string', value: 'YYYY-MM', about: 'the month of the rows', required: true },
      quietly: { type: 'boolean', about: 'without a word' },
    },
    details: ['A file is read once. '.repeat(10).trim()],
    run: async ({ arguments: files, options, print }) => print(`${files.join('+')} ${options['month']}`),
  },
  { name: 'count', summary: 'Counts', run: async () => 3 },
  { name: 'refuse', summary: 'Refuses', run: () => Promise.reject(refuse('command-line.example')) },
  {
    name: 'misuse',
    summary: 'Misuses',
    arguments: ['WHEN'],
    run: () => Promise.reject(new UsageError("'x' is no month")),
  },
  {
    name: 'fail',
    summary: 'Fails',
    run: () => Promise.reject(new Error('disk full', { cause: new Error('no space') })),
  },
]

function sink(): { stream: Writable; text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, text: () => text }
}

async function running(...argv: readonly string[]) {
  const [out, err] = [sink(), sink()]
  const code = await runCommandLine(commands, [], argv, {}, { out: out.stream, err: err.stream })
  return { code, out: out.text(), err: err.text() }
}

test('a command is found by one word or two, and given its arguments and options', async () => {
  assert.deepEqual(await running('import', 'rows', 'a.csv', 'b.csv', '--month', '2026-04'), {
    code: 0,
    out: 'a.csv+b.csv 2026-04\n',
    err: '',
  })
  assert.equal((await running('count')).code, 3)
})

test('help is given for no words, for --help, and for a command either way, and exits with 0', async () => {
  for (const argv of [[], ['--help'], ['-h'], ['help']]) {
    const { code, out } = await running(...argv)
    assert.equal(code, 0)
    assert.match(out, /import rows FILE…\s+Imports rows/)
  }
  for (const argv of [
    ['import', 'rows', '--help'],
    ['import', 'rows', '-h'],
    ['help', 'import', 'rows'],
  ]) {
    const { code, out } = await running(...argv)
    assert.equal(code, 0)
    assert.match(out, /Usage: frankpledge import rows FILE… --month YYYY-MM \[--quietly\]/)
    assert.ok(out.split('\n').every((line) => line.length <= 100))
  }
})

test('a file may be named help', async () => {
  assert.equal((await running('import', 'rows', 'help', '--month', '2026-04')).out, 'help 2026-04\n')
  assert.equal((await running('import', 'rows', '--month', '2026-04', '--', '--help')).out, '--help 2026-04\n')
})

test('what is written wrongly gets one line and exit code 2', async () => {
  const wrong: ReadonlyArray<readonly [argv: readonly string[], reason: RegExp]> = [
    [['exprot'], /there is no command 'exprot'/],
    [['import'], /'import' needs one more word: import rows/],
    [['import', 'rows', '--month', '2026-04'], /FILE… is missing/],
    [['import', 'rows', 'a.csv'], /--month YYYY-MM is needed/],
    [['import', 'rows', 'a.csv', '--moth', '2026-04'], /Unknown option '--moth'/],
    [['import', 'rows', 'a.csv', '--month'], /'--month <value>' argument missing/],
    [['import', 'rows', 'a.csv', '--month', '--quietly'], /ambiguous/],
    [['import', 'rows', 'a.csv', '--month', '2026-04', '--quietly=yes'], /does not take an argument/],
    [['count', 'too', 'many'], /2 words too many/],
    [['misuse', 'x'], /'x' is no month/],
  ]
  for (const [argv, reason] of wrong) {
    const { code, out, err } = await running(...argv)
    assert.equal(code, 2, argv.join(' '))
    assert.equal(out, '')
    assert.match(err, reason)
    assert.match(err, /^frankpledge: [^\n]+\n$/, argv.join(' '))
  }
})

test('a refusal and a failure get their sentence and exit code 1, without a stack', async () => {
  assert.deepEqual(await running('refuse'), {
    code: 1,
    out: '',
    err: 'frankpledge: The month has not ended. (command-line.example)\n',
  })
  assert.deepEqual(await running('fail'), { code: 1, out: '', err: 'frankpledge: disk full\n  because: no space\n' })
})

test('every mistake in the settings is named at once, and exits with 2', async () => {
  const [out, err] = [sink(), sink()]
  const env = { PORT: 'eighty', FRANKPLEDGE_KEY: 'abc', OIDC_ISSUER: 'https://id.example' }
  const code = await runCommandLine(commands, [], ['count'], env, { out: out.stream, err: err.stream })
  assert.equal(code, 2)
  for (const name of ['PORT', 'FRANKPLEDGE_KEY', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) {
    assert.match(err.text(), new RegExp(`  ${name} `))
  }
})
