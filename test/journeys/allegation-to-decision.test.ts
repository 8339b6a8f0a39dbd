import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { openBrowser, startWebsite } from '../support/browser.ts'
import {
  addMaterial,
  assignAndNumber,
  dealWithSuspects,
  decideToInvestigate,
  nameSuspects,
  pursueInquiries,
  recordRobbery,
} from '../support/investigating-walk.ts'
import { answerEvidence, decideNow, findOnEvidence, weighPublicInterest } from '../support/prosecuting-walk.ts'
import { type Walker, walkAs } from '../support/walker.ts'

// One case from its report to the charge, on the pages of both sides. Each test goes on where the one before it left.

const website = await startWebsite()
const browser = await openBrowser()
const officer = await walkAs(browser, website, 'Police officer')
const assistant = await walkAs(browser, website, 'Casework assistant')
const prosecutor = await walkAs(browser, website, 'Prosecutor')

const urn = '43ZZ9900126'
const crownCourtUnit = 'Crown Court Unit, CPS Thames and Chiltern'
let id = ''

/** Opens a tab of the case. */
const open = async (who: Walker, tab: (id: string) => string): Promise<void> =>
  assert.equal(await who.open(tab(id)), 200)

test('an officer takes a report to two suspects with proposed charges, and learns that police may not charge', async () => {
  id = await recordRobbery(officer)
  await decideToInvestigate(officer)
  await assignAndNumber(officer, urn)
  await pursueInquiries(officer)
  await nameSuspects(officer, ['Medlar Example', 'Quillwort Example'])
  await dealWithSuspects(officer)
  await officer.page.getByText('How this follows').click()
  await officer.says(
    /The prosecutor decides on this case/,
    /the prosecutor decides on every offence that only the Crown Court tries/,
  )
  await open(officer, paths.deskCase)
  await officer.says(/Suspect 1: on bail before charge\. Suspect 2: being investigated/)
  await officer.check('walk-case')
})

test('the file is refused until what it lacks is there or explained, each thing by its name', async () => {
  await addMaterial(officer, 'Witness statement (MG11)', 'Statement of the victim', 'Evidence', 'statement.pdf')
  await open(officer, paths.deskCase)
  await officer.press('Refer to the prosecutor')
  await officer.press('Refer to the prosecutor')
  await fillReferral(officer)
  await officer.press('Send to the prosecutor')
  const lacking = [
    'case summary (MG5)',
    'record of interview (MG15)',
    'suspect’s previous convictions',
    'previous convictions of key witnesses',
    'disclosure officer’s report (MG6E)',
    'material presumed to be disclosed',
  ]
  const problems = await officer.page.locator('.govuk-error-summary li').allInnerTexts()
  assert.equal(problems.length, lacking.length)
  for (const [index, what] of lacking.entries()) {
    assert.ok(problems[index]?.startsWith(`Enter why the file goes without: ${what}`), problems[index])
  }
  await officer.check('walk-refer-refused')

  await officer.follow('register of material')
  await addMaterial(officer, 'Case summary (MG5)', 'Case summary', 'Not relevant')
  await addMaterial(officer, 'Interview record (MG15)', 'Interviews of both', 'Evidence')
  await addMaterial(officer, 'Suspect’s previous convictions', 'Previous convictions of both', 'Evidence')
  await addMaterial(officer, 'Recording: body-worn video, CCTV or a call', 'Cameras of the forecourt', 'Evidence')
  await addMaterial(officer, 'Incident log, crime report or investigation log', 'Incident log', 'Unused')
  await addMaterial(officer, 'Disclosure officer’s report (MG6E)', 'Report on what is unused', 'Not relevant')
  await open(officer, paths.deskCaseCharging)
  await officer.press('Refer to the prosecutor')
  await fillReferral(officer)
  await officer.fill('Why does it go without: previous convictions of key witnesses?', 'The victim has none')
  await officer.press('Send to the prosecutor')
  await officer.says(
    /The case is with the prosecutor/,
    /Both suspects: waiting for the prosecutor to accept the referral\s+Crown Court Unit, CPS Thames and Chiltern: decide on charges/,
    /Ready for the prosecutor to check/,
  )
  assert.equal(await officer.page.locator('main .govuk-button:not(.govuk-button--secondary)').count(), 0)
  await officer.check('walk-referred')
})

/** Both suspects, green, to the Crown Court unit; not guilty is expected. */
async function fillReferral(who: Walker): Promise<void> {
  await who.tick(/Suspect 1:/)
  await who.tick(/Suspect 2:/)
  await who.pick('Who in the CPS decides?', crownCourtUnit)
  await who.tick('Green')
  await who.tick('Not guilty')
  await who.tick('Report to the prosecutor before charge')
  await who.fill('Supervisor’s comments', 'Both are on the cameras. Ready for a decision.')
}

