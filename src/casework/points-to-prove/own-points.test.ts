import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../calendar/instant.ts'
import { fold } from '../../platform/record/decider.ts'
import {
  type AreaPoints,
  type OwnPoints,
  type PointsCommand,
  longestElement,
  mostElements,
  ownPoints,
} from './own-points.ts'

const points: OwnPoints = {
  title: 'Theft',
  statute: 'Theft Act 1968',
  section: '1(1)',
  elements: [
    { key: 'one', words: 'Took it' },
    { key: 'two', words: 'Was dishonest' },
  ],
  confidence: 'confirmed',
}

const change = (changes: Partial<OwnPoints> = {}, reason = 'A judgment'): PointsCommand => ({
  type: 'ChangePoints',
  code: 'TH68010',
  points: { ...points, ...changes },
  reason,
  at: parseInstant('2026-04-07T09:30:00.000Z'),
  by: 'lawyer',
})

const refused = (command: PointsCommand, code: string, state: AreaPoints | null = null): void =>
  assert.throws(() => ownPoints.decide(command, state), { code })

const written = fold(ownPoints, null, ownPoints.decide(change(), null))

test('every version stays, and the last one holds', () => {
  const twice = fold(ownPoints, written, ownPoints.decide(change({ title: 'Theft, basic' }), written))
  assert.deepEqual(
    ownPoints.rows(twice)['points_to_prove']?.map((row) => [row['version'], row['title'], row['current']]),
    [
      [1, 'Theft', false],
      [2, 'Theft, basic', true],
    ],
  )
})

test('what changes nothing is refused, also with another reason', () => {
  refused(change({}, 'Another reason'), 'points.nothing-changed', written)
})

test('a change needs its reason, a title and a law', () => {
  refused(change({}, ' '), 'points.reason-missing')
  refused(change({ title: ' ' }), 'points.words-missing')
  refused(change({ statute: '' }), 'points.words-missing')
})

test('at least one thing is to be proved, each once, and each with words', () => {
  refused(change({ elements: [] }), 'points.no-element')
  refused(change({ elements: [{ key: 'one', words: ' ' }] }), 'points.element-empty')
  const twice = [
    { key: 'one', words: 'Took it' },
    { key: 'two', words: 'took it ' },
  ]
  refused(change({ elements: twice }), 'points.element-twice')
})

test('an offence has thirty elements at most, each of 500 characters at most', () => {
  const many = Array.from({ length: mostElements + 1 }, (_, index) => ({ key: `k${index}`, words: `Element ${index}` }))
  refused(change({ elements: many }), 'points.too-many')
  assert.equal(ownPoints.decide(change({ elements: many.slice(1) }), null).length, 1)
  const long = (length: number) => change({ elements: [{ key: 'one', words: 'x'.repeat(length) }] })
  refused(long(longestElement + 1), 'points.too-long')
  assert.equal(ownPoints.decide(long(longestElement), null).length, 1)
})
