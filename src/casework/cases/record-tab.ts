import { formatInstant } from '../../calendar/instant.ts'
import { timeline } from '../../platform/web/components/timeline/timeline.ts'
import type { Content } from '../../platform/web/html.ts'
import { accountDetails } from '../investigation/assignment.ts'
import { countVictims, partOf } from './case-words.ts'
import { paragraphs } from './paragraphs.ts'
import type { CaseFile, Happening, PersonChange } from './read-case.ts'

/** What happened in the case, the latest first, as everybody on it may read. `names` are those of colleagues. */
export function recordTab(
  { people }: CaseFile,
  happenings: readonly Happening[],
  changes: readonly PersonChange[],
  names: ReadonlyMap<string, string>,
): Content {
  const victims = countVictims(people)
  const whose = (id: string): string => {
    const found = people.find((one) => one.id === id)
    return found ? partOf(found, victims) : 'Somebody'
  }
  const all = [
    ...happenings,
    ...changes.map(({ at, account, person, what, reason }) => ({
      at,
      account,
      event: whose(person),
      detail: [what.split(': ') as [string, string], ['Reason', reason ?? ''] as const],
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return timeline({
    headingLevel: 2,
    items: all.map(({ at, account, event, detail }) => ({
      label: { text: event },
      byline: { text: names.get(account) ?? 'somebody in another agency' },
      datetime: { timestamp: at, text: formatInstant(at) },
      html: detail.map(([label, text]) =>
        paragraphs(accountDetails.has(label) ? (names.get(text) ?? text) : text, label),
      ),
    })),
  })
}

/** The accounts that lines of the timeline name: who was made the officer in the case. */
export const accountsIn = (happenings: readonly Happening[]): readonly string[] =>
  happenings.flatMap(({ detail }) =>
    detail.filter(([label]) => accountDetails.has(label)).map(([, account]) => account),
  )
