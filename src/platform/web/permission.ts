import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Viewer } from '../database/reading.ts'
import type { Decider, Named } from '../record/decider.ts'
import { publicPermission, signedInPermission } from './routing.ts'

/** The viewer's role does not include what they asked for. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** Nobody is signed in, and this is not public. */
export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
}

/** Denies by default: a route without a permission, or with one that nobody can hold, stops the server from starting. */
function checkRoute({ method, url, config }: RouteOptions, known: ReadonlySet<string>): void {
  const where = `${[method].flat().join(', ')} ${url}`
  const permission = config?.permission
  if (permission === undefined) throw new Error(`${where} names no permission: give it allow('…')`)
  if (!known.has(permission)) throw new Error(`${where} names the permission '${permission}', which no role has`)
  // What systems ask for needs no token of a form, so that each must need a token of its own.
  if (config?.byToken && permission === publicPermission) throw new Error(`${where} is for systems and asks for none`)
}

/** Throws unless the viewer may use the route that the request came to. */
export function checkPermission({ viewer, routeOptions }: FastifyRequest): void {
  const permission = routeOptions.config.permission
  if (permission === publicPermission) return
  if (viewer.account === '') throw new NotSignedIn()
  if (permission === signedInPermission) return
  if (permission === undefined || !viewer.permissions.includes(permission)) throw new NotAllowed()
}

/**
 * Throws unless the viewer may order the command, whatever route it came by. Which permission a command needs stands
 * in its decider; one that follows only from another stream is in nobody's hands.
 */
export function checkMayOrder(
  { permissions: held }: Pick<Viewer, 'permissions'>,
  { permissions: needed }: Pick<Decider, 'permissions'>,
  { type }: Named,
): void {
  if (needed === undefined) return
  const permission = Object.hasOwn(needed, type) ? needed[type] : undefined
  if (permission === undefined || !held.includes(permission)) throw new NotAllowed()
}

/** Must come before any route is added. */
export function addPermissions(app: FastifyInstance, permissions: readonly string[]): void {
  const known = new Set([...permissions, publicPermission, signedInPermission])
  app.addHook('onRoute', (route) => checkRoute(route, known))
}

const elsewhere = 'http://elsewhere.invalid'

/** The address of a page of ours, as `path?query`; null for anything that could lead elsewhere. */
export function ownAddress(text: unknown): string | null {
  if (typeof text !== 'string' || !text.startsWith('/') || !URL.canParse(text, elsewhere)) return null
  const { origin, pathname, search } = new URL(text, elsewhere)
  return origin === elsewhere && !pathname.startsWith('//') ? `${pathname}${search}` : null
}
