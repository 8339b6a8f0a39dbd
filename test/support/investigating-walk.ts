import path from 'node:path'
import { projectFolder } from '../../src/platform/installation.ts'
import { type Walker, caseOf, fillDay } from './walker.ts'

// How an officer takes a report to where it can be referred: each step on its pages, as people do it.

/** Records a robbery with its victim. Gives the case's id. */
export async function recordRobbery(officer: Walker): Promise<string> {
  await officer.follow('Cases')
  await officer.press('Record an allegation')
  await officer.fill('Suspected offence (optional)', 'robbery')
  await officer.press('Find offences')
  await officer.tick('Robbery')
  await officer.tick('The victim')
  await officer.page.locator('#victim-1-name').fill('Saffron Example')
  await officer.fill('What happened', 'Two people pushed the victim from her bicycle and rode off with it.')
  await officer.fill('Where', 'Example Road station')
  await fillDay(officer, 'from', -1)
  await officer.press('Record the allegation')
  await officer.says(/The allegation is recorded/, /Ready to decide whether it is a crime/)
  return caseOf(officer)
}

export async function decideToInvestigate(officer: Walker): Promise<void> {
  await officer.press('Decide whether it is a crime')
  await officer.tick('Yes: record it as a crime')
  await officer.fill('Crime reference, if it is one', '43 2609 77777')
  await officer.fill('Reason', 'What is described is robbery')
  await officer.press('Record the decision')
  await officer.press('Decide whether to investigate')
  await officer.tick('Yes, it is investigated')
  await officer.fill('How, if it is', 'Cameras, witnesses, and where the two people were')
  await officer.fill('Reason', 'It is serious, and there are lines of inquiry')
  await officer.press('Record the decision')
  await officer.says(/Being investigated\s+Investigations, Thames Valley Police/)
}

export async function assignAndNumber(officer: Walker, urn: string): Promise<void> {
  await officer.follow(/^Assign/)
  await officer.pick('Officer in the case', 'Jordan Ashworth, Investigations')
  await officer.pick('Supervisor', 'Priya Raman, Criminal Justice')
  await officer.check('walk-assign')
  await officer.press('Assign it')
  await officer.follow(/^Give/)
  await officer.fill('Unique Reference Number (URN)', urn)
  await officer.check('walk-urn')
  await officer.press('Record it')
  await officer.says(/Officer in the case\s+Jordan Ashworth/, new RegExp(`Case ${urn}`))
}

/** A plan, one line of inquiry towards the suspects and one away from them, and what came of each. */
export async function pursueInquiries(officer: Walker): Promise<void> {
  await officer.follow('Inquiries')
  await officer.press('Write the plan')
  await officer.fill('Objectives, one to a line', 'Who took the bicycle\nWhether force was used')
  await officer.fill('Strategy', 'Cameras first, before they are written over')
  await officer.check('walk-plan')
  await officer.press('Keep the plan')
  const lines = [
    ['Cameras of the station forecourt', 'Towards a suspect', 'Two people are seen taking it'],
    ['Whether the second person was at work', 'Away from a suspect', 'The employer cannot say'],
  ] as const
  for (const [what, direction] of lines) {
    await officer.press('Add a line of inquiry')
    await officer.fill('What is to be found out, and how', what)
    await officer.tick(direction)
    await officer.glance()
    await officer.press('Add it')
  }
  await officer.check('walk-lines')
  await officer.says(/2 of 2 still open/)
  for (const [index, [, , result]] of lines.entries()) {
    await officer.follow(new RegExp(`^Record what came of it.*${index + 1}`, 's'))
    await officer.tick('Yes, and this came of it')
    await officer.fill('The result, or why it is not pursued', result)
    await officer.glance()
    await officer.press('Record it')
  }
  await officer.says(/Every line of inquiry is done/)
}

export async function nameSuspects(officer: Walker, names: readonly string[]): Promise<void> {
  await officer.follow('Suspects')
  for (const name of names) {
    await officer.press('Name a suspect')
    await officer.fill('Name', name)
    await officer.fill('Why this person is suspected', 'Seen on the cameras')
    await officer.press('Add the suspect')
  }
}

async function recordInterview(officer: Walker, where: string, account: string): Promise<void> {
  await officer.follow('Record an interview')
  await officer.fill('Where', where)
  await officer.tick('The suspect was cautioned before it')
  await officer.tick('Sound recording')
  await officer.tick('A solicitor was present')
  await officer.fill('What the suspect said, in brief', account)
  await officer.press('Record the interview')
}

async function proposeRobbery(officer: Walker): Promise<void> {
  await officer.follow('Propose a charge')
  await officer.fill('What the suspect is said to have done', 'Robbed victim 1 of a pedal cycle')
  await officer.press('Propose the charge')
}

/** Arrests, detains, interviews and bails the first suspect; interviews the second as a volunteer; charges for both. */
export async function dealWithSuspects(officer: Walker): Promise<void> {
  await officer.follow('Suspect 1')
  await officer.press('Record an arrest')
  await officer.fill('Where', 'Example Road')
  await officer.press('Record the arrest')
  await officer.press('Record that detention was authorised')
  await officer.fill('Why detention is necessary', 'To obtain evidence by questioning')
  await officer.press('Record the detention')
  await recordInterview(officer, 'Custody suite', 'He was not there')
  await officer.follow('Release on bail before charge')
  await officer.press('Record the bail')
  await officer.says(/On bail before charge\s+Investigations, Thames Valley Police, by/)
  await proposeRobbery(officer)
  await officer.follow('Suspects')
  await officer.follow('Suspect 2')
  await recordInterview(officer, 'Example Road police station', 'No comment')
  await officer.says(/Voluntary interview/)
  await proposeRobbery(officer)
  await officer.follow('Say what decides it')
  await officer.tick('Not guilty')
  await officer.page
    .getByRole('group', { name: /suitable for sentence/ })
    .getByLabel('No')
    .check()
  await officer.page
    .getByRole('group', { name: /more is needed/ })
    .getByLabel('Yes')
    .check()
  await officer.press('Work out who may charge')
  await officer.check('walk-volunteer')
}

/** Adds one item, and a file to it where one is given. Stands on the register, and ends on the item's page. */
export async function addMaterial(
  officer: Walker,
  kind: string,
  title: string,
  use: string,
  file?: string,
): Promise<void> {
  await officer.follow('Material')
  await officer.press('Add material')
  await officer.pick('Kind', kind)
  await officer.fill('What it is, in a few words', title)
  await officer.tick(use)
  await officer.press('Add it')
  if (file) {
    await officer.press('Attach a file')
    await officer.page
      .getByLabel('File', { exact: true })
      .setInputFiles(path.join(projectFolder, 'test/fixtures/files', file))
    await officer.press('Attach it')
    await officer.says(/The file is attached/)
  }
}
