import { formatInstant } from '../../calendar/instant.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { paragraphs } from '../cases/paragraphs.ts'
import type { Advice, AdvicePoint } from './case-referrals.ts'
import { chargingAct } from './charging-facts.ts'
import type { ChargingView } from './charging-tab.ts'
import { dueLink, row } from './sent-file.ts'
import { adviceStages } from './terms.ts'
import { materialWords } from './told-lines.ts'

/** Every question that police asked, the latest first, with its answer and whether the file followed it. */
export const adviceParts = (view: ChargingView): Content =>
  view.facts.referrals.advice.toReversed().map((advice) => advicePart(view, advice))

function advicePart(view: ChargingView, advice: Advice): Content {
  const { number, question, stage, material, prosecutors, due, answer, withdrawn, at } = advice
  return summaryList({
    card: { title: { text: `Question ${number}`, headingLevel: 3 }, actions: actionsOf(view, advice) },
    classes: 'fp-narrow-keys',
    rows: [
      row('Stands', standing(advice)),
      row('Asked', `${formatInstant(at)}. ${adviceStages[stage]}`),
      row('Of', prosecutors.name),
      row('Question', paragraphs(question)),
      material.length > 0 && row('Material', material.map(materialWords).join('; ')),
      due && row('Needed by', dueLink(view.facts.referrals.duties, `advice-${number}`, view.at)),
      answer && row('Advice', pointsList(answer.points)),
      answer?.reasons && row('Reasons', paragraphs(answer.reasons)),
      withdrawn && row('Withdrawn', paragraphs(withdrawn.reason)),
    ],
  })
}

function standing({ answer, withdrawn }: Advice): Content {
  if (answer) return tag({ text: 'Answered', classes: 'govuk-tag--green' })
  if (withdrawn) return tag({ text: 'Withdrawn', classes: 'govuk-tag--grey' })
  return tag({ text: 'Waiting for the prosecutor', classes: 'govuk-tag--blue' })
}

/** Each point of the advice, and what police said of it when they referred the case. */
const pointsList = (points: readonly AdvicePoint[]): Content =>
  html`<ol class="govuk-list govuk-list--number">
    ${points.map(
      ({ text, followed }) =>
        html`<li>
          ${text}
          <br />${
            followed
              ? html`<strong>${followed.followed ? 'Followed' : 'Not followed'}</strong>${followed.why && `: ${followed.why}`}`
              : html`<span class="fp-muted">Not said yet: police say when they next send the file whether it followed this</span>`
          }
        </li>`,
    )}
  </ol>`

function actionsOf({ file, viewer: { permissions } }: ChargingView, { number, answer, withdrawn }: Advice) {
  if (answer || withdrawn) return undefined
  const { id } = file.summary
  const of = { advice: number }
  return {
    items: [
      permissions.includes('charging.advise') && { text: 'Answer it', href: chargingAct(id, 'advise', of) },
      permissions.includes('case.refer') && { text: 'Withdraw it', href: chargingAct(id, 'withdraw-advice', of) },
    ].filter((one) => one !== false),
  }
}
