import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { projectFolder } from '../src/platform/installation.ts'
import { catalogues } from './support/catalogues.ts'

const read = (file: string): string => readFileSync(path.join(projectFolder, file), 'utf8')

const documents = [
  'README.md',
  ...readdirSync(path.join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
]

for (const [file, content] of Object.entries(catalogues())) {
  test(`${file} says what the code says (npm run docs writes it)`, () => {
    assert.equal(read(file), content)
  })
}

for (const file of documents) {
  test(`${file} links only to files that exist`, () => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link = '']) => link)
    const missing = links.filter((link) => !existsSync(path.resolve(projectFolder, path.dirname(file), link)))
    assert.deepEqual(missing, [])
  })
}

test('the worked example shows the code as it stands', () => {
  const blocks = [...read('docs/architecture.md').matchAll(/`(\S+\.(?:ts|sql))`:\n\n```\w+\n([\s\S]*?)```/g)]
  assert.ok(blocks.length >= 6, `only ${blocks.length} blocks were found`)
  const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
  for (const [, file = '', code = ''] of blocks) {
    for (const part of code.split('// …')) {
      assert.ok(squeezed(read(file)).includes(squeezed(part)), `${file} does not hold:\n${part}`)
    }
  }
})
