import { formatTime } from '../../calendar/instant.ts'
import { paths } from '../../paths.ts'
import type { timeline } from '../../platform/web/components/timeline/timeline.ts'
import { type Content, html } from '../../platform/web/html.ts'
import { accountDetails } from '../investigation/assignment.ts'
import { countVictims, partOf } from './case-words.ts'
import { paragraphs } from './paragraphs.ts'
import type { CaseFile } from './read-case.ts'
import { type RecordLine, corrections } from './read-record.ts'

type TimelineItem = NonNullable<Parameters<typeof timeline>[0]['items'][number]>

/** One line of the record under its day. Its words lead to the part of the case that it is about. */
export function recordItem(line: RecordLine, file: CaseFile, names: ReadonlyMap<string, string>): TimelineItem {
  const { at, account, event, detail, person } = line
  const called = (label: string, text: string): string => (accountDetails.has(label) ? (names.get(text) ?? text) : text)
  const said = detail.map(([label, text]) => [label, called(label, text)] as const)
  return {
    label: { html: html`<a class="govuk-link" href="${placeOf(line, file.summary.id)}">${labelOf(line, file)}</a>` },
    byline: { text: names.get(account) ?? 'somebody in another agency' },
    datetime: { timestamp: at, text: `at ${formatTime(at)}` },
    html: [person !== null && paragraphs(event), detailWords(said.filter(([, text]) => text !== ''))],
  }
}

/** The page of the case on which what happened stands. */
function placeOf({ source, event }: RecordLine, caseId: string): string {
  const [, kind, number] = /^(suspect|review)-(\d+)$/.exec(source) ?? []
  if (kind === 'suspect') return paths.deskCaseSuspect(caseId, Number(number))
  if (kind === 'review' || source === 'referral') return paths.deskCaseCharging(caseId)
  if (source === corrections || /^(Witness|Victim) \d+ added/.test(event)) return paths.deskCasePeople(caseId)
  if (source === 'material') {
    const [item] = /\bM\d+\b/.exec(event) ?? []
    return item === undefined ? paths.deskCaseMaterial(caseId) : paths.deskCaseMaterialItem(caseId, item)
  }
  return /line of inquiry|investigation plan/i.test(event) ? paths.deskCaseInquiries(caseId) : paths.deskCase(caseId)
}

/** What a part of the record is called: "Suspect 1", "Review of suspect 2". */
export function sourceWords(source: string): string {
  const [, kind = '', number = ''] = /^(suspect|review)-(\d+)$/.exec(source) ?? []
  if (kind === 'suspect') return `Suspect ${number}`
  if (kind === 'review') return `Review of suspect ${number}`
  return sourceNames[source] ?? source
}

const sourceNames: Readonly<Record<string, string>> = {
  investigation: 'Investigation',
  material: 'Material',
  referral: 'Referral and advice',
  [corrections]: 'Corrected details',
}

/** A line of one suspect names which, unless its own words do; a correction says whose details. */
function labelOf({ source, event, person }: RecordLine, file: CaseFile): string {
  if (person !== null) return whose(person, file)
  const [, number] = /^(?:suspect|review)-(\d+)$/.exec(source) ?? []
  const names = number === undefined || event.toLowerCase().includes(`suspect ${number}`)
  return names ? event : `${sourceWords(source)}: ${event}`
}

function whose(id: string, { people, suspects }: CaseFile): string {
  const found = people.find((one) => one.id === id)
  if (found) return partOf(found, countVictims(people))
  const suspect = suspects.find((one) => one.person === id)
  return suspect ? `Suspect ${suspect.number}` : 'Somebody'
}

type Detail = readonly [label: string, text: string]

const longestBeside = 60

const isShort = ([label, text]: Detail): boolean => !text.includes('\n') && label.length + text.length <= longestBeside

/** Short details stand beside each other on one line; whatever is longer has a paragraph of its own. */
function detailWords(detail: readonly Detail[]): Content {
  const parts: Detail[][] = []
  for (const one of detail) {
    const last = parts.at(-1)
    if (last?.every(isShort) && isShort(one)) last.push(one)
    else parts.push([one])
  }
  return parts.map(([first, ...others]) => {
    if (!first) return null
    if (others.length === 0) return paragraphs(first[1], first[0])
    return html`<p class="govuk-body">${[first, ...others].map(([label, text], index) => [index > 0 && '\u00A0· ', html`<span class="fp-muted">${label}:</span> ${text}`])}</p>`
  })
}
