import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, type FieldError, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import { type HeldMaterial, materialStates } from '../material/held-material.ts'
import { lawWords } from '../points-to-prove/points-to-prove.ts'
import type { PointsTaken, ProvedElement } from './charging-decision.ts'
import { registerIn } from './review-page.ts'
import type { SectionForm, SectionShown } from './section-form.ts'

// What must be proved is taken from the area's points when this page first comes up, and kept from then on: a later
// change of the points asks before it changes a review.

const none = 'none'
const fieldOf = (part: 'material' | 'note' | 'remove', key: string): string => `${part}-${key}`

type Base = { readonly points: PointsTaken; readonly elements: readonly ProvedElement[] }

const unsaid = { material: [], none: false, note: '' } as const

/** The elements as they stand in the review, or as they are taken for it now. */
function baseOf({ charge, points }: SectionShown, again: boolean): Base {
  if (charge.points && !again) return { points: charge.points, elements: charge.elements }
  const kept = new Map(charge.elements.map((one) => [one.key, one]))
  const provedBefore = (key: string, words: string) => {
    const before = kept.get(key)
    return before?.words === words ? before : unsaid
  }
  const taken =
    points?.elements.map(({ key, words }) => ({ ...provedBefore(key, words), key, words, own: false })) ?? []
  return { points: pointsTaken({ charge, points }), elements: [...taken, ...charge.elements.filter(({ own }) => own)] }
}

function pointsTaken({ charge, points }: Pick<SectionShown, 'charge' | 'points'>): PointsTaken {
  if (!points) {
    const source = 'written by the prosecutor for this case'
    return { title: charge.charge.offence.title, statute: null, section: null, source, confidence: 'unconfirmed' }
  }
  const { title, statute, section, source, confidence } = points
  return { title, statute, section, source, confidence }
}

/** Whether the points to prove read otherwise now than when this review took them. */
function haveChanged({ charge, points }: SectionShown): boolean {
  if (!charge.points || !points) return false
  const taken = charge.elements.filter(({ own }) => !own).map(({ words }) => words)
  return taken.join('\n') !== points.elements.map(({ words }) => words).join('\n')
}

export const elementsForm: SectionForm = {
  button: 'Save and go on',
  field: 'own',
  begin(section) {
    const { elements } = baseOf(section, false)
    return Object.fromEntries(
      elements.flatMap(({ key, material, none: nothing, note }) => [
        [fieldOf('material', key), nothing ? [none] : material.map((item) => item.key)],
        [fieldOf('note', key), note],
      ]),
    )
  },
  parse(sent, section) {
    const base = baseOf(section, textOf(sent, 'again') === 'yes')
    const errors: FieldError[] = []
    const proved = base.elements
      .filter(({ key, own }) => !(own && textOf(sent, fieldOf('remove', key)) === 'yes'))
      .map((element) => provedBy(element, sent, section, errors))
    const elements = [...proved, ...written(textOf(sent, 'own'), base.elements)]
    if (errors.length > 0) return rejected(sent, errors)
    return accepted([{ type: 'ProveElements', charge: section.charge.charge.key, points: base.points, elements }])
  },
  fields(form, section) {
    const base = baseOf(section, false)
    return [
      pointsLine(base.points, section),
      haveChanged(section) && again(form, section),
      base.elements.map((element, index) => elementField(form, section, element, index + 1)),
      textarea({
        name: 'own',
        rows: base.elements.length === 0 ? 6 : 2,
        label: base.elements.length === 0 ? 'What must be proved' : 'Something else that must be proved (optional)',
        hint: 'One on each line. You say what proves it after you save.',
        ...form.field('own'),
      }),
    ]
  },
}

function provedBy(element: ProvedElement, sent: Sent, section: SectionShown, errors: FieldError[]): ProvedElement {
  const name = fieldOf('material', element.key)
  const chosen = formOf(sent).choices(name).values
  const nothing = chosen.includes(none)
  const known = itemsFor(section, element)
  const material = known.filter(({ key }) => chosen.includes(key))
  if (nothing && material.length > 0) {
    errors.push({ field: name, text: `Choose the material that proves “${element.words}”, or none, and not both` })
  }
  if (chosen.some((key) => key !== none && !known.some((item) => item.key === key))) {
    errors.push({ field: name, text: `Choose material of this case for “${element.words}”` })
  }
  const note = textOf(sent, fieldOf('note', element.key))
  const { key, words, own } = element
  return { key, words, own, material, none: nothing, note }
}

