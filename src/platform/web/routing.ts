import type { FastifyInstance, RouteShorthandOptions } from 'fastify'
import type { Tx, Viewer } from '../database/reading.ts'
import type { Decider, Named } from '../record/decider.ts'
import type { Performed } from '../record/record.ts'
import type { Html } from './html.ts'

/** A feature's pages. Every route names the permission it needs, `public` included; without one the server does not start. */
export type Routes = (app: FastifyInstance) => void

/** A person whose data a page shows, and why it was looked at (Data Protection Act 2018 s.62). */
export type Look = {
  /** The stream that holds the person's data, such as `person/…` or `account/…`. */
  readonly subjects: readonly string[]
  /** What was opened, in a few words without personal data. */
  readonly what: string
  /** Why: the law-enforcement purpose, or the reason that the viewer gave. */
  readonly purpose: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: string
    /** True when the answer holds personal data: then the handler must call `request.looked` before it replies. */
    personal?: boolean
  }

  interface FastifyRequest {
    /** Who asks; `thePublic` when nobody has signed in. */
    readonly viewer: Viewer
    /** When the request arrived. */
    readonly at: string
    /** Reads what the viewer may see. */
    read<T>(read: (tx: Tx) => Promise<T>): Promise<T>
    /** Performs commands as the viewer, at the moment of the request. */
    readonly record: {
      perform<State, Command extends Named, Event extends Named>(
        decider: Decider<State, Command, Event>,
        id: string,
        command: Command,
      ): Promise<Performed<State>>
    }
    /** Leaves an entry in the log of who looked. */
    looked(look: Look): Promise<void>
  }

  interface FastifyReply {
    html(page: Html): FastifyReply
  }
}

/** The options of a route: who may use it, and whether its answers hold personal data. */
export function allow(permission: string, { personal = false } = {}): RouteShorthandOptions {
  return { config: { permission, personal } }
}
