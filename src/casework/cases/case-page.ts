import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { subNavigation } from '../../platform/web/components/sub-navigation/sub-navigation.ts'
import { tag } from '../../platform/web/components/tag/tag.ts'
import { type Content, type Html, html } from '../../platform/web/html.ts'
import { type Chrome, page } from '../../platform/web/layout/page.ts'
import { caseHeading, shownCaseId } from '../investigation/case-heading.ts'
import { caseDuties } from './case-duties.ts'
import { nextInCase } from './next-in-case.ts'
import type { CaseFile } from './read-case.ts'
import { stepsInCase } from './steps-in-case.ts'
import { suspectTracks } from './suspect-tracks.ts'

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
  'allegation-corrected': 'The allegation is corrected. What stood before is on the record',
  'victim-added': 'The victim is added to the case',
  'witness-added': 'The witness is added to the case',
  'rights-changed': 'The victim’s rights are changed. Later notices use them',
  'witness-changed': 'It is recorded how the witness stands',
  'taken-out': 'They are taken out of the case. That they were in it stays on the record',
  'urn-given': 'The case’s number is recorded',
  assigned: 'The case is assigned',
  restricted: 'Only the people you named read this case from now on',
  'restriction-lifted': 'The case is open again to everybody who may read the cases of your agency',
  planned: 'The plan is kept',
  'line-added': 'The line of inquiry is added',
  'line-changed': 'The line of inquiry is changed',
  'line-closed': 'It is recorded what came of the line of inquiry',
  'line-reopened': 'The line of inquiry is open again',
  'suspect-named': 'The suspect is added to the case',
  'suspect-recorded': 'It is on the record of the suspect',
  'suspect-charged': 'The charge is on the record',
  'advice-asked': 'The question is sent to the prosecutor',
  'advice-given': 'The advice is sent to police',
  'advice-withdrawn': 'The question is withdrawn',
  referred: 'The case is with the prosecutor',
  'referred-again': 'The referral is sent again, with your answers',
  'referral-corrected': 'The referral is corrected. What stood before is on the record',
  'referral-withdrawn': 'The referral is withdrawn',
  'referral-accepted': 'The referral is accepted for review. Police see it',
  'referral-rejected': 'The referral is rejected. Police see the reasons',
  reminded: 'It is recorded that police were reminded',
  'plan-sent': 'The action plan is sent to police',
  'item-answered': 'The answer is sent to the prosecutor',
  'question-answered': 'The answer is sent to police',
  'item-withdrawn': 'Police see that it is no longer asked for',
  chased: 'It is recorded that police were chased',
  'referral-closed': 'The referral is closed until more evidence comes',
  'referral-reopened': 'The referral is open again',
} as const

export type CaseDone = keyof typeof caseDone

export const isCaseDone = (text: unknown): text is CaseDone => typeof text === 'string' && Object.hasOwn(caseDone, text)

const tabs = [
  { tab: 'allegation', text: 'Allegation', href: paths.deskCase },
  { tab: 'people', text: 'People', href: paths.deskCasePeople },
  { tab: 'suspects', text: 'Suspects', href: paths.deskCaseSuspects },
  { tab: 'inquiries', text: 'Inquiries', href: paths.deskCaseInquiries },
  { tab: 'material', text: 'Material', href: paths.deskCaseMaterial },
  { tab: 'charging', text: 'Charging', href: paths.deskCaseCharging },
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
  const { id, offenceTitle } = file.summary
  const heading = caseHeading(file.summary)
  const shown = tabs.find((one) => one.tab === tab)
  return page(chrome, {
    title: `${heading}: ${shown?.text.toLowerCase()}`,
    heading,
    caption: captionOf(file),
    breadcrumbs: [{ text: 'Cases', href: paths.deskCases }, { text: heading }],
    notice: done ? { type: 'success', text: caseDone[done] } : undefined,
    body: [
      restrictedMark(file),
      offenceTitle && html`<p class="govuk-body-l">${offenceTitle}</p>`,
      nextInCase(file, at),
      stepsInCase(file, viewer, at, shown?.href(id) ?? ''),
      // The tab of suspects says the same at greater length.
      tab !== 'suspects' && suspectTracks(file, at, tab === 'allegation'),
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

/** The other names of the case: what police call it, its crime reference and the number of its report. */
function captionOf({ summary: { id, urn, crimeReference, operation } }: CaseFile): string {
  const crime = urn !== null && crimeReference !== null ? `Crime ${crimeReference}` : null
  const report = urn !== null || crimeReference !== null ? `Report ${shownCaseId(id)}` : 'Allegation'
  return [operation, crime, report].filter(Boolean).join(' · ')
}

/** A word first: who may read it is told to those who may change it. */
const restrictedMark = ({ summary: { restrictedTo } }: CaseFile): Content =>
  restrictedTo &&
  html`<p class="govuk-body">
    ${tag({ text: 'Restricted', classes: 'govuk-tag--red' })} Only ${restrictedTo.length === 1 ? 'one named person reads' : `${restrictedTo.length} named people read`} this case.
  </p>`