/** What may be chosen: the register as it stands, and what was chosen before and is no longer in it. */
function itemsFor({ shown }: SectionShown, element: ProvedElement): readonly HeldMaterial[] {
  const held = registerIn(shown)
  return [...held, ...element.material.filter(({ key }) => !held.some((item) => item.key === key))]
}

function written(text: string, before: readonly ProvedElement[]): readonly ProvedElement[] {
  const taken = before.map(({ key }) => Number(/^own-(\d+)$/.exec(key)?.[1] ?? 0))
  const first = Math.max(0, ...taken) + 1
  const lines = text.split(/\n+/).map((line) => line.trim())
  return lines.filter(Boolean).map((words, index) => ({ ...unsaid, key: `own-${first + index}`, words, own: true }))
}

function pointsLine(points: PointsTaken, { charge }: SectionShown): Content {
  if (charge.points === null && points.statute === null) {
    return html`<p class="govuk-body">
      Nobody has written down yet what must be proved for this offence here. Write it for this case, or
      <a class="govuk-link" href="${paths.deskPointsToProveOf(charge.charge.offence.code)}">for every case</a>.
    </p>`
  }
  const law = lawWords(points)
  return html`<p class="govuk-body fp-muted">
    ${points.title}${law && `, ${law}`}: ${points.source}.
    ${points.confidence === 'unconfirmed' && tag({ text: 'Unconfirmed', classes: 'govuk-tag--orange' })}
  </p>`
}

const again = (form: Form, { charge }: SectionShown): Content =>
  html`<div class="govuk-inset-text">
    <p class="govuk-body">
      The <a class="govuk-link" href="${paths.deskPointsToProveOf(charge.charge.offence.code)}">points to prove</a> of this
      offence were changed since they were taken here.
    </p>
    ${checkboxes({
      name: 'again',
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'Take them as they are now. What proves the unchanged ones is kept' }],
      ...form.choices('again'),
    })}
  </div>`

function elementField(form: Form, section: SectionShown, element: ProvedElement, number: number): Content {
  const { key, words, own } = element
  const name = fieldOf('material', key)
  const { values, errorMessage } = form.choices(name)
  const items = itemsFor(section, element)
  return html`<fieldset class="fp-element govuk-fieldset ${errorMessage && 'fp-element--error'}" id="${name}">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s fp-element__words">
      <span class="fp-element__number">${number}</span>${words}
    </legend>
    ${errorMessage && html`<p class="govuk-error-message">${errorMessage.text}</p>`}
    <p class="fp-element__ask">Proved by</p>
    <div class="fp-chips">
      ${items.map((item) => chip(name, item.key, item.key, `${item.title}, ${materialStates[item.state]}`, values))}
      ${chip(name, none, 'None', 'nothing proves it', values)}
    </div>
    ${chosenWords(section, items, values)}
    ${textarea({
      name: fieldOf('note', key),
      rows: 2,
      label: { text: 'Note', classes: 'fp-element__ask' },
      ...form.field(fieldOf('note', key)),
    })}
    ${own && chip(fieldOf('remove', key), 'yes', 'Leave out', `${words}: it need not be proved`, form.choices(fieldOf('remove', key)).values)}
  </fieldset>`
}

const chip = (name: string, value: string, text: string, more: string, values: readonly string[]): Content => {
  const id = `${name}-${value}`
  return html`<span class="fp-chip"
    ><input class="fp-chip__input" type="checkbox" id="${id}" name="${name}" value="${value}" ${values.includes(value) && html`checked`} /><label
      class="fp-chip__label"
      for="${id}"
      title="${more}"
      >${text}<span class="govuk-visually-hidden">: ${more}</span></label
    ></span
  >`
}

/** The items chosen, with their titles, so that nobody has to know what M4 is. */
function chosenWords({ shown }: SectionShown, items: readonly HeldMaterial[], values: readonly string[]): Content {
  const chosen = items.filter(({ key }) => values.includes(key))
  if (chosen.length === 0) return null
  const register = new Set(shown.material.map(({ key }) => key))
  const attention = ({ key, state }: HeldMaterial): string | null => {
    if (!register.has(key)) return 'Taken out of the register'
    return state === 'received' ? null : materialStates[state]
  }
  return html`<ul class="fp-element__chosen">
    ${chosen.map((item) => {
      const words = attention(item)
      return html`<li>
        <span class="fp-code">${item.key}</span> ${item.title}${words && html` <strong class="fp-attention">${words}</strong>`}
      </li>`
    })}
  </ul>`
}
