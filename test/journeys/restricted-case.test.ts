import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { openBrowser, startWebsite } from '../support/browser.ts'
import { recordRobbery } from '../support/investigating-walk.ts'
import { walkAs } from '../support/walker.ts'

const website = await startWebsite()
const browser = await openBrowser()

test('a restricted case disappears for a colleague, and comes back when the restriction is lifted', async () => {
  const supervisor = await walkAs(browser, website, 'Police supervisor')
  const colleague = await walkAs(browser, website, 'Police officer')
  const id = await recordRobbery(supervisor)
  const reference = `${id.slice(0, 4)}-${id.slice(4)}`
  const found = async (): Promise<number> => {
    await colleague.open(`${paths.deskCases}?reference=${id}`)
    return colleague.page.getByRole('link', { name: `Report ${reference}` }).count()
  }
  assert.equal(await colleague.open(paths.deskCase(id)), 200)
  assert.equal(await found(), 1)

  await supervisor.follow(/^Restrict/)
  await supervisor.tick('Priya Raman')
  await supervisor.fill('Why it is restricted', 'The victim knows officers of the station')
  await supervisor.check('restrict')
  await supervisor.press('Restrict it')
  await supervisor.says(
    /Only the people you named read this case/,
    /Restricted\s+Only one named person reads this case/,
  )
  await supervisor.check('restricted')
  for (const address of [paths.deskCase, paths.deskCasePeople, paths.deskCaseRecord]) {
    assert.equal(await colleague.open(address(id)), 404)
  }
  assert.equal(await found(), 0)

  assert.equal(await supervisor.open(paths.deskCaseLift(id)), 200)
  await supervisor.fill('Why it is lifted', 'The officers have moved')
  await supervisor.check('lift-restriction')
  await supervisor.press('Lift it')
  assert.equal(await colleague.open(paths.deskCase(id)), 200)
  assert.equal(await found(), 1)
  for (const who of [supervisor, colleague]) assert.deepEqual(who.complaints(), [])
})

test('somebody who works for the commissioner has no way to a case', async () => {
  const body = await walkAs(browser, website, 'Local policing body officer')
  for (const name of ['Cases', 'Referrals to check']) {
    assert.equal(await body.page.getByRole('link', { name, exact: true }).count(), 0)
  }
  for (const address of [paths.deskCases, paths.deskTriage, paths.deskCaseCharging('DMN4MNPQ')]) {
    assert.equal(await body.open(address), 403, address)
  }
})
