import { countingWords } from '../../calendar/day-counting.ts'
import { formatDateLong, isLocalDate } from '../../calendar/local-date.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { warningText } from '../../platform/web/components/warning-text/warning-text.ts'
import { type Content, html } from '../../platform/web/html.ts'
import type { Duty } from '../duty.ts'
import type { Working } from '../worked-date.ts'
import { type DutyRule, dutyRuleOf } from '../rules.ts'
import { workingCalendar } from './month-calendar.ts'

/** How a date was worked out, under which rule, and what would move it: the same for everybody who may see the duty. */
export function explained(duty: Duty): Content {
  const rule = dutyRuleOf(duty.authority.rule)
  return html`<div class="fp-columns fp-columns--half">
    <section aria-labelledby="worked-out">
      <h2 class="govuk-heading-m" id="worked-out">How this date was worked out</h2>
      <ol class="govuk-list govuk-list--number">
        ${duty.working.steps.map((step) => html`<li>${capitalised(step)}</li>`)}
      </ol>
      ${workingCalendar(duty)}
    </section>
    <section aria-labelledby="which-rule">
      <h2 class="govuk-heading-m" id="which-rule">Under which rule</h2>
      ${duty.authority.confidence === 'unconfirmed' && unconfirmedNote(duty, rule)} ${ruleList(duty, rule)}
    </section>
  </div>`
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const unconfirmedNote = ({ working }: Duty, rule: DutyRule | null): Content =>
  warningText({ iconFallbackText: 'Warning', text: whyUnconfirmed(working, rule) })

function whyUnconfirmed({ counting }: Working, rule: DutyRule | null): string {
  if (counting?.confidence === 'unconfirmed') {
    return 'No source we hold confirms how the first day counts. The area decides it in its settings.'
  }
  return rule?.confidence === 'unconfirmed' && !counting
    ? 'No source we hold confirms this rule. The area may decide on another.'
    : 'Nobody has checked this against its source yet.'
}

function ruleList({ authority, working }: Duty, rule: DutyRule | null): Content {
  const { instrument, section, edition, checkedOn, confidence } = authority
  const { counting } = working
  const row = (key: string, words: Content) => ({ key: { text: key }, value: { text: words } })
  const checked = checkedOn !== null && isLocalDate(checkedOn) ? formatDateLong(checkedOn) : checkedOn
  return summaryList({
    classes: 'fp-narrow-keys',
    rows: [
      row('Instrument', instrument),
      section && row('Section', section),
      edition && row('Edition', edition),
      row('Checked on', checked ?? 'Not checked yet'),
      row('Confidence', confidence === 'confirmed' ? 'Confirmed: read in the source' : 'Unconfirmed'),
      rule && row('Rule', rule.title),
      rule && row('What is counted', rule.unit),
      rule && row('First and last day', rule.boundary),
      counting && row('The area’s setting', `${capitalised(countingWords(counting))}. ${counting.source}`),
      rule && row('What would move it', rule.movedBy),
      rule && row('Who may move it', rule.changedBy),
    ],
  })
}
