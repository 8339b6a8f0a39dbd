import { createServer } from 'node:net'
import process from 'node:process'

/**
 * Below the ports that the system gives to connections, any of which it could give away before a server takes it; and
 * each process begins at another, so that no two test files find the same one.
 */
const first = 20_000
const span = 12_000
const ofEach = 8
let tried = 0

/** A port of this computer that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + ((process.pid * ofEach + tried) % span)
    tried += 1
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
