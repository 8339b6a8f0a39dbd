import { formatDate } from '../../calendar/local-date.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { emptyState } from '../../platform/web/components/empty-state/empty-state.ts'
import { summaryList } from '../../platform/web/components/summary-list/summary-list.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { enhancedGrounds } from '../../victims/rights/enhanced-rights.ts'
import { detailNames } from '../people/person.ts'
import { countVictims, partOf } from './case-words.ts'
import { paragraphs } from './paragraphs.ts'
import type { CaseFile, CasePerson } from './read-case.ts'

/** Who is in the case, and how to reach them. */
export function peopleTab({ summary, people }: CaseFile, { permissions }: Viewer): Content {
  if (people.length === 0) {
    return emptyState({
      heading: 'Nobody is named in this case',
      text: 'Whoever reported it gave no name, and there is no victim who can be named. Suspects come here once there are any.',
    })
  }
  const victims = countVictims(people)
  return people.map((one) => personCard(one, summary.id, victims, permissions.includes('case.record')))
}

function personCard(one: CasePerson, caseId: string, victims: number, mayCorrect: boolean): Content {
  const { id, details, victimNumber, enhancedBy } = one
  const title = { text: partOf(one, victims) }
  if (!details) {
    return summaryList({
      card: { title },
      rows: [row('Details', 'Erased. That somebody was here stays on the record.')],
    })
  }
  const { name, organisation, dateOfBirth, phone, email, address, contactNote } = details
  const correct = { text: 'Correct', href: paths.deskCasePersonCorrect(caseId, id) }
  return summaryList({
    card: { title, actions: mayCorrect ? { items: [correct] } : undefined },
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
    ],
  })
}

const row = (key: string, value: Content) => ({ key: { text: key }, value: { html: html`${value}` } })

function rights(grounds: CasePerson['enhancedBy']): Content {
  if (grounds.length === 0) return 'Standard'
  return html`<strong>Enhanced</strong>
    <ul class="govuk-list govuk-!-margin-bottom-0">
      ${grounds.map((ground) => html`<li>${enhancedGrounds[ground]}</li>`)}
    </ul>`
}
