import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type LocalMonth, formatMonth, isLocalMonth } from '../../calendar/local-month.ts'
import { type CommandContext, type CommandLine, UsageError } from '../../platform/command-line/command.ts'
import { Refusal } from '../../platform/refusal.ts'
import { refusedLine } from '../refused-line.ts'
import { type ImportOptions, type ImportedFile, importOutcomeFile } from './import-outcomes.ts'

export const importOutcomesCommand: CommandLine = {
  name: 'import cps-outcomes',
  summary: 'Imports monthly tables of CPS case outcomes by principal offence',
  arguments: ['FILE…'],
  options: {
    month: {
      type: 'string',
      value: 'YYYY-MM',
      about: 'The month of the file, when neither its name nor its folder says',
    },
    reinstate: { type: 'boolean', about: 'Put figures in force again that were replaced or withdrawn' },
  },
  details: [
    'Each file is read whole and imported in a transaction of its own: nothing is kept of a file that is refused. ' +
      'For a folder, every .csv file in it and below is imported, in the order of their names.',
    'The month comes from the name (principal_offence_category_september_2016.csv), else from the folder and the name ' +
      '(2017/Principal_Offence_Category_Jul.csv), else from --month.',
    'Figures imported before change nothing. Other figures for the same month become its next revision, in force from ' +
      'then on; earlier revisions are kept and shown. Ends with 1 when any file was refused.',
  ],
  async run(context) {
    const files = await filesGiven(context.arguments)
    const options = optionsOf(context, files)
    const installation = await context.open()
    const counts = new Map<string, number>()
    for (const [index, file] of files.entries()) {
      context.progress.at(index, files.length, path.basename(file))
      const { word, line } = await importOne(() => importOutcomeFile(installation, file, options), file)
      counts.set(word, (counts.get(word) ?? 0) + 1)
      context.print(line)
    }
    context.print(['', ...[...counts].map(([word, count]) => `${count} ${word}`)].join('  ').trim())
    return counts.has('refused') ? 1 : 0
  },
}

function optionsOf({ options }: CommandContext, files: readonly string[]): ImportOptions {
  const { month, reinstate } = options
  return { month: monthGiven(month, files), reinstate: reinstate === true, actor: 'command-line' }
}

function monthGiven(month: string | boolean | undefined, files: readonly string[]): LocalMonth | null {
  if (typeof month !== 'string') return null
  if (!isLocalMonth(month)) throw new UsageError(`--month ${month} is not a month, such as 2016-09`)
  if (files.length > 1) throw new UsageError(`--month is for one file, and ${files.length} are given`)
  return month
}

async function importOne(work: () => Promise<ImportedFile>, file: string): Promise<{ word: string; line: string }> {
  try {
    const imported = await work()
    return { word: imported.result, line: `${imported.result}  ${imported.month}  ${file}${remark(imported)}` }
  } catch (error) {
    if (error instanceof Refusal) return { word: 'refused', line: refusedLine(file, error) }
    throw error
  }
}

function remark({ result, month, revision, current, withdrawn }: ImportedFile): string {
  const name = formatMonth(month)
  if (result === 'revised') return `: now revision ${revision} of ${name}; the earlier figures are kept`
  if (result === 'reinstated') return `: revision ${revision} of ${name} is in force again`
  if (withdrawn) return `: these figures were withdrawn as revision ${revision} (--reinstate puts them in force again)`
  if (revision === current) return ''
  return `: these are the figures of revision ${revision}; revision ${current} stays in force`
}

async function filesGiven(given: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  for (const one of given) {
    const found = await stat(one).catch(() => null)
    if (!found?.isDirectory()) {
      files.push(one)
      continue
    }
    const inside = await csvFilesIn(one)
    if (inside.length === 0) throw new UsageError(`the folder ${one} holds no .csv file`)
    files.push(...inside)
  }
  return files
}

async function csvFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.csv'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}
