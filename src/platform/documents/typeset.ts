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

let press: Press | null = null

/** The document as a PDF after PDF/UA-1, set on a thread of its own, which starts with the first document. */
export async function typeset(document: PrintedDocument): Promise<Buffer> {
  press ??= new Press(() => {
    press = null
  })
  return press.set(document)
}

/** The thread that sets documents. It keeps the process alive only while somebody waits for one. */
class Press {
  readonly #worker = new Worker(new URL('typeset-worker.ts', import.meta.url))
  readonly #jobs = new Map<number, Job>()
  #last = 0

  constructor(ended: () => void) {
    this.#worker.unref()
    this.#worker.on('message', (answer: Answer) => this.#answered(answer))
    this.#worker.on('error', (error) => this.#failAll(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => {
      ended()
      this.#failAll(new Error('The thread that sets documents ended'))
    })
  }

  set(document: PrintedDocument): Promise<Buffer> {
    this.#last += 1
    const job = this.#last
    return new Promise((done, fail) => {
      const limit = setTimeout(() => void this.#worker.terminate(), longestMilliseconds)
      this.#jobs.set(job, { done, fail, limit })
      this.#worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage({ job, document })
    })
  }

  #answered({ job, pdf, failure }: Answer): void {
    const waiting = this.#jobs.get(job)
    if (!waiting) return
    this.#jobs.delete(job)
    clearTimeout(waiting.limit)
    if (this.#jobs.size === 0) this.#worker.unref()
    if (pdf) waiting.done(Buffer.from(pdf))
    else waiting.fail(new Error(failure ?? 'The document could not be set'))
  }

  #failAll(error: Error): void {
    for (const { fail, limit } of this.#jobs.values()) {
      clearTimeout(limit)
      fail(error)
    }
    this.#jobs.clear()
  }
}
