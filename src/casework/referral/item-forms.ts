import type { LocalDate } from '../../calendar/local-date.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { select } from '../../platform/web/components/select/select.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { longestReason } from '../investigation/words.ts'
import type { NotObtained } from '../material/register.ts'
import type { ActionItem, ItemAnswer, NamedMaterial } from './case-referrals.ts'
import { type ReferralFacts, chargingAct, namedMaterial } from './charging-facts.ts'
import { dueLink } from './sent-file.ts'
import { itemDutyKey, itemState } from './standing.ts'
import { materialWords } from './told-lines.ts'

type ItemFacts = ReferralFacts & { readonly item: ActionItem }

const notObtained = ['missing', 'refused', 'not-reasonable'] as const
type Choice = 'done' | 'cannot' | 'question' | NotObtained

/** How an item may be answered. What asks for material cannot be had for one of the reasons of the register. */
const choicesFor = ({ ended, asksFor }: ActionItem): readonly Choice[] =>
  ended ? ['done'] : ['done', ...(asksFor === undefined ? (['cannot'] as const) : notObtained), 'question']

const missingWords: Readonly<Record<Exclude<Choice, 'done'>, string>> = {
  cannot: 'Enter why it cannot be done',
  missing: 'Enter what was done to find it',
  refused: 'Enter who refused it, and why',
  'not-reasonable': 'Enter why it is not reasonable to obtain it',
  question: 'Enter what you ask',
}

/** The item of the register that was asked for; null where the item asks for something else. */
function askedOnRegister({ askedInPlans, referral, item, material }: ItemFacts): NamedMaterial | null {
  const asked = askedInPlans.find(({ referral: number, key }) => number === referral.number && key === item.key)
  const found = material.find(({ key }) => key === asked?.item)
  return found ? namedMaterial(found) : null
}

export function parseAnswer(sent: Sent, facts: ItemFacts): Parsed<ItemAnswer> {
  const { material, item } = facts
  const reader = formReader(sent)
  const choice = reader.choice('answer', choicesFor(item), 'Select how you answer')
  const chosen = material.find(({ key }) => key === textOf(sent, 'material'))
  const found = chosen ? namedMaterial(chosen) : askedOnRegister(facts)
  const done = found ? undefined : 'Choose the item of material, or enter what was done'
  const missing = choice === null ? undefined : choice === 'done' ? done : missingWords[choice]
  const words = reader.text('words', missing, longestReason)
  if (reader.errors.length > 0 || !choice) return rejected(sent, reader.errors)
  if (choice === 'done') return accepted({ type: 'done', material: found, words })
  if (choice === 'question' || choice === 'cannot') return accepted({ type: choice, words })
  return accepted({ type: 'cannot', state: choice, words })
}

const choiceItems = (item: ActionItem) =>
  choicesFor(item).map((value) => ({
    value,
    text: value === 'done' && item.asksFor !== undefined ? 'It is here' : choiceWords[value].text,
    hint: choiceWords[value].hint,
  }))

const choiceWords: Readonly<Record<Choice, { readonly text: string; readonly hint?: string }>> = {
  done: { text: 'It is done' },
  cannot: { text: 'It cannot be done' },
  missing: { text: 'It is missing', hint: 'It should exist and was not found' },
  refused: { text: 'It was refused', hint: 'Whoever holds it does not give it' },
  'not-reasonable': { text: 'It is not reasonable to obtain it' },
  question: {
    text: 'I have a question first',
    hint: 'The prosecutor answers it, and the item comes back to you with a new date',
  },
}

