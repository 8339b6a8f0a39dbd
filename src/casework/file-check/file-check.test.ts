import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { type HeldMaterial, type MaterialKind, materialKinds } from '../material/held-material.ts'
import { type FileContext, type FileGap, type FileType, checkFile, fileTypes, gapsOf } from './file-check.ts'
import { readFileContents } from './file-contents.ts'
import { rejectionReasons } from './rejection-reasons.ts'

const folder = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-area-'))
after(() => rm(folder, { recursive: true }))
const contents = readFileContents(folder)

const context: FileContext = {
  contents,
  prosecutorDecides: true,
  notGuiltyExpected: true,
  interviewed: true,
  hasVictim: true,
  inCustody: true,
  domesticAbuse: true,
}
const quiet: FileContext = {
  contents,
  prosecutorDecides: false,
  notGuiltyExpected: false,
  interviewed: false,
  hasVictim: false,
  inCustody: false,
  domesticAbuse: false,
}

let items = 0
const held = (kind: MaterialKind, change: Partial<HeldMaterial> = {}): HeldMaterial => ({
  key: `M${(items += 1)}`,
  kind,
  title: materialKinds[kind],
  state: 'received',
  use: 'evidence',
  from: null,
  ...change,
})

const found = (type: FileType, material: readonly HeldMaterial[], given: FileContext, code: string): FileGap =>
  checkFile(type, material, given).find((one) => one.code === code)!

test('an empty register lacks everything that the file always needs, and nothing that this case does not need', () => {
  const missing = (type: FileType, given: FileContext) => gapsOf(checkFile(type, [], given)).map(({ code }) => code)
  assert.deepEqual(missing('pre-charge', quiet), [
    'case-summary',
    'charging-request',
    'supervisor-comments',
    'statements',
    'suspect-convictions',
    'witness-convictions',
    'presumed-disclosable',
  ])
  assert.deepEqual(
    missing('pre-charge', context).filter((code) => !missing('pre-charge', quiet).includes(code)),
    ['interview-record', 'unused-schedules', 'disclosure-report', 'domestic-abuse-checklist', 'remand-application'],
  )
  assert.ok(!missing('guilty-plea', quiet).includes('charging-request'))
  assert.ok(missing('guilty-plea', context).includes('disclosure-certificate'))
  assert.ok(missing('not-guilty-or-crown', quiet).includes('witness-list'))
})

test('a whole file lacks nothing', () => {
  const everything = (Object.keys(materialKinds) as MaterialKind[]).map((kind) => held(kind))
  for (const type of Object.keys(fileTypes) as FileType[])
    assert.deepEqual(gapsOf(checkFile(type, everything, context)), [])
})

test('what is not needed says why', () => {
  const reasons = checkFile('pre-charge', [], quiet)
    .filter(({ standing }) => standing === 'not-needed')
    .map(({ code, reason }) => `${code}: ${reason}`)
  assert.ok(reasons.includes('interview-record: No suspect was interviewed.'))
  assert.ok(reasons.includes('charge-sheet: This file does not need it.'))
  assert.ok(reasons.includes('disclosure-report: Police decide on the charge.'))
  assert.equal(
    found('pre-charge', [], { ...context, notGuiltyExpected: false }, 'disclosure-report').reason,
    'A guilty plea is expected.',
  )
})

for (const [state, standing] of [
  ['received', 'present'],
  ['requested', 'awaited'],
  ['missing', 'missing'],
  ['refused', 'missing'],
  ['not-reasonable', 'not-needed'],
] as const) {
  test(`a case summary that is ${state} makes that part of the file ${standing}`, () => {
    const summary = held('case-summary', { state })
    const part = found('pre-charge', [summary], quiet, 'case-summary')
    assert.deepEqual([part.standing, part.items], [standing, [summary.key]])
  })
}

test('what is held beside something still asked for waits; what is held beside something lost is there', () => {
  const statement = held('statement')
  const asked = held('recording', { state: 'requested' })
  const part = found('pre-charge', [statement, asked], quiet, 'statements')
  assert.deepEqual([part.standing, part.items], ['awaited', [asked.key]])
  const lost = held('statement', { state: 'missing' })
  const withoutLost = found('pre-charge', [statement, lost], quiet, 'statements')
  assert.deepEqual(
    [withoutLost.standing, withoutLost.reason],
    ['present', `It is held, without ${lost.key}: not obtained, or lost.`],
  )
})

test('forensic and medical evidence is needed only where there is any', () => {
  assert.equal(found('pre-charge', [], quiet, 'forensic').standing, 'not-needed')
  assert.equal(found('pre-charge', [held('forensic', { state: 'requested' })], quiet, 'forensic').standing, 'awaited')
  assert.equal(found('pre-charge', [held('medical', { state: 'missing' })], quiet, 'medical').standing, 'missing')
})

test('the schedules are there once the use of everything received is decided', () => {
  const open = held('log', { use: 'undecided' })
  const schedules = (...material: readonly HeldMaterial[]) => found('pre-charge', material, context, 'unused-schedules')
  assert.deepEqual([schedules(open).standing, schedules(open).items], ['missing', [open.key]])
  assert.equal(schedules().standing, 'missing')
  const unused = held('log', { use: 'unused' })
  const awaited = held('medical', { use: 'undecided', state: 'requested' })
  assert.deepEqual([schedules(unused, awaited).standing, schedules(unused, awaited).items], ['present', [unused.key]])
})

test('the contents are unconfirmed, and an area’s own take their place', async () => {
  assert.equal(contents.confidence, 'unconfirmed')
  const own = await mkdtemp(path.join(os.tmpdir(), 'frankpledge-area-'))
  after(() => rm(own, { recursive: true }))
  const place = path.join(own, 'file-contents.json')
  const need = { 'pre-charge': 'always', 'guilty-plea': 'never', 'not-guilty-or-crown': 'always' }
  const summary = { code: 'case-summary', title: 'Summary', kinds: ['case-summary'], need, note: null }
  const area = { notes: [], source: 'The area', confidence: 'confirmed', requirements: [summary] }
  await writeFile(place, JSON.stringify(area))
  assert.deepEqual(readFileContents(own).requirements, [summary])
  for (const wrong of [
    { kinds: ['dvd'] },
    { kinds: [] },
    { need: { ...need, 'pre-charge': 'often' } },
    { code: 'A B' },
  ]) {
    await writeFile(place, JSON.stringify({ ...area, requirements: [{ ...summary, ...wrong }] }))
    assert.throws(() => readFileContents(own), /is not a list of contents/, JSON.stringify(wrong))
  }
})

test('there are thirteen reasons to reject a referral, and all but two name the material that would mend it', () => {
  const codes = Object.entries(rejectionReasons)
  assert.deepEqual(
    codes.map(([code]) => code),
    Array.from({ length: 13 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`),
  )
  const ofNothing = codes.filter(([, { concerns }]) => concerns.length === 0).map(([code]) => code)
  assert.deepEqual(ofNothing, ['R01', 'R13'])
  const needed = new Set(contents.requirements.flatMap(({ kinds }) => kinds))
  const named = codes.flatMap(([, { concerns }]) => [...concerns])
  assert.deepEqual(
    named.filter((kind) => !needed.has(kind)),
    ['exhibit', 'third-party'],
  )
})
