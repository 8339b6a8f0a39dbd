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

const mostAnswers = 200

/**
 * Answers worked out once for each state of the figures. `readStamp` says in which state they are and is asked before
 * every answer, so that a revision shows at once, whichever process imported it.
 */
export function keepAnswers<Answer>(
  readStamp: () => Promise<string>,
): (key: string, make: () => Promise<Answer>) => Promise<Answer> {
  const stamp = together(readStamp)
  let keptFor = ''
  let answers = new Map<string, Promise<Answer>>()
  return async (key, make) => {
    const now = await stamp()
    if (now !== keptFor) {
      keptFor = now
      answers = new Map()
    }
    const held = answers.get(key)
    if (held) return held
    const kept = answers
    const made = make()
    if (kept.size >= mostAnswers) kept.clear()
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }
}
