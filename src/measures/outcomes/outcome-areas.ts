import { type Place, area } from '../area.ts'

/** The 42 areas of the monthly tables in their order, each one a police force's area, by the name published. */
const published = [
  ...(['Avon and Somerset', 'Bedfordshire', 'Cambridgeshire', 'Cheshire', 'Cleveland', 'Cumbria'] as const),
  ...(['Derbyshire', 'Devon and Cornwall', 'Dorset', 'Durham', 'Dyfed Powys', 'Essex', 'Gloucestershire'] as const),
  ...(['Greater Manchester', 'Gwent', 'Hampshire', 'Hertfordshire', 'Humberside', 'Kent', 'Lancashire'] as const),
  ...(['Leicestershire', 'Lincolnshire', 'Merseyside', 'Metropolitan and City', 'Norfolk'] as const),
  ...(['Northamptonshire', 'Northumbria', 'North Wales', 'North Yorkshire', 'Nottinghamshire'] as const),
  ...(['South Wales', 'South Yorkshire', 'Staffordshire', 'Suffolk', 'Surrey', 'Sussex'] as const),
  ...(['Thames Valley', 'Warwickshire', 'West Mercia', 'West Midlands', 'West Yorkshire', 'Wiltshire'] as const),
]

const cpsAreas: readonly Place[] = published.map((name) => ({
  key: name.toLowerCase().replaceAll(' ', '-'),
  name,
}))

export const national: Place = { key: 'national', name: 'England and Wales' }

/** A place that outcomes are reported for, and the rows of the published tables whose sum it is. */
export type OutcomeArea = Place & { readonly rows: readonly string[] }

/** Every area a reader may ask for: this criminal justice area first, then its forces, the whole, and all others. */
export const outcomeAreas: readonly OutcomeArea[] = [
  { key: area.key, name: area.name, rows: area.forces.map(({ key }) => key) },
  ...area.forces.map(({ key, name }) => ({ key, name, rows: [key] })),
  { ...national, rows: [national.key] },
  ...cpsAreas
    .filter(({ key }) => !area.forces.some((force) => force.key === key))
    .map(({ key, name }) => ({ key, name, rows: [key] })),
]

const byKey = new Map(outcomeAreas.map((one) => [one.key, one]))

export const outcomeAreaOf = (key: string): OutcomeArea | null => byKey.get(key) ?? null

const simplified = (name: string): string => name.toLowerCase().replaceAll('&', 'and').replaceAll(/[ -]/g, '')

const byPublishedName = new Map([national.key, ...cpsAreas.map(({ key }) => key)].map((key) => [simplified(key), key]))

/**
 * The key of a published row's name, or null. Spaces, hyphens and capitals do not count: the tables write
 * `GreaterManchester` and `Dyfed Powys`.
 */
export const rowNamed = (name: string): string | null => byPublishedName.get(simplified(name)) ?? null

/** `National` and the 42 areas: the rows of one month. */
export const publishedRows: readonly string[] = [national.key, ...cpsAreas.map(({ key }) => key)]
