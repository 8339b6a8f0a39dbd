import { toLocalDate } from '../../calendar/instant.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../../platform/access/sent.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { html } from '../../platform/web/html.ts'
import { formOf } from '../../platform/web/layout/form.ts'
import { findOffence } from '../offences/offence-list.ts'
import { offenceFields, offencesFound, readOffence } from '../recording/offence-choice.ts'
import { type Exclusion, exclusionNames, exclusions, isExclusion } from '../who-may-charge/exclusions.ts'
import { magistratesMaximumOn, magistratesMaximumWords } from '../who-may-charge/magistrates-maximum.ts'
import { offenceFacts } from '../who-may-charge/offence-facts.ts'
import { anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import { chargesToPut, othersAsked, whoMayChargeThis } from './charging-answer.ts'
import { whoSteps } from './charging-sections.ts'
import { longestWords } from './checks.ts'
import { choose, isOpen, namesOf, words } from './form-parts.ts'
import { putFields, putStart, readPut } from './put-fields.ts'
import type { SuspectForm } from './suspect-form.ts'
import { withProsecutor } from './track-of.ts'

const yesOrNo = { yes: 'Yes', no: 'No' } as const

/** Charges, who decides on them, and that they were put. */
export const chargingForms = {
  'propose-charge': {
    title: 'Propose a charge',
    button: 'Propose the charge',
    permission: 'suspect.record',
    field: 'offence-words',
    done: 'suspect-recorded',
    offered: isOpen,
    start: ({ file: { summary } }) => ({
      'offence-words': summary.offence ?? '',
      offence: summary.offence ?? '',
      ...dateParts('from', summary.from),
      ...(summary.to === summary.from ? {} : dateParts('to', summary.to)),
      where: summary.place,
    }),
    fields: (form, { file, suspect }, sent) => [
      offenceFields(
        form,
        offencesFound(sent),
        paths.deskCaseSuspectAct(file.summary.id, suspect.number, 'propose-charge'),
        'Offence',
      ),
      html`<div class="fp-columns fp-columns--half fp-columns--form">
        ${dateInput({
          fieldset: { legend: { text: 'Day of the offence' } },
          hint: 'Or the first day on which it may have been',
          ...form.date('from'),
        })}
        ${dateInput({
          fieldset: { legend: { text: 'Last day (optional)' } },
          hint: 'Where it was between two days',
          ...form.date('to'),
        })}
      </div>`,
      textarea({ name: 'where', rows: 2, label: 'Where', ...form.field('where') }),
      words(form, 'particulars', 'What the suspect is said to have done', 'In the words of a charge'),
    ],
    parse(reader, sent) {
      const offence = readOffence(reader, sent)
      if (!offence && reader.errors.length === 0) reader.wrong('offence-words', 'Find the offence of the charge')
      const from = reader.date('from', 'the day of the offence')
      const isOneDay = ['day', 'month', 'year'].every((part) => textOf(sent, `to-${part}`) === '')
      const to = isOneDay ? from : reader.date('to', 'the last day of the offence')
      const where = reader.text('where', 'Enter where it was', longestWords)
      const particulars = reader.text('particulars', 'Enter what the suspect is said to have done', longestWords)
      const known = offence && findOffence(offence.code)
      if (!known || !from || !to) return null
      return {
        type: 'ProposeCharge',
        charge: { offence, from, to, where, particulars },
        facts: offenceFacts(known),
      }
    },
  },
  'withdraw-charge': {
    title: 'Withdraw a proposed charge',
    button: 'Withdraw the charge',
    permission: 'suspect.record',
    field: 'reason',
    done: 'suspect-recorded',
    offered: (suspect) => isOpen(suspect) && suspect.charges.length > 0,
    fields: (form, { suspect, key }) => [
      html`<p class="govuk-body">
        <strong>${suspect.charges.find((charge) => charge.key === key)?.offence.title}</strong> (${key})
      </p>`,
      words(form, 'reason', 'Why it is not proposed any longer'),
    ],
    parse: (reader, _sent, { key }) => ({
      type: 'WithdrawCharge',
      key,
      reason: reader.text('reason', 'Enter why it is not proposed any longer', longestWords),
    }),
  },
  'who-may-charge': {
    title: 'Say what decides who may charge',
    button: 'Work out who may charge',
    permission: 'suspect.record',
    field: 'plea',
    done: 'suspect-recorded',
    offered: (suspect) => isOpen(suspect) && suspect.charges.length > 0,
    start: ({ suspect: { assessment } }) =>
      assessment
        ? {
            plea: assessment.plea,
            suitable: assessment.suitable ? 'yes' : 'no',
            longer: assessment.longerLikely ? 'yes' : 'no',
            exclusions: assessment.exclusions,
          }
        : {},
    fields: (form, { at }) => [
      choose(form, 'plea', 'What is the suspect expected to plead?', anticipatedPleas),
      choose(form, 'suitable', 'Is the case suitable for sentence in a magistrates’ court?', yesOrNo),
      choose(
        form,
        'longer',
        'Is the court likely to think that more is needed than its longest sentence?',
        yesOrNo,
        `The longest for one offence that is triable either way: ${magistratesMaximumWords(magistratesMaximumOn(toLocalDate(at)))}`,
      ),
      checkboxes({
        name: 'exclusions',
        fieldset: { legend: { text: 'Does any of this apply to the case?' } },
        hint: 'The prosecutor then decides. What follows from the offence itself is added without being ticked.',
        classes: 'govuk-checkboxes--small',
        items: exclusionNames.map((value) => ({
          value,
          text: exclusions[value].text,
          hint: exclusions[value].confirmed ? undefined : 'Unconfirmed: it stood in the guidance’s 5th edition',
        })),
        ...form.choices('exclusions'),
      }),
    ],
    parse(reader, sent) {
      const plea = reader.choice('plea', namesOf(anticipatedPleas), 'Select what the suspect is expected to plead')
      const suitable = reader.choice('suitable', namesOf(yesOrNo), 'Select whether the case is suitable for it')
      const longer = reader.choice('longer', namesOf(yesOrNo), 'Select whether more is likely to be needed')
      const applying: readonly Exclusion[] = formOf(sent).choices('exclusions').values.filter(isExclusion)
      if (!plea || !suitable || !longer) return null
      return {
        type: 'AssessWhoMayCharge',
        plea,
        suitable: suitable === 'yes',
        longerLikely: longer === 'yes',
        exclusions: applying,
      }
    },
  },
  'charge-by-police': {
    title: 'Charge the suspect',
    button: 'Record the charge',
    permission: 'charge.police',
    field: 'charges',
    done: 'suspect-charged',
    offered: (suspect) => isOpen(suspect) && !withProsecutor.has(suspect.track) && suspect.charges.length > 0,
    start: ({ suspect, at }) => putStart(suspect.charges, at),
    beside: ({ suspect, suspects, at }) => {
      const answer = whoMayChargeThis(suspect, suspects, at)
      return [
        html`<p class="govuk-body">
          <strong>
            ${answer.who === 'police' ? 'Police may charge this case.' : 'The prosecutor must decide on this case.'}
          </strong>
        </p>`,
        whoSteps(answer),
      ]
    },
    fields: (form, { suspect }) => putFields(form, suspect.charges),
    parse(reader, sent, about) {
      const put = readPut(reader, sent, about.at)
      return put && { type: 'ChargeByPolice', ...put, others: othersAsked(about.suspect, about.suspects) }
    },
  },
  charged: {
    title: 'Record that the charge was put',
    button: 'Record the charge',
    permission: 'charge.police',
    field: 'charges',
    done: 'suspect-charged',
    offered: ({ track }) => track === 'charge-authorised',
    start: ({ suspect, at }) => putStart(chargesToPut(suspect), at),
    fields: (form, { suspect }) => putFields(form, chargesToPut(suspect)),
    parse(reader, sent, about) {
      const put = readPut(reader, sent, about.at)
      return put && { type: 'RecordCharged', ...put }
    },
  },
} as const satisfies Readonly<Record<string, SuspectForm>>
