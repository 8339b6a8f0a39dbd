import { type LocalMonth, formatMonth, isLocalMonth } from '../../calendar/local-month.ts'
import { type CommandContext, type CommandLine, UsageError } from '../../platform/command-line/command.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { nearest } from '../nearest.ts'
import { type OutcomeArea, outcomeAreaOf, outcomeAreas } from './outcome-areas.ts'
import { type OutcomeReport, readOutcomeMonths, readOutcomes } from './read-outcomes.ts'
import { refuseOutcomes } from './refusals.ts'
import { reportCsv, reportJson, reportTable } from './report-format.ts'

const formats = { table: reportTable, csv: reportCsv, json: reportJson } as const

export const reportOutcomesCommand: CommandLine = {
  name: 'report outcomes',
  summary: 'Prints the case outcomes of a month by principal offence',
  options: {
    month: { type: 'string', value: 'YYYY-MM', about: 'A month that was imported', required: true },
    area: { type: 'string', value: 'AREA', about: 'thames-and-chiltern, national, or a CPS area', required: true },
    format: { type: 'string', value: 'FORMAT', about: 'table (unless told), csv or json' },
  },
  details: [
    'A CPS area is a police force area by its name, such as thames-valley, greater-manchester or metropolitan-and-city.',
    'The columns are category, convictions, convictions_percent, unsuccessful and unsuccessful_percent; the rows are the ' +
      'twelve groups of principal offences, admin (administratively finalised, which is never a conviction) and total, ' +
      'whose unsuccessful outcomes include admin. Counts are of defendants. A percentage has one decimal and is empty, ' +
      'or null in JSON, where nothing was finalised.',
  ],
  async run(context) {
    const { month, area, print } = asked(context)
    const { reading } = await context.open()
    const report = await reading.as(thePublic, (tx) => readOutcomes(tx, month, area))
    if (!report) throw unknownMonth(month, await reading.as(thePublic, readOutcomeMonths))
    context.print(print(report).trimEnd())
  },
}

function asked({ options }: CommandContext) {
  const { month, area, format = 'table' } = options
  if (typeof month !== 'string' || !isLocalMonth(month)) {
    throw new UsageError(`--month ${String(month)} is not a month, such as 2016-09`)
  }
  return { month, area: areaNamed(String(area)), print: formatNamed(String(format)) }
}

function areaNamed(key: string): OutcomeArea {
  const found = outcomeAreaOf(key)
  if (found) return found
  const keys = outcomeAreas.map((one) => one.key)
  const near = nearest(key, keys)
  const meant = near.length > 0 ? `the nearest ${near.length > 1 ? 'are' : 'is'} ${near.join(', ')}; ` : ''
  throw new UsageError(`there is no area '${key}'; ${meant}there are ${keys.join(', ')}`)
}

function formatNamed(name: string): (report: OutcomeReport) => string {
  if (name === 'table' || name === 'csv' || name === 'json') return formats[name]
  throw new UsageError(`--format ${name} is not one of ${Object.keys(formats).join(', ')}`)
}

function unknownMonth(month: LocalMonth, known: readonly LocalMonth[]) {
  return refuseOutcomes('outcomes.no-such-month', {
    month: formatMonth(month),
    known: known.length > 0 ? `There are ${known.join(', ')}.` : 'None were imported yet.',
  })
}
