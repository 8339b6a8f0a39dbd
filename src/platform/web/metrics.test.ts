import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort } from '../../../test/support/free-port.ts'
import { collectMetrics } from './metrics.ts'

test('metrics are told by route pattern, on a loopback port of their own', async () => {
  const metrics = collectMetrics()
  const port = await freePort()
  await metrics.listen(port)
  try {
    metrics.observe({ method: 'GET', route: '/cases/:urn', status: 200, seconds: 0.02 })
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    assert.match(text, /http_request_duration_seconds_count\{method="GET",route="\/cases\/:urn",status="200"\} 1/)
    assert.match(text, /process_cpu_seconds_total/)
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 404)
  } finally {
    await metrics.stop()
  }
})
