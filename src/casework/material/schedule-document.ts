import { type Instant, formatInstant, toLocalDate } from '../../calendar/instant.ts'
import type { PrintedDocument } from '../../platform/documents/printed-document.ts'
import { type Schedule, type ScheduleLine, schedules } from './schedule.ts'

/** At the top of each page, so that no page of a sensitive schedule can be taken for one that is served. */
const markings: Readonly<Record<Schedule, string>> = {
  mg6c: 'MG6C · to be served on the defence',
  mg6d: 'MG6D · SENSITIVE: not to be served on the defence',
}

export const notForTheDefence = 'For police and prosecutors alone. It is not served on the defence.'

/** A schedule of unused material on paper, as the register gives it at a moment. */
export function scheduleDocument({
  heading,
  schedule,
  lines,
  at,
}: {
  readonly heading: string
  readonly schedule: Schedule
  readonly lines: readonly ScheduleLine[]
  readonly at: Instant
}): PrintedDocument {
  const { title, form } = schedules[schedule]
  const isSensitive = schedule === 'mg6d'
  return {
    title: `${title} (${form})`,
    caption: heading,
    date: toLocalDate(at),
    marking: markings[schedule],
    reference: heading,
    blocks: [
      // The top of a page is not read out to those who hear the document.
      ...(isSensitive ? [{ kind: 'note', text: notForTheDefence } as const] : []),
      lines.length === 0
        ? { kind: 'paragraph', text: 'Nothing stands on this schedule.' }
        : {
            kind: 'table',
            caption: title,
            columns: [
              { text: 'Number', share: 2 },
              { text: 'Item', share: 2 },
              { text: 'Material', share: 9 },
              { text: 'Exhibit', share: 2 },
              { text: 'If not held', share: 3 },
              ...(isSensitive ? [{ text: 'Why it is sensitive', share: 6 }] : []),
            ],
            rows: lines.map(({ number, item, title: name, description, exhibitReference, held, reason }) => [
              String(number),
              item,
              [name, description].join('\n'),
              exhibitReference ?? '',
              held,
              ...(isSensitive ? [reason ?? ''] : []),
            ]),
          },
      {
        kind: 'paragraph',
        text: `As the register stood at ${formatInstant(at)}. Numbers follow the register, so that a later decision may move them.`,
      },
    ],
  }
}
