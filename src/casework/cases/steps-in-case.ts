import type { Permission } from '../../agencies/permissions.ts'
import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { paths } from '../../paths.ts'
import type { Viewer } from '../../platform/database/reading.ts'
import { button } from '../../platform/web/components/button/button.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { whoMayChargeThis } from '../suspects/charging-answer.ts'
import { adviceKind, chaserKind } from '../referral/duties.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import type { TrackState } from '../suspects/track.ts'
import { isOpenDuty, suspectCalled } from '../suspects/suspect-words.ts'
import { lowered } from './case-words.ts'
import { awaitedDuty } from './awaited-duty.ts'
import type { CaseFile } from './read-case.ts'
import { type Step, stepForDuty } from './step-for-duty.ts'

/**
 * The one thing to do next as a button, and what else may be done as links. Nothing for who may only read. A step that
 * leads to the page on which it would stand is left out: that page has it in its own words.
 */
export function stepsInCase(file: CaseFile, viewer: Viewer, at: Instant, here: string): Content {
  const steps = stepsOf(file, viewer, at)
  const main = steps.find(({ mayWait }) => !mayWait)
  const others = steps.filter((one) => one !== main && one.href !== here)
  const isElsewhere = main !== undefined && main.href !== here
  if (!isElsewhere && others.length === 0) return null
  return html`<div class="fp-actions">
    ${isElsewhere && button({ text: main.text, href: main.href })}
    ${others.map(({ text, href }) => html`<a class="govuk-link" href="${href}">${text}</a>`)}
  </div>`
}

/**
 * What the case waits for comes first, then what else the viewer owes in it, then what may be decided anew. A case that
 * can go to the prosecutor goes there before what is owed by a later day.
 */
function stepsOf(file: CaseFile, viewer: Viewer, at: Instant): readonly Step[] {
  const owed = owedSteps(file, viewer, at)
  const refer = referSteps(file, viewer, at)
  const steps = [
    ...noticeSteps(file, viewer),
    ...stageSteps(file, viewer),
    ...(owed.some(({ isDue }) => isDue) ? [...owed, ...refer] : [...refer, ...owed]),
    ...suspectSteps(file, viewer),
    ...reportSteps(file, viewer),
  ]
  return steps.filter(({ href }, index) => steps.findIndex((one) => one.href === href) === index)
}

const isTold = ({ toldAt, waivedReason }: CaseFile['notices'][number]): boolean =>
  toldAt !== null || waivedReason !== null

function noticeSteps({ summary, notices }: CaseFile, { permissions }: Viewer): readonly Step[] {
  const waiting = notices.find((notice) => !isTold(notice))
  if (!waiting || !permissions.includes('case.record') || summary.state === 'to-record') return []
  return [{ text: 'Record that the victim was told', href: paths.deskCaseNotice(summary.id, waiting.key) }]
}

/** The stage of the first suspect whom the viewer brings on; of two, the one whose duty is waited for. */
function stageSteps(file: CaseFile, viewer: Viewer): readonly Step[] {
  const { summary, suspects } = file
  const awaited = awaitedDuty(file)
  const isAwaited = (one: SeenSuspect): boolean => one.duties.some(({ id }) => id === awaited?.id)
  const inOrder = [...suspects.filter(isAwaited), ...suspects.filter((one) => !isAwaited(one))]
  return inOrder.map((one) => stageStepsOf(one, summary.id, viewer)).find((steps) => steps.length > 0) ?? []
}

/** `instead` is the other thing that may be done, where the stage is a choice between two. */
type Stage = {
  readonly permission: Permission
  step(caseId: string, suspect: number): Step
  instead?(caseId: string): Step
}

