import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof exitCodes
const signals = Object.keys(exitCodes) as Signal[]

type Interruption = {
  /** Resolves with the exit code when somebody interrupts the command; never otherwise. */
  readonly came: Promise<number>
  /** Stops listening. */
  over(): void
}

/**
 * Listens for Ctrl-C, a service manager's request, and the end of the launcher. A command that listens to the signal
 * itself, as the website does, is left to end by itself. Signals that follow the first are ignored: a terminal sends
 * one to every process in front of it, and the launcher hands its own on.
 */
export function listenForInterruption(): Interruption {
  const { promise: came, resolve } = Promise.withResolvers<number>()
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      if (process.listenerCount(signal) === 1) resolve(exitCodes[signal])
    }
    process.on(signal, listener)
    return { signal, listener }
  })
  const launcherGone = (): void => {
    if (process.listenerCount('disconnect') === 1) resolve(exitCodes.SIGHUP)
  }
  if (process.connected) process.on('disconnect', launcherGone)
  return {
    came,
    over() {
      for (const { signal, listener } of listeners) process.off(signal, listener)
      process.off('disconnect', launcherGone)
    },
  }
}

/** How long an interrupted command may take to clear up, once its connections are cut off. */
const clearingUpMs = 1000

/** Waits for interrupted work to notice. What it throws is what the interruption did to it. */
export async function clearUp(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => {}), wait(clearingUpMs)])
}
