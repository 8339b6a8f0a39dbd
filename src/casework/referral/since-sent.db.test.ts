import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, mayAll, officer, recordCase, reportedAt, textOf } from '../../../test/support/cases.ts'
import { commandsOf, fileWith, suspectOf, theft } from '../../../test/support/referrals.ts'
import { nameSuspect } from '../../../test/support/suspects.ts'
import { roles } from '../../agencies/roles.ts'
import { paths } from '../../paths.ts'
import { eitherWay } from '../suspects/example.ts'
import { suspect } from '../suspects/suspect.ts'
import { referral } from './referral.ts'

const site = await caseSite()
const { installation } = site
const { record } = installation
const police = site.signedIn([...mayAll, 'case.refer'], officer)
const cps = { account: 'prosecutor', agency: 'cps-thames-and-chiltern', unit: '' }
const manager = site.signedIn(roles['prosecution-manager'].permissions, cps)
const acted = { at: reportedAt, by: 'officer' }
const act = { actor: 'officer', at: reportedAt }

const { key: _, ...worded } = theft

test('police are told on the form of a referral that they may charge themselves', async () => {
  const id = 'SNCE2222'
  await recordCase(installation, id)
  await nameSuspect(installation, id, 1, 'Medlar Example')
  const refer = paths.deskCaseChargingAct(id, 'refer')
  assert.doesNotMatch(textOf(await police.get(refer)), /police may charge/)
  const says = { plea: 'guilty', suitable: true, longerLikely: false, exclusions: [] } as const
  await record.perform(suspect, `${id}-S1`, { type: 'AssessWhoMayCharge', ...says, ...acted }, act)
  assert.match(textOf(await police.get(refer)), /police may charge Suspect 1 themselves\. .*See why/)
})

test('both sides see what police changed since they referred, and the next step is the act itself', async () => {
  const id = 'SNCE2223'
  await recordCase(installation, id)
  await nameSuspect(installation, id, 1, 'Medlar Example')
  const file = fileWith({ suspects: [suspectOf(1, { position: 'not-arrested', bailEndsOn: null })] })
  await record.perform(referral, id, { ...commandsOf(id).refer({ file }), ...acted }, act)
  const tab = paths.deskCaseCharging(id)
  assert.doesNotMatch(textOf(await police.get(tab)), /Changed since police sent it/)
  const another = { type: 'ProposeCharge', charge: worded, facts: eitherWay, ...acted } as const
  await record.perform(suspect, `${id}-S1`, another, act)
  const changed = /Changed since police sent it .*police proposed another charge, C2, Theft of pedal cycle/
  assert.match(textOf(await police.get(tab)), changed)
  assert.match(textOf(await manager.get(tab)), changed)
  const accept = paths.deskCaseChargingAct(id, 'accept')
  const steps = await manager.get(paths.deskCase(id))
  assert.ok(steps.body.includes(`href="${accept}"`))
  assert.match(textOf(steps), /Accept the referral Send it back to police/)
  assert.match(textOf(await manager.get(accept)), /Send it back to police instead .*Changed since police sent it/)
  await record.perform(referral, id, { ...commandsOf(id).accept(), ...acted }, act)
  const review = textOf(await manager.get(paths.deskCaseReview(id, 1)))
  assert.match(review, changed)
  assert.match(review, /The review holds the charges as they were sent/)
})