/** Who brings a case on from each stage that waits for somebody, and where. */
const stages: Partial<Record<TrackState, Stage>> = {
  referred: {
    permission: 'referral.triage',
    step: (id) => ({ text: 'Accept the referral', href: paths.deskCaseChargingAct(id, 'accept') }),
    instead: (id) => ({ text: 'Send it back to police', href: paths.deskCaseChargingAct(id, 'reject') }),
  },
  'under-review': {
    permission: 'charging.decide',
    step: (id, number) => ({ text: `Review suspect ${number}`, href: paths.deskCaseReview(id, number) }),
  },
  'referral-rejected': {
    permission: 'case.refer',
    step: (id) => ({ text: 'Send the referral again', href: paths.deskCaseChargingAct(id, 'send-again') }),
  },
  'action-plan': {
    permission: 'case.refer',
    step: (id) => ({ text: 'Answer the action plan', href: paths.deskCaseCharging(id) }),
  },
  'charge-authorised': {
    permission: 'charge.police',
    step: (id, number) => ({ text: `Charge suspect ${number}`, href: paths.deskCaseSuspect(id, number) }),
  },
}

function stageStepsOf({ track, number }: SeenSuspect, id: string, { permissions }: Viewer): readonly Step[] {
  const stage = stages[track]
  if (!stage || !permissions.includes(stage.permission)) return []
  return [stage.step(id, number), ...(stage.instead ? [stage.instead(id)] : [])]
}

/**
 * What is waited for, where the viewer owes it; else the earliest of what else they owe in the case. Nobody is chased
 * before the day.
 */
function owedSteps(file: CaseFile, viewer: Viewer, at: Instant): ReadonlyArray<Step & { readonly isDue: boolean }> {
  const { summary, suspects, duties } = file
  const awaited = awaitedDuty(file)
  const others = duties.filter((duty) => duty !== awaited && isOpenDuty(duty))
  const isDue = ({ dueOn }: SeenDuty): boolean => dueOn <= toLocalDate(at)
  return [...(awaited ? [awaited] : []), ...others.filter((duty) => duty.kind !== chaserKind || isDue(duty))]
    .flatMap((duty) => {
      const step = stepForDuty(duty, summary.id, suspects, viewer)
      const mayWait = duty !== awaited && duty.kind !== adviceKind && !isDue(duty)
      return step ? [{ ...step, mayWait, isDue: isDue(duty) }] : []
    })
    .slice(0, 1)
}

const investigated: ReadonlySet<TrackState> = new Set([
  'suspected',
  'in-custody',
  'bailed',
  'under-investigation',
  'other-outcome',
])

const firstInvestigated = ({ suspects }: CaseFile): SeenSuspect | undefined =>
  suspects.find(({ track }) => investigated.has(track))

/** To refer the first suspect who is investigated, once the prosecutor decides on what is proposed. */
function referSteps(file: CaseFile, { permissions }: Viewer, at: Instant): readonly Step[] {
  const one = firstInvestigated(file)
  if (!one || one.charges.length === 0 || !permissions.includes('case.refer')) return []
  if (whoMayChargeThis(one, file.suspects, at).who !== 'cps') return []
  return [{ text: 'Refer to the prosecutor', href: paths.deskCaseCharging(file.summary.id) }]
}

/** To name a suspect while there is none, and to go to the first who is investigated. */
function suspectSteps(file: CaseFile, { permissions }: Viewer): readonly Step[] {
  const { id, state } = file.summary
  if (!permissions.includes('suspect.record')) return []
  if (file.suspects.length === 0 && state === 'investigating') {
    return [{ text: 'Name a suspect', href: paths.deskCaseSuspectNew(id) }]
  }
  const one = firstInvestigated(file)
  return one ? [{ text: `Go to ${lowered(suspectCalled(one))}`, href: paths.deskCaseSuspect(id, one.number) }] : []
}

/** Whether it is a crime, and whether it is investigated: what is open first. */
function reportSteps({ summary }: CaseFile, { permissions }: Viewer): readonly Step[] {
  if (!permissions.includes('case.decide')) return []
  const { id, crime, investigate } = summary
  const again = (open: boolean, text: string): string => (open ? `Decide ${text}` : `Decide again ${text}`)
  const ofCrime = {
    text: again(crime === null, 'whether it is a crime'),
    href: paths.deskCaseCrime(id),
    mayWait: crime !== null,
  }
  const ofInvestigation = {
    text: again(investigate === null, 'whether to investigate'),
    href: paths.deskCaseInvestigate(id),
    mayWait: investigate !== null,
  }
  if (crime === false) return [ofCrime]
  return crime === null ? [ofCrime, ofInvestigation] : [ofInvestigation, ofCrime]
}
