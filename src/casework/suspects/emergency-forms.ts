import { toLocalDate } from '../../calendar/instant.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { input } from '../../platform/web/components/input/input.ts'
import { warningText } from '../../platform/web/components/warning-text/warning-text.ts'
import { othersAsked } from './charging-answer.ts'
import { longestWords } from './checks.ts'
import { choose, isDetained, isOpen, words } from './form-parts.ts'
import { chargesField, putStart, readChargesPut } from './put-fields.ts'
import type { SuspectForm } from './suspect-form.ts'
import { withProsecutor } from './track-of.ts'

const longestRole = 200

/** A charge by police of what the prosecutor must decide on, and what the prosecutor says of it afterwards. */
export const emergencyForms = {
  'emergency-charge': {
    title: 'Charge in an emergency',
    button: 'Record the charge',
    permission: 'charge.police',
    field: 'charges',
    done: 'suspect-charged',
    offered: (suspect) =>
      isOpen(suspect) && isDetained(suspect) && !withProsecutor.has(suspect.track) && suspect.charges.length > 0,
    start: ({ suspect, at }) => putStart(suspect.charges, at),
    fields: (form, { suspect }) => [
      warningText({
        text: 'The prosecutor must decide on this case. Police charge only where no prosecutor can be asked before detention ends. An inspector must check the conditions by hand, in the Director’s Guidance on Charging: we have read only the 5th edition’s, as others report them.',
      }),
      chargesField(form, suspect.charges),
      input({
        name: 'authorised-by',
        label: 'Who authorised it, as a role',
        hint: 'An inspector or above, without a name',
        ...form.field('authorised-by'),
      }),
      words(form, 'why', 'Why no prosecutor could be asked in time', 'And why detention after the charge is justified'),
      dateInput({
        fieldset: { legend: { text: 'Day of the first appearance before a court' } },
        hint: 'The prosecutor is asked as soon as possible, and by then at the latest',
        ...form.date('appearance'),
      }),
    ],
    parse(reader, sent, { suspect, suspects, at }) {
      const put = readChargesPut(reader, sent, at)
      const authorisedBy = reader.text('authorised-by', 'Enter who authorised it', longestRole)
      const why = reader.text('why', 'Enter why no prosecutor could be asked in time', longestWords)
      const firstAppearance = reader.date('appearance', 'the day of the first appearance')
      const others = othersAsked(suspect, suspects)
      return put && firstAppearance && { type: 'ChargeInEmergency', ...put, others, authorisedBy, why, firstAppearance }
    },
  },
  'emergency-answer': {
    title: 'Record what the prosecutor answered on the emergency charge',
    button: 'Record the answer',
    permission: 'charge.police',
    field: 'words',
    done: 'suspect-recorded',
    offered: ({ put }) => put.some(({ emergency }) => emergency?.answer === null),
    start: ({ at }) => dateParts('on', toLocalDate(at)),
    fields: (form) => [
      choose(form, 'authorised', 'Did the prosecutor authorise the charge?', { yes: 'Yes', no: 'No' }),
      dateInput({ fieldset: { legend: { text: 'On which day' } }, ...form.date('on') }),
      words(
        form,
        'words',
        'What the prosecutor said',
        'As a role, without a name. Where the answer is no: what is done with the charge.',
      ),
    ],
    parse(reader) {
      const authorised = reader.choice('authorised', ['yes', 'no'] as const, 'Select what the prosecutor answered')
      const on = reader.date('on', 'the day of the answer')
      const said = reader.text('words', 'Enter what the prosecutor said', longestWords)
      return authorised && on && { type: 'RecordEmergencyAnswer', authorised: authorised === 'yes', on, words: said }
    },
  },
} as const satisfies Readonly<Record<string, SuspectForm>>
