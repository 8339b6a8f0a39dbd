import { dateParts, formReader } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { input } from '../../platform/web/components/input/input.ts'
import type { Content } from '../../platform/web/html.ts'
import { type Form, type Parsed, accepted, rejected } from '../../platform/web/layout/form.ts'
import { offenceFields, offencesFound, readOffence } from '../recording/offence-choice.ts'
import type { ReviewedCharge } from './charging-decision.ts'
import type { WordedCharge } from './review-commands.ts'
import type { Order, SectionForm } from './section-form.ts'
import { longestWords } from './words-required.ts'

const acts = ['change', 'not-pursued', 'pursue'] as const

/** The charge itself: changed, not pursued, or pursued again, always with the reason. */
export const chargeForm: SectionForm = {
  button: 'Record it',
  field: 'act',
  begin: ({ charge }) => wordedSent(charge),
  parse(sent, { charge }) {
    const key = charge.charge.key
    const reader = formReader(sent)
    const act = reader.choice('act', acts, 'Select what is done with the charge')
    if (act === 'change') {
      const parsed = parseWorded(sent)
      if (!parsed.ok) return parsed
      return accepted([{ type: 'ChangeCharge', charge: key, ...parsed.command }])
    }
    const reasons = reader.text('reasons', 'Enter the reason', longestWords)
    if (!act || reader.errors.length > 0) return rejected(sent, reader.errors)
    const type = act === 'pursue' ? 'PursueChargeAgain' : 'NotPursueCharge'
    return accepted([{ type, charge: key, reasons } satisfies Order])
  },
  fields: (form, { charge, shown }) => {
    const { caseId, review } = shown.review
    const address = paths.deskCaseReviewCharge(caseId, review.number, charge.charge.key, 'charge')
    return [
      radios({
        name: 'act',
        fieldset: { legend: { text: 'What is done with this charge', classes: 'govuk-fieldset__legend--s' } },
        classes: 'govuk-radios--small',
        items: charge.notPursued
          ? [{ value: 'pursue', text: 'Pursue it again' }]
          : [
              { value: 'change', text: 'Change it', hint: 'What was concluded on it is then concluded again' },
              { value: 'not-pursued', text: 'Do not pursue it', hint: 'Beside the other charges it is not needed' },
            ],
        ...form.field('act'),
      }),
      charge.notPursued === null && wordedFields(form, address),
      reasonsField(form),
    ]
  },
}

const wordedSent = ({ charge }: ReviewedCharge): Sent => ({
  'offence-words': charge.offence.code,
  ...dateParts('from', charge.from),
  ...dateParts('to', charge.to),
  where: charge.where,
  particulars: charge.particulars,
})

/** True where the form came back only to look an offence up. */
export const looksUpOffence = (sent: Sent): boolean => textOf(sent, 'do') === 'find-offence'

export function parseWorded(sent: Sent): Parsed<{ readonly worded: WordedCharge; readonly reasons: string }> {
  const reader = formReader(sent)
  const offence =
    textOf(sent, 'offence-words') === ''
      ? reader.wrong('offence-words', 'Enter the offence')
      : readOffence(reader, sent)
  if (!offence && reader.errors.length === 0) reader.wrong('offence', 'Choose the offence')
  const from = reader.date('from', 'the first day')
  const to = reader.date('to', 'the last day')
  const where = reader.text('where', 'Enter where it happened', longestWords)
  const particulars = reader.text('particulars', 'Enter what the suspect is said to have done', longestWords)
  const reasons = reader.text('reasons', 'Enter the reason', longestWords)
  if (reader.errors.length > 0 || !offence || !from || !to) return rejected(sent, reader.errors)
  return accepted({ worded: { offence, from, to, where, particulars }, reasons })
}

export const wordedFields = (form: Form, address: string): Content => [
  offenceFields(form, offencesFound(sentOf(form)), address, 'Offence'),
  dateInput({
    ...form.date('from'),
    fieldset: { legend: { text: 'First day of the offence', classes: 'govuk-fieldset__legend--s' } },
  }),
  dateInput({
    ...form.date('to'),
    fieldset: { legend: { text: 'Last day of the offence', classes: 'govuk-fieldset__legend--s' } },
  }),
  input({ name: 'where', label: 'Where', ...form.field('where') }),
  textarea({
    name: 'particulars',
    rows: 3,
    label: 'What the suspect is said to have done',
    hint: 'In the words of a charge, without names',
    ...form.field('particulars'),
  }),
]

/** Offences are looked up only where the words are no code, which is an answer by itself. */
const sentOf = (form: Form): Sent => {
  const words = form.field('offence-words').value ?? ''
  return /^[A-Z]{2}\d{2}\d{3}[A-Z]?$/i.test(words.trim()) ? {} : { 'offence-words': words }
}

export const reasonsField = (form: Form): Content =>
  textarea({
    name: 'reasons',
    rows: 4,
    label: 'Reason',
    hint: 'It stays on the record of the decision',
    ...form.field('reasons'),
  })
