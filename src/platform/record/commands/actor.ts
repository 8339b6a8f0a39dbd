import os from 'node:os'

/** Who works at the command line, as the operating system knows them. */
export function commandLineActor(): string {
  try {
    return `command-line/${os.userInfo().username}`
  } catch {
    // A container may run under a number that has no name.
    return 'command-line'
  }
}
