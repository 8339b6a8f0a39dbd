import { toLocalDate } from '../../calendar/instant.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { paths } from '../../paths.ts'
import { textOf } from '../../platform/access/sent.ts'
import { checkboxes } from '../../platform/web/components/checkboxes/checkboxes.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { radios } from '../../platform/web/components/radios/radios.ts'
import { textarea } from '../../platform/web/components/textarea/textarea.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { type Form, formOf } from '../../platform/web/layout/form.ts'
import { findOffence } from '../offences/offence-list.ts'
import { offenceFields, offencesFound, readOffence } from '../recording/offence-choice.ts'
import { type Exclusion, exclusionNames, exclusions, isExclusion } from '../who-may-charge/exclusions.ts'
import { magistratesMaximumOn, magistratesMaximumWords } from '../who-may-charge/magistrates-maximum.ts'
import { offenceFacts } from '../who-may-charge/offence-facts.ts'
import { anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import { chargesToPut, othersAsked, whoMayChargeThis } from './charging-answer.ts'
import { longestWords } from './checks.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { ProposedCharge } from './proposed-charge.ts'
import type { SeenSuspect } from './read-suspects.ts'
import type { SuspectForm } from './suspect-form.ts'
import { noFurtherActionGrounds } from './suspect-state.ts'
import { endedTracks, withProsecutor } from './track-of.ts'
import { victimsToTell } from './victims-to-tell.ts'

const isOpen = ({ track }: SeenSuspect): boolean => !endedTracks.has(track)

const words = (form: Form, name: string, label: string, hint?: string): Content =>
  textarea({ name, rows: 4, label, hint, ...form.field(name) })

const yesOrNo = { yes: 'Yes', no: 'No' } as const

const namesOf = <Name extends string>(choices: Readonly<Record<Name, string>>): readonly Name[] =>
  Object.keys(choices).filter((name): name is Name => Object.hasOwn(choices, name))

const choose = (form: Form, name: string, legend: string, choices: Readonly<Record<string, string>>, hint?: string) =>
  radios({
    name,
    fieldset: { legend: { text: legend } },
    hint,
    classes: 'govuk-radios--small',
    items: Object.entries(choices).map(([value, text]) => ({ value, text })),
    ...form.field(name),
  })

const hows = { 'in-person': 'In person, at the police station', requisition: 'By postal requisition' } as const

/** Which charges, when and by whom: the same whether police or the prosecutor decided. */
const putFields = (form: Form, charges: readonly ProposedCharge[]): Content => [
  checkboxes({
    name: 'charges',
    fieldset: { legend: { text: 'Which charges were put?' } },
    classes: 'govuk-checkboxes--small',
    items: charges.map(({ key, offence }) => ({ value: key, text: offence.title, hint: `${key} · ${offence.code}` })),
    ...form.choices('charges'),
  }),
  momentFields(form, 'charged', 'Day of the charge', 'Detention, bail and the time limit are met by it'),
  choose(form, 'how', 'How?', hows),
  input({
    name: 'by-whom',
    label: 'By whom, as a role',
    hint: 'Such as “custody sergeant”, without a name',
    ...form.field('by-whom'),
  }),
]

const putStart = (charges: readonly ProposedCharge[], at: Parameters<typeof momentSent>[1]) => ({
  ...momentSent('charged', at),
  how: 'in-person',
  charges: charges.map(({ key }) => key),
})

const readPut: (...given: Parameters<SuspectForm['parse']>) => {
  chargedAt: NonNullable<ReturnType<typeof readMoment>>
  how: keyof typeof hows
  byWhom: string
  charges: readonly string[]
} | null = (reader, sent, { at }) => {
  const charges = formOf(sent).choices('charges').values
  if (charges.length === 0) reader.wrong('charges', 'Select at least one charge')
  const chargedAt = readMoment(reader, sent, 'charged', 'the charge', at)
  const how = reader.choice('how', namesOf(hows), 'Select how it was put')
  const byWhom = reader.text('by-whom', 'Enter by whom it was put', 200)
  return chargedAt && how && { chargedAt, how, byWhom, charges }
}

/** Charges, who decides on them, and how the case against one suspect ends. */
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
        ${dateInput({ fieldset: { legend: { text: 'Day of the offence, or the first' } }, ...form.date('from') })}
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
      return html`<p class="govuk-body">
        ${answer.who === 'police' ? 'Police may charge this case.' : 'The prosecutor must decide on this case.'}
      </p>`
    },
    fields: (form, { suspect }) => putFields(form, suspect.charges),
    parse(reader, sent, about) {
      const put = readPut(reader, sent, about)
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
      const put = readPut(reader, sent, about)
      return put && { type: 'RecordCharged', ...put }
    },
  },
  'no-further-action': {
    title: 'Take no further action against this suspect',
    button: 'Record the decision',
    permission: 'charge.police',
    field: 'reason',
    done: 'suspect-recorded',
    offered: (suspect) => isOpen(suspect) && !withProsecutor.has(suspect.track),
    start: ({ at, suspect }) => (suspect.position === 'in-custody' ? momentSent('released', at) : {}),
    fields: (form, { suspect, file }) => [
      choose(form, 'ground', 'Why?', noFurtherActionGrounds),
      words(form, 'reason', 'Reason', 'Every victim must be told of it. It stays on the record.'),
      suspect.position === 'in-custody' && momentFields(form, 'released', 'Day of the release from detention'),
      victimsToTell(file).length > 0 &&
        html`<p class="govuk-body">
          To be told: ${victimsToTell(file)
            .map(({ victim }) => victim.toLowerCase())
            .join(', ')}.
          The dates start with this decision.
        </p>`,
    ],
    parse(reader, sent, { suspect, file, holidays, at }) {
      const ground = reader.choice('ground', namesOf(noFurtherActionGrounds), 'Select why')
      const reason = reader.text('reason', 'Enter the reason', longestWords)
      const detained = suspect.position === 'in-custody'
      const releasedAt = detained ? readMoment(reader, sent, 'released', 'the release', at) : null
      if (!ground) return null
      return { type: 'PoliceNoFurtherAction', ground, reason, releasedAt, victims: victimsToTell(file), holidays }
    },
  },
  'tell-victim': {
    title: 'Was the victim told?',
    button: 'Record it',
    permission: 'case.record',
    field: 'words',
    done: 'suspect-recorded',
    offered: ({ notices }) => notices.some(({ told, waived }) => told === null && waived === null),
    start: ({ at }) => dateParts('on', toLocalDate(at)),
    fields: (form, { suspect, key }) => [
      html`<p class="govuk-body">
        ${suspect.notices.find((notice) => notice.key === key)?.victim}. Reason to give: ${suspect.noFurtherAction?.reason}
      </p>`,
      choose(form, 'told', 'Was the victim told that no further action is taken, and why?', {
        told: 'Yes',
        'not-told': 'No, and nobody can tell them',
      }),
      dateInput({ fieldset: { legend: { text: 'On which day, if they were' } }, ...form.date('on') }),
      words(form, 'words', 'How and what was said, or why nobody can tell them'),
    ],
    parse(reader, _sent, { key }) {
      const told = reader.choice('told', ['told', 'not-told'] as const, 'Select whether the victim was told')
      if (told === 'not-told') {
        const reason = reader.text('words', 'Enter why nobody can tell the victim', longestWords)
        return { type: 'GiveUpTellingVictim', notice: key, reason }
      }
      const on = told && reader.date('on', 'the day the victim was told')
      const how = told ? reader.text('words', 'Enter how the victim was told, and what was said', longestWords) : ''
      return on && { type: 'TellVictim', notice: key, on, how }
    },
  },
} as const satisfies Readonly<Record<string, SuspectForm>>
