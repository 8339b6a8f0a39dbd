import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { renewFeed } from '../casework/happenings/read-happenings.ts'
import { declarePurpose } from '../demonstration/declare-purpose.ts'
import { loadArea, loadDemonstration } from '../demonstration/load.ts'
import type { Purpose } from '../demonstration/purpose.ts'
import { paths } from '../paths.ts'
import type { CommandContext, CommandLine } from '../platform/command-line/command.ts'
import type { Configuration } from '../platform/configuration.ts'
import { thePublic } from '../platform/database/reading.ts'
import type { Installation } from '../platform/installation.ts'
import { type Metrics, collectMetrics } from '../platform/web/metrics.ts'
import type { Routes } from '../platform/web/routing.ts'
import { buildServer } from '../platform/web/server.ts'
import { checkPort, listenAt } from './listening.ts'
import { refuseServe } from './refusals.ts'
import { siteOf } from './site.ts'
import { askedToStop } from './stopping.ts'

/** How long answers under way may take once the server was asked to stop. */
const farewellMs = 10_000

/** `frankpledge start`: the website of this installation, until somebody stops it. */
export const startCommand = (routes: readonly Routes[]): CommandLine => ({
  name: 'start',
  summary: 'Starts the website and keeps it running',
  options: {
    'without-demonstration': { type: 'boolean', about: 'begin an installation for real work, without made-up people' },
  },
  details: [
    'The first start decides whether an installation is a demonstration or for real work, and it stays so.',
    'Ctrl-C stops the website, and the embedded database when no other command is using it.',
  ],
  run: async (context) => {
    const stop = askedToStop()
    const installation = await context.open()
    const wanted: Purpose = context.options['without-demonstration'] ? 'work' : 'demonstration'
    const running = await Promise.race([stop, start(context, installation, routes, wanted)])
    if (!running) return
    await stop
    await running.stop()
  },
})

type Running = { stop(): Promise<void> }

async function start(
  context: CommandContext,
  installation: Installation,
  routes: readonly Routes[],
  wanted: Purpose,
): Promise<Running> {
  const { configuration, progress } = context
  if (!(await installation.claimServer())) throw refuseServe('serve.already-running', { home: configuration.home })
  await checkPort(placeOf(configuration))
  const demonstration = (await declarePurpose(installation, wanted)) === 'demonstration'
  const metrics = configuration.metricsPort === null ? null : collectMetrics()
  const app = await buildServer({
    ...siteOf(installation, routes, demonstration),
    // On a terminal, a line for every answer would hide the one that matters.
    log: { stream: process.stderr, level: process.stderr.isTTY ? 'warn' : 'info' },
    ...(metrics && { observe: metrics.observe }),
  })
  // A connection for pages that stays open: it is how whoever replaces the installation key sees that we are running.
  await installation.reading.as(thePublic, async () => {})
  await renewFeed(installation.pool)
  await loadArea(installation, progress)
  if (demonstration) await loadDemonstration(installation, progress)
  await listen(app, metrics, configuration)
  context.print(`Frankpledge is running at ${configuration.publicUrl}`)
  if (demonstration)
    context.print(`Demonstration data: choose whom to be at ${configuration.publicUrl}${paths.demonstration}`)
  return { stop: () => stop(app, metrics) }
}

const placeOf = ({ host, port }: Configuration) => ({ host, port, setting: 'PORT' }) as const

async function listen(app: FastifyInstance, metrics: Metrics | null, configuration: Configuration): Promise<void> {
  const { host, port, metricsPort } = configuration
  if (metrics !== null && metricsPort !== null) {
    const place = { host: '127.0.0.1', port: metricsPort, setting: 'METRICS_PORT' } as const
    await listenAt(place, () => metrics.listen(metricsPort))
  }
  try {
    await listenAt(placeOf(configuration), () => app.listen({ host, port }))
  } catch (error) {
    await metrics?.stop()
    throw error
  }
}

/** Takes no more requests, finishes those under way, and after a while cuts off those that do not end. */
async function stop(app: FastifyInstance, metrics: Metrics | null): Promise<void> {
  const closed = app.close()
  await Promise.race([closed, wait(farewellMs, undefined, { ref: false })])
  app.server.closeAllConnections()
  await closed
  await metrics?.stop()
}
