import type { AgencyRow } from '../../agencies/tables.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { type ColleagueList, colleagueIn, colleagueSelect, findColleague } from '../decisions/colleagues.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import type { Assignment } from '../investigation/assignment.ts'
import { longestReason } from '../investigation/words.ts'
import { dealtWithIn } from '../recording/dealt-with.ts'

/** The force whose case it is, and who in it may be chosen. */
type AssignFacts = { readonly force: AgencyRow; readonly officers: ColleagueList; readonly supervisors: ColleagueList }

export function parseAssign(
  sent: Sent,
  { force, officers, supervisors }: AssignFacts,
): Parsed<Assignment & { readonly reason: string }> {
  const reader = formReader(sent)
  const { unit = null, dealtWithBy } = dealtWithIn(force, textOf(sent, 'unit'))
  const officer = colleagueIn(officers, textOf(sent, 'officer'))
  if (officer === undefined) reader.wrong('officer', 'Choose the officer in the case from the list')
  const supervisor = colleagueIn(supervisors, textOf(sent, 'supervisor'))
  if (supervisor === undefined) reader.wrong('supervisor', 'Choose the supervisor from the list')
  const reason = reader.text('reason', undefined, longestReason)
  if (reader.errors.length > 0 || officer === undefined || supervisor === undefined)
    return rejected(sent, reader.errors)
  return accepted({ unit, dealtWithBy, officer, supervisor, reason })
}

/** Says who in the force is responsible for the case. */
export function assignPage(shown: CaseForm, { force, officers, supervisors }: AssignFacts): Html {
  const { form, file } = shown
  return caseFormPage(shown, {
    title: 'Assign the case',
    action: paths.deskCaseAssign(file.summary.id),
    button: 'Assign it',
    account: false,
    fields: [
      select({
        name: 'unit',
        label: 'Unit that deals with it',
        items: [
          { value: '', text: 'No unit in particular' },
          ...force.units.map(({ code, name }) => ({ value: code, text: name })),
        ],
        ...form.field('unit'),
      }),
      findColleague(form, officers, supervisors),
      colleagueSelect(form, officers, {
        name: 'officer',
        label: 'Officer in the case',
        hint: 'What the investigation owes stands in their work list from then on',
        nobody: 'Nobody yet',
      }),
      colleagueSelect(form, supervisors, { name: 'supervisor', label: 'Supervisor', nobody: 'Nobody yet' }),
      textarea({
        name: 'reason',
        rows: 3,
        label: 'Why it changes',
        hint: 'Needed once the case has an officer, or moves to another unit. It stays on the record',
        ...form.field('reason'),
      }),
    ],
    beside: html`<p class="govuk-body">
      The case stays with ${force.name}. Duties that were given to somebody by name, such as a line of inquiry, stay
      with them.
    </p>`,
  })
}
