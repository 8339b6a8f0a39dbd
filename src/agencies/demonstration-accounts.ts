import { demonstrationPrefix } from '../platform/access/account.ts'
import type { DemonstrationPerson } from '../platform/access/demonstration-page.ts'
import type { Installation } from '../platform/installation.ts'
import { account } from './account.ts'
import { readAgencies } from './load-agencies.ts'
import { type RoleName, roles } from './roles.ts'

type Made = {
  readonly role: RoleName
  readonly name: string
  readonly agency: string
  readonly unit?: string
  /** What the account is called after, where the role has more than one person. */
  readonly called?: string
}

/** One made-up person for each role, and two administrators: each side looks after its own accounts and tokens. */
const cast: readonly Made[] = [
  { role: 'police-officer', name: 'Jordan Ashworth', agency: 'thames-valley-police', unit: 'investigations' },
  { role: 'police-supervisor', name: 'Priya Raman', agency: 'thames-valley-police', unit: 'criminal-justice' },
  { role: 'prosecutor', name: 'Samuel Okafor', agency: 'cps-thames-and-chiltern', unit: 'crown-court' },
  { role: 'casework-assistant', name: 'Owen Tresillian', agency: 'cps-thames-and-chiltern', unit: 'crown-court' },
  { role: 'prosecution-manager', name: 'Helen Whitcombe', agency: 'cps-thames-and-chiltern', unit: 'crown-court' },
  { role: 'witness-care-officer', name: 'Grace Lindqvist', agency: 'thames-valley-police', unit: 'witness-care' },
  { role: 'local-policing-body-officer', name: 'Martin Pell', agency: 'pcc-thames-valley' },
  { role: 'plan-manager', name: 'Aisha Rowntree', agency: 'pcc-thames-valley' },
  { role: 'partner-officer', name: 'Tomasz Bielak', agency: 'probation' },
  { role: 'performance-analyst', name: 'Wen Harcourt', agency: 'cps-thames-and-chiltern' },
  { role: 'data-protection-officer', name: 'Ruth Adeyemi', agency: 'cps-thames-and-chiltern' },
  { role: 'administrator', name: 'Callum Frith', agency: 'cps-thames-and-chiltern' },
  { role: 'administrator', called: 'police-administrator', name: 'Elin Marchetti', agency: 'thames-valley-police' },
  { role: 'area-administrator', name: 'Nadia Sturgess', agency: 'pcc-thames-valley' },
]

const nameOf = ({ role, called = role }: Made): string => called
const idOf = (made: Made): string => `${demonstrationPrefix}${nameOf(made)}`

/** Those whom a visitor of the demonstration can be, for its own page. */
export const demonstrationPeople: readonly DemonstrationPerson[] = cast.map((made) => ({
  account: idOf(made),
  name: made.name,
  role: roles[made.role].title,
  agency: made.agency,
  who: roles[made.role].who,
}))

/**
 * Adds an account for each made-up person, with their role. None has a password, so that none can be signed in to
 * but through the demonstration's own page. What is there already is left as it is.
 */
export async function loadDemonstrationAccounts({ record }: Installation, at: string): Promise<void> {
  const by = 'demonstration'
  const agencies = await readAgencies()
  const standing = await Promise.all(cast.map((made) => record.read(account, idOf(made))))
  const missing = cast.filter((_, index) => !standing[index]?.state)
  const orders = missing.flatMap((made) => {
    const { role, name, agency, unit = null } = made
    const id = idOf(made)
    const kind = agencies.find(({ code }) => code === agency)?.kind
    if (!kind) throw new Error(`The demonstration has somebody in ${agency}, which is no agency of the area`)
    const email = `${nameOf(made)}@demonstration.example`
    const facts = { account: id, name, email, agency, agencyKind: kind, unit }
    const add = { type: 'AddAccount', ...facts, by, at }
    const give = { type: 'GiveRole', role, reason: 'Demonstration', by, byAreaAdministrator: true, at }
    return [add, give].map((command) => ({ decider: account, id, command, act: { actor: by, at } }))
  })
  await record.performAll(orders)
}
