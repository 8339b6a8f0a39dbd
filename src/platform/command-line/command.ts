import type { Configuration } from '../configuration.ts'
import type { Installation } from '../installation.ts'
import type { Progress } from './progress.ts'

export type Option = {
  readonly type: 'string' | 'boolean'
  /** What the value is called in the help, such as `YYYY-MM`. */
  readonly value?: string
  readonly about: string
  readonly required?: boolean
}

/** What a command is run with. */
export type CommandContext = {
  readonly arguments: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly configuration: Configuration
  /** Opens the installation, once; it is closed when the command ends. */
  readonly open: () => Promise<Installation>
  /** Prints a line of the answer, to standard output. */
  readonly print: (line: string) => void
  /** Prints a line about the work, to standard error. */
  readonly say: (line: string) => void
  readonly progress: Progress
}

/** One command of the command line. */
export type CommandLine = {
  /** One or two words: `rebuild`, `import street`. */
  readonly name: string
  readonly summary: string
  /**
   * The arguments as the help shows them, such as `FILE…`; the last may repeat when it ends in `…`. One in brackets,
   * such as `[RULE]`, may be left out.
   */
  readonly arguments?: readonly string[]
  readonly options?: Readonly<Record<string, Option>>
  /** More of what a reader of the help page needs, in paragraphs. */
  readonly details?: readonly string[]
  /**
   * Returns the exit code; nothing means 0. When it is interrupted its connections are cut off and what was not
   * committed is undone, unless it listens for the signal itself: then it is left to end by itself.
   */
  run(context: CommandContext): Promise<number | void>
}

/** The command line was written wrongly: one clear line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