test('a casework assistant finds the referral, sends it back for two reasons, and police see them at once', async () => {
  await findInTriage(assistant)
  await assistant.says(/Accept it for review/, /Lacks\s+Previous convictions of key witnesses\s+The victim has none/)
  await assistant.check('walk-to-check')
  await assistant.follow(/^Send it back/)
  await assistant.tick('MG11 statements missing')
  await assistant.page.locator('#material-R06').selectOption({ label: 'M1 Statement of the victim' })
  await assistant.page.locator('#about-R06').fill('It does not say what force was used')
  await assistant.tick('Officer-in-case contact details incomplete')
  await assistant.page.locator('#about-R13').fill('There is no telephone number')
  await assistant.check('walk-send-back')
  await assistant.press('Send it back')
  await assistant.says(/Police see the reasons/, /Waiting for police to send the referral again\s+Investigations/)

  await officer.open(paths.desk)
  await officer.says(new RegExp(`Answer the rejection, and send the referral again\\s+Case ${urn}`))
  await open(officer, paths.deskCaseCharging)
  await officer.says(
    /MG11 statements missing: M1 Statement of the victim: It does not say what force was used/,
    /Officer-in-case contact details incomplete: There is no telephone number/,
  )
  await officer.check('walk-rejected')
  await officer.press('Answer the rejection and send it again')
  await officer.page.locator('#ground-0').fill('M1 was taken again, and says it')
  await officer.page.locator('#ground-1').fill('01632 960077')
  await officer.check('walk-send-again')
  await officer.press('Send again')
  await officer.says(/The referral is sent again, with your answers/)
})

/** What was sent last is due last, so it may stand on a later page of the list. */
async function findInTriage(who: Walker): Promise<void> {
  await who.follow('Referrals to check')
  await who.check('walk-triage')
  const row = who.page.getByRole('row').filter({ hasText: urn })
  while ((await row.count()) === 0) await who.follow(/^Next/)
  await Promise.all([who.page.waitForEvent('domcontentloaded'), row.getByRole('link', { name: 'Check it' }).click()])
}

test('it is accepted for a unit and a prosecutor, who asks for more, and police answer each item', async () => {
  await findInTriage(assistant)
  await assistant.press('Accept it for review')
  await assistant.tick('Crown Court')
  await assistant.pick('Which prosecutor?', 'Samuel Okafor, Crown Court Unit')
  await assistant.check('walk-accept')
  await assistant.press('Accept it')
  await assistant.says(/The referral is accepted for review/, /Both suspects: waiting for the prosecutor to decide/)

  await prosecutor.open(paths.desk)
  await prosecutor.says(new RegExp(`Decide on charges for the suspects referred\\s+Case ${urn}`))
  await open(prosecutor, paths.deskCaseCharging)
  await prosecutor.follow(/^Ask police for more/)
  await prosecutor.fill('What do you ask for?', 'The whole recording of the forecourt')
  await prosecutor.fill('Why do you need it?', 'It shows who used force')
  await prosecutor.pick('Does it ask for material?', 'Yes: Recording: body-worn video, CCTV or a call')
  await prosecutor.tick('It is urgent')
  await prosecutor.press('Ask for one more thing')
  await prosecutor.fill('What do you ask for?', 'Proof of who was at work')
  await prosecutor.fill('Why do you need it?', 'Suspect 2 was asked about it')
  await prosecutor.pick('Which suspect is it about?', 'Suspect 2')
  await prosecutor.pick('Does it ask for material?', 'No, it asks for something else to be done')
  await prosecutor.check('walk-action-plan')
  await prosecutor.press('Send the action plan to police')
  await prosecutor.says(/The action plan is sent to police/, /Waiting for police to answer A1, A2\s+Investigations/)

  await officer.open(paths.desk)
  await officer.says(new RegExp(`Answer A1 of the action plan\\s+Case ${urn}`))
  await open(officer, paths.deskCase)
  await officer.press('Answer the action plan')
  await officer.says(/On the register\s+M8 The whole recording of the forecourt\s+Asked for/)
  await officer.check('walk-asked')
  await officer.follow(/^Answer it.*A1/s)
  await officer.tick('It is here')
  await officer.page.locator('#material').selectOption({ label: 'Instead: M5 Cameras of the forecourt' })
  await officer.check('walk-item')
  await officer.press('Send the answer')
  await officer.follow(/^Answer it.*A2/s)
  await officer.tick('It cannot be done')
  await officer.page.locator('#words').fill('The employer keeps no list')
  await officer.press('Send the answer')
  await officer.says(/The answer is sent to the prosecutor/, /Both suspects: waiting for the prosecutor to decide/)
})

