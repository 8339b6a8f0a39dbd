import { formatDateLong } from '../../calendar/local-date.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { EarlierDate, OwedBy } from '../duty.ts'
import type { Terms } from './undertaking.ts'

/** What a correction changed, with the old date and its working, so that nothing that was said is lost. */
export function correctedDetail(
  before: Terms,
  { terms: after, reason }: { readonly terms: Terms; readonly reason: string },
): string {
  const changes = [
    dateChange(before, after),
    wordsChange('What is owed', before.what, after.what),
    wordsChange('What it is about', before.about?.text ?? 'nothing', after.about?.text ?? 'nothing'),
    wordsChange('Who owes it', before.owedBy.name, after.owedBy.name),
    wordsChange('To whom', before.owedTo.name, after.owedTo.name),
    wordsChange('Authority', authorityWords(before), authorityWords(after)),
    wordsChange('Public', before.public ? 'yes' : 'no', after.public ? 'yes' : 'no'),
  ]
  return [reason, ...changes.filter((change) => change !== null)].join('\n')
}

function dateChange(before: Terms, after: Terms): string | null {
  const [old, fresh] = [before, after].map(({ working }) => working.steps.join('; '))
  if (before.dueOn === after.dueOn && old === fresh) return null
  return `Was due ${formatDateLong(before.dueOn)} (${old}). Now due ${formatDateLong(after.dueOn)}.`
}

const wordsChange = (name: string, before: string, after: string): string | null =>
  before === after ? null : `${name} was: ${before}.`

const authorityWords = ({ authority: { instrument, section, edition } }: Terms): string =>
  [instrument, section, edition].filter(Boolean).join(', ')

/** Never who the colleague is: a history is read by other agencies too. */
export const assignedDetail = ({ name, account }: OwedBy): string =>
  account === undefined ? `To ${name}, nobody in particular.` : `To a colleague in ${name}.`

type Correction = { readonly terms: Terms; readonly reason: string; readonly at: Instant }

/** What was public before stays public: a date that everybody could read does not go without a trace. */
export const datesReplaced = (before: Terms, { terms, reason, at }: Correction): readonly EarlierDate[] =>
  before.public && before.dueOn !== terms.dueOn ? [{ dueOn: before.dueOn, correctedAt: at, reason }] : []
