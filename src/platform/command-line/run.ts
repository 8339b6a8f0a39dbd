import { parseArgs } from 'node:util'
import { ConfigurationError, readConfiguration } from '../configuration.ts'
import { type Installation, openInstallation, projectFolder } from '../installation.ts'
import type { Decider } from '../record/decider.ts'
import { Refusal } from '../refusal.ts'
import { type CommandLine, UsageError } from './command.ts'
import { commandHelp, overview } from './help.ts'
import { clearUp, listenForInterruption } from './interruption.ts'
import { progressOn } from './progress.ts'

type Streams = { readonly out: NodeJS.WritableStream; readonly err: NodeJS.WritableStream }

/**
 * Runs the command that `argv` names. Returns the exit code: 0 done, 1 refused or failed, 2 written wrongly.
 * A mistake of the user's is one clear line; only a bug prints a stack.
 */
export async function runCommandLine(
  commands: readonly CommandLine[],
  deciders: readonly Decider[],
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, err }: Streams,
): Promise<number> {
  try {
    const [first, ...others] = argv
    if (first === undefined || (isHelp(first) && others.length === 0)) {
      out.write(overview(commands))
      return 0
    }
    const { command, rest } = commandNamed(commands, isHelp(first) ? others : argv)
    if (isHelp(first) || asksForHelp(rest)) {
      out.write(commandHelp(command))
      return 0
    }
    return await runOne(command, rest, deciders, env, { out, err })
  } catch (error) {
    return explain(error, err)
  }
}

const isHelp = (word: string): boolean => word === 'help' || word === '--help' || word === '-h'

/** Behind a command the word `help` may be a file's name, and behind `--` everything may be. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return words.slice(0, end === -1 ? words.length : end).some((word) => word === '--help' || word === '-h')
}

function commandNamed(commands: readonly CommandLine[], argv: readonly string[]) {
  for (const words of [2, 1]) {
    const command = commands.find(({ name }) => name === argv.slice(0, words).join(' '))
    if (command) return { command, rest: argv.slice(words) }
  }
  const begun = commands.filter(({ name }) => name.startsWith(`${argv[0]} `)).map(({ name }) => name)
  throw new UsageError(
    begun.length > 0
      ? `'${argv[0]}' needs one more word: ${begun.join(', ')}`
      : `there is no command '${argv[0]}'; 'frankpledge --help' lists them`,
  )
}

async function runOne(
  command: CommandLine,
  argv: readonly string[],
  deciders: readonly Decider[],
  env: NodeJS.ProcessEnv,
  { out, err }: Streams,
): Promise<number> {
  const { values, positionals } = parse(command, argv)
  const configuration = readConfiguration(env, projectFolder)
  let opened: Promise<Installation> | undefined
  const close = async (graceMs?: number): Promise<void> => {
    const installation = await opened?.catch(() => undefined)
    await installation?.close(graceMs)
  }
  const interruption = listenForInterruption()
  try {
    const work = command.run({
      arguments: positionals,
      options: values,
      configuration,
      open: () => (opened ??= openInstallation(configuration, deciders)),
      print: (line) => void out.write(`${line}\n`),
      say: (line) => void err.write(`${line}\n`),
      progress: progressOn(err),
    })
    const interrupted = interruption.came.then((code) => ({ code }))
    const ended = await Promise.race([work, interrupted])
    if (typeof ended !== 'object') {
      await close()
      return ended ?? 0
    }
    err.write('Interrupted. What was not finished is undone.\n')
    await close(0)
    await clearUp(work)
    return ended.code
  } catch (error) {
    await close()
    throw error
  } finally {
    interruption.over()
  }
}

function parse(command: CommandLine, argv: readonly string[]) {
  const known = command.options ?? {}
  const options = Object.fromEntries(Object.entries(known).map(([name, { type }]) => [name, { type }]))
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
    checkCount(command, parsed.positionals.length)
    for (const [name, { required, value }] of Object.entries(known)) {
      if (required && parsed.values[name] === undefined) throw new UsageError(`--${name} ${value ?? ''} is needed`)
    }
    return { positionals: parsed.positionals, values: parsed.values as Record<string, string | boolean | undefined> }
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/\.\s|\n/)[0] ?? '') : String(error)
    throw new UsageError(`${reason}; 'frankpledge ${command.name} --help' shows how it is written`)
  }
}

function checkCount(command: CommandLine, given: number): void {
  const shown = command.arguments ?? []
  const open = shown.at(-1)?.endsWith('…') ?? false
  const needed = shown.filter((name) => !name.startsWith('['))
  if (given < needed.length) throw new UsageError(`${needed.slice(given).join(' ')} is missing`)
  if (given > shown.length && !open) throw new UsageError(`there are ${given - shown.length} words too many`)
}

function explain(error: unknown, err: NodeJS.WritableStream): number {
  if (error instanceof UsageError) {
    err.write(`frankpledge: ${error.message}\n`)
    return 2
  }
  if (error instanceof ConfigurationError) {
    err.write(`${error.message}\n`)
    return 2
  }
  if (error instanceof Refusal) {
    err.write(`frankpledge: ${error.message} (${error.code})\n`)
    return 1
  }
  const { message, stack, cause } = error instanceof Error ? error : new Error(String(error))
  err.write(`frankpledge: ${message}\n`)
  if (cause) err.write(`  because: ${cause instanceof Error ? cause.message : JSON.stringify(cause)}\n`)
  if (process.env['DEBUG']) err.write(`${stack ?? ''}\n`)
  return 1
}
