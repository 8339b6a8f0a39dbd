import assert from 'node:assert/strict'
import process from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import { findOffence, offenceList } from './offence-list.ts'
import { searchOffences } from './offence-search.ts'
import { isIndictable } from './offence.ts'
import { isNearly, wordsIn } from './words.ts'

const { index, byCode } = offenceList()
const found = (query: string, limit?: number): readonly string[] =>
  searchOffences(index, query, limit).map(({ code }) => code)

test('the list of 17 June 2026 has 15,352 offences, each once', () => {
  assert.equal(index.offences.length, 15_352)
  assert.equal(byCode.size, 15_352)
})

const modes = [
  ['TH68010', 'either-way'],
  ['CJ88116', 'summary-only'],
  ['OF61131', 'either-way'],
  ['OF61016', 'indictable-only'],
  ['TH68023', 'indictable-only'],
  ['COML025', 'indictable-only'],
  ['TH68036', 'either-way'],
  ['RT88007', 'summary-only'],
  ['AE71501', null],
] as const
for (const [code, mode] of modes) {
  test(`${code} is ${mode ?? 'no offence to be tried'}`, () => {
    assert.equal(findOffence(code)?.modeOfTrial, mode)
  })
}

test('an either-way offence is indictable in law and a summary one is not', () => {
  const indictable = (code: string) => isIndictable(findOffence(code)!)
  assert.deepEqual(['TH68010', 'TH68023', 'CJ88116'].map(indictable), [true, true, false])
})

test('an attempt knows the offence it is an attempt at', () => {
  const attempt = findOffence('CD71039A')
  assert.deepEqual([attempt?.base, attempt?.qualifier], ['CD71039', 'attempt'])
})

test('a code, whole or cut short and in any letters, finds its offences', () => {
  assert.deepEqual(found('TH68010'), ['TH68010', 'TH68010A', 'TH68010B', 'TH68010C'])
  assert.equal(found('th6801')[0], 'TH68010')
  assert.ok(found('COML', 100).every((code) => code.startsWith('COML')))
  assert.deepEqual(found('ZZ99999'), [])
})

const first = [
  ['theft from shop', 'TH68010'],
  ['shoplifting', 'TH68010'],
  ['robbery', 'TH68023'],
  ['burglary dwelling theft', 'TH68036'],
  ['assault by beating', 'CJ88116'],
  ['abh', 'OF61102'],
  ['drive disq', 'RT88333'],
  ['affray', 'PU86003'],
  ['coercive', 'SC15004'],
] as const
for (const [query, code] of first) {
  test(`"${query}" finds ${code} first`, () => {
    assert.equal(found(query)[0], code)
  })
}

test('every word must match, in any order', () => {
  assert.equal(found('shop theft')[0], 'TH68010')
  assert.deepEqual(found('theft helicopter'), [])
})

test('a word with one letter wrong, missing, added or exchanged still finds its offence', () => {
  for (const query of ['robery', 'robbbery', 'robbory', 'robebry']) assert.ok(found(query).includes('TH68023'), query)
})

test('what is no word finds nothing', () => {
  for (const query of ['', '   ', '!?', '–']) assert.deepEqual(found(query), [])
})

test('nearly the same means one change at most', () => {
  assert.ok(isNearly('burglery', 'burglary') && isNearly('buglary', 'burglary') && isNearly('burlgary', 'burglary'))
  assert.ok(!isNearly('bulgery', 'burglary'))
  assert.ok(!isNearly('theft', 'fraud'))
})

test('every offence is found by its own title', () => {
  const some = index.offences.filter((_, place) => place % 500 === 0 && wordsIn(_.title).length > 1)
  for (const { code, title } of some) assert.ok(found(title, 400).includes(code), title)
})

test('whatever is typed is answered, and within 50 ms', () => {
  const titles = fc.constantFrom(...index.offences.map(({ title }) => title))
  const cut = titles.chain((title) => fc.nat(title.length).map((end) => title.slice(0, end)))
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 40 }), cut), (typed) => {
      // By the clock of this thread, because another process may hold the processor for longer than the search takes;
      // the best of three, because memory may be cleared up in the midst of one.
      const times = [1, 2, 3].map(() => {
        const start = process.threadCpuUsage()
        searchOffences(index, typed)
        const { user, system } = process.threadCpuUsage(start)
        return (user + system) / 1000
      })
      assert.ok(Math.min(...times) < 50, `${typed}: ${times.join(', ')} ms`)
    }),
    { seed: 20261122, numRuns: 300 },
  )
})
