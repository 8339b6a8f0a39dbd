import { Worker } from 'node:worker_threads'
import type { PrintedDocument } from './printed-document.ts'

/** Nothing that this house prints takes a second. Whatever took this long would never end. */
const longestMilliseconds = 30_000

type Answer = { readonly job: number; readonly pdf?: Uint8Array; readonly failure?: string }

type Job = {
  readonly done: (pdf: Buffer) => void
  readonly fail: (error: Error) => void
  readonly limit: NodeJS.Timeout
}

type SetDocument = (document: PrintedDocument) => Promise<Buffer>

/**
 * Sets documents on a thread of its own, which starts with the first of them. Where one takes longer than `limit`
 * milliseconds the thread is ended, with whatever else waits for it, and the next document starts another.
 */
export function typesetOn(thread: URL, limit: number): SetDocument {
  let press: Press | null = null
  return (document) => {
    if (!press || press.ended) press = new Press(thread, limit)
    return press.set(document)
  }
}

/** The document as a PDF after PDF/UA-1. */
export const typeset: SetDocument = typesetOn(new URL('typeset-worker.ts', import.meta.url), longestMilliseconds)

/** The thread that sets documents. It keeps the process alive only while somebody waits for one. */
class Press {
  readonly #worker: Worker
  readonly #limit: number
  readonly #jobs = new Map<number, Job>()
  #last = 0
  #started = false
  /** True from when it is known that nothing more will be set here. */
  ended = false

  constructor(thread: URL, limit: number) {
    this.#worker = new Worker(thread)
    this.#limit = limit
    this.#worker.unref()
    this.#worker.on('online', () => {
      this.#started = true
      this.#allowAnew()
    })
    this.#worker.on('message', (answer: Answer) => this.#answered(answer))
    this.#worker.on('error', (error) => this.#over(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#over(new Error('The thread that sets documents ended')))
  }

  set(document: PrintedDocument): Promise<Buffer> {
    this.#last += 1
    const job = this.#last
    return new Promise((done, fail) => {
      // Until the thread has started nothing takes too long: a busy machine may need a while for that.
      const limit = setTimeout(() => (this.#started ? this.#end() : limit.refresh()), this.#limit)
      this.#jobs.set(job, { done, fail, limit })
      this.#worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage({ job, document })
    })
  }

  #end(): void {
    this.ended = true
    void this.#worker.terminate()
  }

  #allowAnew(): void {
    for (const { limit } of this.#jobs.values()) limit.refresh()
  }

  #answered({ job, pdf, failure }: Answer): void {
    const waiting = this.#jobs.get(job)
    if (!waiting) return
    this.#jobs.delete(job)
    clearTimeout(waiting.limit)
    // What waited for this one has its own time from now on.
    this.#allowAnew()
    if (this.#jobs.size === 0) this.#worker.unref()
    if (pdf) waiting.done(Buffer.from(pdf))
    else waiting.fail(new Error(failure ?? 'The document could not be set'))
  }

  #over(error: Error): void {
    this.ended = true
    for (const { fail, limit } of this.#jobs.values()) {
      clearTimeout(limit)
      fail(error)
    }
    this.#jobs.clear()
  }
}
