import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { toLocalDate } from '../../calendar/instant.ts'
import { formatDateLong } from '../../calendar/local-date.ts'
import { formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { victimToldBy } from '../../victims/notices/not-investigated.ts'
import { countVictims, partOf } from '../cases/case-words.ts'
import { longestReason } from '../investigation/words.ts'
import { type CaseForm, caseFormPage } from './decision-page.ts'

type InvestigateTyped =
  | { readonly type: 'DecideToInvestigate'; readonly how: string; readonly reason: string }
  | { readonly type: 'DecideNotToInvestigate'; readonly reason: string }

const choices = ['yes', 'no'] as const

export function parseInvestigate(sent: Sent): Parsed<InvestigateTyped> {
  const reader = formReader(sent)
  const investigate = reader.choice('investigate', choices, 'Select whether it is investigated')
  const how = investigate === 'yes' ? reader.text('how', 'Enter how it will be investigated', longestReason) : ''
  const reason = reader.text('reason', 'Enter the reason', longestReason)
  if (reader.errors.length > 0 || investigate === null) return rejected(sent, reader.errors)
  return investigate === 'yes'
    ? accepted({ type: 'DecideToInvestigate', how, reason })
    : accepted({ type: 'DecideNotToInvestigate', reason })
}

/** Decides whether and how to investigate, beside whom a decision not to must be told, and by when. */
export function investigatePage(shown: CaseForm, holidays: BankHolidays): Html {
  const { form, file } = shown
  return caseFormPage(shown, {
    title: 'Is it investigated?',
    action: paths.deskCaseInvestigate(file.summary.id),
    button: 'Record the decision',
    fields: [
      radios({
        name: 'investigate',
        fieldset: { legend: { text: 'On what is known now', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: [
          { value: 'yes', text: 'Yes, it is investigated' },
          { value: 'no', text: 'No, or no longer', hint: 'Every victim must then be told, with the reason' },
        ],
        ...form.field('investigate'),
      }),
      textarea({
        name: 'how',
        rows: 4,
        label: 'How, if it is',
        hint: 'The lines of inquiry that are reasonable, whether they point towards a suspect or away',
        ...form.field('how'),
      }),
      textarea({
        name: 'reason',
        rows: 4,
        label: 'Reason',
        hint: 'It stays on the record of the case',
        ...form.field('reason'),
      }),
    ],
    beside: whomToTell(shown, holidays),
  })
}

/** What a decision not to investigate, made today, would start. */
function whomToTell({ file, at }: CaseForm, holidays: BankHolidays): Content {
  const waiting = new Set(
    file.notices
      .filter(({ toldAt, waivedReason }) => toldAt === null && waivedReason === null)
      .map(({ person }) => person),
  )
  // The clock of somebody who is to be told already goes on, and stands beside the case.
  const victims = file.people.filter(({ id, victimNumber }) => victimNumber !== null && !waiting.has(id))
  if (victims.length === 0) return null
  const count = countVictims(file.people)
  return html`<section class="fp-owed" aria-labelledby="tell">
    <h2 class="govuk-heading-s" id="tell">If you decide not to, today</h2>
    <ul class="govuk-list">
      ${victims.map((victim) => {
        const { dueOn } = victimToldBy(toLocalDate(at), victim.enhancedBy, holidays)
        const rights = victim.enhancedBy.length > 0 ? 'enhanced rights' : 'standard rights'
        return html`<li>
          ${partOf({ ...victim, isReporter: false }, count)} must be told, with the reason, by ${formatDateLong(dueOn)}
          <span class="fp-muted">(${rights})</span>
        </li>`
      })}
    </ul>
    <p class="govuk-body fp-muted">Victims’ Code, Right 6. How the days are counted is unconfirmed.</p>
  </section>`
}
