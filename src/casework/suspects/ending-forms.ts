import { toLocalDate } from '../../calendar/instant.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { dateInput } from '../../platform/web/components/date-input/date-input.ts'
import { html } from '../../platform/web/html.ts'
import { longestWords } from './checks.ts'
import { choose, isOpen, namesOf, words } from './form-parts.ts'
import { momentFields, momentSent, readMoment } from './moment-field.ts'
import type { SuspectForm } from './suspect-form.ts'
import { noFurtherActionGrounds } from './suspect-state.ts'
import { withProsecutor } from './track-of.ts'
import { victimsToTell } from './victims-to-tell.ts'

/** How police end the case against one suspect, and tell the victims of it. */
export const endingForms = {
  'no-further-action': {
    title: 'Take no further action against this suspect',
    button: 'Record the decision',
    permission: 'charge.police',
    field: 'reason',
    done: 'suspect-recorded',
    offered: (suspect) => isOpen(suspect) && !withProsecutor.has(suspect.track),
    start: ({ at, suspect }) => (suspect.position === 'in-custody' ? momentSent('released', at) : {}),
    fields: (form, { suspect, file }) => [
      choose(
        form,
        'ground',
        'Why?',
        noFurtherActionGrounds,
        'For the crime’s Home Office outcome think of 15 or 16 with the first, of 10 or 21 with the second, of 5 where the suspect died, of 11, 12, 13 or 17 with the last. This is a hint of ours.',
      ),
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
