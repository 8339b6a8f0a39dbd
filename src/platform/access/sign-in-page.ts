import type { FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { input } from '../web/components/input/input.ts'
import { passwordInput } from '../web/components/password-input/password-input.ts'
import { type Content, type Html, html } from '../web/html.ts'
import { type FieldError, type Form, csrfField, emptyForm, formOf } from '../web/layout/form.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access } from './access.ts'
import { enter } from './browser.ts'
import { passwordOf, sentOf, textOf } from './sent.ts'
import { endSession, endSessionsOf } from './session.ts'
import { type SignIn, signIn } from './sign-in.ts'
import { newPasswordNote } from './new-password-page.ts'
import { nextOf, withNext } from './next.ts'

/** Signing in and out. */
export const signInRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.signIn, allow('public'), async (request, reply) => {
      const next = nextOf(sentOf(request.query))
      if (request.viewer.account !== '') return reply.redirect(next, 303)
      return reply.html(signInPage(access, request.chrome, request.csrfToken, next))
    })
    app.post(paths.signIn, allow('public'), async (request, reply) => {
      const sent = sentOf(request.body)
      const [email, password] = [textOf(sent, 'email'), passwordOf(sent, 'password')]
      const missing = missingFields(email, password)
      if (missing.length > 0) return refuse(access, request, reply.code(400), missing)
      const { pool, installationKey } = access
      const done = await signIn(pool, installationKey, { email, password, address: request.ip }, request.at)
      return answer(access, request, reply, done)
    })
    app.post(paths.signOut, allow('public'), async (request, reply) => {
      if (request.sessionToken !== null) await endSession(access.pool, request.sessionToken)
      return reply.endSession().redirect(paths.home, 303)
    })
    app.post(paths.signOutEverywhere, allow('signed-in'), async (request, reply) => {
      await endSessionsOf(access.pool, request.viewer.account)
      return reply.endSession().redirect(paths.signIn, 303)
    })
  }

function missingFields(email: string, password: string): readonly FieldError[] {
  const missing: FieldError[] = []
  if (email === '') missing.push({ field: 'email', text: 'Enter your email address' })
  if (password === '') missing.push({ field: 'password', text: 'Enter your password' })
  return missing
}

function answer(access: Access, request: FastifyRequest, reply: FastifyReply, done: SignIn): unknown {
  const next = nextOf(sentOf(request.body))
  switch (done.outcome) {
    case 'in':
      return enter(access, request, reply, { account: done.credential.account, method: 'password', next })
    case 'choose-password':
      newPasswordNote(access, reply, done.credential, request.at)
      return reply.redirect(withNext(paths.newPassword, next), 303)
    case 'wrong':
      return refuse(access, request, reply.code(400), [wrong])
    case 'wait':
      reply.code(429).header('retry-after', String(done.seconds))
      return refuse(access, request, reply, [{ field: 'email', text: waitSentence(done.seconds) }])
  }
}

const wrong: FieldError = { field: 'email', text: 'Check your email address and password' }

/** Rounded up to the minute beyond the first, so that nobody counts seconds. */
export function waitSentence(seconds: number): string {
  const time = seconds < 60 ? `${seconds} seconds` : seconds <= 60 ? '1 minute' : `${Math.ceil(seconds / 60)} minutes`
  return `There were too many wrong passwords. Wait ${time}, then try again`
}

/** The password is never shown again. */
function refuse(access: Access, request: FastifyRequest, reply: FastifyReply, errors: readonly FieldError[]): unknown {
  const sent = sentOf(request.body)
  const form = formOf({ email: textOf(sent, 'email') }, errors)
  return reply.html(signInPage(access, request.chrome, request.csrfToken, nextOf(sent), form))
}

const signInPage = (
  { openIdConnect }: Pick<Access, 'openIdConnect'>,
  chrome: Chrome,
  csrfToken: string,
  next: string,
  form: Form = emptyForm,
): Html =>
  page(chrome, {
    title: 'Sign in',
    errors: form.errors,
    body: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        ${chrome.demonstration && demonstrationHint} ${openIdConnect && organisationSignIn(next)}
        <form method="post" action="${paths.signIn}" novalidate>
          ${csrfField(csrfToken)}
          <input type="hidden" name="next" value="${next}" />
          ${input({
            name: 'email',
            label: { text: 'Email address' },
            type: 'email',
            autocomplete: 'username',
            spellcheck: false,
            ...form.field('email'),
          })}
          ${passwordInput({
            name: 'password',
            label: { text: 'Password' },
            errorMessage: form.field('password').errorMessage,
          })}
          ${button({ text: 'Sign in', preventDoubleClick: true })}
        </form>
        <h2 class="govuk-heading-s">If you cannot sign in</h2>
        <p class="govuk-body">
          Ask the administrator of your agency. They can give you an account, or a one-time password if you have lost
          yours.
        </p>
      </div>
    </div>`,
  })

const organisationSignIn = (next: string): Content =>
  html`<p class="govuk-body">
      ${button({ text: 'Sign in with your organisation', href: withNext(paths.openIdConnectStart, next) })}
    </p>
    <h2 class="govuk-heading-m">Or sign in with a password</h2>`

const demonstrationHint = html`<div class="govuk-inset-text">
  This is a demonstration. You need no password:
  <a class="govuk-link" href="${paths.demonstration}">choose whom to be</a>.
</div>`
