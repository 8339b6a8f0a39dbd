import { type Html, html } from '../../platform/web/html.ts'
import { forceTitle } from './dataset.ts'
import type { Quality } from './quality.ts'
import type { FileShown } from './read-view.ts'

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

const list = new Intl.ListFormat('en-GB')

/** What is to be known about a file's rows, in sentences; those that say nothing are left out. */
function qualitySentences(quality: Quality, rows: number): readonly string[] {
  const { repeatedCrimeIds, repeatedRows, withoutPlace, formerDistricts, acceptedCategories } = quality
  const former = Object.entries(formerDistricts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const sentences = [
    repeatedCrimeIds === 0
      ? 'No crime id stands on more than one row.'
      : `${count(repeatedCrimeIds, 'row repeats', 'rows repeat')} a crime id that stood on an earlier row; ${repeatedRows === 0 ? 'none' : repeatedRows.toLocaleString('en-GB')} of them ${repeatedRows === 1 ? 'equals' : 'equal'} that row in every column. All of them count.`,
    withoutPlace > 0 &&
      `${count(withoutPlace, 'row names', 'rows name')} no place (${((100 * withoutPlace) / rows).toFixed(1)}%).`,
    quality.placeNotUnderstood > 0 &&
      `${count(quality.placeNotUnderstood, 'row names', 'rows name')} an output area in a way that gives no district.`,
    quality.withoutCrimeId > 0 &&
      `${count(quality.withoutCrimeId, 'crime has', 'crimes have')} no crime id, so repeats among them cannot be seen.`,
    quality.withoutOutcome > 0 && `${count(quality.withoutOutcome, 'crime has', 'crimes have')} no last outcome.`,
    quality.fallsWithinAnother > 0 &&
      `${count(quality.fallsWithinAnother, 'row falls', 'rows fall')} within another force’s area, by the file’s own word.`,
    former.length > 0 &&
      `The file names districts that are part of another today, and they are counted there: ${list.format(former.map(([name, number]) => `${name} (${number.toLocaleString('en-GB')})`))}.`,
    acceptedCategories.length > 0 &&
      `New on data.police.uk when the file was imported: ${list.format(acceptedCategories)}.`,
  ]
  return sentences.filter((sentence) => sentence !== false)
}

/** The note on each force's file that stands. */
export const qualityNote = (files: readonly FileShown[]): Html =>
  html`<section aria-labelledby="quality">
    <h2 class="govuk-heading-m" id="quality">Quality of the rows</h2>
    <dl class="govuk-summary-list">
      ${files
        .filter(({ current }) => current)
        .map(
          ({ force, quality, rows }) =>
            html`<div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">${forceTitle(force)}</dt>
              <dd class="govuk-summary-list__value">
                ${rows.toLocaleString('en-GB')} rows. ${qualitySentences(quality, rows).join(' ')}
              </dd>
            </div>`,
        )}
    </dl>
  </section>`
