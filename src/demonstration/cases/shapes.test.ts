import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { createGunzip } from 'node:zlib'
import { keptHolidays } from '../../calendar/kept-lists.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import { settingsAsShipped } from '../../casework/deadlines/settings.ts'
import { findOffence } from '../../casework/offences/offence-list.ts'
import { seededPointsToProve } from '../../casework/points-to-prove/points-to-prove.ts'
import { outcomeTables } from '../../measures/outcomes/demonstration.ts'
import { streetFilesFolder } from '../../measures/street/demonstration.ts'
import { caseIdOf, madeUpCase, prosecutedInHundred } from './made-case.ts'
import { madeUpOffences } from './offences.ts'
import { readShapes } from './shapes.ts'

const shapes = readShapes()
const drawing = {
  seed: 'shapes',
  shapes,
  facts: { holidays: keptHolidays(), settings: settingsAsShipped },
  contents: { source: 'none', confidence: 'unconfirmed', requirements: [] },
  today: parseLocalDate('2026-11-22'),
} as const
const area = Array.from({ length: 2000 }, (_, index) => madeUpCase(drawing, index))
const reported = area.filter((one) => !one.prosecuted)
const prosecuted = area.filter((one) => one.prosecuted)

function counted(all: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((before, one) => before + one, 0)

/** Every share of what was drawn lies within so many percentage points of the published one. */
function assertNear(
  drawn: Readonly<Record<string, number>>,
  published: Readonly<Record<string, number>>,
  points: number,
) {
  for (const [name, count] of Object.entries(published)) {
    const [is, should] = [((drawn[name] ?? 0) / sumOf(drawn)) * 100, (count / sumOf(published)) * 100]
    assert.ok(Math.abs(is - should) <= points, `${name}: ${is.toFixed(1)} of a hundred, published ${should.toFixed(1)}`)
  }
}

test('2,000 made-up cases: crime types and forces within 3 points of data.police.uk', () => {
  assert.ok(Math.abs((prosecuted.length / area.length) * 100 - prosecutedInHundred) <= 3)
  assertNear(counted(reported.map(({ offence }) => offence.crimeType ?? '')), shapes.reported.crimeTypes, 3)
  assertNear(counted(area.map(({ force }) => force.code)), shapes.reported.forces, 3)
})

test('2,000 made-up cases: how they end within 4 points of what data.police.uk says for their crime types', () => {
  const expected: Record<string, number> = {}
  const types = sumOf(shapes.reported.crimeTypes)
  for (const [type, ended] of Object.entries(shapes.reported.ended)) {
    const share = (shapes.reported.crimeTypes[type] ?? 0) / types / sumOf(ended)
    for (const [end, count] of Object.entries(ended)) expected[end] = (expected[end] ?? 0) + count * share
  }
  assertNear(counted(reported.map(({ ended }) => ended)), expected, 4)
})

test('2,000 made-up cases: offence groups of those prosecuted within 4 points of the CPS’s defendants', () => {
  const { Homicide: _, ...groups } = shapes.prosecuted.groups
  assertNear(counted(prosecuted.map(({ offence }) => offence.group)), groups, 4)
})

test('every offence is on the list, has points to prove, and a crime type that the shapes know', () => {
  for (const { code, crimeType } of madeUpOffences) {
    assert.ok(findOffence(code), code)
    assert.ok(seededPointsToProve(code), code)
    assert.ok(crimeType === null || crimeType in shapes.reported.crimeTypes, code)
  }
})

test('no two cases of a seed have the same number, and a case is the same whatever is drawn beside it', () => {
  const ids = Array.from({ length: 50_000 }, (_, index) => caseIdOf('many', index))
  assert.equal(new Set(ids).size, ids.length)
  const alone = madeUpCase(drawing, 1234)
  const { chance: _one, ...drawn } = alone
  const { chance: _other, ...before } = area[1234] ?? alone
  assert.deepEqual(drawn, before)
})

test('the crime types, forces and districts are those of the street files', async () => {
  const [types, forces, districts] = [new Map<string, number>(), new Map<string, number>(), new Set<string>()]
  const codes = {
    'thames-valley': 'thames-valley-police',
    hertfordshire: 'hertfordshire-constabulary',
    bedfordshire: 'bedfordshire-police',
  } as const
  for (const file of (await readdir(streetFilesFolder)).filter((name) => /^2025-0[1-9]-.*\.gz$/.test(name))) {
    const force = Object.entries(codes).find(([name]) => file.includes(name))?.[1] ?? ''
    const lines = createInterface({ input: createReadStream(path.join(streetFilesFolder, file)).pipe(createGunzip()) })
    let header = true
    for await (const line of lines) {
      const fields = fieldsOf(line)
      const [area, type] = [fields[8] ?? '', fields[9] ?? '']
      if (!header && type !== 'Anti-social behaviour') {
        types.set(type, (types.get(type) ?? 0) + 1)
        forces.set(force, (forces.get(force) ?? 0) + 1)
        districts.add(area.replace(/ \w+$/, ''))
      }
      header = false
    }
  }
  assert.deepEqual(Object.fromEntries(types), shapes.reported.crimeTypes)
  assert.deepEqual(Object.fromEntries(forces), shapes.reported.forces)
  for (const name of Object.values(shapes.reported.districts).flatMap((one) => Object.keys(one))) {
    assert.ok(districts.has(name), name)
  }
})

test('the offence groups are those of the CPS’s tables of 2016 and 2017', async () => {
  const groups: Record<string, number> = {}
  const forces = new Set(['Thames Valley', 'Hertfordshire', 'Bedfordshire'])
  for (const file of (await outcomeTables()).filter((one) => /\/201[67]\//.test(one))) {
    const [head = '', ...rows] = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/)
    const names = fieldsOf(head)
    for (const fields of rows.map(fieldsOf).filter(([name = '']) => forces.has(name))) {
      for (const [index, name] of names.entries()) {
        const group = /^Number of (.*) (?:Convictions|Unsuccessful)$/.exec(name)?.[1]
        if (!group || group === 'Admin Finalised') continue
        groups[group] = (groups[group] ?? 0) + Number((fields[index] ?? '').replaceAll(',', ''))
      }
    }
  }
  assert.deepEqual(groups, shapes.prosecuted.groups)
})

const fieldsOf = (line: string): readonly string[] =>
  [...`,${line}`.matchAll(/,(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
