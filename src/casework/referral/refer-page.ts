import { formatMoment } from '../deadlines/london-time.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { insetText } from '../../platform/web/components/inset-text/inset-text.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { fileTypes } from '../file-check/file-check.ts'
import { whoMayChargeThis } from '../suspects/charging-answer.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import { trackStates } from '../suspects/track.ts'
import { anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import { chargingAct, fileContents, prosecutorsChoices } from './charging-facts.ts'
import { pointsToAccountFor } from './decide-advice.ts'
import {
  type ReferFacts,
  type Sending,
  gapsIn,
  groundsToAnswer,
  pleas,
  pointField,
  suspectsToRefer,
  typesOfFile,
} from './refer-form.ts'
import { suspectPositions } from './referred-suspect.ts'
import { mayBeReferred as isReferable } from './standing.ts'
import { categories, categoryCodes } from './terms.ts'
import { groundWords, lowered } from './told-lines.ts'

const titles: Readonly<Record<Sending, { readonly title: string; readonly button: string }>> = {
  refer: { title: 'Refer to the prosecutor', button: 'Send to the prosecutor' },
  'send-again': { title: 'Answer the rejection and send it again', button: 'Send again' },
  correct: { title: 'Correct the referral', button: 'Save the correction' },
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** Sends the case to the prosecutor, with the file checked before it goes. */
export function referPage(shown: CaseForm, facts: ReferFacts): Html {
  const { form, file } = shown
  const { sending, referral } = facts
  const of = referral ? { referral: referral.number } : {}
  return caseFormPage(shown, {
    ...titles[sending],
    action: chargingAct(file.summary.id, sending, of),
    cancel: paths.deskCaseCharging(file.summary.id),
    account: false,
    fields: [
      groundFields(shown, facts),
      suspectField(shown, facts),
      policeMayCharge(shown, facts),
      sending !== 'correct' && prosecutorsField(shown, facts),
      categoryFields(shown),
      pleaFields(shown),
      followedFields(shown, facts),
      gapFields(shown, facts),
      textarea({
        name: 'comments',
        rows: 5,
        label: { text: 'Supervisor’s comments', classes: 'govuk-label--s' },
        hint: 'A referral without them is sent back',
        ...form.field('comments'),
      }),
      sending === 'correct' &&
        textarea({
          name: 'reason',
          rows: 3,
          label: { text: 'Why do you correct it?', classes: 'govuk-label--s' },
          hint: 'The prosecutor reads this. What stood before stays on the record',
          ...form.field('reason'),
        }),
    ],
    beside: whenDecided(facts),
  })
}

/** Each reason of the rejection with the answer to it. */
function groundFields({ form }: CaseForm, facts: ReferFacts): Content {
  return groundsToAnswer(facts).map((ground, index) =>
    textarea({
      name: `ground-${index}`,
      rows: 3,
      label: { text: `Reason ${index + 1} of the rejection: ${groundWords(ground)}`, classes: 'govuk-label--s' },
      hint: 'What did you do about it? Where you added something, give its number, such as M4',
      ...form.field(`ground-${index}`),
    }),
  )
}

function suspectField({ form, file }: CaseForm, facts: ReferFacts): Content {
  const all = suspectsToRefer(facts)
  if (all.length === 0) {
    return insetText({
      html: html`No suspect is named in this case yet.
        <a class="govuk-link" href="${paths.deskCaseSuspectNew(file.summary.id)}">Name a suspect</a>, then propose a
        charge.`,
    })
  }
  return checkboxes({
    name: 'suspects',
    fieldset: legend('Which suspects do you refer?'),
    hint: 'Somebody is referred once you have proposed a charge against them.',
    classes: 'govuk-checkboxes--small',
    items: all.map(({ seen, elsewhere, mayBeReferred }) => ({
      value: String(seen.number),
      text: suspectWords(seen),
      disabled: !mayBeReferred,
      hint: {
        html: elsewhere
          ? html`With the prosecutor already, in referral ${elsewhere.number}`
          : !isReferable(seen.track)
            ? html`${trackStates[seen.track]}`
            : seen.charges.length === 0
              ? html`No charge is proposed.
                <a class="govuk-link" href="${paths.deskCaseSuspect(file.summary.id, seen.number)}"
                  >Propose one against Suspect ${seen.number}</a
                >`
              : html`${standingOf(seen)}. ${seen.charges.map(({ offence }) => offence.title).join('; ')}`,
      },
    })),
    ...form.choices('suspects'),
  })
}

/** Whom police may charge themselves need not wait for a prosecutor. They may refer them all the same. */
function policeMayCharge({ file, at }: CaseForm, facts: ReferFacts): Content {
  const own = suspectsToRefer(facts)
    .filter(({ mayBeReferred }) => mayBeReferred)
    .map(({ seen }) => ({ seen, answer: whoMayChargeThis(seen, facts.suspects, at) }))
    .filter(({ answer }) => answer.who === 'police')
  return own.map(({ seen: { number }, answer }) =>
    insetText({
      html: html`By what is recorded of the case, police may charge Suspect ${number} themselves.
        ${answer.unsure && 'Part of that rule is unconfirmed.'}
        <a class="govuk-link" href="${paths.deskCaseSuspect(file.summary.id, number)}">See why, or charge Suspect ${number}</a>.
        Refer them only where the prosecutor should decide all the same.`,
    }),
  )
}

const suspectWords = ({ number, name }: SeenSuspect): string => `Suspect ${number}: ${name ?? 'erased'}`

function standingOf({ position, detentionEndsAt, bailEndsOn }: SeenSuspect): string {
  const until =
    position === 'in-custody' && detentionEndsAt
      ? `, until ${formatMoment(detentionEndsAt)}`
      : position === 'bailed' && bailEndsOn
        ? `, until ${formatDateLong(bailEndsOn)}`
        : ''
  return `${suspectPositions[position]}${until}`
}

const prosecutorsField = ({ form }: CaseForm, { areas }: ReferFacts): Html =>
  select({
    name: 'prosecutors',
    label: { text: 'Who in the CPS decides?', classes: 'govuk-label--s' },
    hint: 'They may pass it to another unit when they accept it',
    items: [
      { value: '', text: 'Choose a unit' },
      ...prosecutorsChoices(areas).map(({ value, owedBy }) => ({ value, text: owedBy.name })),
    ],
    ...form.field('prosecutors'),
  })

const categoryFields = ({ form }: CaseForm): Content => [
  radios({
    name: 'category',
    fieldset: legend('How fast is a decision needed?'),
    classes: 'govuk-radios--small',
    items: categoryCodes.map((code) => ({ value: code, text: categories[code].title, hint: categories[code].when })),
    ...form.field('category'),
  }),
  textarea({
    name: 'categoryReason',
    rows: 3,
    label: 'Why this category?',
    hint: 'Needed for green priority, and for green where a suspect is in police detention',
    ...form.field('categoryReason'),
  }),
]

const pleaFields = ({ form }: CaseForm): Content => [
  radios({
    name: 'plea',
    fieldset: legend('Which plea is expected?'),
    classes: 'govuk-radios--small',
    items: pleas.map((value) => ({ value, text: anticipatedPleas[value] })),
    ...form.field('plea'),
  }),
  radios({
    name: 'fileType',
    fieldset: legend('Which kind of file do you send?'),
    classes: 'govuk-radios--small',
    items: typesOfFile.map((value) => ({ value, text: fileTypes[value] })),
    ...form.field('fileType'),
  }),
]

/** For each point of the advice whether the file followed it. */
function followedFields({ form }: CaseForm, { referrals }: ReferFacts): Content {
  return pointsToAccountFor(referrals.advice).map((point) => {
    const name = pointField(point)
    return [
      radios({
        name,
        fieldset: legend(`Did the file follow point ${point.point} of the prosecutor’s advice?`),
        hint: point.text,
        classes: 'govuk-radios--small',
        items: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ],
        ...form.field(name),
      }),
      textarea({ name: `${name}-why`, rows: 2, label: 'Why, if it did not', ...form.field(`${name}-why`) }),
    ]
  })
}

/** The file checked against what its kind must hold: each thing that it lacks, with why it goes without. */
function gapFields({ form, file }: CaseForm, facts: ReferFacts): Content {
  const gaps = gapsIn(form, facts, file)
  return html`<section class="fp-form__part" aria-labelledby="gaps">
    <h2 class="govuk-heading-s" id="gaps">What the file lacks</h2>
    <p class="govuk-body">
      ${
        gaps.length === 0
          ? 'Nothing, for this kind of file and this plea.'
          : html`Add it to the
              <a class="govuk-link" href="${paths.deskCaseMaterial(file.summary.id)}">register of material</a>, or say
              why the file goes without. The list follows the kind of file, the plea and the suspects you choose: it is
              checked again when you send.`
      }
    </p>
    ${
      fileContents.confidence === 'unconfirmed' &&
      html`<p class="govuk-body fp-muted">What each kind of file must hold is unconfirmed, and is the area’s to change.</p>`
    }
    ${gaps.map(({ code, title, reason }) =>
      textarea({
        name: `gap-${code}`,
        rows: 2,
        label: `Why does it go without: ${lowered(title)}?`,
        hint: reason,
        ...form.field(`gap-${code}`),
      }),
    )}
  </section>`
}

const whenDecided = ({
  clocks: { settings },
}: ReferFacts): Html => html`<section class="fp-owed" aria-labelledby="clock">
  <h2 class="govuk-heading-s" id="clock">By when they decide</h2>
  <dl class="govuk-body">
    <dt><strong>Red</strong></dt>
    <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">${settings['charging.red-review-hours']} hours, and never past the end of detention</dd>
    <dt><strong>Green priority</strong></dt>
    <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">${settings['charging.green-priority-review-days']} calendar days</dd>
    <dt><strong>Green</strong></dt>
    <dd class="govuk-!-margin-left-0">${settings['charging.green-review-days']} calendar days</dd>
  </dl>
  <p class="govuk-body fp-muted">
    The area decides on these numbers. That a category means such a time is unconfirmed.
  </p>
  <p class="govuk-body">The prosecutor sees the case from the moment you send it.</p>
</section>`
