import { dueWords } from '../duties/duty-words.ts'
import { promiseFigures } from '../duties/promises/promise-pages.ts'
import { countPromises, readNextPromises } from '../duties/promises/read-promises.ts'
import { paths } from '../paths.ts'
import { html } from '../platform/web/html.ts'
import type { HomeSection } from './home-page.ts'

const shownNext = 3

/** This year's public promises in four numbers, and what is due next in public. */
export const promisesHomeSection: HomeSection = async (tx, at) => {
  const counts = await countPromises(tx, at)
  if (counts.made === 0) return null
  const next = await readNextPromises(tx, at, shownNext)
  return html`<h2 class="govuk-heading-m">Promises due in ${counts.year.title}</h2>
    ${promiseFigures(counts)}
    ${
      next.length > 0 &&
      html`<h3 class="govuk-heading-s">Due next in public</h3>
        <ul class="govuk-list govuk-list--spaced">
          ${next.map(
            (duty) =>
              html`<li>
                ${dueWords(duty)}: <a class="govuk-link" href="${paths.promise(duty.id)}">${duty.what}</a>,
                ${duty.owedBy.name}
              </li>`,
          )}
        </ul>`
    }`
}
