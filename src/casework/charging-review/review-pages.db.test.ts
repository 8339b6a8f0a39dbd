import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, officer, textOf } from '../../../test/support/cases.ts'
import { prosecutor, reviewCommands } from '../../../test/support/decided-review.ts'
import { onReview, openReview } from '../../../test/support/open-review.ts'
import { paths } from '../../paths.ts'

const site = await caseSite()
const { installation } = site
const { reading } = installation

const mayDecide = ['case.read', 'charging.decide', 'duties.read']
const forProsecutor = site.signedIn(mayDecide, prosecutor)
const forColleague = site.signedIn(mayDecide, { ...prosecutor, account: 'colleague' })
const forPolice = site.signedIn(['case.read', 'case.record', 'suspect.record', 'duties.read'], officer)

const section = (id: string, name: string, charge = 'C1') => paths.deskCaseReviewCharge(id, 1, charge, name)
const step = (id: string, name: string) => paths.deskCaseReviewStep(id, 1, name)

/** Sends a form as a browser does that has the page before it, hidden fields and all. */
async function send(
  address: string,
  fields: Record<string, string | readonly string[]>,
  browser = forProsecutor,
  seen?: string,
) {
  const shown = /name="seen" value="(\d+)"/.exec((await browser.get(address)).body)?.[1] ?? ''
  return browser.post(address, { seen: seen ?? shown, ...fields })
}

const seenOn = async (address: string) => /name="seen" value="(\d+)"/.exec((await forProsecutor.get(address)).body)?.[1]

await openReview(installation, 'RVW22222')
const id = 'RVW22222'
const elements = ['appropriated', 'property', 'belonging-to-another', 'dishonesty', 'permanent-deprivation']

test('a prosecutor takes a suspect from the elements to the decision, section by section', async () => {
  const overview = textOf(await forProsecutor.get(paths.deskCaseReview(id, 1)))
  assert.match(overview, /Waiting for the prosecutor to decide .*C1 Theft of pedal cycle .*C2 Assault by beating/)
  const first = textOf(await forProsecutor.get(section(id, 'elements')))
  assert.match(first, /to be checked by the area’s lawyers\. Unconfirmed .*The suspect appropriated something/)
  assert.match(first, /Still missing .*what must be proved .*Material of the case .*Statement of the victim/)

  const proved = Object.fromEntries(elements.map((key) => [`material-${key}`, 'M1']))
  const saved = await send(section(id, 'elements'), {
    ...proved,
    'material-dishonesty': ['M1', 'M2'],
    'note-property': 'Seen',
  })
  assert.equal(saved.statusCode, 303)
  assert.equal(saved.headers.location, `${section(id, 'questions')}?done=saved`)
  assert.match(
    textOf(await forProsecutor.get(section(id, 'elements'))),
    /5 of 5 with material .*M2 Cameras of the station/,
  )

  const questions = ['canBeUsed', 'reliable', 'credible', 'otherMaterial']
  const answered = Object.fromEntries(
    questions.flatMap((key) => [
      [`answer-${key}`, 'yes'],
      [`note-${key}`, 'Because'],
    ]),
  )
  await send(section(id, 'questions'), { ...answered, likelyDefence: 'Not there' })
  const found = await send(section(id, 'finding'), { prospect: 'yes', timing: 'lines-pursued', reasons: 'Strong' })
  assert.equal(found.statusCode, 303)
  const weighed = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((key) => [
    [`answer-${key}`, 'for'],
    [`reasons-${key}`, 'So'],
  ])
  await send(section(id, 'public-interest'), Object.fromEntries(weighed))
  const concluded = await send(section(id, 'conclusion'), { required: 'yes', reasons: 'It is' })
  assert.equal(concluded.headers.location, `${step(id, 'outcomes')}?done=saved`)

  await send(section(id, 'charge', 'C2'), { act: 'not-pursued', reasons: 'The theft is enough' })
  await send(step(id, 'outcomes'), { 'outcome-C1': 'charge' })
  const incomplete = textOf(await forProsecutor.get(step(id, 'decide')))
  assert.match(
    incomplete,
    /the declaration that the effect of disclosable material was considered which review this is/,
  )
  assert.doesNotMatch(incomplete, /You decide as/)
  const refused = await forProsecutor.post(step(id, 'decide'), { seen: '99' }, step(id, 'notes'))
  assert.equal(refused.statusCode, 409)
  assert.match(
    textOf(refused),
    /Missing: C1: which victims it concerns, .*; C2: which victims .*; the declaration that .*; which review this is\./,
  )
  const victims = await forProsecutor.get(step(id, 'victims'))
  assert.match(textOf(victims), /C2 Assault by beating \(not pursued\) .*Victim, .*It has no victim/)
  const both = await send(step(id, 'victims'), { 'victims-C1': [`${id}-1`, 'none'] })
  assert.match(textOf(both), /Choose the victims of C1, or that it has none, and not both/)
  await send(step(id, 'victims'), { 'victims-C1': `${id}-1`, 'victims-C2': [`${id}-1`, 'somebody'] })

  await send(step(id, 'notes'), {
    disclosure: 'Nothing undermines it',
    reviewType: 'IR',
    instructions: 'Charge by post',
  })
  const ready = textOf(await forProsecutor.get(step(id, 'decide')))
  assert.match(
    ready,
    /C1 Theft of pedal cycle: Charge .*M1 Statement of the victim .*To be told what is not charged Nobody .*Nothing is missing/,
  )
  const decided = await send(step(id, 'decide'), {})
  assert.equal(decided.statusCode, 303)
  const after = textOf(await forProsecutor.get(String(decided.headers.location)))
  assert.match(after, /The decision is recorded\. Police see it now .*Decided .*Decision 1 .*Charge/)
  assert.match(after, /Code for Crown Prosecutors, 8th edition/)
})