/** Police answer one item of the action plan. */
export function answerPage(shown: CaseForm, facts: ItemFacts): Html {
  const { form, file } = shown
  const { referral, item } = facts
  return caseFormPage(shown, {
    title: `Answer ${item.key} of the action plan`,
    action: chargingAct(file.summary.id, 'item', { referral: referral.number, item: item.key }),
    button: 'Send the answer',
    cancel: paths.deskCaseCharging(file.summary.id),
    account: false,
    fields: [
      whatWasAsked(item),
      radios({
        name: 'answer',
        fieldset: { legend: { text: 'What is your answer?', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: choiceItems(item),
        ...form.field('answer'),
      }),
      materialField(shown, facts),
      textarea({
        name: 'words',
        rows: 4,
        label: 'What was done, why it cannot be done, or your question',
        ...form.field('words'),
      }),
    ],
    beside: besideItem(shown, facts),
  })
}

/** Where the answer stands on the register: what was asked for, or another item instead. */
function materialField({ form }: CaseForm, facts: ItemFacts): Html {
  const asked = askedOnRegister(facts)
  const others = facts.material.filter(({ key }) => key !== asked?.key)
  return select({
    name: 'material',
    label: asked ? 'What answers it, if it is here?' : 'Where is it on the register, if it is done?',
    hint: asked
      ? 'What was asked for is then recorded as received. Its file is attached on its own page'
      : 'Add it to the register of material first',
    items: [
      { value: '', text: asked ? materialWords(asked) : 'It is not material' },
      ...others.map((one) => ({ value: one.key, text: asked ? `Instead: ${materialWords(one)}` : materialWords(one) })),
    ],
    ...form.field('material'),
  })
}

const whatWasAsked = ({ what, why, material, suspect }: ActionItem): Content => [
  paragraphs(what, 'Asked for'),
  paragraphs(why, 'Why'),
  material && paragraphs(materialWords(material), 'About'),
  suspect !== null && paragraphs(`Suspect ${suspect}`, 'About'),
]

const besideItem = ({ at }: CaseForm, { referral, item, referrals }: ItemFacts): Content =>
  html`<section class="fp-owed" aria-labelledby="due">
    <h2 class="govuk-heading-s" id="due">By when</h2>
    <p class="govuk-body">
      ${dueLink(referrals.duties, itemDutyKey(referral, item), at)}
    </p>
    ${
      item.ended &&
      html`<p class="govuk-body">
        This is no longer waited for. If it comes now, the case is opened again and goes back to the prosecutor.
      </p>`
    }
  </section>`

type ReplyTyped = { readonly reply: string; readonly dueOn: LocalDate | null }

export function parseReply(sent: Sent, today: LocalDate): Parsed<ReplyTyped> {
  const reader = formReader(sent)
  const reply = reader.text('reply', 'Enter the answer to the question', longestReason)
  const named = ['day', 'month', 'year'].some((part) => textOf(sent, `dueOn-${part}`) !== '')
  const dueOn = named ? reader.date('dueOn', 'the day by which it is due') : null
  if (dueOn && dueOn < today) reader.wrong('dueOn', 'It is due today at the earliest', '#dueOn-day')
  return reader.errors.length > 0 ? rejected(sent, reader.errors) : accepted({ reply, dueOn })
}

/** The prosecutor answers a question of police about an item, which then is with police again. */
export function replyPage(shown: CaseForm, facts: ItemFacts): Html {
  const { form, file } = shown
  const { referral, item, clocks } = facts
  const question = itemState(item) === 'question' ? item.rounds.at(-1)?.answer?.words : null
  return caseFormPage(shown, {
    title: `Answer the question about ${item.key}`,
    action: chargingAct(file.summary.id, 'reply', { referral: referral.number, item: item.key }),
    button: 'Send the answer',
    cancel: paths.deskCaseCharging(file.summary.id),
    account: false,
    fields: [
      whatWasAsked(item),
      question && paragraphs(question, 'Police ask'),
      textarea({ name: 'reply', rows: 4, label: 'Your answer', ...form.field('reply') }),
      dateInput({
        fieldset: { legend: { text: 'By which day is the item due now? (optional)' } },
        hint: `Otherwise ${clocks.settings[item.urgent ? 'charging.urgent-action-plan-days' : 'charging.action-plan-days']} calendar days from today`,
        ...form.date('dueOn'),
      }),
    ],
  })
}
