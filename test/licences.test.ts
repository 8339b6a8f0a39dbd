import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { projectFolder } from '../src/platform/installation.ts'

const permissive = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause'])

const lock = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().optional() })),
})

test('what runs in production is under a permissive licence', () => {
  const { packages } = lock.parse(JSON.parse(readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8')))
  const running = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev)
  assert.ok(running.length > 50, `only ${running.length} packages were found`)
  const others = running
    .filter(([, { license }]) => !permissive.has(license ?? ''))
    .map(([name, { license }]) => `${name}: ${license ?? 'none'}`)
  assert.deepEqual(others, [])
})

test('the notice names every package whose styles or script go out with our pages', () => {
  const notice = readFileSync(path.join(projectFolder, 'NOTICE'), 'utf8')
  const sources = ['src/platform/web/styles/stylesheet.ts', 'src/platform/web/assets.ts']
    .map((file) => readFileSync(path.join(projectFolder, file), 'utf8'))
    .join('\n')
  const sent = [...sources.matchAll(/require\.resolve\('((?:@[^/']+\/)?[^/']+)/g)].map(([, name = '']) => name)
  assert.ok(sent.length >= 2, 'the packages are found in another way now')
  for (const name of sent) assert.ok(notice.includes(name), `NOTICE does not name ${name}`)
})
