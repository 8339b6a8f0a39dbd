import type { FastifyInstance, RouteShorthandOptions } from 'fastify'
import type { Instant } from '../../calendar/instant.ts'
import type { Tx, Viewer } from '../database/reading.ts'
import type { Installation } from '../installation.ts'
import type { Decider, Named } from '../record/decider.ts'
import type { Performed } from '../record/record.ts'
import type { Order } from '../record/unit-of-work.ts'
import type { Html } from './html.ts'
import type { Chrome } from './layout/page.ts'

/** A feature's pages. Every route names the permission it needs, `public` included; without one the server does not start. */
export type Routes = (app: FastifyInstance, house: House) => void

/** What the few pages may need that do more than read and perform, such as signing in or sending a file. */
export type House = { readonly installation: Installation; readonly demonstration: boolean }

/** Two permissions that no role grants: everybody has the first, everybody who signed in has the second. */
export const publicPermission = 'public'
export const signedInPermission = 'signed-in'

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
    /** True for answers that are the same for everybody and ask for no session: assets and health checks. */
    sessionless?: boolean
    /**
     * True for what other systems ask for: the viewer is known by the token of the request, and never by a session.
     * Everywhere else a token is nothing.
     */
    byToken?: boolean
  }

  interface FastifyRequest {
    /** Who asks; `thePublic` when nobody has signed in. */
    readonly viewer: Viewer
    /** When the request arrived. */
    readonly at: Instant
    /** What stands round the page for this viewer: `reply.html(page(request.chrome, { title, body }))`. */
    readonly chrome: Chrome
    /** For `csrfField` in every form that is sent by POST. The server checks it; no page has to. */
    readonly csrfToken: string
    /** The token in the session cookie, for signing out; null when there is none. */
    readonly sessionToken: string | null
    /** Reads what the viewer may see. */
    read<T>(read: (tx: Tx) => Promise<T>): Promise<T>
    /** Performs commands as the viewer, at the moment of the request. */
    readonly record: {
      perform<State, Command extends Named, Event extends Named>(
        decider: Decider<State, Command, Event>,
        id: string,
        command: Command,
      ): Promise<Performed<State>>
      /** The same for several streams at once, such as an allegation and the people in it: all of them or none. */
      performAll(orders: ReadonlyArray<Omit<Order, 'act'>>): Promise<void>
    }
    /** Leaves an entry in the log of who looked. */
    looked(look: Look): Promise<void>
    /** A value kept in this browser by `reply.keep`, or null. */
    kept(name: string): string | null
  }

  interface FastifyReply {
    html(page: Html): FastifyReply
    /** Begins or renews this browser's session: the cookie lasts until the browser is closed. */
    startSession(token: string): FastifyReply
    endSession(): FastifyReply
    /** Keeps a short-lived value in this browser, out of reach of scripts. */
    keep(name: string, value: string, seconds: number): FastifyReply
    forget(name: string): FastifyReply
  }
}

/** The options of a route: who may use it, and whether its answers hold personal data. */
export function allow(permission: string, { personal = false } = {}): RouteShorthandOptions {
  return { config: { permission, personal } }
}
