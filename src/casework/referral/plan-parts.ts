import { formatInstant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import { type SummaryRow, summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import { materialStates } from '../material/held-material.ts'
import type { ActionItem, ActionPlan, GivenAnswer, Referral } from './case-referrals.ts'
import { chargingAct } from './charging-facts.ts'
import type { ChargingView } from './charging-tab.ts'
import { dueLink, row } from './sent-file.ts'
import { type ItemState, itemDutyKey, itemState, itemStates, itemsOf } from './standing.ts'
import { materialWords } from './told-lines.ts'

/** The action plans of a referral, the latest first: each item with its answer, and the chasers. */
export const planParts = (view: ChargingView, referral: Referral): Content =>
  referral.plans.toReversed().map((plan) => planPart(view, referral, plan))

function planPart(view: ChargingView, referral: Referral, plan: ActionPlan): Content {
  const title = referral.plans.length === 1 ? 'Action plan' : `Action plan ${plan.number}`
  return html`<h3 class="govuk-heading-s">${title}, sent ${formatInstant(plan.at)}</h3>
    ${itemsOf(referral, plan).map((item) => itemPart(view, referral, item))} ${chasersOf(view, referral, plan)}`
}

const colours: Readonly<Record<ItemState, string>> = {
  open: 'govuk-tag--blue',
  question: 'govuk-tag--purple',
  done: 'govuk-tag--green',
  cannot: 'govuk-tag--orange',
  ended: 'govuk-tag--grey',
}

function itemPart(view: ChargingView, referral: Referral, item: ActionItem): Content {
  const { key, what, why, suspect, material, urgent, rounds, ended } = item
  const state = itemState(item)
  return summaryList({
    card: { title: { text: `${key}: ${what}`, headingLevel: 4 }, actions: actionsOf(view, referral, item) },
    classes: 'fp-narrow-keys',
    rows: [
      row('Stands', [
        tag({ text: itemStates[state], classes: colours[state] }),
        urgent && html` ${tag({ text: 'Urgent', classes: 'govuk-tag--orange' })}`,
      ]),
      row('Why', paragraphs(why)),
      (suspect !== null || material) &&
        row(
          'About',
          [suspect !== null && `Suspect ${suspect}`, material && materialWords(material)].filter(Boolean).join('; '),
        ),
      onRegister(view, referral, item),
      row('Due', dueLink(view.facts.referrals.duties, itemDutyKey(referral, item), view.at)),
      ...rounds.flatMap(({ answer, reply, meanwhile }) => [
        answer && row(answer.type === 'question' ? 'Question' : 'Answer', answerOf(answer, reply)),
        meanwhile && row('Answer', answerOf(meanwhile)),
      ]),
      ended && row('Ended', paragraphs(ended.reason)),
    ],
  })
}

/** Where the register has what the item asks for, and how it stands there. */
function onRegister({ file, facts }: ChargingView, { number }: Referral, { key }: ActionItem): SummaryRow | null {
  const asked = facts.askedInPlans.find((one) => one.referral === number && one.key === key)
  if (!asked) return null
  const { item, title, state, withdrawnAt } = asked
  return row(
    'On the register',
    html`<a class="govuk-link" href="${paths.deskCaseMaterialItem(file.summary.id, item)}"
        >${materialWords({ key: item, title })}</a
      ><br /><span class="fp-muted">${withdrawnAt === null ? materialStates[state] : 'Withdrawn'}</span>`,
  )
}

function answerOf(answer: GivenAnswer, reply: string | null = null): Content {
  return [
    answer.type === 'cannot' && answer.state && html`<p class="govuk-body">${materialStates[answer.state]}</p>`,
    answer.type === 'done' && answer.material && paragraphs(materialWords(answer.material)),
    paragraphs(answer.words),
    html`<p class="govuk-body fp-muted">Police, ${formatInstant(answer.at)}</p>`,
    reply && paragraphs(reply, 'The prosecutor answered'),
  ]
}

function actionsOf({ file, viewer: { permissions } }: ChargingView, { number, stage }: Referral, item: ActionItem) {
  const state = itemState(item)
  const may = (permission: string, text: string, act: string, ...states: readonly ItemState[]) =>
    permissions.includes(permission) &&
    states.includes(state) && { text, href: chargingAct(file.summary.id, act, { referral: number, item: item.key }) }
  const late = stage === 'finalised' && item.ended !== null
  return {
    items: [
      may(
        'case.refer',
        late ? 'Answer it after all' : 'Answer it',
        'item',
        'open',
        ...(late ? (['ended'] as const) : []),
      ),
      may('charging.decide', 'Answer the question', 'reply', 'question'),
      may('charging.decide', 'No longer needed', 'withdraw-item', 'open', 'question'),
    ].filter((one) => one !== false),
  }
}

/** When police are chased for what is still open, and until when they have then. */
function chasersOf(view: ChargingView, referral: Referral, plan: ActionPlan): Content {
  const { number, chasers, finaliseFrom, endedAt } = plan
  if (endedAt !== null && chasers.every(({ sent }) => !sent)) return null
  const { duties } = view.facts.referrals
  const names = ['First chaser', 'Second chaser']
  const mayChase =
    view.viewer.permissions.includes('charging.decide') &&
    chasers.some(({ sent }) => !sent) &&
    itemsOf(referral, plan).some((item) => itemState(item) === 'open')
  return [
    summaryList({
      rows: [
        ...chasers.map(({ sent }, index) =>
          row(
            names[index] ?? '',
            sent
              ? [html`<p class="govuk-body">${formatInstant(sent.at)}</p>`, paragraphs(sent.words)]
              : dueLink(duties, `chaser-${referral.number}-${number}-${index + 1}`, view.at),
          ),
        ),
        finaliseFrom &&
          row('May be closed after', dueLink(duties, `last-answer-${referral.number}-${number}`, view.at)),
      ],
    }),
    mayChase &&
      html`<p class="govuk-body">
        <a
          class="govuk-link"
          href="${chargingAct(view.file.summary.id, 'chase', { referral: referral.number, plan: number })}"
          >Record that police were chased</a
        >
      </p>`,
  ]
}
