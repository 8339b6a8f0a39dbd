import type { AgencyKind } from '../../agencies/agency.ts'
import { account } from '../../agencies/account.ts'
import type { RoleName } from '../../agencies/roles.ts'
import type { Instant } from '../../calendar/instant.ts'
import { demonstrationPrefix } from '../../platform/access/account.ts'
import type { Installation } from '../../platform/installation.ts'
import { type Chance, chanceOf } from './chance.ts'
import { madeUpName } from './names.ts'
import type { Cast } from './story.ts'

type Colleague = {
  readonly account: string
  readonly name: string
  readonly agency: string
  readonly kind: AgencyKind
  readonly unit: string
  readonly role: RoleName
}

const forces = ['thames-valley-police', 'hertfordshire-constabulary', 'bedfordshire-police'] as const
const cps = 'cps-thames-and-chiltern'
const cpsUnits = ['magistrates-court', 'crown-court', 'rasso'] as const

/** Where there is somebody whom a visitor can be, they are one of those who act, so that they find work of their own. */
const visitors: Readonly<Record<string, string>> = {
  'thames-valley-police/police-officer': `${demonstrationPrefix}police-officer`,
  'thames-valley-police/police-supervisor': `${demonstrationPrefix}police-supervisor`,
  [`${cps}/prosecutor`]: `${demonstrationPrefix}prosecutor`,
  [`${cps}/casework-assistant`]: `${demonstrationPrefix}casework-assistant`,
}

function team(agency: string, kind: AgencyKind, unit: string, role: RoleName, count: number): readonly Colleague[] {
  return Array.from({ length: count }, (_, index) => {
    const place = `${agency}-${unit}-${role}-${index + 1}`
    const name = madeUpName(chanceOf(place))
    return { account: `${demonstrationPrefix}${place}`, name, agency, kind, unit, role }
  })
}

const colleagues: readonly Colleague[] = [
  ...forces.flatMap((force) => [
    ...team(force, 'police-force', 'investigations', 'police-officer', 12),
    ...team(force, 'police-force', 'investigations', 'police-supervisor', 3),
  ]),
  ...cpsUnits.flatMap((unit) => team(cps, 'cps-area', unit, 'prosecutor', 5)),
  ...team(cps, 'cps-area', 'magistrates-court', 'casework-assistant', 3),
]

/** Who may act for an agency in a role: its made-up team, and whom a visitor can be. */
const accountsOf = (agency: string, role: RoleName): readonly string[] => {
  const visitor = visitors[`${agency}/${role}`]
  const others = colleagues.filter((one) => one.agency === agency && one.role === role).map((one) => one.account)
  return visitor === undefined ? others : [visitor, ...others]
}

export const castOf = (chance: Chance, force: string): Cast => ({
  officer: chance.pick(accountsOf(force, 'police-officer')),
  supervisor: chance.pick(accountsOf(force, 'police-supervisor')),
  prosecutor: chance.pick(accountsOf(cps, 'prosecutor')),
  assistant: chance.pick(accountsOf(cps, 'casework-assistant')),
})

/** Adds an account for each colleague, without a password. What is there already is left as it is. */
export async function loadColleagues({ record }: Installation, at: Instant): Promise<void> {
  const standing = await Promise.all(colleagues.map((one) => record.read(account, one.account)))
  const missing = colleagues.filter((_, index) => !standing[index]?.state)
  const orders = missing.flatMap(({ account: id, name, agency, kind, unit, role }) => {
    const email = `${id.slice(demonstrationPrefix.length)}@demonstration.example`
    const acted = { by: 'demonstration', at }
    const add = { type: 'AddAccount', account: id, name, email, agency, agencyKind: kind, unit, ...acted }
    const give = { type: 'GiveRole', role, reason: 'Demonstration', byAreaAdministrator: true, ...acted }
    return [add, give].map((command) => ({ decider: account, id, command, act: { actor: 'demonstration', at } }))
  })
  await record.performAll(orders)
}
