import assert from 'node:assert/strict'
import { testInstallation } from '../../test/support/database.ts'
import { type Browser, testMoment, testSite } from '../../test/support/web.ts'
import { calendar, calendarId } from '../calendar/calendar.ts'
import { parseLocalDate } from '../calendar/local-date.ts'
import { accountDecider } from '../platform/access/account.ts'
import type { Installation } from '../platform/installation.ts'
import { dutyRoutes } from './routes.ts'
import { undertaking } from './undertaking/undertaking.ts'

// Shared by the tests of the duties' pages. The clock stands at Tuesday 7 April 2026, the first working day after
// Easter.

const holiday = (date: string, title: string) => ({ date: parseLocalDate(date), title, notes: '' })
const units = [
  { code: 'charging', name: 'Charging Unit' },
  { code: 'appeals', name: 'Appeals Unit' },
]
const parties = [
  { code: 'cps', name: 'CPS Area', units },
  { code: 'police', name: 'Police', units: [] },
]

/** Who may publish as well as write. */
export const permissions = ['duties.read', 'duties.write', 'duties.publish']

export const filled = {
  what: 'Send the police the <charging> advice',
  about: 'Police and crime plan',
  path: '/plan',
  unit: 'charging',
  assigned: 'me',
  'to-agency': 'police',
  instrument: 'Minutes of 2 April 2026',
  section: 'Item 3',
  read: 'yes',
  'started-day': '2',
  'started-month': '4',
  'started-year': '2026',
  basis: 'working-days',
  days: '3',
}

async function loadSpring({ record }: Installation): Promise<void> {
  const holidays = [
    holiday('2026-04-03', 'Good Friday'),
    holiday('2026-04-06', 'Easter Monday'),
    holiday('2026-05-04', 'Early May bank holiday'),
  ]
  const list = { vintage: parseLocalDate('2026-02-25'), source: 'test', sha256: '00', holidays }
  await record.perform(calendar, calendarId, { type: 'LoadBankHolidays', ...list }, { actor: 'test', at: testMoment })
}

/** The pages of duties with an agency that owes, one that is owed, and the bank holidays of one spring. */
export async function dutySite() {
  const account = accountDecider({})
  const installation = await testInstallation([calendar, undertaking, account])
  await loadSpring(installation)
  const site = await testSite(installation, [dutyRoutes(async () => parties, {})], { permissions })
  const writer = site.signedIn(permissions)

  /** Adds a duty through the form and gives the address of its page. */
  async function added(browser: Browser = writer, some: Record<string, string> = {}): Promise<string> {
    const reply = await browser.post('/desk/duties/new', { ...filled, ...some })
    assert.equal(reply.statusCode, 303, reply.body)
    const [address = ''] = String(reply.headers.location).split('?')
    return address
  }

  async function addPerson(id: string, name: string, unit: string | null, agency = 'cps'): Promise<void> {
    const facts = { account: id, name, email: `${id}@example.org`, agency, agencyKind: 'any', unit }
    const by = { by: 'test', at: testMoment }
    await installation.record.perform(
      account,
      id,
      { type: 'AddAccount', ...facts, ...by },
      { actor: 'test', at: testMoment },
    )
  }

  /** Somebody of the agency that the duties are owed to. */
  const creditor = site.signedIn(permissions, { agency: 'police', account: 'officer' })
  return { site, writer, creditor, added, addPerson, installation }
}
