import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseSite, force, officer, textOf } from '../../../test/support/cases.ts'
import { reviewedCase } from '../../../test/support/decided-case.ts'
import { prosecutor, reviewCommands, reviewedAt } from '../../../test/support/decided-review.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { paths } from '../../paths.ts'
import { chargingReview, reviewId } from '../charging-review/charging-review.ts'

const site = await caseSite()
const { installation } = site
await reviewedCase(installation, 'DCDC2222', { assaultProved: false, instructions: '<script>x</script> #panic()' })
await reviewedCase(installation, 'DCDC3333', {}, false)
await reviewedCase(installation, 'DCDC4444', { theftProved: false, withAssault: false })

// Decided, and decided again.
await reviewedCase(installation, 'DCDC5555')
const reconsidered = { at: reviewedAt, by: prosecutor.account }
const reconsider = {
  type: 'Reconsider',
  ground: 'new-evidence',
  reasons: 'A second recording',
  ...reconsidered,
} as const
const again = [reconsider, ...reviewCommands({ caseId: 'DCDC5555' }).slice(1)]
for (const command of again) {
  const act = { actor: prosecutor.account, at: command.at }
  await installation.record.perform(chargingReview, reviewId('DCDC5555', 1), command, act)
}

const ofProsecutor = ['case.read', 'charging.decide', 'duties.read', 'measures.read']
const forProsecutor = site.signedIn(ofProsecutor, prosecutor)
const forPolice = site.signedIn(['case.read', 'duties.read'], officer)
const page = paths.deskCaseDecision('DCDC2222', 1, 1)
const pdf = paths.deskCaseDecisionPdf('DCDC2222', 1, 1)

test('police and prosecutors read the same record of a decision', async () => {
  for (const browser of [forProsecutor, forPolice]) {
    const text = textOf(await browser.get(page))
    assert.match(text, /Charging decision 1 on suspect 1/)
    assert.match(text, /Suspect Suspect 1, Medlar Example/)
    assert.match(text, /Code for Crown Prosecutors, 8th edition, issued 26 October 2018/)
    assert.match(text, /M1 Witness statement \(MG11\) of Victim: Statement on the theft/)
    assert.match(text, /used force None/)
    assert.doesNotMatch(text, /Quince|Rowan/)
  }
})

test('what a prosecutor typed is text on the page', async () => {
  const { body } = await forPolice.get(page)
  assert.match(body, /&lt;script&gt;x&lt;\/script&gt; #panic\(\)/)
  assert.doesNotMatch(body, /<script>x/)
})

test('the PDF says what the page says, and is saved under the case’s number', async () => {
  const reply = await forPolice.get(pdf)
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['content-type'], 'application/pdf')
  assert.equal(reply.headers['content-disposition'], 'attachment; filename="charging-decision-DCDC2222-S1-1.pdf"')
  assert.equal(reply.headers['cache-control'], 'no-store')
  const { words, metadata } = readPdf(reply.rawPayload)
  assert.match(metadata, /<pdfuaid:part>1/)
  for (const said of ['Crime DCDC2222/26', 'Suspect 1, Medlar Example', 'CPS letter K', '<script>x</script> #panic()'])
    assert.ok(words.includes(said), said)
  assert.doesNotMatch(words, /Quince|Rowan/)
})

test('only a prosecutor of the office that decided has the draft for the victim’s letter', async () => {
  assert.match(textOf(await forProsecutor.get(page)), /For the letter to a victim: a draft/)
  for (const browser of [forPolice, site.signedIn(['case.read'], prosecutor)]) {
    assert.doesNotMatch(textOf(await browser.get(page)), /letter to a victim/)
  }
  const none = textOf(await forProsecutor.get(paths.deskCaseDecision('DCDC4444', 1, 1)))
  assert.match(none, /Victims’ Right to Review/)
})

test('no letter is drafted on a decision that another took the place of', async () => {
  const first = textOf(await forProsecutor.get(paths.deskCaseDecision('DCDC5555', 1, 1)))
  assert.match(first, /Decision 2 took the place of this one/)
  assert.doesNotMatch(first, /letter to a victim/)
  assert.match(textOf(await forProsecutor.get(paths.deskCaseDecision('DCDC5555', 1, 2))), /letter to a victim/)
})

test('the page says how the decision is counted, with the working days since the referral', async () => {
  const text = textOf(await forPolice.get(page))
  assert.match(text, /Outcome CHARGE CPS letter Not known/)
  assert.match(text, /Referred on Thursday 2 April 2026 Decided on Tuesday 7 April 2026 Working days taken 1/)
  assert.match(text, /Suspects are counted: not charges, cases, crimes or defendants/)
})