test('police see the decision with its record, and the suspect’s track says that a charge is authorised', async () => {
  const text = textOf(await forPolice.get(paths.deskCaseReview(id, 1)))
  assert.match(text, /Decided .*Decision 1 Charge/)
  const timeline = textOf(await forPolice.get(paths.deskCaseRecord(id)))
  assert.match(timeline, /Suspect 1: Charge .*C1, Theft of pedal cycle: Charge .*C2, Assault by beating: Not pursued/)
  const track = await reading.as({ ...officer, permissions: ['case.read'] }, (tx) =>
    tx.selectFrom('suspect').select('track').where('case_id', '=', id).executeTakeFirst(),
  )
  assert.equal(track?.track, 'charge-authorised')
})

test('what is drafted is seen by prosecutors only, on pages and in the database itself', async () => {
  await openReview(installation, 'RVW33333')
  await onReview(installation, 'RVW33333', reviewCommands({ caseId: 'RVW33333' }, false).slice(1))
  const text = textOf(await forPolice.get(paths.deskCaseReview('RVW33333', 1)))
  assert.match(text, /What is drafted is theirs alone/)
  assert.doesNotMatch(text, /Reasons on the evidence|What must be proved/)
  assert.equal((await forPolice.get(section('RVW33333', 'elements'))).statusCode, 403)
  const asPolice = { ...officer, permissions: ['case.read', 'charging.decide'] }
  const outsider = { ...officer, agency: 'hertfordshire-constabulary', permissions: ['case.read', 'charging.decide'] }
  const rowsOf = (viewer: typeof asPolice) =>
    reading.as(viewer, async (tx) => ({
      drafts: await tx.selectFrom('charging_review_draft').select('case_id').execute(),
      decisions: await tx.selectFrom('charging_decision').select('case_id').execute(),
      reviews: await tx.selectFrom('charging_review').select('case_id').orderBy('case_id').execute(),
      happenings: await tx.selectFrom('case_happening').select('detail').where('source', '=', 'review-1').execute(),
    }))
  const police = await rowsOf(asPolice)
  assert.deepEqual(police.drafts, [])
  assert.deepEqual(police.decisions, [{ case_id: 'RVW22222' }])
  assert.deepEqual(police.reviews, [{ case_id: 'RVW22222' }, { case_id: 'RVW33333' }])
  assert.deepEqual(await rowsOf(outsider), { drafts: [], decisions: [], reviews: [], happenings: [] })
  const ours = await rowsOf({ ...prosecutor, permissions: ['case.read'] })
  assert.deepEqual([ours.drafts.length, ours.decisions.length], [2, 1])
})

test('bad input is said at its field, keeps what was typed, and records nothing', async () => {
  const address = section('RVW33333', 'finding')
  const before = await seenOn(address)
  const answer = await send(address, { reasons: 'Words that were typed' })
  assert.equal(answer.statusCode, 400)
  assert.match(textOf(answer), /There is a problem Select whether there is a realistic prospect of conviction/)
  assert.match(answer.body, /Words that were typed/)
  const both = await send(section('RVW33333', 'elements'), {
    'material-appropriated': ['M1', 'none'],
    'note-appropriated': 'Kept',
  })
  assert.equal(both.statusCode, 400)
  assert.match(textOf(both), /or none, and not both/)
  const foreign = await send(section('RVW33333', 'elements'), { 'material-appropriated': 'M99' })
  assert.match(textOf(foreign), /Choose material of this case/)
  const unanswered = await send(section('RVW33333', 'questions'), { 'note-reliable': 'A note without an answer' })
  assert.match(textOf(unanswered), /Select an answer to “Is the evidence reliable\?”/)
  assert.equal(await seenOn(address), before)
})

