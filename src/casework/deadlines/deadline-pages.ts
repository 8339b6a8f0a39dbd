import { formatDate, isLocalDate } from '../../calendar/local-date.ts'
import { workingCalendar } from '../../duties/explain/month-calendar.ts'
import { type Authority, type DutyRule, dutyRuleOf } from '../../duties/rules.ts'
import { paths } from '../../paths.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { warningText } from '../../platform/web/components/warning-text/warning-text.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import type { Form } from '../../platform/web/layout/form.ts'
import type { Page } from '../../platform/web/layout/page.ts'
import { dueShown } from './answer.ts'
import { deadlineForm } from './deadline-form.ts'
import type { Deadline, DeadlineRule } from './deadline.ts'

const pageTitle = 'Work out a date'

/** Every rule under its heading, to choose from. */
export function deadlinesPage(rules: readonly DeadlineRule[]): Page {
  const groups = [...new Set(rules.map(({ group }) => group))]
  return {
    title: pageTitle,
    lede: 'Choose a rule, say when its clock started, and see the date with the law it rests on and how it was counted.',
    body: html`<p class="govuk-body">
        Nothing you enter is kept. This is not legal advice: a rule marked “unconfirmed” rests on something that we have
        not read in its source.
      </p>
      ${groups.map((group) =>
        groupOf(
          group,
          rules.filter((rule) => rule.group === group),
        ),
      )}`,
  }
}

const groupOf = (group: string, rules: readonly DeadlineRule[]): Html =>
  html`<h2 class="govuk-heading-m">${group}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${rules.map(({ rule }) => html`<li>${ruleLink(rule)}</li>`)}
    </ul>`

const ruleLink = ({ code, title, confidence }: DutyRule): Content => [
  html`<a class="govuk-link" href="${paths.deadline(code)}">${title}</a>`,
  confidence === 'unconfirmed' && html` <span class="fp-muted">unconfirmed</span>`,
]

/** One rule: its form, and above it the answer where there is one. */
export function deadlinePage(asked: DeadlineRule, form: Form, deadline: Deadline | null): Page {
  return {
    title: deadline ? `${asked.rule.title}: the date` : asked.rule.title,
    heading: asked.rule.title,
    caption: pageTitle,
    breadcrumbs: [{ text: pageTitle, href: paths.deadlines }, { text: asked.rule.title }],
    errors: form.errors,
    body: deadline
      ? [answer(deadline), html`<h2 class="govuk-heading-m">Change what you gave</h2>`, deadlineForm(asked, form)]
      : html`<div class="fp-columns fp-columns--half">
          <div>${deadlineForm(asked, form)}</div>
          <section aria-labelledby="which-rule">${ruleSection(asked.rule)}</section>
        </div>`,
  }
}

function answer(deadline: Deadline): Content {
  const { authority, authorisedBy, working } = deadline
  return html`<p class="fp-date"><span class="govuk-visually-hidden">Due </span>${dueShown(deadline)}</p>
    ${authorisedBy && html`<p class="govuk-body">Who may allow time up to then, or must act by then: ${authorisedBy}.</p>`}
    <div class="fp-columns fp-columns--half">
      <section aria-labelledby="worked-out">
        <h2 class="govuk-heading-m" id="worked-out">How this date was worked out</h2>
        <ol class="govuk-list govuk-list--number">
          ${working.steps.map((step) => html`<li>${step.charAt(0).toUpperCase() + step.slice(1)}</li>`)}
        </ol>
        ${workingCalendar(deadline)}
      </section>
      <section aria-labelledby="which-rule">${ruleSection(authority)}</section>
    </div>`
}

/** Under which rule, in the words of the catalogue; of an answer, with the confidence that the answer has. */
function ruleSection(shown: DutyRule | Authority): Content {
  const rule = 'rule' in shown ? dutyRuleOf(shown.rule) : shown
  const { instrument, section, edition, checkedOn, confidence } = shown
  const row = (key: string, words: Content) => ({ key: { text: key }, value: { text: words } })
  const checked = checkedOn !== null && isLocalDate(checkedOn) ? formatDate(checkedOn) : 'Not read yet'
  return html`<h2 class="govuk-heading-m" id="which-rule">Under which rule</h2>
    ${confidence === 'unconfirmed' && warningText({ text: unconfirmedWords(rule) })}
    ${summaryList({
      classes: 'fp-narrow-keys',
      rows: [
        row('Instrument', instrument),
        section && row('Section', section),
        edition && row('Edition', edition),
        row('Source read', checked),
        row('Confidence', confidence === 'confirmed' ? 'Confirmed: read in the source' : 'Unconfirmed'),
        rule && row('What is counted', rule.unit),
        rule && row('First and last', rule.boundary),
        rule && row('What would move it', rule.movedBy),
        rule && row('Who may move it', rule.changedBy),
      ],
    })}`
}

/** A rule that was read may still give an answer that rests, in part, on something that was not. */
const unconfirmedWords = (rule: DutyRule | null): string =>
  rule?.confidence === 'confirmed'
    ? 'Part of this answer is not confirmed by any source we hold: the working says which.'
    : 'Not confirmed by any source we hold. Check it before you rely on it.'
