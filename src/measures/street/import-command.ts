import { formatMonth } from '../../calendar/local-month.ts'
import type { CommandContext, CommandLine } from '../../platform/command-line/command.ts'
import { refusedLine } from '../refused-line.ts'
import { forceTitle } from './dataset.ts'
import { givenFiles } from './given-files.ts'
import { type ImportedStreetFile, importStreet } from './import-street.ts'

export const importStreetCommand: CommandLine = {
  name: 'import street',
  summary: 'Imports street crime files of data.police.uk',
  arguments: ['FILE…'],
  options: {
    accept: {
      type: 'string',
      value: 'NAME',
      about: "A crime type or outcome that is new on the site; several with '|' between them",
    },
    reinstate: { type: 'boolean', about: 'Let a file stand again that a later one replaced' },
  },
  details: [
    'A FILE is a .csv, a .csv.gz, a .zip as the site gives them, or a folder: in a folder and in a zip every file whose ' +
      'name ends in -street.csv or -street.csv.gz is imported, in the order of their names, and the others are left.',
    'Force and month come from the rows, and the name must not say otherwise. Each file is imported in a transaction of ' +
      'its own: nothing is kept of a file that is refused. Every row counts, also one that is there twice.',
    'A file that was imported before changes nothing. Another file for the same force and month becomes the next ' +
      'revision, and figures are counted from it; the earlier one is kept and shown. Ends with 1 when any file was refused.',
  ],
  async run(context) {
    const given = await givenFiles(context.arguments)
    const done: ImportedStreetFile[] = []
    try {
      for await (const one of importStreet(await context.open(), given.files, optionsOf(context))) {
        done.push(one)
        context.progress.at(done.length, given.files.length, one.shown)
      }
    } finally {
      given.close()
      // Said when the bar is gone; and also what was imported before something broke.
      context.progress.done(`${done.length} of ${given.files.length} files read`)
      for (const one of done) context.print(line(one))
      for (const note of skipped(given.otherKinds)) context.print(note)
      context.print(summary(done))
    }
    return done.some(({ result }) => result === 'refused') ? 1 : 0
  },
}

const results = ['imported', 'revised', 'reinstated', 'unchanged', 'refused'] as const

/** `27 imported, 2 unchanged` */
function summary(done: readonly ImportedStreetFile[]): string {
  const counts = results.map((word) => ({ word, count: done.filter(({ result }) => result === word).length }))
  const said = counts.filter(({ count }) => count > 0).map(({ word, count }) => `${count} ${word}`)
  return said.join(', ') || 'nothing was imported'
}

const optionsOf = ({ options: { accept, reinstate } }: CommandContext) => ({
  accepted:
    typeof accept === 'string'
      ? accept
          .split('|')
          .map((name) => name.trim())
          .filter(Boolean)
      : [],
  reinstate: reinstate === true,
  actor: 'command-line',
})

function line(one: ImportedStreetFile): string {
  if (one.result === 'refused') return refusedLine(one.shown, one.refusal)
  const { result, force, month, rows, shown } = one
  return `${result}  ${month}  ${force}  ${rows.toLocaleString('en-GB')} rows  ${shown}${remark(one)}`
}

function remark(one: Exclude<ImportedStreetFile, { result: 'refused' }>): string {
  const name = `${forceTitle(one.force)}, ${formatMonth(one.month)}`
  if (one.result === 'revised') return `: now revision ${one.revision} of ${name}; the earlier file is kept`
  if (one.result === 'reinstated') return `: revision ${one.revision} of ${name} stands again`
  if (one.current) return ''
  return `: this is revision ${one.revision} of ${name}; another file stands (--reinstate lets this one stand again)`
}

const mostShown = 3

function skipped(otherKinds: readonly string[]): readonly string[] {
  if (otherKinds.length === 0) return []
  const more = otherKinds.length > mostShown ? ` and ${otherKinds.length - mostShown} more` : ''
  return [`left     files of other kinds: ${otherKinds.slice(0, mostShown).join(', ')}${more}`]
}
