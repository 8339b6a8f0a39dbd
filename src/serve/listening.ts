import { createServer } from 'node:net'
import { refuseServe } from './refusals.ts'

type Place = { readonly host: string; readonly port: number; readonly setting: 'PORT' | 'METRICS_PORT' }

/** Says in words why nothing can listen there; anything else is thrown as it came. */
function explain(error: unknown, place: Place): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return refuseServe('serve.port-taken', place)
  if (code === 'EACCES') return refuseServe('serve.port-not-allowed', place)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return refuseServe('serve.host-unknown', place)
  return error
}

export async function listenAt(place: Place, listen: () => Promise<unknown>): Promise<void> {
  try {
    await listen()
  } catch (error) {
    throw explain(error, place)
  }
}

/** Tries a port and lets it go, so that a long first start does not end in a port that was never free. */
export function checkPort(place: Place): Promise<void> {
  return listenAt(
    place,
    () =>
      new Promise((resolve, reject) => {
        const probe = createServer()
        probe.once('error', reject)
        probe.listen({ port: place.port, host: place.host }, () => probe.close(resolve))
      }),
  )
}
