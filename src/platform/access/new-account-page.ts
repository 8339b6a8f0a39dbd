import { randomUUID } from 'node:crypto'
import { paths } from '../../paths.ts'
import { button } from '../web/components/button/button.ts'
import { input } from '../web/components/input/input.ts'
import { select } from '../web/components/select/select.ts'
import { type Html, html } from '../web/html.ts'
import {
  type FieldError,
  type Form,
  type Parsed,
  accepted,
  csrfField,
  emptyForm,
  rejected,
} from '../web/layout/form.ts'
import { type Chrome, page } from '../web/layout/page.ts'
import { type Routes, allow } from '../web/routing.ts'
import { Refusal } from '../refusal.ts'
import type { Access, AgencyChoice } from './access.ts'
import type { AddAccount } from './account-events.ts'
import { handOver } from './hand-over.ts'
import { emailFault, nameFault } from './name-and-email.ts'
import { sentOf, textOf } from './sent.ts'
import type { Viewer } from '../database/reading.ts'

/** Where the viewer may add accounts: their own agency, or all when they administer the area. */
const administeredAgencies = (viewer: Viewer, agencies: readonly AgencyChoice[]): readonly AgencyChoice[] =>
  administersArea(viewer) ? agencies : agencies.filter(({ code }) => code === viewer.agency)

export const administersArea = ({ permissions }: Viewer): boolean => permissions.includes('accounts.administer-area')

export const newAccountRoutes =
  (access: Access): Routes =>
  (app) => {
    app.get(paths.deskAccountNew, allow('accounts.administer'), async (request, reply) => {
      const agencies = administeredAgencies(request.viewer, await request.read((tx) => access.readAgencies(tx)))
      return reply.html(newAccountPage(request.chrome, request.csrfToken, agencies))
    })
    app.post(paths.deskAccountNew, allow('accounts.administer', { personal: true }), async (request, reply) => {
      const { viewer, chrome, csrfToken, at } = request
      const agencies = administeredAgencies(viewer, await request.read((tx) => access.readAgencies(tx)))
      const form = parseNewAccount(request.body, agencies)
      if (!form.ok) return reply.code(400).html(newAccountPage(chrome, csrfToken, agencies, form))
      const id = randomUUID()
      const command = { ...form.command, type: 'AddAccount', account: id, by: viewer.account, at } as const
      try {
        await request.record.perform(access.account, id, command)
      } catch (error) {
        const taken = error instanceof Refusal && error.code === 'account.email-taken'
        if (!taken) throw error
        const again = rejected(sentOf(request.body), [{ field: 'email', text: error.message }])
        return reply.code(409).html(newAccountPage(chrome, csrfToken, agencies, again))
      }
      return handOver(access, request, reply, id, form.command.name)
    })
  }

type Facts = Pick<AddAccount, 'name' | 'email' | 'agency' | 'agencyKind' | 'unit'>

/** `unit` is sent as `agency/unit`, so that one list without a script offers the units of every agency. */
function parseNewAccount(body: unknown, agencies: readonly AgencyChoice[]): Parsed<Facts> {
  const sent = sentOf(body)
  const [name, email, place] = [textOf(sent, 'name'), textOf(sent, 'email'), textOf(sent, 'place')]
  const [code, unit] = place.split('/')
  const agency = agencies.find((one) => one.code === code)
  const known = unit === undefined || agency?.units.some((one) => one.code === unit)
  const errors: FieldError[] = []
  const nameWrong = nameFault(name)
  const emailWrong = emailFault(email)
  if (nameWrong) errors.push({ field: 'name', text: nameWrong })
  if (emailWrong) errors.push({ field: 'email', text: emailWrong })
  if (!agency || !known) errors.push({ field: 'place', text: 'Select the agency or unit they work in' })
  if (!agency || errors.length > 0) return rejected(sent, errors)
  return accepted({ name, email, agency: agency.code, agencyKind: agency.kind, unit: unit ?? null })
}

const placeItems = (agencies: readonly AgencyChoice[]) => [
  { value: '', text: 'Select an agency or unit' },
  ...agencies.flatMap(({ code, name, units }) => [
    { value: code, text: name },
    ...units.map((unit) => ({ value: `${code}/${unit.code}`, text: `${name}: ${unit.name}` })),
  ]),
]

const newAccountPage = (
  chrome: Chrome,
  csrfToken: string,
  agencies: readonly AgencyChoice[],
  form: Form = emptyForm,
): Html =>
  page(chrome, {
    title: 'Add an account',
    breadcrumbs: [
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Accounts', href: paths.deskAccounts },
      { text: 'Add an account' },
    ],
    errors: form.errors,
    body: html`<form method="post" action="${paths.deskAccountNew}" novalidate>
      ${csrfField(csrfToken)}
      ${input({ name: 'name', label: { text: 'Name' }, hint: { text: 'As colleagues know them.' }, classes: 'govuk-input--width-20', autocomplete: 'off', spellcheck: false, ...form.field('name') })}
      ${input({ name: 'email', label: { text: 'Work email address' }, type: 'email', classes: 'govuk-input--width-20', autocomplete: 'off', spellcheck: false, ...form.field('email') })}
      ${select({ name: 'place', label: { text: 'Agency or unit' }, items: placeItems(agencies), ...form.field('place') })}
      <p class="govuk-body">
        You will be shown a password that works once. Give it to the person yourself. Their roles come next: until you
        give one, they can do nothing but see their own account.
      </p>
      ${button({ text: 'Add account', preventDoubleClick: true })}
    </form>`,
  })
