import { accessPages } from '../agencies/access.ts'
import { apiScopes } from '../agencies/api-token.ts'
import { permissions } from '../agencies/permissions.ts'
import { roles } from '../agencies/roles.ts'
import { area } from '../measures/area.ts'
import { paths } from '../paths.ts'
import { keepLookIn } from '../platform/access/keep-look.ts'
import { identifyBy } from '../platform/access/session.ts'
import { identifySystemBy } from '../platform/access/tokens/identify-token.ts'
import type { Installation } from '../platform/installation.ts'
import { siteAssets } from '../platform/web/assets.ts'
import type { Routes } from '../platform/web/routing.ts'
import type { Site } from '../platform/web/site.ts'

const publicNavigation = [
  { text: 'Promises', href: paths.promises },
  { text: 'Plan', href: paths.plan },
  { text: 'Performance', href: paths.performance },
  { text: 'Data', href: paths.data },
  { text: 'Deadlines', href: paths.deadlines },
  { text: 'Police and prosecutors', href: paths.roles },
]

const workNavigation = [
  { text: 'Work list', href: paths.desk },
  { text: 'Cases', href: paths.deskCases, permission: 'case.read' },
  { text: 'Referrals to check', href: paths.deskTriage, permission: 'referral.triage' },
  { text: 'Points to prove', href: paths.deskPointsToProve, permission: 'charging.points' },
  { text: 'Your dates', href: paths.deskCalendar },
  { text: 'Plan', href: paths.deskPlan, permission: 'measures.read' },
  { text: 'Accounts', href: paths.deskAccounts, permission: 'accounts.administer' },
  { text: 'Bank holidays', href: paths.deskBankHolidays, permission: 'calendar.administer' },
  { text: 'Who looked', href: paths.deskLooks, permission: 'looks.read' },
  { text: 'Who may do what', href: paths.deskRoles },
]

const footer = [
  { text: 'For other systems', href: paths.api },
  { text: 'Accessibility', href: paths.accessibility },
  { text: 'Privacy', href: paths.privacy },
  { text: 'Contact', href: paths.contact },
]

/** The website of an installation: its pages, who may see them, and what stands round them. */
export function siteOf(installation: Installation, routes: readonly Routes[], demonstration: boolean): Site {
  return {
    installation,
    routes: [...accessPages(installation, demonstration), ...routes],
    permissions: Object.keys(permissions),
    identify: identifyBy(installation.pool, roles),
    identifySystem: identifySystemBy(installation.pool, roles, apiScopes),
    keepLook: keepLookIn(installation.pool),
    areaName: area.name,
    demonstration,
    places: {
      home: paths.home,
      work: paths.desk,
      account: paths.deskAccount,
      signIn: paths.signIn,
      signOut: paths.signOut,
    },
    navigation: { public: publicNavigation, work: workNavigation },
    footer,
    assets: siteAssets(),
    log: null,
  }
}
