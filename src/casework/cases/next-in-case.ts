import type { Instant } from '../../calendar/instant.ts'
import { dueWords, relativeDue } from '../../duties/duty-words.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { nextStep } from '../../platform/web/components/next-step/next-step.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { caseStates } from '../investigation/case-state.ts'
import type { CaseFile } from './read-case.ts'

const isOpen = ({ metAt, waived }: SeenDuty): boolean => metAt === null && waived === null

/** What happens next in the case, whose move it is, and by when. */
export function nextInCase({ summary, duties }: CaseFile, at: Instant): Content {
  const next = duties.find(isOpen)
  const by = next ? `by ${dueWords(next)} (${relativeDue(next, at)})` : null
  const standing = next && at > next.dueAt ? 'breach' : next ? 'attention' : undefined
  return nextStep({
    text: caseStates[summary.state],
    whose: by ? `${summary.dealtWithBy}, ${by}` : summary.dealtWithBy,
    standing,
  })
}

type Step = { readonly text: string; readonly href: string }

/** The one thing to do next as a button, and what else may be done as links. Nothing for who may only read. */
export function stepsInCase(file: CaseFile, { permissions }: Viewer): Content {
  const may = (permission: string): boolean => permissions.includes(permission)
  const { id, state } = file.summary
  const crime = { text: crimeWords(file), href: paths.deskCaseCrime(id) }
  const investigate = { text: investigateWords(file), href: paths.deskCaseInvestigate(id) }
  const decide = may('case.decide')
  const waiting = file.notices.find(({ toldAt, waivedReason }) => toldAt === null && waivedReason === null)
  switch (state) {
    case 'to-record':
      return decide && steps(crime, [investigate])
    case 'to-decide':
      return decide && steps(investigate, [crime])
    case 'to-tell':
      return steps(
        waiting && may('case.record')
          ? { text: 'Record that the victim was told', href: paths.deskCaseNotice(id, waiting.key) }
          : null,
        decide ? [investigate, crime] : [],
      )
    case 'no-crime':
      return decide && steps(null, [crime])
    case 'investigating':
    case 'not-investigated':
      return decide && steps(null, [investigate, crime])
  }
}

const crimeWords = ({ summary }: CaseFile): string =>
  summary.crime === null ? 'Decide whether it is a crime' : 'Decide again whether it is a crime'

const investigateWords = ({ summary }: CaseFile): string =>
  summary.investigate === null ? 'Decide whether to investigate' : 'Decide again whether to investigate'

const steps = (main: Step | null, others: readonly Step[]): Content =>
  html`<div class="fp-actions">
    ${main && button(main)} ${others.map(({ text, href }) => html`<a class="govuk-link" href="${href}">${text}</a>`)}
  </div>`
