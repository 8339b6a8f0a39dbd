import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { type ColleagueList, findColleague } from '../decisions/colleagues.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { longestReason } from '../investigation/words.ts'

type RestrictTyped = { readonly accounts: readonly string[]; readonly reason: string }

/** Who has left may stay named: the case is still theirs until it is given to somebody else. */
export function parseRestrict(
  sent: Sent,
  { listed, gone }: ColleagueList,
  missing = 'Enter why the case is restricted',
): Parsed<RestrictTyped> {
  const reader = formReader(sent)
  const known = new Set([...listed, ...gone].map(({ account }) => account))
  const accounts = formOf(sent)
    .choices('people')
    .values.filter((account) => known.has(account))
  if (accounts.length === 0) reader.wrong('people', 'Select who may read the case')
  const reason = reader.text('reason', missing, longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ accounts, reason })
}

/** Names the people of one's own agency who alone read the case from then on. */
export function restrictPage(shown: CaseForm, colleagues: ColleagueList): Html {
  const { form, file, viewer } = shown
  const { id, officer, supervisor, restrictedTo, restrictedBy } = file.summary
  const part = (account: string): string | undefined => {
    if (account === viewer.account) return 'You'
    if (account === officer) return 'Officer in the case'
    return account === supervisor ? 'Supervisor' : undefined
  }
  return caseFormPage(shown, {
    title: restrictedTo === null ? 'Restrict the case' : 'Change who reads the case',
    action: paths.deskCaseRestrict(id),
    button: restrictedTo === null ? 'Restrict it' : 'Change it',
    account: false,
    fields: [
      findColleague(form, colleagues),
      readersField(form, colleagues, part),
      textarea({
        name: 'reason',
        rows: 3,
        label: 'Why it is restricted',
        hint: 'Those who read the case read the reason',
        ...form.field('reason'),
      }),
    ],
    beside: [whatItMeans, restrictedBy === viewer.agency && liftLink(id)],
  })
}

/** `part` says how somebody stands in the case. */
export const readersField = (
  form: Form,
  { listed, gone }: ColleagueList,
  part: (account: string) => string | undefined,
): Content =>
  checkboxes({
    name: 'people',
    fieldset: { legend: { text: 'Who of your agency may read it', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-checkboxes--small',
    items: [...listed, ...gone].map((one) => ({
      value: one.account,
      text: one.name,
      hint: [part(one.account), one.unitName, gone.includes(one) && hasLeft].filter(Boolean).join(' · ') || undefined,
    })),
    ...form.choices('people'),
  })

const hasLeft = 'Has left, or may read cases no longer'

const whatItMeans = html`<section class="fp-owed" aria-labelledby="means">
  <h2 class="govuk-heading-s" id="means">What a restriction does</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>Everybody else in your agency finds no trace of the case: not in lists, counts, searches or work lists.</li>
    <li>You, the officer in the case, the supervisor and whoever has an open line of inquiry must be among the named.</li>
    <li>
      Each other agency on the case names its own people. Until it has, only those of it read the case who may restrict
      cases.
    </li>
    <li>Only the agency that restricted a case lifts that again.</li>
  </ul>
</section>`

const liftLink = (id: string): Content =>
  html`<p class="govuk-body"><a class="govuk-link" href="${paths.deskCaseLift(id)}">Lift the restriction</a></p>`

export function parseLift(sent: Sent): Parsed<{ readonly reason: string }> {
  const reader = formReader(sent)
  const reason = reader.text('reason', 'Enter why the restriction is lifted', longestReason)
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ reason })
}

export const liftPage = (shown: CaseForm): Html =>
  caseFormPage(shown, {
    title: 'Lift the restriction',
    action: paths.deskCaseLift(shown.file.summary.id),
    button: 'Lift it',
    account: false,
    fields: textarea({
      name: 'reason',
      rows: 3,
      label: 'Why it is lifted',
      hint: 'Everybody who may read the cases of the agencies on it reads this one from then on',
      ...shown.form.field('reason'),
    }),
  })
