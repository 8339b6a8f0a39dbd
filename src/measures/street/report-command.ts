import { isLocalMonth } from '../../calendar/local-month.ts'
import { type CommandContext, type CommandLine, UsageError } from '../../platform/command-line/command.ts'
import { thePublic } from '../../platform/database/reading.ts'
import { readStreetReport } from './read-report.ts'
import { readStreetMonths } from './read-street.ts'
import { type StreetReport, reportCsv, reportJson, reportTable } from './report-format.ts'
import { streetAreas } from './street-areas.ts'

const formats = { table: reportTable, csv: reportCsv, json: reportJson } as const

export const reportStreetCommand: CommandLine = {
  name: 'report street',
  summary: 'Prints the recorded street crime of a month by type',
  options: {
    month: { type: 'string', value: 'YYYY-MM', about: 'A month that was imported', required: true },
    area: {
      type: 'string',
      value: 'AREA',
      about: 'thames-and-chiltern, or a force such as thames-valley',
      required: true,
    },
    format: { type: 'string', value: 'FORMAT', about: 'table (unless told), csv or json' },
  },
  details: [
    'The columns are crime_type and count; the rows are the crime types A–Z and total. Every row of the files counts. ' +
      'A force is one whose files were imported, by its name on data.police.uk. The area as a whole is the sum of its ' +
      'forces; where one of them has no file for the month nothing is summed, and the command ends with 1.',
  ],
  async run(context) {
    const { month, area, print } = asked(context)
    const { reading } = await context.open()
    const report = await reading.as(thePublic, (tx) => readStreetReport(tx, area, month))
    if (report) {
      context.print(print(report).trimEnd())
      return
    }
    const areas = streetAreas((await reading.as(thePublic, readStreetMonths)).keys())
    throw new UsageError(`there is no area '${area}'; there are ${areas.map(({ key }) => key).join(', ')}`)
  },
}

function asked({ options }: CommandContext) {
  const { month, area, format = 'table' } = options
  if (typeof month !== 'string' || !isLocalMonth(month)) {
    throw new UsageError(`--month ${String(month)} is not a month, such as 2025-06`)
  }
  return { month, area: String(area), print: formatNamed(String(format)) }
}

function formatNamed(name: string): (report: StreetReport) => string {
  if (name === 'table' || name === 'csv' || name === 'json') return formats[name]
  throw new UsageError(`--format ${name} is not one of ${Object.keys(formats).join(', ')}`)
}
