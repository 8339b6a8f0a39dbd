import type { Html } from '../../platform/web/html.ts'
import { type CountingRule, countingRules } from '../counting-rules.ts'

const rules: readonly CountingRule[] = [
  {
    name: 'What is counted',
    rule: 'Each row that a force gave to data.police.uk for the month: a crime, or an incident of anti-social behaviour. The two are never added up to one number of crimes.',
  },
  {
    name: 'Recorded, not committed',
    rule: 'Many crimes are never reported. A rise can mean more crime, more trust in the police, or better recording. That is why no target is set for these numbers and no direction is called better.',
  },
  {
    name: 'Last outcome',
    rule: 'How things stood when the file was downloaded, not at the end of the month. Older months have had longer, so they look more settled than recent ones. Anti-social behaviour has no outcome.',
  },
  {
    name: 'Place',
    rule: 'Each row lies on an anonymised map point that several addresses share, so nothing here is finer than a district, and a few rows near a border may be counted on its other side.',
  },
  {
    name: 'District',
    rule: 'The local authority of today that the file’s output area is named after. Output areas were redrawn in 2021; the districts here were not moved by that. Elsewhere is a district outside the area of the force that recorded it, sometimes far away. Not stated is where the file names no place.',
  },
  {
    name: 'Repeats',
    rule: 'A crime id may stand on several rows of a file. Every row counts, as on data.police.uk, and the repeats are counted beside each month.',
  },
  {
    name: 'Gaps',
    rule: 'A month without a file is shown as a gap. A sum of forces is only made where each of them has a file, and no line is drawn across more than half a year without one.',
  },
]

export const howToRead = (): Html => countingRules('How to read these figures', rules)
