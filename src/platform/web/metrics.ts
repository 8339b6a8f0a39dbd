import { createServer } from 'node:http'
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Site } from './site.ts'

export type Metrics = {
  readonly observe: NonNullable<Site['observe']>
  /** Listens on loopback only, and not on the website's port: what it tells is for whoever runs this machine. */
  listen(port: number): Promise<void>
  stop(): Promise<void>
}

/** Metrics for Prometheus: of the process, and how long answers took by route pattern. */
export function collectMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers took, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    void registry.metrics().then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
  })
  return {
    observe: ({ method, route, status, seconds }) => durations.observe({ method, route, status }, seconds),
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', resolve)
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
