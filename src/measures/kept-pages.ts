/**
 * Runs `work` at most once at a time for everybody who asks. Who asks while it runs waits for the run after it, so
 * that nobody is answered by work that began before they asked.
 */
export function together<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  const start = (): Promise<T> => {
    running = work().finally(() => (running = null))
    return running
  }
  return () => {
    if (running === null) return start()
    next ??= running.then(again, again)
    return next
  }
  function again(): Promise<T> {
    next = null
    return running ?? start()
  }
}

const mostPages = 200

/**
 * Pages worked out once for each state of the figures. `readStamp` says in which state they are and is asked before
 * every answer, so that a revision shows at once, whichever process imported it.
 */
export function keepPages<Shown>(
  readStamp: () => Promise<string>,
): (key: string, make: () => Promise<Shown>) => Promise<Shown> {
  const stamp = together(readStamp)
  let keptFor = ''
  let pages = new Map<string, Promise<Shown>>()
  return async (key, make) => {
    const now = await stamp()
    if (now !== keptFor) {
      keptFor = now
      pages = new Map()
    }
    const held = pages.get(key)
    if (held) return held
    const kept = pages
    const made = make()
    if (kept.size >= mostPages) kept.clear()
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }
}
