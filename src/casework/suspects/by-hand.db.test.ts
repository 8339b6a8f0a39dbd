import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '../../paths.ts'
import { caseSite, mayAll, officer, recordCase, textOf } from '../../../test/support/cases.ts'
import { act, day, moment, nameOne } from '../../../test/support/suspect-forms.ts'
import type { Browser } from '../../../test/support/web.ts'

const site = await caseSite()
const atDesk = (): Browser => site.signedIn([...mayAll, 'suspect.record', 'charge.police'], officer)
const pageOf = async (browser: Browser, id: string) => textOf(await browser.get(paths.deskCaseSuspect(id, 1)))
const done = async (sent: ReturnType<typeof act>) => assert.equal((await sent).statusCode, 303)

const arrest = { ...moment('arrested', '2026-04-05', '09:00'), where: 'Example Road', 'offence-words': 'TH68006' }

async function arrested(id: string): Promise<Browser> {
  await recordCase(site.installation, id, { suspectedOffence: null })
  const browser = atDesk()
  await nameOne(browser, id)
  await done(act(browser, id, 'arrest', arrest))
  return browser
}

test('street bail is answered with a detention that counts from the arrival, and a clock can be set by hand', async () => {
  const id = 'SSPCT255'
  const browser = await arrested(id)
  await done(
    act(browser, id, 'street-bail', { ...moment('released', '2026-04-05', '09:30'), ...day('ends', '2026-04-07') }),
  )
  assert.match(await pageOf(browser, id), /On bail before charge.*Constable, as street bail/)
  const detained = {
    ...moment('arrived', '2026-04-07', '09:00'),
    ...moment('authorised', '2026-04-07', '09:10'),
    grounds: 'Questions',
  }
  await done(act(browser, id, 'detention', detained))
  assert.match(await pageOf(browser, id), /To be checked by hand.*Must end Wednesday 8 April 2026 at 9am/)
  const clock = {
    ...moment('relevant', '2026-04-07', '08:30'),
    'decided-by': 'Custody officer',
    reason: 'Seen at 8:30',
  }
  const wrong = await act(browser, id, 'clock-by-hand', clock)
  assert.equal(wrong.statusCode, 400)
  assert.match(textOf(wrong), /Select why it is entered by hand/)
  await done(act(browser, id, 'clock-by-hand', { ...clock, minutes: '0', ground: 'answered-bail' }))
  assert.match(
    await pageOf(browser, id),
    /Clock set by hand.*Decided by Custody officer.*Wednesday 8 April 2026 at 8:30am/,
  )
})

test('the last day of bail is entered by hand and marked; what was typed wrongly is taken back', async () => {
  const id = 'SSPCT256'
  const browser = await arrested(id)
  await done(
    act(browser, id, 'bail', {
      ...moment('released', '2026-04-05', '12:00'),
      ...day('ends', '2026-07-05'),
      case: 'standard',
    }),
  )
  const byHand = {
    ...day('ends', '2026-09-01'),
    ...day('on', '2026-04-06'),
    ground: 'with-prosecutor',
    'decided-by': 'Superintendent',
    reason: 'Referred',
  }
  await done(act(browser, id, 'bail-by-hand', byHand))
  assert.match(
    await pageOf(browser, id),
    /Bail ends Tuesday 1 September 2026.*Entered by hand: .*Decided by Superintendent/,
  )
  const form = await browser.get(paths.deskCaseSuspectAct(id, 1, 'take-back'))
  assert.match(textOf(form), /Recorded last: Suspect 1: last day of bail set by hand/)
  await done(act(browser, id, 'take-back', { reason: 'The wrong suspect' }))
  assert.match(await pageOf(browser, id), /Bail ends Sunday 5 July 2026/)
  await done(act(browser, id, 'take-back', { reason: 'The wrong suspect' }))
  await done(act(browser, id, 'take-back', { reason: 'The wrong suspect' }))
  const page = await pageOf(browser, id)
  assert.match(page, /Being investigated/)
  assert.doesNotMatch(page, /Take back a wrong entry/)
})
