import process from 'node:process'

/**
 * Resolves when somebody asks this process to stop: Ctrl-C, a service manager, or the end of the launcher that
 * started it. The listeners stay, so that a second Ctrl-C does not cut short the stopping.
 */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    process.on('disconnect', resolve)
  })
}
