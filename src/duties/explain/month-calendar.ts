import { type LocalDate, formatDate, weekdays } from '../../calendar/local-date.ts'
import { type LocalMonth, formatMonth, monthGrid, monthOf } from '../../calendar/local-month.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { classNames } from '../../platform/web/components/options.ts'
import type { Duty } from '../duty.ts'
import { type DayMark, dayMarks, monthsToShow } from './counted-days.ts'

/** Small calendars of the months that a date was counted over. Each mark is a word and a shape, never a colour alone. */
export function workingCalendar(worked: Pick<Duty, 'startedOn' | 'dueOn' | 'working'>): Content {
  const marks = dayMarks(worked)
  const { months, someLeftOut } = monthsToShow(worked)
  const counts = marks.size > 1
  return html`<div class="fp-months">${months.map((month) => monthTable(month, marks))}</div>
    ${someLeftOut && html`<p class="govuk-body fp-muted">The months between are not shown.</p>`}
    ${
      counts &&
      html`<p class="govuk-body fp-muted">
        “Start” is the day that starts the clock. Each day that counts has its number. “Off” is a day that does not
        count. “Due” is the last day.
      </p>`
    }`
}

function monthTable(month: LocalMonth, marks: ReadonlyMap<LocalDate, DayMark>): Html {
  return html`<table class="fp-month">
    <caption class="fp-month__caption">
      ${formatMonth(month)}
    </caption>
    <thead>
      <tr>
        ${weekdays.map((day) => html`<th scope="col" abbr="${day}">${day.slice(0, 3)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${monthGrid(month).map(
        (week) =>
          html`<tr>
            ${week.map((date) => (monthOf(date) === month ? dayCell(date, marks.get(date)) : html`<td></td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function dayCell(date: LocalDate, mark: DayMark | undefined): Html {
  const number = html`<span class="fp-month__day">${Number(date.slice(8))}</span>`
  if (!mark) return html`<td>${number}</td>`
  const classes = classNames(
    mark.isStart && 'fp-month__cell--start',
    mark.isDue && 'fp-month__cell--due',
    mark.notCounted !== null && 'fp-month__cell--off',
  )
  return html`<td class="${classes}">
    ${number} <span class="fp-month__mark">${markWords(mark)}</span>
    <span class="govuk-visually-hidden">${markExplained(date, mark)}</span>
  </td>`
}

function markWords({ isStart, isDue, counted, notCounted }: DayMark): string {
  if (isDue) return 'Due'
  if (isStart) return 'Start'
  return notCounted === null ? String(counted ?? '') : 'Off'
}

function markExplained(date: LocalDate, { isStart, isDue, counted, notCounted }: DayMark): string {
  if (isDue) return `${counted === null ? '' : `day ${counted}, `}due on ${formatDate(date)}`
  if (isStart) return counted === null ? 'starts the clock, not counted' : `day ${counted}, starts the clock`
  return notCounted === null ? `day ${counted}` : `${notCounted}, not counted`
}
