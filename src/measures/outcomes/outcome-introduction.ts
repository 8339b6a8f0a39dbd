import type { Html } from '../../platform/web/html.ts'
import { area } from '../area.ts'
import { type CountingRule, countingRules } from '../counting-rules.ts'

const forces = new Intl.ListFormat('en-GB').format(area.forces.map(({ name }) => name))

const rules: readonly CountingRule[] = [
  {
    name: 'What is in the table',
    rule: 'Prosecutions in the magistrates’ courts and the Crown Court that came to an end in the month, whenever they began.',
  },
  {
    name: 'Unit',
    rule: 'A defendant: one person in one set of proceedings, usually one police file, whatever the number of charges. A person in two sets of proceedings is counted twice.',
  },
  {
    name: 'Conviction',
    rule: 'The defendant pleaded guilty, was found guilty after a trial, or the case was proved in their absence.',
  },
  {
    name: 'Unsuccessful',
    rule: 'Every other end: the case was discontinued or withdrawn, the committal was discharged, the defendant was acquitted or the case dismissed, or it was administratively finalised. The word is the report’s own. An acquittal is not a failure of the court.',
  },
  {
    name: 'Administratively finalised',
    rule: 'The case could not go on: a warrant could not be carried out, the defendant could not be found for a summons, had died, or was unfit to plead. No principal offence is recorded for these cases, so they stand on a line of their own, and none of them is a conviction.',
  },
  {
    name: 'Principal offence',
    rule: 'The most serious offence charged when the case ended, even where a more or a less serious one was charged before.',
  },
  {
    name: 'What cannot be seen',
    rule: 'Mixed results. A defendant convicted of one charge and acquitted of another is one conviction, and co-defendants are counted each for themselves.',
  },
  {
    name: 'Percentages',
    rule: 'Each is a share of the defendants on its own line, with one decimal, worked out here from the two counts.',
  },
  {
    name: 'Standing of the figures',
    rule: 'Management information from the case management system of the Crown Prosecution Service. It is provisional, is not an official statistic, and can be revised. The count is of prosecutions that ended, so it must not be set against charging decisions or crimes recorded in the same month.',
  },
  { name: area.name, rule: `The sum of the police force areas ${forces}. The published table has no line for it.` },
]

export const outcomeIntroduction = (): Html => countingRules('How these figures are counted', rules)
