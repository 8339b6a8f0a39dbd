import assert from 'node:assert/strict'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { projectFolder } from '../src/platform/installation.ts'

// What may import what, as far as import lines and table names in SQL can tell. It does not see a table name that is
// put together at run time, nor what a function does that is imported from a place where imports are allowed.

const source = path.join(projectFolder, 'src')

type File = { readonly name: string; readonly text: string; readonly imports: readonly Import[] }
type Import = { readonly from: string; readonly typeOnly: boolean; readonly names: readonly string[] }

const importLine =
  /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|import\('([^']+)'\)/gm

/** The path from `src`, or the package's name. Each named import may also be marked `type` by itself. */
function importsOf(name: string, text: string): readonly Import[] {
  return [...text.matchAll(importLine)].map((match) => {
    const from = match[2] ?? match[3] ?? match[4] ?? ''
    const named =
      /\{([^}]*)\}/
        .exec(match[0])?.[1]
        ?.split(',')
        .map((one) => one.trim())
        .filter(Boolean) ?? []
    const typeOnly = match[1] !== undefined || (named.length > 0 && named.every((one) => one.startsWith('type ')))
    const place = from.startsWith('.') ? path.posix.join(path.posix.dirname(name), from) : from
    return { from: place, typeOnly, names: named }
  })
}

async function filesOf(folder: string): Promise<readonly File[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8')
      return { name, text, imports: importsOf(name, text) }
    }),
  )
}

const isTest = (name: string): boolean => name.endsWith('.test.ts')
const files = await filesOf(source)
const product = files.filter(({ name }) => !isTest(name))
const room = (name: string): string => name.split('/')[0] ?? ''

/** What everything may use. */
const ground = new Set(['platform', 'calendar', 'duties'])
/** Where the house is put together: these may know every room. */
const entrances = new Set(['features.ts', 'main.ts', 'serve'])

const inSource = ({ from }: Pick<Import, 'from'>): boolean => from.endsWith('.ts') && !from.startsWith('..')

test('platform, calendar and duties import nothing from the area’s work', () => {
  // `paths.ts` holds addresses only, of every page of the house.
  const allowed = new Set([...ground, 'paths.ts'])
  const wrong = product
    .filter(({ name }) => ground.has(room(name)))
    .flatMap(({ name, imports }) =>
      imports
        .filter(inSource)
        .filter(({ from }) => !allowed.has(room(from)))
        .map(({ from }) => `${name} → ${from}`),
    )
  assert.deepEqual(wrong, [])
})

test('platform imports nothing from duties', () => {
  const wrong = product.flatMap(({ name, imports }) =>
    imports
      .filter(inSource)
      .filter(({ from }) => room(name) === 'platform' && room(from) === 'duties')
      .map(({ from }) => `${name} → ${from}`),
  )
  assert.deepEqual(wrong, [])
})

/** A file that exports a decider holds rules, and rules ask nobody. */
const decisionFile = /^export const \w+: Decider</m

test('a decision file imports types, calendar, duties, the refusal, and rules of its own feature', () => {
  const pure = (from: string): boolean =>
    ['calendar', 'duties'].includes(room(from)) ||
    from === 'platform/refusal.ts' ||
    from === 'platform/record/decider.ts' ||
    path.basename(from) === 'refusals.ts'
  const decisions = product.filter(({ text }) => decisionFile.test(text))
  assert.ok(decisions.length >= 2, 'no decision file was found: the pattern above no longer fits')
  const decisionNames = new Set(decisions.map(({ name }) => name))
  const wrong = decisions.flatMap(({ name, imports }) =>
    imports
      .filter(({ from, typeOnly }) => {
        // A rule may be spread over files of its own folder, and may order something of another stream of its feature.
        const beside = inSource({ from }) && path.dirname(from) === path.dirname(name)
        const another = decisionNames.has(from) && room(from) === room(name)
        return !typeOnly && !pure(from) && !beside && !another
      })
      .map(({ from }) => `${name} → ${from}`),
  )
  assert.deepEqual(wrong, [])
})

/** Packages and modules that reach a clock, a disk, a network or chance. */
const impure = /^(node:(?!assert|path|url|util)|pg$|pg-|kysely|fastify|@fastify|@duckdb|openid-client|yauzl)/
/** A digest of what is given is as pure as a sum. */
const digest = ({ from, names }: Import): boolean =>
  from === 'node:crypto' && names.every((one) => one === 'createHash')

test('nothing that a decision file uses reaches a database, a disk, a network or chance', () => {
  const byName = new Map(product.map((file) => [file.name, file]))
  const wrong: string[] = []
  for (const decision of product.filter(({ text }) => decisionFile.test(text))) {
    const seen = new Set<string>()
    const waiting = [decision.name]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (seen.has(name)) continue
      seen.add(name)
      const used = byName.get(name)?.imports.filter(({ typeOnly }) => !typeOnly) ?? []
      for (const one of used) {
        const { from } = one
        if (impure.test(from) && !digest(one)) wrong.push(`${decision.name} → ${name} → ${from}`)
        if (inSource(one)) waiting.push(from)
      }
    }
    if (/\bDate\.now\(|new Date\(\)|Math\.random\(/.test(decision.text))
      wrong.push(`${decision.name} reads a clock or chance`)
  }
  assert.deepEqual(wrong, [])
})

test('a feature reads the tables of another only through its functions', async () => {
  const migrations = path.join(projectFolder, 'migrations')
  const created = new Set<string>()
  for (const name of await readdir(migrations)) {
    const sql = await readFile(path.join(migrations, name), 'utf8')
    for (const [, table] of sql.matchAll(/^create (?:unlogged )?table (\w+)/gm)) if (table) created.add(table)
  }
  const owners = new Map<string, Set<string>>()
  // Whoever says what a table's columns are is its owner. A column, which stands deeper, may be called like a table.
  for (const { name, text } of product) {
    for (const table of created) {
      const declares = new RegExp(`interface DatabaseTables \\{[^]*?\\n    ${table}: `).test(text)
      if (declares) owners.set(table, (owners.get(table) ?? new Set()).add(room(name)))
    }
  }
  const wrong = product.flatMap(({ name, text }) =>
    [...text.matchAll(/\.(?:selectFrom|innerJoin|leftJoin)\(\s*'(\w+)/g)]
      .filter(([, table = '']) => {
        const owner = owners.get(table)
        return owner && !owner.has(room(name)) && !ground.has([...owner][0] ?? '')
      })
      .map(([, table]) => `${name} reads ${table}`),
  )
  assert.deepEqual(wrong, [])
})

test('an entrance is imported by nobody', () => {
  const wrong = product
    .filter(({ name }) => !entrances.has(room(name)))
    .flatMap(({ name, imports }) =>
      imports.filter(({ from }) => entrances.has(room(from))).map(({ from }) => `${name} → ${from}`),
    )
  assert.deepEqual(wrong, [])
})
