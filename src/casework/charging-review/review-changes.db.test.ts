import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, textOf } from '../../../test/support/cases.ts'
import { reviewedCase } from '../../../test/support/decided-case.ts'
import { prosecutor, reviewedAt } from '../../../test/support/decided-review.ts'
import { paths } from '../../paths.ts'
import { investigation } from '../investigation/investigation.ts'
import { materialRegister } from '../material/register.ts'

// What changes while a prosecutor writes, and what they are told of it before they decide.

const site = await caseSite()
const { record } = site.installation
const forProsecutor = site.signedIn(['case.read', 'charging.decide', 'duties.read'], prosecutor)
const acted = { at: reviewedAt, by: 'officer' }
const act = { actor: 'officer', at: reviewedAt }
const step = (id: string, name: string) => paths.deskCaseReviewStep(id, 1, name)

test('an item taken out of the register after the finding is named before the decision, which is refused', async () => {
  const id = 'CHG22222'
  await reviewedCase(site.installation, id, { withAssault: false }, false)
  assert.match(textOf(await forProsecutor.get(step(id, 'decide'))), /Nothing is missing/)
  const withdraw = { type: 'WithdrawMaterial', item: 'M2', reason: 'Of another day', ...acted } as const
  await record.perform(materialRegister, id, withdraw, act)
  const words = /C1: what must be proved, again, because M2 \(Cameras of the station\) was taken out of the register/
  const page = textOf(await forProsecutor.get(step(id, 'decide')))
  assert.match(page, words)
  assert.doesNotMatch(page, /Record the decision/)
  assert.match(textOf(await forProsecutor.get(paths.deskCaseReview(id, 1))), words)
  const elements = textOf(await forProsecutor.get(paths.deskCaseReviewCharge(id, 1, 'C1', 'elements')))
  assert.match(elements, /M2 Cameras of the station Taken out of the register/)
  const refused = await forProsecutor.post(step(id, 'decide'), { seen: '99' }, step(id, 'notes'))
  assert.equal(refused.statusCode, 409)
  assert.match(textOf(refused), /M2 \(Cameras of the station\) was taken out of the register/)
})

test('a witness who withdrew is named before the decision, which may still be made', async () => {
  const id = 'CHG33333'
  await reviewedCase(site.installation, id, {}, false)
  const withdraw = { type: 'NoteWitnessWithdrawn', person: `${id}-w`, reason: 'Moved away', ...acted } as const
  await record.perform(investigation, id, withdraw, act)
  const page = textOf(await forProsecutor.get(step(id, 'decide')))
  assert.match(page, /Witness 1, from whom M3 is, withdrew\./)
  assert.match(page, /Record the decision/)
})

test('of two prosecutors who save the same part at the same time, one is told what the other changed', async () => {
  const id = 'CHG44444'
  await reviewedCase(site.installation, id, { withAssault: false }, false)
  const address = step(id, 'notes')
  const colleague = site.signedIn(['case.read', 'charging.decide'], { ...prosecutor, account: 'colleague' })
  const seen = /name="seen" value="(\d+)"/.exec((await forProsecutor.get(address)).body)?.[1] ?? ''
  const answers = await Promise.all(
    [forProsecutor, colleague].map((who, index) =>
      who.post(address, { seen, disclosure: 'Nothing undermines the case.', instructions: `Words of ${index}` }),
    ),
  )
  assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([303, 409]))
  const told = answers.find(({ statusCode }) => statusCode === 409) ?? assert.fail()
  assert.match(textOf(told), /a colleague changed this in the review: the notes of the decision\. Check what you typed/)
  assert.match(told.body, /Words of \d/)
})
