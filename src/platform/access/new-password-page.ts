import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { passwordInput } from '../web/components/password-input/password-input.ts'
import { type Content, type Html, html } from '../web/html.ts'
import { type FieldError, csrfField } from '../web/layout/form.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import type { Access } from './access.ts'
import { enter } from './browser.ts'
import { type Credential, credentialOf, setPassword } from './credential.ts'
import { isPassword, passwordFault, shortestPassword } from './password.ts'
import { noteSeconds, readNote, writeNote } from './sealed-note.ts'
import { passwordOf, sentOf } from './sent.ts'
import { endSessionsOf } from './session.ts'
import { nextOf } from './next.ts'

const purpose = 'new-password'
const noteShape = z.object({ account: z.string(), changedAt: z.string() })

/**
 * Remembers in the browser that it gave the right one-time password. That is not a session: nothing opens with it
 * but the choice of a password, once, because choosing one changes `changedAt`.
 */
export function newPasswordNote(access: Access, reply: FastifyReply, credential: Credential, at: Instant): void {
  const { account, changedAt } = credential
  reply.keep(purpose, writeNote(access.installationKey, purpose, { account, changedAt }, at), noteSeconds)
}

async function credentialIn(access: Access, request: FastifyRequest): Promise<Credential | null> {
  const note = readNote(access.installationKey, purpose, noteShape, request.kept(purpose), request.at)
  const credential = note && (await credentialOf(access.pool, note.account))
  return credential?.oneTime && credential.changedAt === note?.changedAt ? credential : null
}

/** Choosing a password after a one-time one. */
export const newPasswordRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.newPassword, allow('public'), async (request, reply) => {
      if (!(await credentialIn(access, request))) return reply.redirect(paths.signIn, 303)
      reply.header('cache-control', 'no-store')
      return reply.html(newPasswordPage(request.chrome, request.csrfToken, nextOf(sentOf(request.query))))
    })
    app.post(paths.newPassword, allow('public'), async (request, reply) => {
      const credential = await credentialIn(access, request)
      if (!credential) return reply.forget(purpose).redirect(paths.signIn, 303)
      const sent = sentOf(request.body)
      const next = nextOf(sent)
      const chosen = { password: passwordOf(sent, 'password'), again: passwordOf(sent, 'password-again') }
      const errors = await choiceErrors(chosen, credential)
      if (errors.length > 0)
        return reply.code(400).html(newPasswordPage(request.chrome, request.csrfToken, next, errors))
      await setPassword(access.pool, credential.account, chosen.password, request.at)
      await endSessionsOf(access.pool, credential.account)
      reply.forget(purpose)
      return enter(access, request, reply, { account: credential.account, method: 'password', next })
    })
  }

/** What is wrong with a password that was typed twice. It must differ from the one that it replaces. */
export async function choiceErrors(
  { password, again }: { readonly password: string; readonly again: string },
  { email, passwordHash }: Credential,
): Promise<readonly FieldError[]> {
  const fault = passwordFault(password, email)
  if (fault) return [{ field: 'password', text: fault }]
  if (password !== again) return [{ field: 'password-again', text: 'Enter the same password twice' }]
  if (await isPassword(password, passwordHash)) {
    return [{ field: 'password', text: 'Enter a password other than the one you have now' }]
  }
  return []
}

/** The two fields in which a password is chosen. */
export function choiceFields(errors: readonly FieldError[]): Content {
  const messageFor = (field: string) => errors.find((error) => error.field === field)
  return [
    passwordInput({
      name: 'password',
      label: { text: 'New password' },
      hint: { text: `At least ${shortestPassword} characters. Three or four unconnected words are easy to remember.` },
      autocomplete: 'new-password',
      errorMessage: messageFor('password'),
    }),
    passwordInput({
      name: 'password-again',
      label: { text: 'New password again' },
      autocomplete: 'new-password',
      errorMessage: messageFor('password-again'),
    }),
  ]
}

const newPasswordPage = (chrome: Chrome, csrfToken: string, next: string, errors: readonly FieldError[] = []): Html =>
  page(chrome, {
    title: 'Choose a password',
    lede: 'The password you were given works only once. Choose your own, which nobody else knows.',
    errors,
    body: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <form method="post" action="${paths.newPassword}" novalidate>
          ${csrfField(csrfToken)}
          <input type="hidden" name="next" value="${next}" />
          ${choiceFields(errors)} ${button({ text: 'Save and sign in', preventDoubleClick: true })}
        </form>
      </div>
    </div>`,
  })
