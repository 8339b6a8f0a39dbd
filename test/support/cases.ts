import type { Instant } from '../../src/calendar/instant.ts'
import { parseInstant } from '../../src/calendar/instant.ts'
import { account } from '../../src/agencies/account.ts'
import { agency } from '../../src/agencies/agency.ts'
import { loadAgencies } from '../../src/agencies/load-agencies.ts'
import { permissions } from '../../src/agencies/permissions.ts'
import { readAgencyList } from '../../src/agencies/tables.ts'
import { calendar } from '../../src/calendar/calendar.ts'
import { startCalendar } from '../../src/calendar/commands.ts'
import { parseLocalDate } from '../../src/calendar/local-date.ts'
import { chargingReview } from '../../src/casework/charging-review/charging-review.ts'
import { investigation } from '../../src/casework/investigation/investigation.ts'
import { parseOffenceCode } from '../../src/casework/identifiers/offence-code.ts'
import { materialRegister } from '../../src/casework/material/register.ts'
import { ownPoints } from '../../src/casework/points-to-prove/own-points.ts'
import { type PersonDetails, person } from '../../src/casework/people/person.ts'
import { referral } from '../../src/casework/referral/referral.ts'
import { ordersToRecord } from '../../src/casework/recording/orders-to-record.ts'
import type { AllegationTyped } from '../../src/casework/recording/parse-allegation.ts'
import { caseworkRoutes } from '../../src/casework/routes.ts'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import { roles } from '../../src/agencies/roles.ts'
import { dutyRoutes } from '../../src/duties/routes.ts'
import { undertaking } from '../../src/duties/undertaking/undertaking.ts'
import type { Installation } from '../../src/platform/installation.ts'
import { testInstallation } from './database.ts'
import { type Browser, type TestSite, testSite } from './web.ts'

export const force = 'thames-valley-police'
export const officer = { account: 'officer', agency: force, unit: 'investigations' }
export const mayAll = ['case.read', 'case.record', 'case.decide', 'duties.read']
/** The report, an hour before the moment at which the site's clock stands: a Tuesday. */
export const reportedAt = parseInstant('2026-04-07T08:30:00.000Z')

/** The pages of cases and of duties on an installation with agencies and bank holidays, and no case. */
export async function caseSite(): Promise<TestSite> {
  const installation = await testInstallation([
    agency,
    account,
    calendar,
    chargingReview,
    undertaking,
    investigation,
    materialRegister,
    ownPoints,
    person,
    referral,
    suspect,
  ])
  const act = { actor: 'test', at: reportedAt }
  await loadAgencies(installation.record, act)
  await startCalendar(installation, reportedAt)
  return testSite(installation, [caseworkRoutes, dutyRoutes(readAgencyList, roles)], {
    permissions: Object.keys(permissions),
  })
}

export const details = (change: Partial<PersonDetails>): PersonDetails => ({
  name: null,
  organisation: null,
  dateOfBirth: null,
  phone: null,
  email: null,
  address: null,
  contactNote: null,
  ...change,
})

/** Records a theft of a bicycle from Quince Example, with what differs; her person is `<id>-1`. */
export async function recordCase(
  { record }: Installation,
  id: string,
  change: Partial<AllegationTyped['allegation']> = {},
  { by = force, unit = 'investigations', at = reportedAt }: { by?: string; unit?: string; at?: Instant } = {},
): Promise<void> {
  const day = parseLocalDate('2026-04-06')
  const typed: AllegationTyped = {
    allegation: {
      reportedAt: at,
      what: 'A bicycle was taken.',
      where: 'Example Road station',
      from: day,
      to: day,
      suspectedOffence: {
        code: parseOffenceCode('TH68006'),
        title: 'Theft of pedal cycle',
        listed: parseLocalDate('2026-06-17'),
      },
      ...change,
    },
    victims: [{ details: details({ name: 'Quince Example', phone: '01632 960011' }), enhancedBy: [] }],
    reporter: 'victim',
  }
  const acted = { at, by: 'officer' }
  const orders = ordersToRecord(id, typed, { force: by, unit, dealtWithBy: 'Investigations' }, acted, () => `${id}-1`)
  await record.performAll(orders.map((order) => ({ ...order, act: { actor: 'officer', at } })))
}

/** A page as a reader has it: its words, without markup. */
export const textOf = ({ body }: { readonly body: string }): string =>
  body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')

/** Sends a form of a case as a browser does that has the page before it, with how much it showed as done. */
export async function sendSeen(
  browser: Browser,
  address: string,
  fields: Record<string, string | readonly string[]>,
): ReturnType<Browser['post']> {
  const seen = /name="seen" value="(\d+)"/.exec((await browser.get(address)).body)?.[1] ?? ''
  return browser.post(address, { seen, ...fields })
}
