import assert from 'node:assert/strict'
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { testInstallation } from '../../../test/support/database.ts'
import { act, exampleDeciders, exampleTables, secret } from '../../../test/support/example-deciders.ts'
import { thePublic } from '../database/reading.ts'
import type { Installation } from '../installation.ts'
import { backup } from './backup.ts'
import { eraseStream } from './erase.ts'
import { erasure } from './erasure.ts'
import { openInstallationKey } from './installation-key.ts'
import { rebuild } from './rebuild.ts'
import { restore } from './restore.ts'
import { rotateKey } from './rotate-key.ts'
import { verify } from './verify.ts'

const empty = (settings = {}): Promise<Installation> =>
  testInstallation([...exampleDeciders, erasure], settings, exampleTables)

const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-rotation-'))
after(() => rm(folder, { recursive: true }))

const tell = ({ record }: Installation, id: string, words: string) =>
  record.perform(secret, id, { type: 'Tell', id, words }, act)

test('after a rotation of the installation key the record reads as before, and an older backup opens nothing', async () => {
  const home = await mkdtemp(path.join(folder, 'home-'))
  const own = { installationKey: null, home }
  const installation = await empty(own)
  await tell(installation, 'ann', 'before')
  const old = path.join(folder, 'old.gz')
  await backup(installation, old, act.at)
  await eraseStream(installation, 'example-secret/ann', 'asked', act)
  await tell(installation, 'bob', 'stays')
  assert.deepEqual(await rotateKey(installation, null), { keys: 1, file: null })
  assert.deepEqual(
    (await readdir(home)).filter((name) => name.includes('key')),
    ['installation.key'],
  )
  await assert.rejects(tell(installation, 'cy', 'with the old key'), /installation key was replaced/)

  const next = await openInstallationKey(installation.pool, installation.configuration)
  assert.notDeepEqual(next, installation.installationKey)
  const renewed = { ...installation, installationKey: next }
  assert.deepEqual((await verify(renewed)).named, [])
  assert.deepEqual((await rebuild(renewed)).differences, [])

  const target = await empty(own)
  await assert.rejects(restore({ ...target, installationKey: next }, old), /written under another installation key/)
})

test('a rotation that was interrupted is finished or forgotten by the next start', async () => {
  const home = await mkdtemp(path.join(folder, 'home-'))
  const installation = await empty({ installationKey: null, home })
  const { pool, configuration } = installation
  await tell(installation, 'ann', 'words')
  const first = await readFile(path.join(home, 'installation.key'), 'utf8')
  // Before its transaction: the next key lies there and the database does not know it.
  await writeFile(path.join(home, 'installation.key.next'), `${'ab'.repeat(32)}\n`)
  assert.deepEqual((await openInstallationKey(pool, configuration)).toString('hex'), first.trim())
  // After its transaction and before the new key took the old one's place.
  await rotateKey(installation, null)
  const second = await readFile(path.join(home, 'installation.key'), 'utf8')
  await writeFile(path.join(home, 'installation.key.next'), second)
  await writeFile(path.join(home, 'installation.key'), first)
  assert.deepEqual((await openInstallationKey(pool, configuration)).toString('hex'), second.trim())
  assert.deepEqual(await readFile(path.join(home, 'installation.key'), 'utf8'), second)
})

test('of two rotations at once one is refused, and the key that stands is the one the database knows', async () => {
  const home = await mkdtemp(path.join(folder, 'home-'))
  const installation = await empty({ installationKey: null, home })
  await tell(installation, 'ann', 'words')
  const done = await Promise.allSettled(Array.from({ length: 4 }, () => rotateKey(installation, null)))
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  const installationKey = await openInstallationKey(installation.pool, installation.configuration)
  assert.deepEqual((await verify({ ...installation, installationKey })).named, [])
  await assert.rejects(rotateKey(installation, null), /was replaced while this process ran/)
})

test('a rotation is refused while a website runs, though nobody has asked it for a page for a while', async (t) => {
  const home = await mkdtemp(path.join(folder, 'home-'))
  const installation = await empty({ installationKey: null, home })
  t.mock.timers.enable({ apis: ['setTimeout'] })
  await installation.reading.as(thePublic, async () => {})
  t.mock.timers.tick(60_000)
  t.mock.timers.reset()
  await assert.rejects(rotateKey(installation, null), /The website is running/)
})

test('a rotation leaves no copy of the old key, and writes over no file', async () => {
  const home = await mkdtemp(path.join(folder, 'home-'))
  const installation = await empty({ installationKey: null, home })
  await tell(installation, 'ann', 'words')
  // As a process left it that was killed while it wrote the key.
  await copyFile(path.join(home, 'installation.key'), path.join(home, 'installation.key.0193f1c2.part'))
  await rotateKey(installation, null)
  assert.deepEqual(
    (await readdir(home)).filter((name) => name.includes('key')),
    ['installation.key'],
  )
  const given = await empty()
  await assert.rejects(rotateKey(given, path.join(home, 'installation.key')), /never written over/)
})

test('a home that is not there yet is made for the key', async () => {
  const home = path.join(await mkdtemp(path.join(folder, 'home-')), 'new', 'home')
  await empty({ installationKey: null, home })
  assert.deepEqual(await readdir(home), ['installation.key'])
})

test('a missing installation key is not replaced by one that opens nothing', async () => {
  const home = await mkdtemp(path.join(folder, 'home-'))
  const installation = await empty({ installationKey: null, home })
  await tell(installation, 'ann', 'words')
  await rm(path.join(home, 'installation.key'))
  await assert.rejects(openInstallationKey(installation.pool, installation.configuration), /is missing/)
  assert.ok(!(await readdir(home)).includes('installation.key'))
})
