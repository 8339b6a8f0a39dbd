import { Agent, get } from 'node:http'
import path from 'node:path'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { perSecond } from './measure.ts'

// Asks a server for one page again and again, from a thread of its own: the asking must not take the server's time.

type Load = { readonly url: string; readonly together: number; readonly seconds: number }

/** Answers a second, by `together` callers over kept connections for about `seconds`. */
export function answersPerSecond(load: Load): Promise<number> {
  const worker = new Worker(path.join(import.meta.dirname, 'load.ts'), { workerData: load })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Asks once and reads the whole answer. */
export function ask(agent: Agent, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(parts).toString())
        else reject(new Error(`${url} answered ${answer.statusCode}`))
      })
      answer.on('error', reject)
    })
    request.on('error', reject)
  })
}

if (!isMainThread && parentPort) {
  const { url, together, seconds } = workerData as Load
  const agent = new Agent({ keepAlive: true, maxSockets: together })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin
  parentPort.postMessage(await perSecond(() => ask(agent, url), together, seconds))
  agent.destroy()
}
