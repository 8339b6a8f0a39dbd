import { type LocalDate, addDays } from '../../calendar/local-date.ts'
import type { DeadlineFacts } from '../../casework/deadlines/deadline.ts'
import type { FileContents } from '../../casework/file-check/file-check.ts'
import { caseIdLength, caseIdLetters } from '../../casework/investigation/case-heading.ts'
import { findOffence, offenceList } from '../../casework/offences/offence-list.ts'
import type { PersonDetails } from '../../casework/people/person.ts'
import { type Chance, chanceOf, numberFor } from './chance.ts'
import { castOf } from './colleagues.ts'
import { dramaNumber, madeUpBusiness, madeUpName } from './names.ts'
import { type MadeUpOffence, type Setting, madeUpOffences } from './offences.ts'
import { type Scene, sceneOf } from './scenes.ts'
import type { Ended, Shapes } from './shapes.ts'
import type { MadeUpCase, MadeUpPerson, MadeUpVictim } from './story.ts'

/** Whom the drawing of an area rests on. */
export type Drawing = {
  readonly seed: string
  readonly shapes: Shapes
  readonly facts: DeadlineFacts
  readonly contents: FileContents
  /** The day on which the stories end: nobody was born after it. */
  readonly today: LocalDate
}

/**
 * So many in a hundred cases are drawn from the offences that are prosecuted, the others from what is reported. Of
 * real crimes far fewer come so far; a demonstration must have work for prosecutors, so this is no published figure.
 */
export const prosecutedInHundred = 40

/** How those end. The CPS publishes no such share by area: a plausible setting. */
const prosecutedEnds: Readonly<Record<Exclude<Ended, 'no-suspect'>, number>> = {
  charged: 72,
  evidence: 20,
  'public-interest': 5,
  'out-of-court': 3,
}

const forces: Readonly<Record<string, { readonly name: string; readonly number: string }>> = {
  'thames-valley-police': { name: 'Thames Valley Police', number: '43' },
  'hertfordshire-constabulary': { name: 'Hertfordshire Constabulary', number: '41' },
  'bedfordshire-police': { name: 'Bedfordshire Police', number: '40' },
}

/** The case with this number of this seed: always the same one, whatever is drawn before or after it. */
export function madeUpCase({ seed, shapes, facts, contents, today }: Drawing, index: number): MadeUpCase {
  const chance = chanceOf(`${seed}/${index}`)
  const { reported, prosecuted } = shapes
  const drawnProsecuted = chance.inHundred(prosecutedInHundred)
  const code = chance.drawn(reported.forces)
  const force = { code, ...(forces[code] ?? { name: code, number: '00' }) }
  const offence = drawnProsecuted
    ? offenceOfGroup(chance, prosecuted.groups)
    : offenceOfType(chance, reported.crimeTypes)
  const ended = drawnProsecuted ? chance.drawn(prosecutedEnds) : endOf(chance, offence, reported.ended)
  const listed = findOffence(offence.code)
  if (!listed) throw new Error(`The demonstration draws the offence ${offence.code}, which the list does not have`)
  const id = caseIdOf(seed, index)
  return {
    id,
    index,
    chance,
    force,
    prosecuted: drawnProsecuted,
    offence,
    ended,
    listed,
    facts,
    contents,
    district: chance.drawn(reported.districts[code] ?? {}),
    cast: castOf(chance, code),
    suspected: { code: listed.code, title: listed.title, listed: offenceList().knownOn },
    serial: (numberFor(`serial of ${seed}`) + index) % 67_600_000,
    victims: victimsOf(chance, offence.setting, id, today),
    suspects: suspectsOf(chance, ended, id, today),
    scene: chance.pick<Scene>(sceneOf(offence.code).scenes),
    happened: { daysBefore: chance.inHundred(40) ? 1 : 0, daysLong: chance.inHundred(15) ? 2 : 0 },
    witness: chance.inHundred(60) ? personOf(chance, `${id}-W1`, today) : null,
  }
}

const letters = BigInt(caseIdLetters.length)
const places = letters ** BigInt(caseIdLength)
/** Has no divisor in common with the number of letters, so that every index gets an id of its own. */
const stride = 4_294_967_291n

