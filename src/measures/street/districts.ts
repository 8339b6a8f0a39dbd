import { readFileSync } from 'node:fs'
import { forceKeyOf } from './force.ts'

type District = {
  /** The name in 2011, with which names of output areas of that year begin. */
  readonly formerName: string
  readonly name: string
  readonly force: string
}

const file = new URL('../../../data/geography/districts.csv', import.meta.url)

function readDistricts(): readonly District[] {
  const [heading = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const columns = heading.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    const force = forceKeyOf(`${cell('police_force_area')} Police`) ?? ''
    return { formerName: cell('lad11_name'), name: cell('current_lad_name'), force }
  })
}

const districts = readDistricts()
const today = new Map(districts.map(({ formerName, name }) => [formerName, name]))

/** The district of today that a district is, or is part of: `Wycombe` → `Buckinghamshire`. Others are taken as named. */
export const districtToday = (name: string): string => today.get(name) ?? name

/** The districts of today in a force's own area, A–Z; none for a force whose area is not known here. */
export const districtsOf = (force: string): readonly string[] =>
  [...new Set(districts.filter((one) => one.force === force).map(({ name }) => name))].toSorted()
