import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { table } from '../../platform/web/components/table/table.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Html, html } from '../../platform/web/html.ts'
import { type Form, csrfField } from '../../platform/web/layout/form.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { type ColleagueList, findColleague } from '../decisions/colleagues.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import type { WithoutReaders } from './read-without-readers.ts'
import { readersField } from './restrict-form.ts'

const title = 'Restricted cases that nobody can open'
const breadcrumbs = [{ text: 'Cases', href: paths.deskCases }]

/** What such a case is called here, where nothing of it is known but its number. */
const called = ({ caseId }: WithoutReaders): string => caseHeading({ id: caseId, crimeReference: null })

export const withoutReadersPage = (chrome: Chrome, cases: readonly WithoutReaders[], isDone: boolean): Html =>
  page(chrome, {
    title,
    breadcrumbs: [...breadcrumbs, { text: title }],
    lede: 'Everybody of your agency who was named in them has left, or may read cases no longer.',
    notice: isDone ? { type: 'success', text: 'Who reads the case is named anew' } : undefined,
    body:
      cases.length === 0
        ? emptyState({
            heading: 'There is none',
            text: 'A restricted case comes here when the last of your agency who was named in it leaves. Somebody can then be named anew.',
          })
        : table({
            caption: 'By number',
            captionClasses: 'govuk-visually-hidden',
            head: [{ text: 'Case' }, { text: 'Who could read it' }, { text: 'What to do' }],
            rows: cases.map((one) => [
              { text: called(one) },
              { text: one.names.join(', ') || 'Nobody whose account is still here' },
              {
                html: html`<a class="govuk-link" href="${paths.deskCaseReadersAnew(one.caseId)}"
                  >Name who reads it<span class="govuk-visually-hidden">: ${called(one)}</span></a
                >`,
              },
            ]),
          }),
  })

/** Names who reads such a case from now on, without opening it. */
export const readersAnewPage = (
  chrome: Chrome,
  csrfToken: string,
  one: WithoutReaders,
  colleagues: ColleagueList,
  form: Form,
): Html =>
  page(chrome, {
    title: 'Name who reads the case',
    caption: called(one),
    breadcrumbs: [...breadcrumbs, { text: title, href: paths.deskCasesWithoutReaders }, { text: called(one) }],
    errors: form.errors,
    body: html`<div class="fp-columns">
      <form class="fp-form" method="post" action="${paths.deskCaseReadersAnew(one.caseId)}" novalidate>
        ${csrfField(csrfToken)} ${findColleague(form, colleagues)} ${readersField(form, colleagues, () => undefined)}
        ${textarea({
          name: 'reason',
          rows: 3,
          label: 'Why they are named',
          hint: 'Those who read the case read it. It stays on the record of the case',
          ...form.field('reason'),
        })}
        <div class="govuk-button-group">
          ${button({ text: 'Name them', preventDoubleClick: true })}
          <a class="govuk-link" href="${paths.deskCasesWithoutReaders}">Cancel</a>
        </div>
      </form>
      <div>${whatItMeans(one)}</div>
    </div>`,
  })

const whatItMeans = ({ names }: WithoutReaders): Html =>
  html`<section class="fp-owed" aria-labelledby="means">
    <h2 class="govuk-heading-s" id="means">What this does</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${names.length > 0 && html`<li>${names.join(', ')} could read it, and can no longer.</li>`}
      <li>The case stays restricted. Those whom you name read it and can change who does; you do not have to be one.</li>
      <li>Choose whoever takes the work over. They assign the case and its open lines of inquiry anew.</li>
      <li>That you named them, and why, stands on the record of the case.</li>
    </ul>
  </section>`
