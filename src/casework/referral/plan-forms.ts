import type { LocalDate } from '../../calendar/local-date.ts'
import { type FormReader, formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { longestReason } from '../investigation/words.ts'
import { type MaterialKind, materialKinds } from '../material/held-material.ts'
import type { ItemAsked } from './case-referrals.ts'
import { type ReferralFacts, chargingAct, namedMaterial } from './charging-facts.ts'
import { sentFile } from './sent-file.ts'
import { fileOf } from './standing.ts'
import { materialStanding } from './told-lines.ts'

type ItemTyped = ItemAsked & { readonly dueOn: LocalDate | null }

const mostItems = 20
const more = 'more'

/** How many items the form shows: one at first, and one more each time that is asked for. */
export const itemsShown = (sent: Sent): number => {
  const shown = Math.min(Math.max(1, Number(textOf(sent, 'items')) || 1), mostItems)
  return asksForMore(sent) ? Math.min(shown + 1, mostItems) : shown
}

export const asksForMore = (sent: Sent): boolean => textOf(sent, more) !== ''

const numbersOf = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

const kinds = Object.keys(materialKinds) as MaterialKind[]
/** The choice of who asks for something else than material. */
const nothing = 'none'

const partsOf = (number: number) =>
  ['what', 'why', 'dueOn-day', 'dueOn-month', 'dueOn-year'].map((part) => `${part}-${number}`)

export function parsePlan(sent: Sent, facts: ReferralFacts, today: LocalDate): Parsed<readonly ItemTyped[]> {
  const reader = formReader(sent)
  const filled = numbersOf(itemsShown(sent)).filter((number) =>
    partsOf(number).some((name) => textOf(sent, name.replace(/^dueOn-(\w+)-(\d+)$/, 'dueOn-$2-$1')) !== ''),
  )
  if (filled.length === 0) reader.wrong('what-1', 'Enter what you ask police for')
  const items = filled.map((number) => readItem(sent, number, facts, today, reader))
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted(items)
}

function readItem(
  sent: Sent,
  number: number,
  { referral, material }: ReferralFacts,
  today: LocalDate,
  reader: FormReader,
): ItemTyped {
  const what = reader.text(`what-${number}`, `Enter what you ask for in item ${number}`, longestReason)
  const why = reader.text(`why-${number}`, `Enter why you need item ${number}`, longestReason)
  const suspect = Number(textOf(sent, `suspect-${number}`)) || null
  const item = material.find(({ key }) => key === textOf(sent, `material-${number}`))
  const asksFor = reader.choice(
    `asks-${number}`,
    [nothing, ...kinds] as const,
    `Select whether item ${number} asks for material`,
  )
  const name = `dueOn-${number}`
  const named = ['day', 'month', 'year'].some((part) => textOf(sent, `${name}-${part}`) !== '')
  const dueOn = named ? reader.date(name, `the day by which item ${number} is due`) : null
  if (dueOn && dueOn < today) reader.wrong(name, `Item ${number} is due today at the earliest`, `#${name}-day`)
  const isReferred = fileOf(referral).suspects.some((one) => one.number === suspect)
  return {
    what,
    why,
    suspect: isReferred ? suspect : null,
    material: item ? namedMaterial(item) : null,
    ...(asksFor !== null && asksFor !== nothing && { asksFor }),
    urgent: formOf(sent).choices(`urgent-${number}`).values.includes('yes'),
    dueOn,
  }
}

/** The prosecutor asks police for more, item by item. */
export function planPage(shown: CaseForm, facts: ReferralFacts, count: number): Html {
  const { file } = shown
  const { referral, clocks } = facts
  const days = clocks.settings['charging.action-plan-days']
  const urgent = clocks.settings['charging.urgent-action-plan-days']
  return caseFormPage(shown, {
    title: 'Action plan',
    action: chargingAct(file.summary.id, 'action-plan', { referral: referral.number }),
    button: 'Send the action plan to police',
    cancel: paths.deskCaseCharging(file.summary.id),
    account: false,
    fields: [
      html`<input type="hidden" name="items" value="${count}" />
        <p class="govuk-body">
          Ask for one thing in each item. Police answer each by itself, and each has its own date: ${days} calendar days
          from today, ${urgent} where it is urgent, or the day you set. Both numbers are unconfirmed, and the area’s to
          change.
        </p>`,
      numbersOf(count).map((number) => itemFields(shown, facts, number)),
      count < mostItems &&
        button({ text: 'Ask for one more thing', classes: 'govuk-button--secondary', name: more, value: 'yes' }),
    ],
    beside: html`<section class="fp-owed" aria-labelledby="sent">
      <h2 class="govuk-heading-s" id="sent">What police sent</h2>
      ${sentFile(referral, facts.referrals.duties, shown.at)}
    </section>`,
  })
}

function itemFields({ form }: CaseForm, { referral, material }: ReferralFacts, number: number): Content {
  const { suspects } = fileOf(referral)
  return html`<fieldset class="govuk-fieldset fp-form__part">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Item ${number}</legend>
    ${textarea({ name: `what-${number}`, rows: 2, label: 'What do you ask for?', ...form.field(`what-${number}`) })}
    ${textarea({
      name: `why-${number}`,
      rows: 2,
      label: 'Why do you need it?',
      hint: 'Such as which element of the offence it proves',
      ...form.field(`why-${number}`),
    })}
    ${
      suspects.length > 1 &&
      select({
        name: `suspect-${number}`,
        label: 'Which suspect is it about?',
        items: [
          { value: '', text: 'All of them' },
          ...suspects.map((one) => ({ value: String(one.number), text: `Suspect ${one.number}` })),
        ],
        ...form.field(`suspect-${number}`),
      })
    }
    ${
      material.length > 0 &&
      select({
        name: `material-${number}`,
        label: 'Is it about something on the register?',
        items: [
          { value: '', text: 'No, it is something new' },
          ...material.map((one) => ({ value: one.key, text: materialStanding(one) })),
        ],
        ...form.field(`material-${number}`),
      })
    }
    ${select({
      name: `asks-${number}`,
      label: 'Does it ask for material?',
      hint: 'What it asks for then stands on the register as asked for. What you named above, and is not here, is asked for again',
      items: [
        { value: '', text: 'Choose' },
        { value: nothing, text: 'No, it asks for something else to be done' },
        ...kinds.map((kind) => ({ value: kind, text: `Yes: ${materialKinds[kind]}` })),
      ],
      ...form.field(`asks-${number}`),
    })}
    ${checkboxes({
      name: `urgent-${number}`,
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'It is urgent' }],
      ...form.choices(`urgent-${number}`),
    })}
    ${dateInput({
      fieldset: { legend: { text: 'By which day? (optional)' } },
      ...form.date(`dueOn-${number}`),
    })}
  </fieldset>`
}
