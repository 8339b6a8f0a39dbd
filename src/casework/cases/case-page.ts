import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { subNavigation } from '../../platform/web/components/sub-navigation/sub-navigation.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { caseHeading, shownCaseId } from '../investigation/case-heading.ts'
import { caseDuties } from './case-duties.ts'
import { nextInCase, stepsInCase } from './next-in-case.ts'
import type { CaseFile } from './read-case.ts'

/** Who looks at a case, and when. */
export type Looking = { readonly chrome: Chrome; readonly viewer: Viewer; readonly at: Instant }

/** What was just done, confirmed at the top of the case. */
export const caseDone = {
  recorded: 'The allegation is recorded',
  crime: 'The crime decision is recorded',
  investigate: 'The decision is recorded',
  told: 'It is recorded that the victim was told',
  waived: 'It is recorded why the victim was not told',
  corrected: 'The person’s details are corrected',
} as const

export type CaseDone = keyof typeof caseDone

export const isCaseDone = (text: unknown): text is CaseDone => typeof text === 'string' && Object.hasOwn(caseDone, text)

const tabs = [
  { tab: 'allegation', text: 'Allegation', href: paths.deskCase },
  { tab: 'people', text: 'People', href: paths.deskCasePeople },
  { tab: 'record', text: 'Record', href: paths.deskCaseRecord },
] as const

export type CaseTab = (typeof tabs)[number]['tab']

/** One page of a case: what happens next at the top, the tab's matter, and beside it what is owed by date. */
export function casePage(
  { chrome, viewer, at }: Looking,
  file: CaseFile,
  tab: CaseTab,
  body: Content,
  done: CaseDone | null = null,
): Html {
  const { id, crimeReference, offenceTitle } = file.summary
  const heading = caseHeading({ id, crimeReference })
  const tabTitle = tabs.find((one) => one.tab === tab)?.text ?? ''
  return page(chrome, {
    title: `${heading}: ${tabTitle.toLowerCase()}`,
    heading,
    caption: crimeReference === null ? 'Allegation' : `Report ${shownCaseId(id)}`,
    breadcrumbs: [{ text: 'Cases', href: paths.deskCases }, { text: heading }],
    notice: done ? { type: 'success', text: caseDone[done] } : undefined,
    body: [
      offenceTitle && html`<p class="govuk-body-l">${offenceTitle}</p>`,
      nextInCase(file, at),
      stepsInCase(file, viewer),
      subNavigation({
        label: 'Case',
        items: tabs.map((one) => ({ text: one.text, href: one.href(id), active: one.tab === tab })),
      }),
      html`<div class="fp-columns">
        <div>${body}</div>
        ${caseDuties(file.duties, at)}
      </div>`,
    ],
  })
}
