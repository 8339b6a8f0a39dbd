import type { Instant } from '../../calendar/instant.ts'
import type { SeenDuty } from '../../duties/read-duty.ts'
import { nextStep } from '../../platform/web/components/next-step/next-step.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { caseStates } from '../investigation/case-state.ts'
import type { SeenSuspect } from '../suspects/read-suspects.ts'
import { dueLink, endedWords, suspectCalled, whoseMove } from '../suspects/suspect-words.ts'
import { trackStates } from '../suspects/track.ts'
import { lowered } from './case-words.ts'
import { awaitedDuty, lateBesides } from './awaited-duty.ts'
import type { CaseFile } from './read-case.ts'

/** What happens next in the case over all its streams, whose move it is, and by when. */
export function nextInCase(file: CaseFile, at: Instant): Content {
  const next = awaitedDuty(file)
  const late = lateBesides(file.duties, next, at)
  const standing = late.length > 0 || (next && at > next.dueAt) ? 'breach' : next ? 'attention' : undefined
  return nextStep({ text: whatNext(file), whose: [whoseNext(file, next, at), lateWords(late, at)], standing })
}

/** What else is late, the earliest; the others stand in the list of what is owed. */
function lateWords([first, ...others]: readonly SeenDuty[], at: Instant): Content {
  if (!first) return null
  const more = others.length > 0 && html` <a class="govuk-link" href="#owed">And ${others.length} more</a>.`
  return html`<br /><strong class="fp-attention">Also late</strong> – ${first.owedBy.name}: ${lowered(first.what)}, by
    ${dueLink(first, at)}.${more}`
}

/** A victim who is still to be told comes first; then where each suspect stands; the report while there is none. */
function whatNext({ summary, suspects }: CaseFile): string {
  const [only, ...others] = suspects
  if (!only || summary.state === 'to-tell') return caseStates[summary.state]
  if (others.length === 0) return trackStates[only.track]
  if (suspects.every(({ track }) => track === only.track)) {
    const all = others.length === 1 ? 'Both suspects' : `All ${suspects.length} suspects`
    return `${all}: ${lowered(trackStates[only.track])}`
  }
  return suspects.map((one) => `${suspectCalled(one)}: ${lowered(trackStates[one.track])}`).join('. ')
}

/** States of a report whose words say what is owed already. */
const saidByState: ReadonlySet<string> = new Set(['to-record', 'to-tell'])

/** Who owes what is waited for, and by when; without a date, whose move it is by where the suspects stand. */
function whoseNext({ summary, suspects }: CaseFile, next: SeenDuty | undefined, at: Instant): Content {
  if (!next) return movesOf(suspects, summary)
  const what = (suspects.length > 0 && summary.state !== 'to-tell') || !saidByState.has(summary.state)
  return html`${next.owedBy.name}${what && `: ${lowered(next.what)}`}, by ${dueLink(next, at)}`
}

/** The report that nobody decides on any longer, while it has no suspect. */
const endedReports: ReadonlySet<string> = new Set(['not-investigated', 'no-crime'])

function movesOf(suspects: readonly SeenSuspect[], { dealtWithBy, state }: CaseFile['summary']): string {
  if (suspects.length === 0) return endedReports.has(state) ? 'Nothing is waited for' : dealtWithBy
  const moves = new Set(suspects.flatMap((one) => whoseMove(one, dealtWithBy) ?? []))
  if (moves.size > 0) return [...moves].join(' and ')
  const charged = suspects.find(({ track }) => track === 'charged')
  return charged ? endedWords(charged) : 'Nothing is waited for'
}