test('the prosecutor charges one suspect, having tried too early, and not the other', async () => {
  await open(prosecutor, paths.deskCase)
  await prosecutor.press('Review suspect 1')
  await prosecutor.follow('Say what is decided')
  await prosecutor.pick('Decision on C1', 'Charge')
  await prosecutor.press('Save and check the decision')
  await prosecutor.says(
    /Is the evidence reliable\?\s+Missing/,
    /\(g\) Do sources of information require protecting\?\s+Missing/,
    /Still missing[\s\S]*C1: what must be proved/,
    /C1: answers to the four questions about the evidence, with notes, and the likely defence/,
    /C1: the finding on the evidence/,
    /C1: 4\.14 \(a\) to \(g\), with reasons/,
    /C1: the conclusion on the public interest\s+the declaration/,
  )
  assert.equal(await prosecutor.page.getByRole('button', { name: 'Record the decision' }).count(), 0)
  await prosecutor.check('walk-too-early')
  await prosecutor.follow('C1: what must be proved')
  await answerEvidence(prosecutor, ['M1', 'M5'])
  await findOnEvidence(prosecutor, 'Yes, there is', 'The recording and the statement agree')
  await weighPublicInterest(prosecutor)
  await decideNow(prosecutor, 'Charge')

  await open(prosecutor, paths.deskCase)
  await prosecutor.says(/Suspect 1: waiting for police to charge\. Suspect 2: waiting for the prosecutor to decide/)
  await prosecutor.press('Review suspect 2')
  await prosecutor.press('Go on with C1: what must be proved')
  await answerEvidence(prosecutor, ['None'])
  await findOnEvidence(prosecutor, 'No, there is not', 'Nobody can say that it was the suspect')
  await prosecutor.says(/What is decided on each charge\s+C1 Robbery\s+Realistic prospect of conviction: no/)
  await decideNow(prosecutor, 'No further action: evidence')
})

test('police see both tracks and the decision, and charge the first suspect', async () => {
  await open(officer, paths.deskCase)
  await officer.says(/Suspect 1: waiting for police to charge\. Suspect 2: no further action: evidence/)
  await officer.check('walk-decided')
  await open(officer, paths.deskCaseCharging)
  await officer.says(/Decided for every suspect/, /Charge, on [\s\S]*No further action: evidence, on/)
  await officer.check('walk-decided-charging')
  assert.equal(await officer.open(paths.deskCaseDecision(id, 2, 1)), 200)
  await officer.says(/Outcome\s+No further action: evidence/, /There is no realistic prospect of conviction/)
  assert.equal(await officer.open(paths.deskCaseDecision(id, 1, 1)), 200)
  await officer.says(/Outcome\s+Charge/, /M1 Witness statement \(MG11\): Statement of the victim/)
  await officer.glance()
  const [saved] = await Promise.all([
    officer.page.waitForEvent('download'),
    officer.page.getByRole('button', { name: 'Download as PDF' }).click(),
  ])
  assert.equal((await readFile(await saved.path())).subarray(0, 5).toString(), '%PDF-')

  await open(officer, paths.deskCase)
  await officer.press('Charge suspect 1')
  await officer.press('Record that the charge was put')
  await officer.fill('By whom, as a role', 'Custody sergeant')
  await officer.check('walk-charge-put')
  await officer.press('Record the charge')
  await officer.says(/The charge is on the record/, /Charged\s+The case goes on in court/)
  await open(officer, paths.deskCase)
  await officer.says(/Suspect 1: charged\. Suspect 2: no further action: evidence\s+The case goes on in court/)
  await open(prosecutor, paths.deskCase)
  await prosecutor.says(
    /Suspect 1: charged\. Suspect 2: no further action: evidence/,
    /tell the victim that no further action is taken against suspect 2, why, and how to ask for a review, by/,
  )
})

test('neither side opens the forms of the other', async () => {
  for (const [who, address] of [
    [prosecutor, paths.deskCaseChargingAct(id, 'refer')],
    [prosecutor, paths.deskCaseSuspectAct(id, 1, 'arrest')],
    [prosecutor, paths.deskCaseInquiryAct(id, 'plan')],
    [officer, paths.deskCaseReviewCharge(id, 2, 'C1', 'elements')],
    [officer, paths.deskCaseReviewStep(id, 2, 'decide')],
    [officer, paths.deskTriage],
  ] as const) {
    assert.equal(await who.open(address), 403, address)
  }
  for (const who of [officer, assistant, prosecutor]) assert.deepEqual(who.complaints(), [])
})
