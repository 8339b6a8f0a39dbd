import { now } from '../../calendar/instant.ts'
import { formatMonth, isLocalMonth } from '../../calendar/local-month.ts'
import { type CommandContext, type CommandLine, UsageError } from '../../platform/command-line/command.ts'
import { outcomeMonth } from './outcome-month.ts'

export const withdrawOutcomesCommand: CommandLine = {
  name: 'withdraw cps-outcomes',
  summary: 'Takes back case outcomes that were imported by mistake',
  options: {
    month: { type: 'string', value: 'YYYY-MM', about: 'The month that the figures stand under', required: true },
    revision: { type: 'string', value: 'NUMBER', about: 'Which revision of the month; the one in force unless told' },
    reason: { type: 'string', value: 'TEXT', about: 'Why; everybody can read it', required: true },
  },
  details: [
    'For figures that are not those of the month, as when --month was wrong. They can then be imported under their own. ' +
      'In force is the latest revision that was not withdrawn, if there is one. The withdrawn figures stay on the record ' +
      'and can be read, with the reason, on the page of the month.',
    'Figures that the publisher corrected need no withdrawal: import the later table, and it is the next revision. Nor ' +
      'does a street crime file, whose rows say their month: import the right file, or let an earlier one stand again ' +
      "with 'frankpledge import street --reinstate'.",
  ],
  async run(context) {
    const { month, revision, reason } = asked(context)
    const { record } = await context.open()
    const at = now()
    const command = { type: 'WithdrawOutcomes', month, revision, reason, at } as const
    const { state } = await record.perform(outcomeMonth, month, command, { actor: 'command-line', at })
    const current = state?.current ?? null
    const inForce = current === null ? 'No figures of the month are' : `Revision ${current} is`
    context.print(`Withdrawn. ${inForce} in force for ${formatMonth(month)}.`)
  },
}

function asked({ options: { month, revision, reason } }: CommandContext) {
  if (typeof month !== 'string' || !isLocalMonth(month)) {
    throw new UsageError(`--month ${String(month)} is not a month, such as 2016-09`)
  }
  if (revision !== undefined && !/^[1-9]\d{0,4}$/.test(String(revision))) {
    throw new UsageError(`--revision ${String(revision)} is not a number, such as 2`)
  }
  return { month, revision: revision === undefined ? null : Number(revision), reason: String(reason) }
}
