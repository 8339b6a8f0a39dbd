import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLocalMonth } from '../../calendar/local-month.ts'
import { fold } from '../../platform/record/decider.ts'
import { type ImportStreetFile, type StreetMonth, streetMonth } from './street-month.ts'

const at = '2026-11-22T09:00:00.000Z'
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]

const file = (contentSha256: string, burglaries: number): ImportStreetFile => ({
  type: 'ImportStreetFile',
  force: 'thames-valley',
  forceName: 'Thames Valley Police',
  month: parseLocalMonth('2025-06'),
  rows: burglaries + 1,
  counts: {
    Oxford: { Burglary: { 'Under investigation': burglaries } },
    'Not stated': { 'Anti-social behaviour': { 'Not given': 1 } },
  },
  quality: {
    repeatedCrimeIds: 0,
    repeatedRows: 0,
    withoutCrimeId: 0,
    withoutOutcome: 0,
    withoutPlace: 1,
    placeNotUnderstood: 0,
    fallsWithinAnother: 0,
    formerDistricts: {},
    acceptedCategories: [],
  },
  source: {
    contentSha256,
    contentBytes: 100,
    dataset: 'street-crime',
    period: 'thames-valley/2025-06',
    fileName: '2025-06-thames-valley-street.csv.gz',
    fileSha256: 'c'.repeat(64),
    fileBytes: 50,
    rows: burglaries + 1,
    licence: 'OGL-UK-3.0',
  },
  at,
})

const after = (...commands: ReadonlyArray<Parameters<typeof streetMonth.decide>[0]>): StreetMonth =>
  commands.reduce((state, command) => fold(streetMonth, state, streetMonth.decide(command, state)), streetMonth.initial)

const revisions = (state: StreetMonth) =>
  (streetMonth.rows(state)['street_revision'] ?? []).map(({ revision, current, rows }) => [revision, current, rows])

test('the first file of a force and month is imported, and its counts are rows', () => {
  const state = after(file(first, 3))
  assert.deepEqual(revisions(state), [[1, true, 4]])
  assert.deepEqual(
    streetMonth.rows(state)['street_count']?.map(({ district, crime_type: type, count }) => [district, type, count]),
    [
      ['Oxford', 'Burglary', 3],
      ['Not stated', 'Anti-social behaviour', 1],
    ],
  )
})

test('a file imported before changes nothing, not even when another one stands', () => {
  assert.deepEqual(streetMonth.decide(file(first, 3), after(file(first, 3))), [])
  assert.deepEqual(streetMonth.decide(file(first, 3), after(file(first, 3), file(second, 4))), [])
})

test('another file for the same force and month is a revision, and the first is kept beside it', () => {
  const state = after(file(first, 3), file(second, 4))
  assert.deepEqual(revisions(state), [
    [1, false, 4],
    [2, true, 5],
  ])
  assert.equal(streetMonth.rows(state)['street_count']?.length, 4)
})

test('a file that was replaced can stand again, once', () => {
  const reinstate = { type: 'ReinstateStreetFile', contentSha256: first, at } as const
  const state = after(file(first, 3), file(second, 4), reinstate)
  assert.deepEqual(revisions(state), [
    [1, true, 4],
    [2, false, 5],
  ])
  assert.deepEqual(streetMonth.decide(reinstate, state), [])
})

test('a file that was not imported cannot stand again', () => {
  const reinstate = { type: 'ReinstateStreetFile', contentSha256: second, at } as const
  assert.throws(() => streetMonth.decide(reinstate, after(file(first, 3))), { code: 'street.not-imported' })
})

test('counts that leave a row out are refused', () => {
  assert.throws(() => streetMonth.decide({ ...file(first, 3), rows: 5 }, streetMonth.initial), {
    name: 'Refusal',
    code: 'street.not-every-row-counted',
    message: /4 and the file has 5 rows/,
  })
})

test('a month that is not over yet in London is refused', () => {
  const refuses = (moment: string) =>
    assert.throws(() => streetMonth.decide({ ...file(first, 3), at: moment }, streetMonth.initial), {
      code: 'street.month-not-over',
    })
  refuses('2025-05-01T12:00:00.000Z')
  refuses('2025-06-30T22:59:59.999Z')
  const over = { ...file(first, 3), at: '2025-06-30T23:00:00.000Z' }
  assert.equal(streetMonth.decide(over, streetMonth.initial).length, 1)
})

test('a new file claims its source for its force and month', () => {
  const [event] = streetMonth.decide(file(first, 3), streetMonth.initial)
  assert.ok(event)
  const [reaction] = streetMonth.react?.(event, after(file(first, 3)), 'thames-valley/2025-06') ?? []
  assert.equal(reaction?.kind, 'source-file')
  assert.equal(reaction?.id, first)
  assert.deepEqual(reaction?.command, { ...file(first, 3).source, type: 'ClaimSource', at })
})
