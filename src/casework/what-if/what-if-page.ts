import { dueWords } from '../../duties/duty-words.ts'
import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { details } from '../../platform/web/components/details/details.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Cell, wideTable } from '../../platform/web/components/table/table.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { page } from '../../platform/web/layout/page.ts'
import type { Looking } from '../cases/case-page.ts'
import { type HeldMaterial, materialKinds, materialStates } from '../material/held-material.ts'
import type { DutyIf } from './duties-if.ts'
import type { ChargeIf, ChargeStanding, ElementIf, ElementStanding, Question, WhatIf } from './what-if.ts'

/** What the page shows: whom it is about, what may be asked, and the answer. */
export type WhatIfShown = {
  readonly caseId: string
  readonly suspect: number
  readonly heading: string
  /** False for a draft. */
  readonly decided: boolean
  /** "charging decision 2", or "the draft review". */
  readonly of: string
  readonly question: Question
  /** Material named for an element of some charge, and the rest of the register. */
  readonly proving: readonly HeldMaterial[]
  readonly others: readonly HeldMaterial[]
  readonly people: ReadonlyArray<{ readonly id: string; readonly part: string; readonly hasWithdrawn: boolean }>
  readonly partOf: (person: string) => string
  readonly answer: WhatIf
  readonly duties: readonly DutyIf[]
}

/** Marks material as lost or people as withdrawn, and shows what would fall. It is a question: nothing is kept. */
export function whatIfPage({ chrome }: Looking, shown: WhatIfShown): Html {
  const { caseId, suspect, heading, of, question } = shown
  const asked = question.lost.length > 0 || question.withdrawn.length > 0
  return page(chrome, {
    title: `What if: suspect ${suspect}`,
    heading: 'What if some of the material were lost?',
    caption: `${heading} · Suspect ${suspect}`,
    lede: `On ${of}. Nothing here is saved, and nothing is decided: whether what is left is enough is for the prosecutor.`,
    breadcrumbs: [
      { text: 'Cases', href: paths.deskCases },
      { text: heading, href: paths.deskCase(caseId) },
      { text: 'Charging', href: paths.deskCaseCharging(caseId) },
      { text: `Suspect ${suspect}`, href: paths.deskCaseReview(caseId, suspect) },
      { text: 'What if' },
    ],
    body: html`<div class="fp-what-if">
      ${questionForm(shown, asked)}
      <div>${asked ? answerOf(shown) : nothingAsked()} ${shown.answer.charges.map((charge) => chargeSection(charge, shown))}</div>
    </div>`,
  })
}

function questionForm(shown: WhatIfShown, asked: boolean): Content {
  const { caseId, suspect, question, people, proving, others } = shown
  const action = paths.deskCaseWhatIf(caseId, suspect)
  return html`<form class="fp-what-if__question fp-no-print" method="get" action="${action}">
    ${
      people.length > 0 &&
      checkboxes({
        name: 'withdrawn',
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: 'Who withdraws?', classes: 'govuk-fieldset__legend--s' } },
        hint: 'Everything that the register says comes from them is then gone. What they only produced or explain is to be marked by itself.',
        values: question.withdrawn,
        items: people.map(({ id, part, hasWithdrawn }) => ({
          value: id,
          text: part,
          ...(hasWithdrawn && { hint: 'Has withdrawn already; what they said still counts here until it is marked.' }),
        })),
      })
    }
    ${checkboxes({
      name: 'lost',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: 'What is lost?', classes: 'govuk-fieldset__legend--s' } },
      values: question.lost,
      items: proving.map((item) => lostItem(item, shown)),
    })}
    ${others.length > 0 && otherMaterial(others, shown)}
    <div class="govuk-button-group">
      ${button({ text: 'Show what would fall' })} ${asked && html`<a class="govuk-link" href="${action}">Start again</a>`}
    </div>
  </form>`
}

const lostItem = (item: HeldMaterial, { partOf }: WhatIfShown) => ({
  value: item.key,
  text: `${item.key} ${item.title}`,
  hint: [materialKinds[item.kind], item.from === null ? null : partOf(item.from), stateWords(item)]
    .filter(Boolean)
    .join(' · '),
})

/** What proves no element may be lost as well; it only takes room until somebody asks. */
const otherMaterial = (others: readonly HeldMaterial[], shown: WhatIfShown): Content =>
  details({
    summaryText: `Material named for no element (${others.length})`,
    open: others.some(({ key }) => shown.question.lost.includes(key)),
    html: checkboxes({
      name: 'lost',
      idPrefix: 'other',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: 'Material named for no element', classes: 'govuk-visually-hidden' } },
      values: shown.question.lost,
      items: others.map((item) => lostItem(item, shown)),
    }),
  })

const stateWords = ({ state }: HeldMaterial): string | null =>
  state === 'received' ? null : materialStates[state].toLowerCase()

const nothingAsked = (): Content =>
  emptyState({
    heading: 'Nothing is marked yet',
    text: 'Mark material as lost or people as withdrawn. Then each element shows what proves it now, and what would be left.',
  })

