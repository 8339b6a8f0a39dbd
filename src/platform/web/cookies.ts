import cookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'

const session = 'session'

/**
 * Cookies: never read by scripts, never sent along by another site's form, and over HTTPS only where the site is
 * served so. The `__Host-` prefix then keeps a neighbouring host name from planting one.
 */
export function addCookies(app: FastifyInstance, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:')
  const nameOf = (name: string): string => `${secure ? '__Host-' : ''}frankpledge-${name}`
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const

  void app.register(cookie)
  app.decorateRequest('kept', function (name) {
    return this.cookies[nameOf(name)] ?? null
  })
  app.decorateRequest('sessionToken', {
    getter() {
      return this.kept(session)
    },
  })
  app.decorateReply('keep', function (name, value, seconds) {
    return this.setCookie(nameOf(name), value, { ...options, maxAge: seconds })
  })
  app.decorateReply('forget', function (name) {
    return this.clearCookie(nameOf(name), options)
  })
  app.decorateReply('startSession', function (token) {
    return this.setCookie(nameOf(session), token, options)
  })
  app.decorateReply('endSession', function () {
    return this.forget(session)
  })
}
