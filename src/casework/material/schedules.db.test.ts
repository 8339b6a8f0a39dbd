import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, officer, recordCase, reportedAt, textOf } from '../../../test/support/cases.ts'
import { check, commandsOf } from '../../../test/support/referrals.ts'
import { nameSuspect } from '../../../test/support/suspects.ts'
import { parseInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import { investigation } from '../investigation/investigation.ts'
import { referral } from '../referral/referral.ts'
import { type MaterialCommand, materialRegister } from './register.ts'

const site = await caseSite()
const { installation } = site
const cps = 'cps-thames-and-chiltern'
const before = parseInstant('2026-04-01T09:00:00.000Z')
const act = { actor: 'officer', at: before }
const police = site.signedIn(['case.read', 'material.record'], officer)
const prosecutor = site.signedIn(['case.read'], { account: 'p', agency: cps, unit: 'charging' })

const perform = (id: string, command: Unsigned<MaterialCommand>) =>
  installation.record.perform(materialRegister, id, { ...command, at: before, by: 'officer' }, act)

const details = (title: string) =>
  ({ kind: 'log', title, description: '', from: null, exhibitReference: null }) as const

const add = (id: string, title: string, use: 'undecided' | 'unused' | 'unused-sensitive' = 'undecided') =>
  perform(id, {
    type: 'AddMaterial',
    caseId: id,
    details: details(title),
    state: 'received',
    reason: '',
    use,
    useReason: use === 'unused-sensitive' ? 'It names an informant' : '',
  })

/** A case that is on the prosecutors' desk, or on that of another agency, too. */
async function sharedCase(id: string, agency = cps): Promise<string> {
  await recordCase(installation, id)
  const share = { type: 'ShareCase', agency, why: 'Referred', at: before, by: 'officer' } as const
  await installation.record.perform(investigation, id, share, act)
  return id
}

const words = async (url: string, browser = police): Promise<string> => textOf(await browser.get(url))

test('the schedules follow from the use, for police and prosecutors alone', async () => {
  const id = await sharedCase('MPG77777')
  await add(id, 'Incident log', 'unused')
  await add(id, 'Intelligence', 'unused-sensitive')
  await add(id, 'Photograph')
  const mg6c = await words(paths.deskCaseSchedule(id, 'mg6c'), prosecutor)
  assert.match(mg6c, /For 1 item it is not decided yet.* 1 Incident log M1 .*Unconfirmed/)
  assert.doesNotMatch(mg6c, /Intelligence|informant/)
  assert.match(
    await words(paths.deskCaseSchedule(id, 'mg6d'), prosecutor),
    /not served on the defence.*Intelligence .*informant/,
  )
  const looksBefore = site.looks.length
  const csv = await police.get(paths.deskCaseScheduleDownload(id, 'mg6c'))
  assert.equal(site.looks[looksBefore]?.what, 'Case: MG6C, saved')
  assert.match(String(csv.headers['content-disposition']), /^attachment; filename="MG6C_MPG77777.csv"/)
  assert.match(csv.body, /"1","M1","","Incident log","",""\r\n$/)
})

test('whoever else comes to be on a case sees nothing of its register, and nothing of it in the record', async () => {
  const id = await sharedCase('MPGBBBBB', 'hmcts')
  await add(id, 'Incident log', 'unused')
  await add(id, 'Intelligence', 'unused-sensitive')
  await nameSuspect(installation, id, 1, 'Medlar Example')
  const make = commandsOf(id)
  const material = [
    {
      key: 'M2',
      kind: 'other',
      title: 'Intelligence',
      state: 'received',
      use: 'unused-sensitive',
      from: null,
    } as const,
  ]
  const named = [{ key: 'M2', title: 'Intelligence' }]
  for (const command of [make.ask({ material: named }), make.refer({ check: { ...check, material } })]) {
    await installation.record.perform(
      referral,
      id,
      { ...command, at: reportedAt },
      { actor: 'officer', at: reportedAt },
    )
  }
  const court = { account: 'c', agency: 'hmcts', unit: '' }
  const clerk = site.signedIn(['case.read'], court)
  for (const schedule of ['mg6c', 'mg6d'] as const) {
    for (const address of [
      paths.deskCaseSchedule(id, schedule),
      paths.deskCaseScheduleDownload(id, schedule),
      paths.deskCaseSchedulePdf(id, schedule),
    ])
      assert.equal((await clerk.get(address)).statusCode, 404, address)
  }
  assert.equal((await clerk.get(paths.deskCaseMaterialItem(id, 'M2'))).statusCode, 404)
  for (const address of [
    paths.deskCaseMaterial(id),
    paths.deskCaseCharging(id),
    paths.deskCaseRecord(id),
    paths.deskCase(id),
  ]) {
    const reply = await clerk.get(address)
    assert.equal(reply.statusCode, 200, address)
    assert.doesNotMatch(textOf(reply), /Intelligence|informant|Incident log/, address)
  }
})

test('a witness assessment is on no schedule that the defence gets, and the page says what is left off', async () => {
  const id = await sharedCase('MPGCCCCC')
  await add(id, 'Needs of the witness', 'unused')
  const corrected = { ...details('Needs of the witness'), kind: 'witness-assessment' } as const
  await perform(id, { type: 'CorrectMaterial', item: 'M1', details: corrected, reason: 'It is an MG2' })
  const mg6c = await words(paths.deskCaseSchedule(id, 'mg6c'))
  assert.match(mg6c, /M1 is recorded as unused and is left off this schedule: Initial witness assessment/)
  assert.match(mg6c, /Nothing stands on this schedule/)
  assert.doesNotMatch((await police.get(paths.deskCaseScheduleDownload(id, 'mg6c'))).body, /Needs/)
  const address = paths.deskCaseMaterialAct(id, 'M1', 'use')
  const { body } = await police.get(address)
  const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''
  const use = await police.post(address, { use: 'unused', reason: 'x', seen })
  assert.equal(use.statusCode, 409)
  assert.match(textOf(use), /does not go to the defence, so it cannot be recorded as unused/)
})
