import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, officer, textOf } from '../../../test/support/cases.ts'
import { reviewedCase } from '../../../test/support/decided-case.ts'
import { prosecutor } from '../../../test/support/decided-review.ts'
import { paths } from '../../paths.ts'

const site = await caseSite()
const forProsecutor = site.signedIn(['case.read', 'charging.decide', 'duties.read'], prosecutor)
const forPolice = site.signedIn(['case.read', 'case.record', 'charge.police', 'duties.read'], officer)
const id = 'VCT22222'
const review = paths.deskCaseReview(id, 1)
const notice = paths.deskCaseReviewNotice(id, 1, 'tell-victim-1')
const today = { 'on-day': '7', 'on-month': '4', 'on-year': '2026' }

await reviewedCase(site.installation, id, { withAssault: false, theftProved: false }, false)
const decide = await forProsecutor.post(paths.deskCaseReviewStep(id, 1, 'decide'), { seen: '99' }, review)

test('deciding not to charge, by the page, owes it to the victims of the case to be told', async () => {
  assert.equal(decide.statusCode, 303)
  const page = textOf(await forProsecutor.get(review))
  assert.match(page, /Telling the victims The victim Decision 1 To be told by .*Record that they were told/)
  const letter = textOf(await forProsecutor.get(paths.deskCaseDecision(id, 1, 1)))
  assert.match(letter, /The victim: Tell the victim that no further action is taken .*Record that the victim was told/)
})

test('the form says whom, by when and where the draft of the letter is; bad input keeps what was typed', async () => {
  const page = textOf(await forProsecutor.get(notice))
  assert.match(page, /told that no further action is taken against suspect 1, why, and how to ask for a review\?/)
  assert.match(page, /Whom .*The draft for the letter/)
  const empty = await forProsecutor.post(notice, { told: 'told', ...today, words: '' })
  assert.equal(empty.statusCode, 400)
  assert.match(textOf(empty), /Enter how the victim was told/)
  const early = await forProsecutor.post(notice, { told: 'told', ...today, 'on-day': '6', words: 'By telephone first' })
  assert.equal(early.statusCode, 409)
  assert.match(textOf(early), /The victim cannot have been told before the decision was made/)
  assert.match(early.body, /By telephone first/)
})

test('police see on the timeline that the victim was told, and record nothing here', async () => {
  assert.equal((await forPolice.get(notice)).statusCode, 403)
  assert.equal((await forPolice.post(notice, { told: 'told', ...today, words: 'x' }, review)).statusCode, 403)
  const told = await forProsecutor.post(notice, { told: 'told', ...today, words: 'By letter, with how to ask' })
  assert.equal(told.statusCode, 303)
  const page = textOf(await forProsecutor.get(String(told.headers.location)))
  assert.match(page, /It is recorded what became of telling the victim .*Told on Tuesday 7 April 2026/)
  assert.match(
    textOf(await forPolice.get(paths.deskCaseRecord(id))),
    /The victim told that no further action is taken against suspect 1/,
  )
  const twice = await forProsecutor.post(notice, { told: 'told', ...today, words: 'Again' })
  assert.match(textOf(twice), /It is recorded already what became of telling this victim/)
  assert.equal((await forProsecutor.get(paths.deskCaseReviewNotice(id, 1, 'tell-victim-9'))).statusCode, 404)
})
