import { toLocalDate } from '../../calendar/instant.ts'
import { formatDate, formatDateLong } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { enhancedGrounds } from '../../victims/rights/enhanced-rights.ts'
import type { PartAct } from '../people/part-forms.ts'
import { detailNames } from '../people/person.ts'
import { countVictims, partOf } from './case-words.ts'
import { paragraphs } from './paragraphs.ts'
import type { CaseFile, CasePerson, CaseWitness } from './read-case.ts'

/** Who is in the case, and how to reach them. */
export function peopleTab({ summary, people }: CaseFile, { permissions }: Viewer): Content {
  const mayRecord = permissions.includes('case.record')
  const victims = countVictims(people)
  return [
    people.length === 0 && nobodyYet,
    people.map((one) => personCard(one, summary.id, victims, mayRecord)),
    mayRecord &&
      button({
        text: 'Add a victim or a witness',
        href: paths.deskCasePersonAdd(summary.id),
        classes: 'govuk-button--secondary',
      }),
  ]
}

const nobodyYet = emptyState({
  heading: 'Nobody is named in this case',
  text: 'Whoever reported it gave no name, and there is no victim who can be named. Victims and witnesses come here once they are added.',
})

function personCard(one: CasePerson, caseId: string, victims: number, mayRecord: boolean): Content {
  const { details, victimNumber, enhancedBy, witness } = one
  const title = { text: partOf(one, victims) }
  if (!details) {
    return summaryList({
      card: { title },
      rows: [row('Details', 'Erased. That somebody was here stays on the record.')],
    })
  }
  const { name, organisation, dateOfBirth, phone, email, address, contactNote } = details
  return summaryList({
    card: { title, actions: mayRecord ? { items: cardActions(one, caseId) } : undefined },
    rows: [
      row(detailNames.name, name ?? 'Not known'),
      organisation && row(detailNames.organisation, organisation),
      row(detailNames.dateOfBirth, dateOfBirth ? formatDate(dateOfBirth) : 'Not known'),
      phone && row(detailNames.phone, phone),
      email && row(detailNames.email, email),
      address && row(detailNames.address, paragraphs(address)),
      contactNote && row(detailNames.contactNote, paragraphs(contactNote)),
      !phone && !email && !address && row('How to reach them', 'Nothing recorded yet'),
      victimNumber !== null && row('Rights', rights(enhancedBy)),
      witness && row('Evidence', standing(witness)),
      witness?.needs && row('Needs', paragraphs(witness.needs)),
    ],
  })
}

function cardActions({ id, victimNumber, witness }: CasePerson, caseId: string) {
  const act = (text: string, name: PartAct) => ({ text, href: paths.deskCasePersonAct(caseId, id, name) })
  return [
    { text: 'Correct', href: paths.deskCasePersonCorrect(caseId, id) },
    victimNumber !== null && act('Change rights', 'rights'),
    witness && act('Willing or not', 'willing'),
    witness && !witness.withdrawnAt && act('Withdrew', 'withdrawn'),
    victimNumber !== null && act('Not a victim', 'not-a-victim'),
    witness && act('Not a witness', 'not-a-witness'),
  ].filter((item) => item !== false && item !== null)
}

function standing({ willing, withdrawnAt, withdrawnReason }: CaseWitness): Content {
  if (!withdrawnAt) return willing ? 'Willing to give evidence' : 'Not willing to give evidence'
  return [
    html`<p class="govuk-body"><strong>Withdrew on ${formatDateLong(toLocalDate(withdrawnAt))}</strong></p>`,
    withdrawnReason && paragraphs(withdrawnReason, 'Reason'),
  ]
}

const row = (key: string, value: Content) => ({ key: { text: key }, value: { html: html`${value}` } })

function rights(grounds: CasePerson['enhancedBy']): Content {
  if (grounds.length === 0) return 'Standard'
  return html`<strong>Enhanced</strong>
    <ul class="govuk-list govuk-!-margin-bottom-0">
      ${grounds.map((ground) => html`<li>${enhancedGrounds[ground]}</li>`)}
    </ul>`
}