/** The answer in one place, in words: what would be gone, what becomes of the charges and of what is owed. */
function answerOf({ answer, duties }: WhatIfShown): Content {
  const { gone, charges, noChargeLeft } = answer
  const falls = charges.filter(({ standing }) => standing === 'falls')
  const again = charges.filter(({ standing }) => standing === 'to-weigh-again')
  return html`<section class="fp-next" aria-labelledby="answer">
      <h2 class="govuk-heading-m" id="answer">${headline(falls, again)}</h2>
      <p class="govuk-body">${goneWords(gone)}</p>
      ${
        noChargeLeft &&
        html`<p class="govuk-body">
          No charge would be left that could be put by the Full Code Test. If the prosecutor then decided against
          charging, the victims would have to be told, and why.
        </p>`
      }
      ${
        falls.length > 0 &&
        !noChargeLeft &&
        html`<p class="govuk-body">
          If the prosecutor then decided against charging ${falls.length === 1 ? 'it' : 'them'}, the victims concerned would
          have to be told, and why.
        </p>`
      }
    </section>
    ${duties.length > 0 && dutiesSection(duties)}`
}

function headline(falls: readonly ChargeIf[], again: readonly ChargeIf[]): string {
  if (falls.length > 0) return `${keysOf(falls)} would fall`
  if (again.length > 0) return `${keysOf(again)} would have to be weighed again`
  return 'No charge would change'
}

const keysOf = (charges: readonly ChargeIf[]): string =>
  `${charges.length === 1 ? 'Charge' : 'Charges'} ${charges.map(({ key }) => key).join(', ')}`

const goneWords = (gone: WhatIf['gone']): string =>
  gone.length === 0
    ? 'Nothing on the register comes from whom or what you marked.'
    : `Gone: ${gone.map(({ item, because, bearsOn }) => `${item.key} (${because}${bearsOn === 0 ? ', named for no element' : ''})`).join(', ')}.`

const dutiesSection = (duties: readonly DutyIf[]): Content =>
  html`<section aria-labelledby="duties">
    <h2 class="govuk-heading-m" id="duties">What is owed</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${duties.map(
        ({ duty, effect }) =>
          html`<li>
            ${duty.what}, by <a class="govuk-link" href="${paths.duty(duty.id)}">${dueWords(duty)}</a>. ${effect}
          </li>`,
      )}
    </ul>
  </section>`

const chargeTags: Readonly<Record<ChargeStanding, { readonly text: string; readonly classes: string }>> = {
  'as-before': { text: 'As before', classes: 'govuk-tag--green' },
  'to-weigh-again': { text: 'To weigh again', classes: 'govuk-tag--orange' },
  falls: { text: 'Falls', classes: 'govuk-tag--red' },
  fallen: { text: 'Cannot stand now', classes: 'govuk-tag--red' },
}

const elementTags: Readonly<Record<ElementStanding, { readonly text: string; readonly classes: string }>> = {
  'as-before': { text: 'As before', classes: 'govuk-tag--green' },
  'on-less': { text: 'On less', classes: 'govuk-tag--orange' },
  falls: { text: 'Nothing left', classes: 'govuk-tag--red' },
  unproved: { text: 'Nothing before', classes: 'govuk-tag--grey' },
}

const chargeSection = ({ key, offence, outcome, elements, standing, effect }: ChargeIf, shown: WhatIfShown): Content =>
  html`<section aria-labelledby="charge-${key}">
    <h2 class="govuk-heading-m" id="charge-${key}">${key} ${offence} ${tag(chargeTags[standing])}</h2>
    <p class="govuk-body">
      ${outcome !== null && html`<span class="fp-muted">${shown.decided ? 'Decided' : 'Proposed'}: ${outcome}.</span> `}${effect}
    </p>
    ${
      elements.length === 0
        ? html`<p class="govuk-body">No elements are written down for this charge yet.</p>`
        : wideTable({
            label: `Elements of charge ${key}, before and after`,
            classes: 'fp-stacked fp-before-after',
            head: ['Element', 'Now', 'Then', 'Standing'],
            rows: elements.map((element) => elementRow(element, shown)),
          })
    }
  </section>`

const elementRow = ({ words, before, after, standing }: ElementIf, shown: WhatIfShown): readonly Cell[] => [
  labelled('Element', words),
  labelled('Now', items(before, shown)),
  labelled('Then', items(after, shown)),
  labelled('Standing', tag(elementTags[standing])),
]

const labelled = (label: string, words: Content): Cell => ({
  html: html`${words}`,
  attributes: { 'data-label': label },
})

const items = (material: readonly HeldMaterial[], { caseId }: WhatIfShown): Content =>
  material.length === 0
    ? html`<strong>None</strong>`
    : html`<ul class="govuk-list">
        ${material.map(
          ({ key, title }) =>
            html`<li><a class="govuk-link" href="${paths.deskCaseMaterialItem(caseId, key)}">${key}</a> ${title}</li>`,
        )}
      </ul>`