/** Ids that look like chance and never come twice within a seed; two seeds are very unlikely to share one. */
export function caseIdOf(seed: string, index: number): string {
  const from = BigInt(numberFor(seed)) * 65_536n
  let left = ((from + BigInt(index)) * stride) % places
  let id = ''
  for (let place = 0; place < caseIdLength; place += 1) {
    id += caseIdLetters[Number(left % letters)] ?? ''
    left /= letters
  }
  return id
}

function endOf(chance: Chance, { crimeType }: MadeUpOffence, ended: Shapes['reported']['ended']): Ended {
  const found = crimeType === null ? undefined : ended[crimeType]
  if (!found) throw new Error(`Nothing is known of how ${crimeType ?? 'this'} ends`)
  return chance.drawn(found)
}

function weighed(chance: Chance, among: readonly MadeUpOffence[]): MadeUpOffence {
  const code = chance.drawn(Object.fromEntries(among.map((one) => [one.code, one.weight])))
  const found = among.find((one) => one.code === code)
  if (!found) throw new Error('There is no offence to draw')
  return found
}

function offenceOfType(chance: Chance, crimeTypes: Readonly<Record<string, number>>): MadeUpOffence {
  const type = chance.drawn(crimeTypes)
  return weighed(
    chance,
    madeUpOffences.filter(({ crimeType }) => crimeType === type),
  )
}

function offenceOfGroup(chance: Chance, groups: Readonly<Record<string, number>>): MadeUpOffence {
  const known = new Set<string>(madeUpOffences.map(({ group }) => group))
  const group = chance.drawn(Object.fromEntries(Object.entries(groups).filter(([name]) => known.has(name))))
  return weighed(
    chance,
    madeUpOffences.filter((one) => one.group === group),
  )
}

const nobody: PersonDetails = {
  name: null,
  organisation: null,
  dateOfBirth: null,
  phone: null,
  email: null,
  address: null,
  contactNote: null,
}

const aYear = 365.25

function personOf(
  chance: Chance,
  id: string,
  today: LocalDate,
  ages: readonly [number, number] = [18, 85],
): MadeUpPerson {
  const born = addDays(today, -Math.floor(chance.between(...ages) * aYear))
  const phone = chance.inHundred(85) ? dramaNumber(chance) : null
  return { id, details: { ...nobody, name: madeUpName(chance), dateOfBirth: born, phone } }
}

const business = (chance: Chance, id: string): MadeUpPerson => ({
  id,
  details: { ...nobody, name: 'Duty manager', organisation: madeUpBusiness(chance), phone: dramaNumber(chance) },
})

const atBusinesses: ReadonlySet<Setting> = new Set(['shop'])
const withoutVictim: ReadonlySet<Setting> = new Set(['weapon', 'drugs', 'driving'])
const mostlyHurt: ReadonlySet<Setting> = new Set(['home', 'sexual', 'messages'])

function victimsOf(chance: Chance, setting: Setting, id: string, today: LocalDate): readonly MadeUpVictim[] {
  if (withoutVictim.has(setting)) return []
  if (atBusinesses.has(setting)) return [{ ...business(chance, `${id}-V1`), enhancedBy: [] }]
  const count = chance.inHundred(8) ? 2 : 1
  return Array.from({ length: count }, (_, index) => {
    const young = chance.inHundred(9)
    const found = personOf(chance, `${id}-V${index + 1}`, today, young ? [11, 18] : [18, 90])
    const enhanced = mostlyHurt.has(setting) ? 55 : 8
    const hurt = chance.inHundred(enhanced) ? [chance.pick(['vulnerable', 'intimidated'] as const)] : []
    return { ...found, enhancedBy: [...(young ? (['under-18'] as const) : []), ...hurt] }
  })
}

function suspectsOf(chance: Chance, ended: Ended, id: string, today: LocalDate): readonly MadeUpPerson[] {
  if (ended === 'no-suspect') return []
  const count = chance.inHundred(12) ? 2 : 1
  return Array.from({ length: count }, (_, index) => personOf(chance, `${id}-S${index + 1}`, today, [18, 60]))
}