test('the second of two prosecutors is told what the first changed, keeps what they typed, and may send it again', async () => {
  const address = section('RVW33333', 'finding')
  const seen = await seenOn(address)
  const change = { prospect: 'no', timing: 'lines-pursued', reasons: 'A colleague’s reasons' }
  assert.equal((await send(address, change, forColleague)).statusCode, 303)
  const mine = { prospect: 'yes', timing: 'lines-pursued', reasons: 'My own reasons' }
  const told = await send(address, mine, forProsecutor, seen)
  assert.equal(told.statusCode, 409)
  assert.match(textOf(told), /While you wrote, a colleague changed this in the review: C1: the finding on the evidence/)
  assert.match(told.body, /My own reasons/)
  assert.equal((await send(address, mine)).statusCode, 303)
})

test('a rule that says no answers 409 beside what was typed', async () => {
  await openReview(installation, 'RVW44444')
  const answer = await send(section('RVW44444', 'finding'), {
    prospect: 'yes',
    timing: 'lines-pursued',
    reasons: 'Sure',
  })
  assert.equal(answer.statusCode, 409)
  assert.match(
    textOf(answer),
    /There can be no finding of a realistic prospect of conviction yet\. Missing: C1: what must be proved/,
  )
  assert.match(answer.body, /Sure/)
})

test('a half-filled form of elements is kept, and a prosecutor may write what else must be proved', async () => {
  const address = section('RVW44444', 'elements')
  await send(address, { 'note-dishonesty': 'To be asked', own: 'It was the suspect\nIt was at night' })
  const kept = textOf(await forProsecutor.get(address))
  assert.match(kept, /0 of 7 with material .*To be asked .*It was the suspect .*It was at night/)
  await send(address, { 'material-own-1': 'none', 'remove-own-2': 'yes' })
  const after = textOf(await forProsecutor.get(address))
  assert.match(after, /1 with no material/)
  assert.doesNotMatch(after, /It was at night/)
})

test('the public interest opens after stage one, or first with a reason that stays in view', async () => {
  const address = section('RVW44444', 'public-interest')
  assert.match(textOf(await forProsecutor.get(address)), /Why it is exceptionally taken first/)
  assert.equal((await send(address, { first: 'The extent is known' })).statusCode, 303)
  assert.match(textOf(await forProsecutor.get(address)), /exceptionally taken first.*The extent is known.*\(g\)/)
})

test('a charge is added after its offence was looked up, and what was typed is kept meanwhile', async () => {
  const address = step('RVW44444', 'add-charge')
  const looked = await send(address, { do: 'find-offence', 'offence-words': 'criminal damage', where: 'The yard' })
  assert.equal(looked.statusCode, 200)
  assert.match(textOf(looked), /Offences? .*“criminal damage”/)
  assert.match(looked.body, /value="The yard"/)
  const dates = {
    'from-day': '6',
    'from-month': '4',
    'from-year': '2026',
    'to-day': '6',
    'to-month': '4',
    'to-year': '2026',
  }
  const words = { where: 'The yard', particulars: 'Damaged a lock', reasons: 'The lock was cut' }
  const added = await send(address, { 'offence-words': 'CD71015', ...dates, ...words })
  assert.equal(added.statusCode, 303)
  assert.match(textOf(await forProsecutor.get(String(added.headers.location))), /The charge is added .*P1/)
})

test('a decision is reconsidered on a page that says what that means, and the first one stays', async () => {
  const answer = await send(step(id, 'reconsider'), { ground: 'new-evidence', reasons: 'A witness came forward' })
  assert.equal(answer.statusCode, 303)
  const text = textOf(await forProsecutor.get(String(answer.headers.location)))
  assert.match(text, /Decision 1 is being reconsidered.*A witness came forward .*Decision 1 Charge/)
  assert.match(
    textOf(await forPolice.get(paths.deskCaseReview(id, 1))),
    /What is drafted is theirs alone|Decision 1 Charge/,
  )
})

test('every look at a review is logged with whom it shows', async () => {
  const before = site.looks.length
  await forProsecutor.get(section(id, 'elements'))
  assert.equal(site.looks[before]?.what, 'Case: charging review of suspect 1')
})

test('there is no page of a suspect without a review, nor of a charge that is none', async () => {
  assert.equal((await forProsecutor.get(paths.deskCaseReview(id, 2))).statusCode, 404)
  assert.equal((await forProsecutor.get(section(id, 'elements', 'C9'))).statusCode, 404)
  assert.equal((await forProsecutor.get(section(id, 'nonsense'))).statusCode, 404)
  assert.equal((await forProsecutor.get(step(id, 'constructor'))).statusCode, 404)
})
