import type { Loaded } from './loaded.ts'

/** States by stream, so that a busy stream is not read from its first entry each time. The oldest use goes first. */
export class StateCache {
  readonly #states = new Map<string, Loaded>()
  readonly #limit: number

  constructor(limit = 10_000) {
    this.#limit = limit
  }

  get(stream: string): Loaded | undefined {
    const found = this.#states.get(stream)
    if (found) {
      this.#states.delete(stream)
      this.#states.set(stream, found)
    }
    return found
  }

  /** Keeps a state that was committed. A newer one stays: commits may be heard of in another order. */
  set(loaded: Loaded): void {
    const standing = this.#states.get(loaded.stream)
    if (standing && standing.version > loaded.version && loaded.key.state !== 'erased') return
    this.#states.delete(loaded.stream)
    this.#states.set(loaded.stream, loaded)
    const [oldest] = this.#states.keys()
    if (this.#states.size > this.#limit && oldest !== undefined) this.#states.delete(oldest)
  }
}
