import { parentPort } from 'node:worker_threads'
import type { PrintedDocument } from './printed-document.ts'
import { Typesetter } from './set-document.ts'

// Sets one document for each message, on a thread of its own, so that a long one keeps nobody's page waiting.

const typesetter = new Typesetter()

function answerTo({ job, document }: { readonly job: number; readonly document: PrintedDocument }) {
  try {
    return { job, pdf: typesetter.set(document) }
  } catch (error) {
    return { job, failure: error instanceof Error ? error.message : String(error) }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.on('message', (order: Parameters<typeof answerTo>[0]) => parentPort?.postMessage(answerTo(order)))
