import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { fieldset } from '../../platform/web/components/fieldset/fieldset.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Form, csrfField } from '../../platform/web/layout/form.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { enhancedGrounds } from '../../victims/rights/enhanced-rights.ts'
import type { AgencyRow } from '../../agencies/tables.ts'
import type { Offence } from '../offences/offence.ts'
import { findPersonButton, personChoice } from '../people/person-choice.ts'
import { personFields } from '../people/person-fields.ts'
import { factFields, recordOnEnter, reportedFields } from './fact-fields.ts'
import { type KnownPeople, mostVictims, reporterPrefix, victimPrefix } from './parse-allegation.ts'

type AllegationForm = {
  readonly chrome: Chrome
  readonly csrfToken: string
  readonly form: Form
  /** How many victims there is room for. */
  readonly victims: number
  readonly offences: readonly Offence[]
  readonly people: KnownPeople
  readonly units: AgencyRow['units']
}

/** The form that records an allegation: the whole of it on one page, in the order in which a report is told. */
export const allegationFormPage = (shown: AllegationForm): Html =>
  page(shown.chrome, {
    title: 'Record an allegation',
    breadcrumbs: [{ text: 'Cases', href: paths.deskCases }, { text: 'Record an allegation' }],
    lede: 'Before any suspect is known. Every report is recorded, whether it turns out to be a crime or not.',
    errors: shown.form.errors,
    body: html`<form class="fp-form" method="post" action="${paths.deskCaseNew}" novalidate>
      ${csrfField(shown.csrfToken)}
      <input type="hidden" name="id" value="${shown.form.field('id').value}" />
      <input type="hidden" name="victims" value="${shown.victims}" />
      ${recordOnEnter} ${reportFields(shown)} ${victimsFields(shown)} ${eventFields(shown)}
      ${button({ text: 'Record the allegation', name: 'do', value: 'record', preventDoubleClick: true })}
    </form>`,
  })

const section = (legend: string, ...body: readonly Content[]): Content =>
  fieldset({ classes: 'fp-form__part', legend: { text: legend, classes: 'govuk-fieldset__legend--m' }, html: body })

const reportFields = ({ form, units, people }: AllegationForm): Content =>
  section(
    'The report',
    reportedFields(form),
    units.length > 0 &&
      select({
        name: 'unit',
        label: 'Unit that deals with it',
        items: [
          { value: '', text: 'No unit in particular' },
          ...units.map(({ code, name }) => ({ value: code, text: name })),
        ],
        ...form.field('unit'),
      }),
    radios({
      name: 'reporter',
      fieldset: { legend: { text: 'Who reported it?' } },
      classes: 'govuk-radios--small',
      items: [
        { value: 'victim', text: 'The victim', hint: 'The first, where there are several' },
        { value: 'other', text: 'Somebody else' },
        { value: 'nobody', text: 'Nobody who gave a name' },
      ],
      ...form.field('reporter'),
    }),
    // Not revealed by the choice: that is announced wrongly by some screen readers.
    details({
      summaryText: 'Who it was, if somebody else',
      html: html`${somebody(form, reporterPrefix, people)}`,
      open: form.field('reporter').value === 'other',
    }),
  )

function victimsFields({ form, victims, people }: AllegationForm): Content {
  const numbers = Array.from({ length: victims }, (_, index) => index + 1)
  return [
    numbers.map((number) => victimFields(form, number, people)),
    victims < mostVictims &&
      button({
        text: 'Add another victim',
        name: 'do',
        value: 'add-victim',
        classes: 'govuk-button--secondary',
        attributes: { formaction: `${paths.deskCaseNew}#${victimPrefix(victims + 1)}` },
      }),
  ]
}

const victimFields = (form: Form, number: number, people: KnownPeople): Content =>
  html`<div id="${victimPrefix(number)}">
    ${section(
      number === 1 ? 'The victim' : `Victim ${number}`,
      number === 1 &&
        checkboxes({
          name: 'no-victim',
          classes: 'govuk-checkboxes--small',
          items: [{ value: 'yes', text: 'There is no victim who can be named' }],
          ...form.choices('no-victim'),
        }),
      somebody(form, victimPrefix(number), people),
      rightsFields(form, victimPrefix(number)),
    )}
  </div>`

/** Who somebody is, and whom in the viewer's cases that may mean. */
const somebody = (form: Form, prefix: string, people: KnownPeople): Content => [
  personFields(form, prefix),
  findPersonButton(prefix, paths.deskCaseNew),
  personChoice(form, prefix, people.get(prefix) ?? null),
]

const rightsFields = (form: Form, prefix: string): Content =>
  checkboxes({
    name: `${prefix}-rights`,
    fieldset: { legend: { text: 'Does the victim have enhanced rights? (optional)' } },
    hint: 'Select all that apply. They are then told of decisions within 1 working day instead of 5.',
    classes: 'govuk-checkboxes--small',
    items: Object.entries(enhancedGrounds).map(([value, text]) => ({
      value,
      text,
      hint: value === 'under-18' ? 'Added by itself where the date of birth says so' : undefined,
    })),
    ...form.choices(`${prefix}-rights`),
  })

const eventFields = ({ form, offences }: AllegationForm): Content =>
  section('What is alleged', factFields(form, offences, paths.deskCaseNew), mostSeriousCrimes)

/** Beside the offence, because it is the offence that makes it one of these. */
const mostSeriousCrimes = details({
  summaryText: 'Which crimes are the most serious, for a victim’s rights',
  html: html`<p class="govuk-body">
    Domestic abuse, hate crime, terrorism, sexual offences, human trafficking and modern slavery, attempted murder,
    kidnap, false imprisonment, arson with intent to endanger life, and the death of a close relative. Wounding with
    intent is usually counted among them. The Code’s own list has not been read for this page.
  </p>`,
})
