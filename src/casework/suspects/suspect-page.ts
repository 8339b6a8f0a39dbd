import { paths } from '../../paths.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { nextStep } from '../../platform/web/components/next-step/next-step.ts'
import { type Html, type Content, html } from '../../platform/web/html.ts'
import type { Sent } from '../../platform/access/sent.ts'
import { page } from '../../platform/web/layout/page.ts'
import { caseDuties } from '../cases/case-duties.ts'
import { type CaseDone, type Looking, caseDone } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { type CaseForm, caseFormPage } from '../decisions/decision-page.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import type { SeenSuspect } from './read-suspects.ts'
import type { About, SuspectForm } from './suspect-form.ts'
import { type SuspectAct, actAddress, suspectForms } from './suspect-forms.ts'
import { bailSection, custodySection, interviewSection, suspicionSection, whoSection } from './suspect-sections.ts'
import { chargesSection, decisionSection, noticeSection } from './charging-sections.ts'
import { custodyLine } from './suspects-tab.ts'
import { dueLink, endedWords, suspectCalled, whoseMove } from './suspect-words.ts'
import { trackStates } from './track.ts'

/** What may be done now to this suspect by this viewer: as links, or as addresses where a card makes the link. */
export type Offer = {
  link(act: SuspectAct, text?: string, key?: string): Content
  href(act: SuspectAct, key?: string): string | null
}

/** Everything that is recorded of one suspect, and what can be recorded now. */
export function suspectPage(
  { chrome, viewer, at }: Looking,
  file: CaseFile,
  suspect: SeenSuspect,
  suspects: readonly SeenSuspect[],
  done: CaseDone | null,
): Html {
  const { id, dealtWithBy } = file.summary
  const isOffered = (act: SuspectAct): boolean => {
    const form = suspectForms[act]
    return viewer.permissions.includes(form.permission) && form.offered(suspect, at)
  }
  const offer: Offer = {
    href: (act, key) => (isOffered(act) ? paths.deskCaseSuspectAct(id, suspect.number, actAddress(act, key)) : null),
    link(act, text = suspectForms[act].title, key = '') {
      const href = offer.href(act, key)
      return href && html`<a class="govuk-link" href="${href}">${text}</a>`
    },
  }
  const main = mainActs(suspect).find(isOffered)
  const move = whoseMove(suspect, dealtWithBy)
  const mayCorrect = viewer.permissions.includes('case.record') && suspect.details !== null
  const correct = mayCorrect ? paths.deskCaseSuspectAct(id, suspect.number, 'details') : null
  const { next, detentionEndsAt } = suspect
  return page(chrome, {
    title: `${caseHeading(file.summary)}: ${suspectCalled(suspect).toLowerCase()}`,
    heading: suspectCalled(suspect),
    caption: caseHeading(file.summary),
    breadcrumbs: [
      { text: 'Cases', href: paths.deskCases },
      { text: caseHeading(file.summary), href: paths.deskCase(id) },
      { text: 'Suspects', href: paths.deskCaseSuspects(id) },
      { text: suspectCalled(suspect) },
    ],
    notice: done ? { type: 'success', text: caseDone[done] } : undefined,
    body: [
      html`<p class="govuk-body-l">${suspect.name ?? 'Erased'}</p>`,
      nextStep({
        text: trackStates[suspect.track],
        whose: [move ?? endedWords(suspect), next && [move ? ', by ' : '. Still owed by ', dueLink(next, at)]],
        standing: next ? (at > next.dueAt ? 'breach' : 'attention') : undefined,
      }),
      detentionEndsAt && custodyLine(detentionEndsAt, at),
      main &&
        html`<div class="fp-actions">${button({ text: suspectForms[main].title, href: offer.href(main) ?? '' })}</div>`,
      html`<div class="fp-columns">
        <div>
          ${whoSection(suspect, at, correct)} ${suspicionSection(suspect, offer)} ${custodySection(suspect, at, offer)} ${bailSection(suspect, offer)}
          ${interviewSection(suspect, offer)} ${chargesSection(suspect, suspects, at, offer)}
          ${decisionSection(suspect, offer)} ${noticeSection(suspect, offer)}
        </div>
        ${caseDuties(suspect.duties, at, 'Owed about this suspect')}
      </div>`,
    ],
  })
}

/** What is likeliest to be done next, the first that may be done now. */
function mainActs({ track, position, charges }: SeenSuspect): readonly SuspectAct[] {
  if (track === 'charge-authorised') return ['charged']
  if (track === 'charged') return ['emergency-answer']
  if (position === 'in-custody') return ['release', 'review']
  if (track === 'suspected' && charges.length > 0) return []
  if (track === 'suspected' || track === 'in-custody') return ['detention', 'arrest']
  if (track === 'bailed') return charges.length === 0 ? ['propose-charge'] : []
  return track === 'under-investigation' ? ['review-under-investigation'] : []
}

/** The page with the form of one act. */
export function suspectFormPage(shown: CaseForm, act: SuspectForm, address: string, about: About, sent: Sent): Html {
  const { suspect } = about
  const { id } = about.file.summary
  return caseFormPage(shown, {
    title: act.title,
    action: paths.deskCaseSuspectAct(id, suspect.number, address),
    button: act.button,
    about: `${suspectCalled(suspect)}: ${suspect.name ?? 'erased'}`,
    account: false,
    cancel: paths.deskCaseSuspect(id, suspect.number),
    fields: act.fields(shown.form, about, sent),
    beside: act.beside?.(about),
  })
}
