import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../platform/record/decider.ts'
import { type Agency, type AgencyCommand, agency } from './agency.ts'

const declare = {
  type: 'DeclareAgency',
  code: 'thames-valley-police',
  name: 'Thames Valley Police',
  kind: 'police-force',
} as const
const investigations = {
  type: 'DeclareUnit',
  code: 'investigations',
  name: 'Investigations',
  demonstration: true,
} as const

const after = (...commands: readonly AgencyCommand[]): Agency | null =>
  commands.reduce<Agency | null>((state, command) => fold(agency, state, agency.decide(command, state)), agency.initial)

test('an agency and its units stand as they were declared', () => {
  assert.deepEqual(agency.rows(after(declare, investigations)), {
    agency: [{ code: 'thames-valley-police', name: 'Thames Valley Police', kind: 'police-force' }],
    unit: [{ agency: 'thames-valley-police', code: 'investigations', name: 'Investigations', demonstration: true }],
  })
})

test('declaring what stands already records nothing', () => {
  const standing = after(declare, investigations)
  assert.deepEqual(agency.decide(declare, standing), [])
  assert.deepEqual(agency.decide(investigations, standing), [])
})

test('an agency and a unit can be renamed by declaring them again', () => {
  const standing = after(
    declare,
    investigations,
    { ...declare, name: 'Thames Valley' },
    { ...investigations, name: 'Crime' },
  )
  assert.equal(standing?.name, 'Thames Valley')
  assert.deepEqual(standing?.units, [{ code: 'investigations', name: 'Crime', demonstration: true }])
})

test('an agency cannot become one of another kind', () => {
  assert.throws(() => agency.decide({ ...declare, kind: 'courts' }, after(declare)), { code: 'agency.kind-fixed' })
})

test('a unit of an agency that was not declared is refused', () => {
  assert.throws(() => agency.decide(investigations, null), { code: 'agency.not-declared' })
})
