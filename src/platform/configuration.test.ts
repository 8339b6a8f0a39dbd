import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigurationError, readConfiguration } from './configuration.ts'

const read = (env: NodeJS.ProcessEnv) => readConfiguration(env, '/srv/frankpledge')

function mistakesOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    read(env)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigurationError)
    return error.mistakes
  }
}

test('without settings everything is local: loopback, an embedded database, no metrics', () => {
  assert.deepEqual(read({}), {
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    databaseUrl: null,
    home: '/srv/frankpledge/.frankpledge',
    installationKey: null,
    metricsPort: null,
    openIdConnect: null,
    uploads: { limitBytes: 500 * 1024 * 1024, virusScanner: null },
  })
})

test('an empty setting counts as unset', () => {
  assert.equal(read({ PORT: '', DATABASE_URL: '', FRANKPLEDGE_KEY: '' }).port, 3000)
})

test('relative places are counted from the project’s folder, wherever the command is called', () => {
  const { home, installationKey } = read({ FRANKPLEDGE_HOME: 'here', FRANKPLEDGE_KEY_FILE: 'keys/one' })
  assert.equal(home, '/srv/frankpledge/here')
  assert.deepEqual(installationKey, { file: '/srv/frankpledge/keys/one' })
})

test('a port is a whole number from 1 to 65535', () => {
  for (const port of ['1', '65535']) assert.equal(read({ PORT: port }).port, Number(port))
  for (const port of ['0', '65536', '-1', '3e3', '0x50', '80.5', ' 80', 'http']) {
    assert.equal(mistakesOf({ PORT: port }).length, 1, port)
  }
})

test('a database address must be of PostgreSQL, and a key 64 hexadecimal digits', () => {
  assert.equal(mistakesOf({ DATABASE_URL: 'postgresql://me@db:5432/area' }).length, 0)
  assert.equal(mistakesOf({ DATABASE_URL: 'mysql://db/area' }).length, 1)
  assert.equal(mistakesOf({ FRANKPLEDGE_KEY: 'ab'.repeat(32) }).length, 0)
  assert.equal(mistakesOf({ FRANKPLEDGE_KEY: 'ab'.repeat(31) }).length, 1)
})

test('a provider of sign-in is spoken with over https, but for one on this machine', () => {
  const withIssuer = (OIDC_ISSUER: string) =>
    mistakesOf({ OIDC_ISSUER, OIDC_CLIENT_ID: 'frankpledge', OIDC_CLIENT_SECRET: 'secret' }).length
  for (const good of ['https://id.example/tenant', 'http://127.0.0.1:9000', 'http://localhost']) {
    assert.equal(withIssuer(good), 0, good)
  }
  for (const bad of ['http://id.example', 'ftp://id.example', 'javascript:alert(1)', 'http://localhost.example']) {
    assert.equal(withIssuer(bad), 1, bad)
  }
})

test('mistakes in settings and between settings are named together', () => {
  const mistakes = mistakesOf({
    PORT: 'eighty',
    FRANKPLEDGE_KEY: 'abc',
    FRANKPLEDGE_KEY_FILE: '/keys/one',
    OIDC_ISSUER: 'https://id.example',
  })
  assert.deepEqual(
    mistakes.map((mistake) => mistake.split(' ')[0]),
    ['PORT', 'FRANKPLEDGE_KEY', 'FRANKPLEDGE_KEY', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  )
  assert.deepEqual(mistakesOf({ METRICS_PORT: '3000' }), ['METRICS_PORT must differ from PORT'])
})

test('files may be up to so many megabytes, and are shown to a clamd on a port or a socket', () => {
  const { uploads } = readConfiguration({ UPLOAD_LIMIT_MB: '2', CLAMD: '[::1]:3310' }, '/project')
  assert.deepEqual(uploads, { limitBytes: 2_097_152, virusScanner: { host: '::1', port: 3310 } })
  const bySocket = readConfiguration({ CLAMD: '/run/clamd.sock' }, '/project')
  assert.deepEqual(bySocket.uploads.virusScanner, { socket: '/run/clamd.sock' })
  for (const wrong of [{ UPLOAD_LIMIT_MB: '0' }, { UPLOAD_LIMIT_MB: '10241' }, { CLAMD: 'localhost' }]) {
    assert.throws(() => readConfiguration(wrong, '/project'), { name: 'ConfigurationError' })
  }
})
