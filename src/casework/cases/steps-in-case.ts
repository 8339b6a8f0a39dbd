import type { Instant } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { whoMayChargeThis } from '../suspects/charging-answer.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import { suspectCalled } from '../suspects/suspect-words.ts'
import type { CaseFile } from './read-case.ts'

/** `again` decides anew what was decided: it may be done at any time, and is never what the case waits for. */
type Step = { readonly text: string; readonly href: string; readonly again?: boolean }

/**
 * The one thing to do next as a button, and what else may be done as links. Nothing for who may only read. A step that
 * leads to the page on which it would stand is left out: that page has it in its own words.
 */
export function stepsInCase(file: CaseFile, viewer: Viewer, at: Instant, here: string): Content {
  const all = [...noticeSteps(file, viewer), ...suspectSteps(file, viewer, at), ...reportSteps(file, viewer)]
  const steps = all.filter(({ href }) => href !== here)
  if (steps.length === 0) return null
  const main = steps.find(({ again }) => !again)
  return html`<div class="fp-actions">
    ${main && button({ text: main.text, href: main.href })}
    ${steps.filter((one) => one !== main).map(({ text, href }) => html`<a class="govuk-link" href="${href}">${text}</a>`)}
  </div>`
}

const isTold = ({ toldAt, waivedReason }: CaseFile['notices'][number]): boolean =>
  toldAt !== null || waivedReason !== null

function noticeSteps({ summary, notices }: CaseFile, { permissions }: Viewer): readonly Step[] {
  const waiting = notices.find((notice) => !isTold(notice))
  if (!waiting || !permissions.includes('case.record') || summary.state === 'to-record') return []
  return [{ text: 'Record that the victim was told', href: paths.deskCaseNotice(summary.id, waiting.key) }]
}

/** What the first suspect for whom the viewer has something to do waits for. */
function suspectSteps(
  { summary: { id, state }, suspects }: CaseFile,
  { permissions }: Viewer,
  at: Instant,
): readonly Step[] {
  const may = (permission: string): boolean => permissions.includes(permission)
  if (suspects.length === 0 && state === 'investigating' && may('suspect.record')) {
    return [{ text: 'Name a suspect', href: paths.deskCaseSuspectNew(id) }]
  }
  const isForProsecutor = (one: SeenSuspect): boolean =>
    one.charges.length > 0 && whoMayChargeThis(one, suspects, at).who === 'cps'
  return suspects.flatMap((one) => stepFor(one, id, may, isForProsecutor(one)) ?? []).slice(0, 1)
}

function stepFor(
  one: SeenSuspect,
  id: string,
  may: (permission: string) => boolean,
  isForProsecutor: boolean,
): Step | null {
  const { number, track } = one
  const called = lowered(suspectCalled(one))
  const charging = paths.deskCaseCharging(id)
  const page = paths.deskCaseSuspect(id, number)
  switch (track) {
    case 'referred':
      return may('referral.triage')
        ? { text: 'Accept or reject the referral', href: paths.deskCaseChargingAct(id, 'accept') }
        : null
    case 'under-review':
      return may('charging.decide') ? { text: `Review ${called}`, href: paths.deskCaseReview(id, number) } : null
    case 'referral-rejected':
      return may('case.refer')
        ? { text: 'Send the referral again', href: paths.deskCaseChargingAct(id, 'send-again') }
        : null
    case 'action-plan':
      return may('case.refer') ? { text: 'Answer the action plan', href: charging } : null
    case 'charge-authorised':
      return may('charge.police') ? { text: `Charge ${called}`, href: page } : null
    case 'suspected':
    case 'in-custody':
    case 'bailed':
    case 'under-investigation':
      if (isForProsecutor && may('case.refer')) return { text: 'Refer to the prosecutor', href: charging }
      return may('suspect.record') ? { text: `Go on with ${called}`, href: page } : null
    case 'other-outcome':
      return may('suspect.record') ? { text: `Go on with ${called}`, href: page } : null
    case 'charged':
    case 'no-further-action-evidential':
    case 'no-further-action-public-interest':
    case 'no-further-action-police':
    case 'out-of-court':
    case 'administratively-finalised':
    case 'eliminated':
      return null
  }
}

/** Whether it is a crime, and whether it is investigated: what is open first. */
function reportSteps({ summary }: CaseFile, { permissions }: Viewer): readonly Step[] {
  if (!permissions.includes('case.decide')) return []
  const { id, crime, investigate } = summary
  const again = (open: boolean, text: string): string => (open ? `Decide ${text}` : `Decide again ${text}`)
  const ofCrime = {
    text: again(crime === null, 'whether it is a crime'),
    href: paths.deskCaseCrime(id),
    again: crime !== null,
  }
  const ofInvestigation = {
    text: again(investigate === null, 'whether to investigate'),
    href: paths.deskCaseInvestigate(id),
    again: investigate !== null,
  }
  if (crime === false) return [ofCrime]
  return crime === null ? [ofCrime, ofInvestigation] : [ofInvestigation, ofCrime]
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
