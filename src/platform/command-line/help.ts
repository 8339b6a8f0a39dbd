import type { CommandLine, Option } from './command.ts'

const columns = (rows: ReadonlyArray<readonly [string, string]>): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}

/** The page of `frankpledge --help`. */
export function overview(commands: readonly CommandLine[]): string {
  const rows = commands.map(
    ({ name, arguments: words = [], summary }) => [[name, ...words].join(' '), summary] as const,
  )
  return [
    'Frankpledge: from crime to justice, on one record, in the open.\n\n',
    'Usage: frankpledge COMMAND [ARGUMENTS] [OPTIONS]\n\n',
    columns(rows),
    "\n'frankpledge COMMAND --help' explains a command. Settings come from the environment: docs/operations.md.\n",
  ].join('')
}

const optionShown = (name: string, { type, value }: Option): string =>
  type === 'boolean' ? `--${name}` : `--${name} ${value ?? 'VALUE'}`

/** The help page of one command. */
export function commandHelp({ name, arguments: words = [], options = {}, summary, details = [] }: CommandLine): string {
  const shown = Object.entries(options).map(([option, spec]) => {
    const written = optionShown(option, spec)
    return spec.required ? written : `[${written}]`
  })
  const about = Object.entries(options).map(([option, spec]) => [optionShown(option, spec), spec.about] as const)
  return [
    `${summary}\n\nUsage: ${['frankpledge', name, ...words, ...shown].join(' ')}\n`,
    about.length ? `\n${columns(about)}` : '',
    ...details.map((paragraph) => `\n${wrapped(paragraph)}\n`),
  ].join('')
}

const lineWidth = 100

/** A paragraph in lines that fit a terminal. */
function wrapped(paragraph: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line && line.length + 1 + word.length > lineWidth) {
      lines.push(line)
      line = ''
    }
    line += line ? ` ${word}` : word
  }
  return [...lines, line].join('\n')
}