test('nobody reads a decision that is not theirs, and there is none before it is made', async () => {
  const others = [
    { agency: 'hertfordshire-constabulary', account: 'other-force' },
    { agency: 'pcc-thames-valley', account: 'commissioner' },
  ]
  for (const who of others) {
    const other = site.signedIn(ofProsecutor, { ...who, unit: '' })
    for (const address of [page, pdf]) assert.equal((await other.get(address)).statusCode, 404, who.agency)
  }
  assert.equal((await site.signedIn(['duties.read'], officer).get(page)).statusCode, 403)
  for (const [id, suspect, decision] of [
    ['DCDC3333', 1, 1],
    ['DCDC2222', 1, 2],
    ['DCDC2222', 2, 1],
  ] as const) {
    for (const address of [
      paths.deskCaseDecision(id, suspect, decision),
      paths.deskCaseDecisionPdf(id, suspect, decision),
    ])
      assert.equal((await forProsecutor.get(address)).statusCode, 404, address)
  }
  assert.equal((await forProsecutor.get(`${page}x`)).statusCode, 404)
})

test('whoever opens a decision is in the log, with whom it is about', async () => {
  await forPolice.get(page)
  const look = site.looks.at(-1)
  assert.equal(look?.what, 'Case: charging decision')
  assert.deepEqual(look.subjects, ['investigation/DCDC2222', 'person/DCDC2222-s1'])
  await forPolice.get(pdf)
  assert.equal(site.looks.at(-1)?.what, 'Case: charging decision as PDF')
})

test('a month of outcomes counts each suspect once, for those who may read the cases', async () => {
  const text = textOf(await forProsecutor.get(paths.deskChargingOutcomesOf('2026-04')))
  assert.match(text, /Charging outcomes in April 2026/)
  assert.match(text, /Charge 2 1 No further action: evidence 1 1/)
  assert.match(text, /All 3 1/)
  assert.match(text, /Working days begin when a referral was first sent, and take in the time/)
  assert.match(textOf(await forProsecutor.get(paths.deskChargingOutcomesOf('2026-03'))), /Nothing was decided/)
  const analyst = site.signedIn(['measures.read'], { agency: force, account: 'analyst', unit: '' })
  assert.match(
    textOf(await analyst.get(paths.deskChargingOutcomes)),
    /Only cases that you may read.*your role reads none/,
  )
  assert.equal((await forPolice.get(paths.deskChargingOutcomes)).statusCode, 403)
  assert.equal((await forProsecutor.get(paths.deskChargingOutcomesOf('2026-13'))).statusCode, 404)
})

test('the rows of a month come as CSV, and whose cases they are is in the log', async () => {
  const reply = await forProsecutor.get(paths.deskChargingOutcomesFile('2026-04'))
  assert.match(String(reply.headers['content-type']), /^text\/csv/)
  assert.deepEqual(reply.body.split('\n'), [
    'case_id,suspect,referral,referral_category,referred_on,decision,decided_on,working_days_taken,outcome,cps_letter',
    'DCDC2222,1,1,green,2026-04-02,1,2026-04-07,1,CHARGE,',
    'DCDC4444,1,1,green,2026-04-02,1,2026-04-07,1,NFA_EVIDENTIAL,K',
    'DCDC5555,1,1,green,2026-04-02,2,2026-04-07,1,CHARGE,',
    '',
  ])
  assert.deepEqual(site.looks.at(-1)?.subjects, [
    'investigation/DCDC2222',
    'investigation/DCDC4444',
    'investigation/DCDC5555',
  ])
})

test('a schedule of unused material comes as PDF, with a mark on each page of who may have it', async () => {
  for (const browser of [forPolice, forProsecutor]) {
    const notSensitive = readPdf((await browser.get(paths.deskCaseSchedulePdf('DCDC2222', 'mg6c'))).rawPayload)
    assert.match(notSensitive.words, /^ ?MG6C · to be served on the defence/)
    assert.match(notSensitive.words, /1 M4 Log of the call About Log of the call/)
    assert.doesNotMatch(notSensitive.words, /source/)
    const sensitive = readPdf((await browser.get(paths.deskCaseSchedulePdf('DCDC2222', 'mg6d'))).rawPayload)
    assert.match(sensitive.words, /^ ?MG6D · SENSITIVE: not to be served on the defence/)
    assert.match(sensitive.words, /Note on a source .* Would name a source/)
  }
})
