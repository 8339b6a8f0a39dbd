import { paths } from '../paths.ts'
import { button } from '../platform/web/components/button/button.ts'
import { insetText } from '../platform/web/components/inset-text/inset-text.ts'
import { summaryList } from '../platform/web/components/summary-list/summary-list.ts'
import { textarea } from '../platform/web/components/textarea/textarea.ts'
import { html } from '../platform/web/html.ts'
import { type Form, csrfField } from '../platform/web/layout/form.ts'
import type { Page } from '../platform/web/layout/page.ts'
import { type BankHolidays, holidaysRunningOut } from './bank-holidays.ts'
import { countingWords } from './day-counting.ts'
import { type LocalDate, formatDateLong } from './local-date.ts'

/** Where GOV.UK publishes the list. */
const published = 'https://www.gov.uk/bank-holidays.json'

/** Which list of bank holidays is in force, until when it reaches, and a later one in its place. */
export function bankHolidaysPage(
  { holidays, today, isDone }: { readonly holidays: BankHolidays; readonly today: LocalDate; readonly isDone: boolean },
  csrfToken: string,
  form: Form,
): Page {
  const { knownOn, firstYear, lastYear, counting } = holidays
  const counted = countingWords(counting)
  const startingWords = `${counted.charAt(0).toUpperCase()}${counted.slice(1)}`
  const runningOut = holidaysRunningOut(today, holidays)
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return {
    title: 'Bank holidays',
    breadcrumbs: [
      { text: 'Work list', href: paths.desk },
      { text: 'Administration', href: paths.deskAdmin },
      { text: 'Bank holidays' },
    ],
    errors: form.errors,
    notice: isDone ? { type: 'success', text: 'The list is in force' } : undefined,
    lede: 'Working days are counted with the list of bank holidays in England and Wales that GOV.UK publishes.',
    body: html`${runningOut !== null && insetText({ text: runningOut, classes: 'fp-attention' })}
      ${summaryList({
        rows: [
          row('List in force', `As known on ${formatDateLong(knownOn)}`),
          row('Years', `${firstYear} to ${lastYear}`),
          row('After that', `What counts working days into ${lastYear + 1} is refused until a later list is loaded`),
          row('The first day', startingWords),
        ],
      })}
      <form class="fp-form" method="post" action="${paths.deskBankHolidays}" novalidate>
        ${csrfField(csrfToken)}
        <h2 class="govuk-heading-m">Load the list of today</h2>
        <p class="govuk-body">
          Open <a class="govuk-link" href="${published}">${published}</a>, select everything on it, and copy it into the
          box. Dates that were worked out before stay as they are; later ones use the new list and say so.
        </p>
        ${textarea({
          name: 'list',
          rows: 6,
          label: 'The whole list, as GOV.UK shows it today',
          hint: 'It begins with {"england-and-wales":',
          spellcheck: false,
          ...form.field('list'),
        })}
        ${button({ text: 'Load it', preventDoubleClick: true })}
      </form>`,
  }
}
