import assert from 'node:assert/strict'
import { paths } from '../../src/paths.ts'
import type { Browser } from './web.ts'

// Forms about a suspect, sent as a browser sends them.

export const day = (name: string, date: string) => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
export const moment = (name: string, date: string, time: string) => ({ ...day(name, date), [`${name}-time`]: time })

/** What a form carries hidden: how much had happened in the case, and the id of its new person. */
export const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

/** Names Medlar Example, or somebody else, as a suspect of a case. */
export async function nameOne(browser: Browser, id: string, change: Record<string, string> = {}) {
  const address = paths.deskCaseSuspectNew(id)
  const { body } = await browser.get(address)
  const typed = { person: hidden(body, 'person'), seen: hidden(body, 'seen'), who: 'new', reason: 'Seen on camera' }
  return browser.post(address, { ...typed, 'suspect-name': 'Medlar Example', ...change })
}

/** Sends the form of an act about the first suspect; fails where it is not offered. */
export async function act(
  browser: Browser,
  id: string,
  name: string,
  typed: Record<string, string | readonly string[]>,
) {
  const address = paths.deskCaseSuspectAct(id, 1, name)
  const { body, statusCode } = await browser.get(address)
  assert.equal(statusCode, 200, `${address} is not offered`)
  return browser.post(address, { seen: hidden(body, 'seen'), ...typed })
}
