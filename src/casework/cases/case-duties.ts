import type { Instant } from '../../calendar/instant.ts'
import { dutyStanding } from '../../duties/duty.ts'
import { dueWords, partyWithin, relativeDue, standingTag } from '../../duties/duty-words.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { isOpenDuty } from '../suspects/suspect-words.ts'

/** What is owed in a case, by date. Each date opens how it was worked out. */
export const caseDuties = (duties: readonly SeenDuty[], at: Instant, heading = 'Owed in this case'): Content =>
  html`<section class="fp-owed" aria-labelledby="owed">
    <h2 class="govuk-heading-s" id="owed">${heading}</h2>
    ${duties.length === 0 && html`<p class="govuk-body-s fp-muted">Nothing is owed in it yet.</p>`}
    ${listOf(duties.filter(isOpenDuty), at)} ${doneWith(
      duties.filter((duty) => !isOpenDuty(duty)),
      at,
    )}
  </section>`

const listOf = (duties: readonly SeenDuty[], at: Instant): Content =>
  duties.length > 0 && html`<ol class="fp-owed__list">${duties.map((duty) => owed(duty, at))}</ol>`

/** A few stay in sight; many would hide what is still to be done. */
const fewDone = 3

function doneWith(duties: readonly SeenDuty[], at: Instant): Content {
  if (duties.length <= fewDone) return listOf(duties, at)
  return details({ summaryText: `${duties.length} met or no longer owed`, html: html`${listOf(duties, at)}` })
}

function owed(duty: SeenDuty, at: Instant): Content {
  const standing = dutyStanding(duty, at)
  const isRunning = standing === 'open' || standing === 'overdue'
  return html`<li class="fp-owed__item">
    <a class="govuk-link fp-owed__due" href="${paths.duty(duty.id)}"
      >${dueWords(duty)}<span class="govuk-visually-hidden">: how this date was worked out</span></a
    >
    <p class="fp-owed__what">${duty.what}</p>
    <p class="fp-owed__standing">
      ${tag(standingTag(duty, at))}
      <span class="fp-muted"
        >${isRunning && `${relativeDue(duty, at)} · `}${duty.owedBy.name}, to ${partyWithin(duty.owedTo.name)}</span
      >
    </p>
  </li>`
}
