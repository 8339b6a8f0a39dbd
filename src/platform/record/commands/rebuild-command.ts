import type { CommandLine } from '../../command-line/command.ts'
import { type TableDifference, rebuild } from '../rebuild.ts'
import { count, counted } from './counted.ts'

export const rebuildCommand: CommandLine = {
  name: 'rebuild',
  summary: 'Works every table out from the record again, and puts right what differs',
  details: [
    'Every stream is folded again and the rows are compared with the tables, both ways. Nobody is held off while that ' +
      'goes on. Only when something differs, it is done once more with writers held off, and the tables are put right. ' +
      'The exit code is 1 when anything differed: a difference means that something wrote to a table past the record.',
  ],
  async run({ open, print, progress }) {
    const found = await rebuild(await open(), (done, total) => progress.at(done, total, 'entries folded'))
    print(`streams      ${count(found.streams)}`)
    print(`entries      ${count(found.entries)}`)
    print(`rows         ${count(found.rows)} in ${counted(found.tables, 'table', 'tables')}`)
    const wrong = found.differences.reduce((sum, { extra, missing }) => sum + extra + missing, 0)
    print(`differences  ${count(wrong)}`)
    for (const difference of found.differences) for (const line of described(difference)) print(line)
    for (const [kind, streams] of found.unknownKinds) {
      print(`No decider is known for ${kind}, and ${counted(streams, 'stream is', 'streams are')} of that kind.`)
    }
    if (found.differences.length > 0) print(verdict(found))
    return found.differences.length + found.unknownKinds.size === 0 ? 0 : 1
  },
}

function described({ table, extra, missing, colliding, examples }: TableDifference): readonly string[] {
  return [
    `${table}: ${counted(extra, 'row', 'rows')} with no stream behind, ${count(missing)} missing`,
    ...(colliding > 0 ? [`  ${counted(colliding, 'row has', 'rows have')} the key of another stream's row`] : []),
    ...examples.map((example) => `  ${example}`),
  ]
}

function verdict({ replaced }: { readonly replaced: boolean }): string {
  return replaced
    ? 'The tables were put right. Look for what wrote to them past the record.'
    : 'The tables were left as they are: rows would be lost while a kind is unknown or rows share a key.'
}
