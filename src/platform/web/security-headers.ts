import type { FastifyInstance } from 'fastify'
import type { Configuration } from '../configuration.ts'

/**
 * What a browser may do with our pages: load scripts, styles and pictures from this site alone, send forms to it
 * alone, and be framed by nobody. No script or style stands in a page. The way to an OpenID Connect provider is a
 * link, which needs no place here.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb', 'browsing-topics']

const twoYears = 63_072_000

export function securityHeaders(configuration: Configuration): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    // An address may name a case: only our own pages learn where a reader came from.
    'referrer-policy': 'same-origin',
    'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(configuration.publicUrl.startsWith('https:') && {
      'strict-transport-security': `max-age=${twoYears}; includeSubDomains`,
    }),
  }
}

/** On every answer of ours, errors included. What is no HTTP at all is answered by Node.js in a few fixed words. */
export function addSecurityHeaders(app: FastifyInstance, configuration: Configuration): void {
  const headers = securityHeaders(configuration)
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(headers)
  })
}
