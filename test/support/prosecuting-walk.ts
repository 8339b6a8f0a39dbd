import type { Walker } from './walker.ts'

// How a prosecutor reviews one charge and decides: each step on its pages. The pages themselves are tried elsewhere.

/** Says what proves every element, such as M1 or None, and answers the questions about the evidence. */
export async function answerEvidence(prosecutor: Walker, provedBy: readonly string[]): Promise<void> {
  const { page } = prosecutor
  for (const item of provedBy) {
    for (const box of await page.getByLabel(new RegExp(`^${item}:`)).all()) await box.check()
  }
  await prosecutor.press('Save and go on')
  for (const yes of await page.getByRole('radio', { name: 'Yes' }).all()) await yes.check()
  for (const note of await page.getByLabel('Note').all()) await note.fill('Nothing speaks against it')
  await prosecutor.fill('Likely defence', 'That it was somebody else')
  await prosecutor.press('Save and go on')
}

export async function findOnEvidence(prosecutor: Walker, finding: string, reasons: string): Promise<void> {
  await prosecutor.tick(finding)
  await prosecutor.tick('All outstanding reasonable lines of inquiry have been pursued')
  await prosecutor.fill('Reasons', reasons)
  await prosecutor.press('Record the finding')
}

/** Every question for a prosecution, and the conclusion that one is required. */
export async function weighPublicInterest(prosecutor: Walker): Promise<void> {
  const { page } = prosecutor
  for (const answer of await page.getByLabel('For a prosecution').all()) await answer.check()
  for (const reasons of await page.getByLabel('Reasons').all()) await reasons.fill('It weighs for one')
  await prosecutor.press('Save and go on')
  await prosecutor.tick('Yes, a prosecution is required')
  await prosecutor.fill('Reasons', 'Nothing speaks against it')
  await prosecutor.press('Record the conclusion')
}

/** From what is decided on each charge, over the declaration on disclosure, to the decision. */
export async function decideNow(prosecutor: Walker, outcome: string): Promise<void> {
  await prosecutor.pick('Decision on C1', outcome)
  await prosecutor.press('Save and check the decision')
  await prosecutor.follow(/disclosable material was considered/)
  await prosecutor.fill('Disclosure declaration', 'Nothing undermines the case')
  await prosecutor.tick('Initial review before charge')
  await prosecutor.press('Save')
  await prosecutor.press('Check the decision')
  await prosecutor.glance()
  await prosecutor.press('Record the decision')
  await prosecutor.says(/The decision is recorded\. Police see it now/, new RegExp(`Decision 1\\s+${outcome}`))
}
